/// What is worth saying about a curve: its ends, turning points and zeros, from samples.
struct CurveFacts {
  struct Turn: Hashable {
    var x: Double
    var y: Double
    var isMaximum: Bool
  }

  var start: PlotPoint
  var end: PlotPoint
  var turns: [Turn] = []
  var zeros: [Double] = []
  var range = ValueRange()
  var isConstant: Bool { range.low == range.high }

  private static let count = 512

  /// Nil where the function has no two values.
  init?(_ function: (Double) -> Double?, over domain: ClosedRange<Double>) {
    let values = Self.values(function, over: domain)
    guard let first = values.first, let last = values.last, values.count > 1 else { return nil }
    (start, end) = (first, last)
    for value in values { range.include(value.y) }
    let noise = (range.high - range.low) * 1e-9
    var rising: Bool?
    var extreme = first
    for value in values.dropFirst() {
      if let isRising = rising {
        if isRising == (value.y > extreme.y) || value.y == extreme.y {
          extreme = value
        } else if (value.y - extreme.y).magnitude > noise {
          let width = (domain.upperBound - domain.lowerBound) / Double(Self.count)
          turns.append(Self.refined(extreme, width, isMaximum: isRising, function))
          rising = !isRising
          extreme = value
        }
      } else if (value.y - extreme.y).magnitude > noise {
        rising = value.y > extreme.y
        extreme = value
      }
    }
    zeros = Self.crossings(values) { function($0) }
    for turn in turns { range.include(turn.y) }
  }

  /// The finite values at the places, and where the function begins and ceases to have any.
  static func values(
    _ function: (Double) -> Double?, over domain: ClosedRange<Double>
  ) -> [PlotPoint] {
    func value(_ x: Double) -> PlotPoint? {
      function(x).flatMap { $0.isFinite ? PlotPoint(x: x, y: $0) : nil }
    }
    let all = places(domain).map { ($0, value($0)) }
    guard let first = all.firstIndex(where: { $0.1 != nil }),
      let last = all.lastIndex(where: { $0.1 != nil })
    else { return [] }
    var result = all.compactMap(\.1)
    if first > 0 {
      result.insert(edge(result[0], all[first - 1].0, value), at: 0)
    }
    if last + 1 < all.count {
      result.append(edge(result[result.count - 1], all[last + 1].0, value))
    }
    return result
  }

  private static func edge(
    _ defined: PlotPoint, _ undefined: Double, _ value: (Double) -> PlotPoint?
  ) -> PlotPoint {
    var (inside, outside) = (defined, undefined)
    for _ in 0..<60 {
      let x = inside.x + (outside - inside.x) / 2
      if let point = value(x) { inside = point } else { outside = x }
    }
    return inside
  }

  static func places(_ domain: ClosedRange<Double>) -> [Double] {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    return (0...count).map { index in
      let share = Double(index) / Double(count)
      return index == count ? high : low * (1 - share) + high * share
    }
  }

  /// The turning point near a sample, by ternary search.
  private static func refined(
    _ sample: PlotPoint, _ width: Double, isMaximum: Bool, _ function: (Double) -> Double?
  ) -> Turn {
    var (low, high) = (sample.x - width, sample.x + width)
    let sign = isMaximum ? 1.0 : -1.0
    for _ in 0..<40 {
      let (a, b) = (low + (high - low) / 3, high - (high - low) / 3)
      guard let fa = function(a), let fb = function(b) else { break }
      if sign * fa < sign * fb { low = a } else { high = b }
    }
    let middle = (low + high) / 2
    guard let y = function(middle), sign * y >= sign * sample.y else {
      return Turn(x: sample.x, y: sample.y, isMaximum: isMaximum)
    }
    // A peak at a round place is found to half of a Double's digits.
    let isSame = (y - sample.y).magnitude <= y.magnitude * 1e-12
    return Turn(x: isSame ? sample.x : middle, y: y, isMaximum: isMaximum)
  }

  /// Where the sign changes from one sample to the next without a jump.
  static func crossings(
    _ values: [PlotPoint], _ difference: (Double) -> Double?
  ) -> [Double] {
    var result: [Double] = []
    for (p, q) in zip(values, values.dropFirst()) {
      if p.y == 0 {
        result.append(p.x)
        continue
      }
      guard q.y != 0, (p.y < 0) != (q.y < 0) else { continue }
      var (low, high) = (p, q)
      for _ in 0..<50 {
        let x = low.x + (high.x - low.x) / 2
        guard let y = difference(x), y.isFinite else { break }
        if (y < 0) == (low.y < 0) {
          low = PlotPoint(x: x, y: y)
        } else {
          high = PlotPoint(x: x, y: y)
        }
      }
      let least = min(low.y.magnitude, high.y.magnitude)
      let isPole = least > 0.5 * max(p.y.magnitude, q.y.magnitude)
      let width = (q.x - p.x) * 1e-9
      if !isPole, high.x - low.x < width { result.append((low.x + high.x) / 2) }
    }
    if let last = values.last, last.y == 0 { result.append(last.x) }
    return result
  }
}
