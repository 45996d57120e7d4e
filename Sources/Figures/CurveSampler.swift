/// Asks a function for its values where a figure shows them, for what is said about its curve.
struct CurveSampler {
  /// A point of the graph: in the function's units, and in pixels from the frame's lower side.
  struct Sample: Hashable {
    var x: Double
    var y: Double
    var height: Double
  }

  /// Nil where there is no value.
  let function: (Double) -> Double?
  let x: Scale
  let y: Scale

  private static let count = 512
  private static let halvings = 60

  var frameHeight: Double { (y.end - y.start).magnitude }

  /// Heights that differ by no more are equal; `Resolution.fine` knows them to a tenth of it.
  var noise: Double { 1e-9 * frameHeight }

  /// Places that are equally far apart in the figure.
  func places(over domain: ClosedRange<Double>) -> [Double] {
    guard let low = x.position(of: domain.lowerBound), let high = x.position(of: domain.upperBound)
    else { return [] }
    let inner = (1..<Self.count).map { index in
      let share = Double(index) / Double(Self.count)
      return x.kind == .log
        ? x.value(at: low * (1 - share) + high * share)
        : domain.lowerBound * (1 - share) + domain.upperBound * share
    }
    return [domain.lowerBound] + inner + [domain.upperBound]
  }

  /// A height that is far out of view is cut; one that a logarithmic scale does not have is too low.
  func sample(_ place: Double) -> Sample? {
    guard let value = function(place), value.isFinite else { return nil }
    let margin = frameHeight / 8
    let height = y.position(of: value).map { y.start - $0 } ?? -margin
    return Sample(x: place, y: value, height: min(max(height, -margin), frameHeight + margin))
  }

  func isVisible(_ sample: Sample) -> Bool {
    sample.height >= -noise && sample.height <= frameHeight + noise
  }

  /// The last sample on the way from one to a place that is like the first.
  func edge(
    from start: Sample, to place: Double, where isLike: (Sample) -> Bool = { _ in true }
  ) -> Sample {
    Self.last(from: start, to: place, place: \.x) { sample($0).flatMap { isLike($0) ? $0 : nil } }
  }

  /// By bisection the last of what there is on the way from a place where there is something to one where
  /// there is nothing.
  static func last<Found>(
    from start: Found, to end: Double, place: (Found) -> Double, _ find: (Double) -> Found?
  ) -> Found {
    var (inside, outside) = (start, end)
    for _ in 0..<halvings {
      let middle = place(inside) + (outside - place(inside)) / 2
      if let found = find(middle) { inside = found } else { outside = middle }
    }
    return inside
  }

  /// The samples on both sides of a jump; nil where the curve only is steep.
  func jump(_ start: Sample, _ end: Sample) -> (before: Sample, after: Sample)? {
    let limit = frameHeight / 64
    guard (end.height - start.height).magnitude > limit else { return nil }
    var (low, high) = (start, end)
    for _ in 0..<Self.halvings {
      guard (high.height - low.height).magnitude > limit / 8 else { return nil }
      let middle = low.x + (high.x - low.x) / 2
      guard middle > low.x, middle < high.x else { break }
      guard let sample = sample(middle) else {
        return (edge(from: low, to: middle), edge(from: high, to: middle))
      }
      if (sample.height - low.height).magnitude >= (high.height - sample.height).magnitude {
        high = sample
      } else {
        low = sample
      }
    }
    return (low, high)
  }

  /// Where the function is farthest from 0 between two places, if it is so at one only; it may cease to
  /// have values on the way.
  func farthest(from start: Double, to end: Double) -> Double {
    guard let first = sample(start) else { return start }
    var (low, high) = (start, function(end) == nil ? edge(from: first, to: end).x : end)
    for _ in 0..<Self.halvings {
      let (a, b) = (low + (high - low) / 3, high - (high - low) / 3)
      guard let left = function(a) else { return a }
      guard let right = function(b) else { return b }
      if left.magnitude < right.magnitude { low = a } else { high = b }
    }
    return low + (high - low) / 2
  }

  /// The highest or the lowest sample between two places, by ternary search from one between them.
  func extreme(_ sample: Sample, between low: Double, and high: Double, isMaximum: Bool) -> Sample {
    var (low, high) = (low, high)
    let sign = isMaximum ? 1.0 : -1.0
    for _ in 0..<Self.halvings {
      let (a, b) = (low + (high - low) / 3, high - (high - low) / 3)
      guard let left = function(a), let right = function(b) else { break }
      if sign * left < sign * right { low = a } else { high = b }
    }
    guard let found = self.sample(low + (high - low) / 2), sign * found.y >= sign * sample.y
    else { return sample }
    // A peak at a round place is found to half of a Double's digits.
    let isSame = (found.y - sample.y).magnitude <= found.y.magnitude * 1e-12
    return isSame ? sample : found
  }
}
