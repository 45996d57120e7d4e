/// A stretch of a curve on which it only rises, only falls, or is level.
struct CurveLeg: Hashable {
  typealias Sample = CurveSampler.Sample

  enum Trend: Hashable { case rising, falling, level }

  var trend: Trend
  var start: Sample
  var end: Sample

  /// A piece of a curve from its start to its end.
  static func legs(of piece: VisibleCurve.Piece, _ sampler: CurveSampler) -> [CurveLeg] {
    let samples = piece.samples
    guard let first = samples.first, let last = samples.last else { return [] }
    var legs: [CurveLeg] = []
    var (start, index) = (first, 0)
    for run in levelRuns(samples, sampler) {
      let isLevel = { (sample: Sample) in
        (sample.height - samples[run.lowerBound].height).magnitude <= sampler.noise
      }
      let from =
        run.lowerBound > 0
        ? sampler.edge(
          from: samples[run.lowerBound], to: samples[run.lowerBound - 1].x, where: isLevel) : first
      let to =
        run.upperBound < samples.count - 1
        ? sampler.edge(
          from: samples[run.upperBound], to: samples[run.upperBound + 1].x, where: isLevel) : last
      let between = samples[index..<run.lowerBound].filter { $0.x > start.x }
      legs += slopes([start] + between + [from], sampler)
      legs.append(CurveLeg(trend: .level, start: from, end: to))
      (start, index) = (to, run.upperBound)
    }
    legs += slopes([start] + samples[index...].filter { $0.x > start.x }, sampler)
    return joined(legs)
  }

  /// Level legs that follow each other, as where a curve nears its bound ever more slowly, are one.
  private static func joined(_ legs: [CurveLeg]) -> [CurveLeg] {
    legs.reduce(into: []) { result, leg in
      if leg.trend == .level, let last = result.last, last.trend == .level {
        result[result.count - 1].end = leg.end
      } else {
        result.append(leg)
      }
    }
  }

  /// Samples of one height, a thirty-second of the frame's width or more.
  private static func levelRuns(
    _ samples: [Sample], _ sampler: CurveSampler
  ) -> [ClosedRange<Int>] {
    let places = samples.map { sampler.x.position(of: $0.x) ?? 0 }
    let least = (sampler.x.end - sampler.x.start).magnitude / 32
    var runs: [ClosedRange<Int>] = []
    var first = 0
    while first < samples.count {
      var (low, high) = (samples[first].height, samples[first].height)
      var last = first
      while last + 1 < samples.count {
        low = min(low, samples[last + 1].height)
        high = max(high, samples[last + 1].height)
        if high - low > sampler.noise { break }
        last += 1
      }
      if places[last] - places[first] >= least {
        runs.append(first...last)
        first = last + 1
      } else {
        first += 1
      }
    }
    return runs
  }

  /// The legs of samples that are nowhere level, which meet in turning points.
  private static func slopes(_ samples: [Sample], _ sampler: CurveSampler) -> [CurveLeg] {
    guard let first = samples.first, let last = samples.last, first.x < last.x else { return [] }
    var legs: [CurveLeg] = []
    var start = first
    var isRising: Bool?
    var extreme = 0
    for (index, sample) in samples.enumerated().dropFirst() {
      let rise = sample.height - samples[extreme].height
      if isRising == nil {
        if rise.magnitude > sampler.noise { (isRising, extreme) = (rise > 0, index) }
      } else if isRising == (rise > 0) || rise == 0 {
        extreme = index
      } else if rise.magnitude > sampler.noise, let rising = isRising {
        let turn = sampler.extreme(
          samples[extreme], between: samples[extreme - 1].x, and: samples[extreme + 1].x,
          isMaximum: rising)
        legs.append(CurveLeg(trend: rising ? .rising : .falling, start: start, end: turn))
        (start, isRising, extreme) = (turn, !rising, index)
      }
    }
    let trend = isRising.map { $0 ? Trend.rising : .falling } ?? .level
    return legs + [CurveLeg(trend: trend, start: start, end: last)]
  }
}
