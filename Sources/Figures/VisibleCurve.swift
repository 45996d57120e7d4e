/// The graph of a function as a figure shows it: in pieces that end where the curve jumps, leaves the
/// frame or has no value.
///
/// It is followed at a few hundred places; what happens between two of them, and is undone there, is
/// not seen.
struct VisibleCurve {
  typealias Sample = CurveSampler.Sample

  /// Where a piece begins or ends: in view, or at a side of the frame.
  enum End: Hashable { case inView, top, bottom }

  struct Piece: Hashable {
    var samples: [Sample]
    var start: End
    var end: End
  }

  enum Part: Hashable {
    case piece(Piece)
    case jump(Double)
    /// There is no value between the two places.
    case gap(Double, Double)
  }

  /// From left to right.
  private(set) var parts: [Part] = []
  let sampler: CurveSampler
  private var current = Piece(samples: [], start: .inView, end: .inView)

  init(_ sampler: CurveSampler, over domain: ClosedRange<Double>) {
    self.sampler = sampler
    var previous: Sample?
    var end: Sample?
    var undefined: Double?
    for place in sampler.places(over: domain) {
      let sample = sampler.sample(place)
      if let sample, let before = previous {
        follow(before, sample)
      } else if let sample {
        let edge = undefined.map { sampler.edge(from: sample, to: $0) } ?? sample
        resume(at: edge, after: end)
        follow(edge, sample)
      } else if let before = previous {
        let edge = sampler.edge(from: before, to: place)
        follow(before, edge)
        finish(.inView)
        end = edge
      }
      if sample == nil { undefined = place }
      previous = sample
    }
    finish(.inView)
  }

  var pieces: [Piece] {
    parts.compactMap { if case .piece(let piece) = $0 { piece } else { nil } }
  }
}

extension VisibleCurve {
  private mutating func begin(at sample: Sample, _ start: End) {
    current = Piece(samples: [sample], start: start, end: .inView)
  }

  private mutating func finish(_ end: End) {
    if current.samples.count > 1 {
      current.end = end
      parts.append(.piece(current))
    }
    current.samples = []
  }

  /// Begins anew where the function has values again, behind where it ceased to have any.
  private mutating func resume(at sample: Sample, after end: Sample?) {
    if let end {
      // One point without a value is not seen, unless the curve jumps there.
      let width = sampler.x.domain.upperBound - sampler.x.domain.lowerBound
      let isPoint = sample.x - end.x <= 1e-9 * width
      if !isPoint {
        parts.append(.gap(end.x, sample.x))
      } else if sampler.isVisible(end), sampler.isVisible(sample) {
        let isJoined = (sample.height - end.height).magnitude <= 1e-6 * sampler.frameHeight
        if isJoined, case .piece(let piece)? = parts.last {
          parts.removeLast()
          current = piece
          return
        }
        parts.append(.jump(sample.x))
      }
    }
    if sampler.isVisible(sample) { begin(at: sample, .inView) }
  }

  /// From one sample to the next, across a jump where there is one.
  private mutating func follow(_ start: Sample, _ end: Sample) {
    guard let (before, after) = sampler.jump(start, end) else { return draw(start, end) }
    draw(start, before)
    finish(.inView)
    if sampler.isVisible(before) || sampler.isVisible(after) { parts.append(.jump(after.x)) }
    if sampler.isVisible(after) { begin(at: after, .inView) }
    draw(after, end)
  }

  /// Where nothing breaks the curve; what begins in view has begun.
  private mutating func draw(_ start: Sample, _ end: Sample) {
    switch (sampler.isVisible(start), sampler.isVisible(end)) {
    case (true, true): add(end)
    case (true, false):
      add(sampler.edge(from: start, to: end.x, where: sampler.isVisible))
      finish(end.height > 0 ? .top : .bottom)
    case (false, true):
      let edge = sampler.edge(from: end, to: start.x, where: sampler.isVisible)
      begin(at: edge, start.height > 0 ? .top : .bottom)
      add(end)
    case (false, false): drawThrough(start, end)
    }
  }

  private mutating func add(_ sample: Sample) {
    if let last = current.samples.last, sample.x > last.x { current.samples.append(sample) }
  }

  /// From below the frame to above it, or back.
  private mutating func drawThrough(_ start: Sample, _ end: Sample) {
    let half = sampler.frameHeight / 2
    let isLow = start.height < half
    guard (end.height < half) != isLow else { return }
    let middle = sampler.edge(from: start, to: end.x) { ($0.height < half) == isLow }
    guard sampler.isVisible(middle) else { return }
    draw(start, middle)
    draw(middle, end)
  }
}
