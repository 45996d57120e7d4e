/// Follows a curve to within a twentieth of a pixel, in pieces that end where it jumps, has a pole,
/// is undefined or leaves the frame.
///
/// The parameter's range is cut into cells. A cell whose two inner samples lie on the chord is
/// accepted; any other is cut at them, down to cells so narrow that only the ends matter. There a
/// wide gap is bisected: where it closes, the curve is steep; where it does not, it jumps. A pole is
/// a jump between far above and far below the frame, since positions are clamped a little outside.
struct CurveSampling {
  /// Nil where the curve is undefined.
  typealias Curve = (Double) -> Pixel?

  /// Where a curve is followed: a little more than the frame, so that lines leave it cleanly.
  private let limits: Box
  private let curve: Curve
  private let maximumDepth: Int
  /// About how far the parameter moves in a pixel.
  private let pixel: Double
  /// Evaluations that may still be spent on refining.
  private var budget: Int
  private var pieces: [[Pixel]] = []
  private var current: [Pixel] = []
  /// Where the last piece ended for want of a value there.
  private var endBeforeGap: (parameter: Double, point: Pixel)?

  private static let flatness = 0.04
  private static let jump = 0.25

  private init(
    limits: Box, pixel: Double, maximumDepth: Int, budget: Int, curve: @escaping Curve
  ) {
    self.limits = limits
    self.pixel = pixel
    self.maximumDepth = maximumDepth
    self.budget = budget
    self.curve = curve
  }

  /// The curve's pieces inside the frame (and a margin around it), each of two points or more.
  ///
  /// - Parameter cells: the range is first cut into so many; features narrower than a third of a
  ///   cell may be missed.
  static func pieces(
    of curve: @escaping Curve, over range: ClosedRange<Double>, cells: Int, maximumDepth: Int,
    frame: Box, budget: Int = 60_000
  ) -> [[Pixel]] {
    var sampling = CurveSampling(
      limits: frame.grown(by: margin),
      pixel: (range.upperBound - range.lowerBound) / (2.5 * Double(max(1, cells))),
      maximumDepth: maximumDepth, budget: budget, curve: curve)
    sampling.follow(range, cells: max(1, cells))
    return sampling.pieces
  }

  /// How far outside the frame curves are followed, in pixels.
  static let margin = 12.0
}

extension CurveSampling {
  private struct Sample {
    var parameter: Double
    /// Clamped to the limits; nil where undefined.
    var point: Pixel?
    /// Which sides of the limits the point is beyond, as bits.
    var beyond: UInt8
  }

  private mutating func sample(_ parameter: Double) -> Sample {
    budget -= 1
    guard let point = curve(parameter), !point.x.isNaN, !point.y.isNaN else {
      return Sample(parameter: parameter, point: nil, beyond: 0)
    }
    var beyond: UInt8 = 0
    if point.x <= limits.left { beyond |= 1 }
    if point.x >= limits.right { beyond |= 2 }
    if point.y <= limits.top { beyond |= 4 }
    if point.y >= limits.bottom { beyond |= 8 }
    let clamped = Pixel(
      x: min(max(point.x, limits.left), limits.right),
      y: min(max(point.y, limits.top), limits.bottom))
    return Sample(parameter: parameter, point: clamped, beyond: beyond)
  }

  private mutating func follow(_ range: ClosedRange<Double>, cells: Int) {
    let low = range.lowerBound
    let width = range.upperBound - low
    var previous = sample(low)
    for index in 1...cells {
      let end = index == cells ? range.upperBound : low + width * (Double(index) / Double(cells))
      let next = sample(end)
      follow(from: previous, to: next, depth: 0)
      previous = next
    }
    endPiece()
  }

  private mutating func follow(from a: Sample, to b: Sample, depth: Int) {
    // Unequal thirds: a wave in step with the cells is not taken for a line.
    let width = b.parameter - a.parameter
    let samples = [
      a, sample(a.parameter + 0.36 * width), sample(a.parameter + 0.68 * width), b,
    ]
    if samples.allSatisfy({ $0.point == nil }) { return endPiece() }
    if samples.allSatisfy({ $0.point != nil }) {
      if samples.reduce(15, { $0 & $1.beyond }) != 0 { return endPiece() }
      if isFlat(samples) {
        for sample in samples { append(sample) }
        return
      }
    }
    let isLeaf = depth >= maximumDepth || budget <= 0
    for (p, q) in zip(samples, samples.dropFirst()) {
      if isLeaf {
        connect(p, q)
      } else {
        follow(from: p, to: q, depth: depth + 1)
      }
    }
  }

  private func isFlat(_ samples: [Sample]) -> Bool {
    let points = samples.compactMap(\.point)
    guard points.count == 4 else { return false }
    // A chord that is very steep within one cell may hide a jump: it is looked at closely.
    // A narrow cell with a step in it looks like a steep chord, but its samples crowd at the ends.
    let length = points[0].distance(to: points[3])
    if length > 40 { return false }
    let widest = zip(points, points.dropFirst()).map { $0.distance(to: $1) }.max() ?? 0
    if length > Self.jump && widest > 0.8 * length { return false }
    return points[1].distance(toSegment: points[0], points[3]) <= Self.flatness
      && points[2].distance(toSegment: points[0], points[3]) <= Self.flatness
      && (points[1] - points[0]).dot(points[3] - points[0]) >= 0
      && (points[3] - points[2]).dot(points[3] - points[0]) >= 0
  }

  /// Draws on from one sample of a narrow cell to the next, or finds where the curve breaks.
  private mutating func connect(_ p: Sample, _ q: Sample) {
    switch (p.point, q.point) {
    case (nil, nil): endPiece()
    case (.some(let from), .some(let to)):
      if p.beyond & q.beyond != 0 { return endPiece() }
      append(p)
      if from.distance(to: to) > Self.jump { bisectGap(p, q) }
      append(q)
    case (.some, nil):
      append(p)
      append(edge(defined: p, undefined: q), endsAtGap: true)
      endPiece()
    case (nil, .some):
      endPiece()
      append(edge(defined: q, undefined: p))
      append(q)
    }
  }

  /// Ends the piece where the gap between two samples does not close however near they come.
  private mutating func bisectGap(_ start: Sample, _ end: Sample) {
    var (low, high) = (start, end)
    for _ in 0..<200 where budget > 0 {
      guard let a = low.point, let b = high.point, a.distance(to: b) > Self.jump else { return }
      let middle = sample(low.parameter + (high.parameter - low.parameter) / 2)
      if middle.parameter <= low.parameter || middle.parameter >= high.parameter { break }
      guard let m = middle.point else {
        append(edge(defined: low, undefined: middle), endsAtGap: true)
        endPiece()
        return append(edge(defined: high, undefined: middle))
      }
      if a.distance(to: m) >= m.distance(to: b) { high = middle } else { low = middle }
    }
    guard budget > 0 else { return }
    append(low)
    endPiece()
    append(high)
  }

  /// The last sample that has a value, on the way to one that has none.
  private mutating func edge(defined: Sample, undefined: Sample) -> Sample {
    var (inside, outside) = (defined, undefined)
    // Near 0 a thousand halvings are left before the numbers end; a logarithm needs some of them.
    for _ in 0..<1100 {
      let middle = sample(inside.parameter + (outside.parameter - inside.parameter) / 2)
      if middle.parameter == inside.parameter || middle.parameter == outside.parameter { break }
      guard let point = middle.point else {
        outside = middle
        continue
      }
      let moved = inside.point.map { $0.distance(to: point) } ?? 0
      inside = middle
      let width = (outside.parameter - inside.parameter).magnitude
      if middle.beyond != 0 || (moved < 1e-6 && width < 1e-6 * pixel) { break }
    }
    return inside
  }

  private mutating func append(_ sample: Sample, endsAtGap: Bool = false) {
    guard let point = sample.point else { return endPiece() }
    if current.isEmpty, let end = endBeforeGap, end.point.distance(to: point) < 0.01,
      (sample.parameter - end.parameter).magnitude < 1e-4 * pixel, let last = pieces.popLast()
    {
      // Undefined at one point only: the line is not broken visibly.
      current = last
    }
    if current.last != point { current.append(point) }
    endBeforeGap = endsAtGap ? (sample.parameter, point) : nil
  }

  private mutating func endPiece() {
    if current.count > 1, !isOutside(current) {
      pieces.append(current)
    } else if !current.isEmpty {
      endBeforeGap = nil
    }
    current = []
  }

  /// Whether all of a piece is beyond one side: the flanks of a pole.
  private func isOutside(_ piece: [Pixel]) -> Bool {
    piece.allSatisfy { $0.y <= limits.top } || piece.allSatisfy { $0.y >= limits.bottom }
      || piece.allSatisfy { $0.x <= limits.left } || piece.allSatisfy { $0.x >= limits.right }
  }
}
