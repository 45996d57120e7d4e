import MathCore

/// A coordinate's way from values to positions and back.
struct Scale: Sendable, Hashable {
  let kind: ScaleOptions.Kind
  let domain: ClosedRange<Double>
  /// The positions of the domain's ends: the second is less than the first for y.
  let start: Double
  let end: Double
  /// The domain's ends as the scale counts them: decimal logarithms on a log scale.
  private let low: Double
  private let high: Double

  /// The domain of a log scale must be positive.
  init(kind: ScaleOptions.Kind, domain: ClosedRange<Double>, start: Double, end: Double) {
    self.kind = kind
    self.domain = domain
    self.start = start
    self.end = end
    low = Self.measure(domain.lowerBound, kind)
    high = Self.measure(domain.upperBound, kind)
  }

  private static func measure(_ value: Double, _ kind: ScaleOptions.Kind) -> Double {
    switch kind {
    case .linear: value
    case .log: ElementaryFunction.log10.value(at: value)
    }
  }

  /// Nil where the scale has no place for the value; far outside the domain it may be huge.
  func position(of value: Double) -> Double? {
    switch kind {
    case .linear: guard !value.isNaN else { return nil }
    case .log: guard value > 0 else { return nil }
    }
    let measured = Self.measure(value, kind)
    // Halves, so that the difference of two huge numbers does not overflow.
    let share = (measured / 2 - low / 2) / (high / 2 - low / 2)
    let position = start + share * (end - start)
    return position.isNaN ? nil : position
  }

  /// The ends of the domain are met exactly.
  func value(at position: Double) -> Double {
    if position == start { return domain.lowerBound }
    if position == end { return domain.upperBound }
    let share = (position - start) / (end - start)
    let measured = low * (1 - share) + high * share
    switch kind {
    case .linear: return measured
    case .log: return BinaryFunction.pow.value(at: 10, measured)
    }
  }

  /// Pixels for each unit, on a linear scale.
  var unitLength: Double { (end - start).magnitude / (domain.upperBound - domain.lowerBound) }
}
