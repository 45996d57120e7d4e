/// A connected set of reals with rational ends, each of which may be missing (unbounded), belong to
/// it (closed) or not (open).
public struct RationalInterval: Hashable, Sendable {
  public struct End: Hashable, Sendable {
    public let value: Rational
    public let isClosed: Bool

    public init(_ value: Rational, isClosed: Bool) {
      self.value = value
      self.isClosed = isClosed
    }
  }

  /// Nil where the interval has no lower bound.
  public let lower: End?
  public let upper: End?

  public init(lower: End? = nil, upper: End? = nil) {
    self.lower = lower
    self.upper = upper
  }

  public static let reals = RationalInterval()
  public static let positive = RationalInterval(lower: End(0, isClosed: false))
  public static let nonnegative = RationalInterval(lower: End(0, isClosed: true))
  public static let negative = RationalInterval(upper: End(0, isClosed: false))

  public static func closed(_ lower: Rational, _ upper: Rational) -> RationalInterval {
    RationalInterval(
      lower: End(lower, isClosed: true), upper: End(upper, isClosed: true))
  }

  public static func open(_ lower: Rational, _ upper: Rational) -> RationalInterval {
    RationalInterval(
      lower: End(lower, isClosed: false), upper: End(upper, isClosed: false))
  }

  public static func point(_ value: Rational) -> RationalInterval { closed(value, value) }

  public var isEmpty: Bool {
    guard let lower, let upper else { return false }
    if lower.value == upper.value { return !(lower.isClosed && upper.isClosed) }
    return lower.value > upper.value
  }

  public func contains(_ x: Rational) -> Bool {
    if let lower, x < lower.value || (x == lower.value && !lower.isClosed) { return false }
    if let upper, x > upper.value || (x == upper.value && !upper.isClosed) { return false }
    return true
  }

  public func intersection(_ other: RationalInterval) -> RationalInterval {
    RationalInterval(
      lower: Self.tighter(lower, other.lower) { $0 > $1 },
      upper: Self.tighter(upper, other.upper) { $0 < $1 })
  }

  private static func tighter(
    _ a: End?, _ b: End?, _ isTighter: (Rational, Rational) -> Bool
  ) -> End? {
    guard let a else { return b }
    guard let b else { return a }
    if a.value == b.value { return End(a.value, isClosed: a.isClosed && b.isClosed) }
    return isTighter(a.value, b.value) ? a : b
  }

  /// Whether every point of it lies in `other`.
  public func isSubset(of other: RationalInterval) -> Bool {
    isEmpty || intersection(other) == self
  }

  /// The same ends, without the points at them.
  public var interior: RationalInterval {
    RationalInterval(
      lower: lower.map { End($0.value, isClosed: false) },
      upper: upper.map { End($0.value, isClosed: false) })
  }

  /// A point strictly between the ends; the point itself where there is only one.
  public var sample: Rational {
    switch (lower?.value, upper?.value) {
    case (nil, nil): .zero
    case (let low?, nil): low + 1
    case (nil, let high?): high - 1
    case (let low?, let high?): (low + high) * .half
    }
  }
}

extension RationalInterval {
  /// The values of c·x.
  func scaled(by factor: Rational) -> RationalInterval {
    if factor.isZero { return .point(0) }
    let low = lower.map { End($0.value * factor, isClosed: $0.isClosed) }
    let high = upper.map { End($0.value * factor, isClosed: $0.isClosed) }
    return factor.sign > 0
      ? RationalInterval(lower: low, upper: high) : RationalInterval(lower: high, upper: low)
  }
}

extension RationalInterval: CustomStringConvertible {
  /// `(0, 1]`, `(−∞, ∞)`.
  public var description: String {
    let low = lower.map { ($0.isClosed ? "[" : "(") + Self.text($0.value) } ?? "(−∞"
    let high = upper.map { Self.text($0.value) + ($0.isClosed ? "]" : ")") } ?? "∞)"
    return "\(low), \(high)"
  }

  private static func text(_ value: Rational) -> String {
    (value.sign < 0 ? "−" : "") + value.magnitude.description
  }
}

/// For each variable, the values that it may take; a variable that is not named takes all reals.
public struct Domain: Hashable, Sendable {
  public var intervals: [String: RationalInterval]

  public init(_ intervals: [String: RationalInterval] = [:]) {
    self.intervals = intervals
  }

  public static let reals = Domain()

  public subscript(variable: String) -> RationalInterval {
    get { intervals[variable] ?? .reals }
    set { intervals[variable] = newValue }
  }

  public var isEmpty: Bool { intervals.values.contains { $0.isEmpty } }

  /// The parts on both sides of a point, which belongs to both.
  func split(at point: Rational, in variable: String) -> [Domain] {
    let end = RationalInterval.End(point, isClosed: true)
    return [RationalInterval(upper: end), RationalInterval(lower: end)].map { half in
      var part = self
      part[variable] = self[variable].intersection(half)
      return part
    }
  }
}
