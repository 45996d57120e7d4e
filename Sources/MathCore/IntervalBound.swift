/// Where an operation on the end of an interval rounds to.
public enum RoundingDirection: Sendable {
  /// Toward −∞: for lower ends.
  case down
  /// Toward +∞: for upper ends.
  case up
}

/// Numbers that intervals end at: operations round in a given direction.
///
/// The result of an operation is not above (`down`) or not below (`up`) the true one, close to it,
/// and equal to it wherever that is cheap to know. It has the greater precision of the operands.
/// "Not a number" is for the value of a function outside its domain alone.
public protocol IntervalBound: Comparable, Hashable, Sendable {
  /// In bits.
  var precision: Int { get }
  /// −1, 0 or 1.
  var signum: Int { get }
  var isFinite: Bool { get }
  var isNaN: Bool { get }
  /// The nearest binary64 number that is not above, or not below.
  func double(_ direction: RoundingDirection) -> Double
  /// The exact value; nil for infinities, and for exponents beyond ±2^20.
  var rational: Rational? { get }
  /// Nil where the number is not whole, or beyond ±2^53.
  var int: Int? { get }

  static func whole(_ value: Int, precision: Int) -> Self
  static func infinity(precision: Int) -> Self
  static func rounded(
    _ value: Rational, precision: Int, _ direction: RoundingDirection
  ) -> Self
  static func rounded(_ value: BigFloat, precision: Int, _ direction: RoundingDirection) -> Self
  static func pi(precision: Int, _ direction: RoundingDirection) -> Self

  static prefix func - (a: Self) -> Self
  static func add(_ a: Self, _ b: Self, _ direction: RoundingDirection) -> Self
  /// 0 · ∞ is 0, as the products of an interval's ends need it.
  static func multiply(_ a: Self, _ b: Self, _ direction: RoundingDirection) -> Self
  /// The divisor is not 0, and not both are infinite.
  static func divide(_ a: Self, _ b: Self, _ direction: RoundingDirection) -> Self
  /// A whole power with exponent above 0.
  static func power(_ a: Self, _ exponent: Int, _ direction: RoundingDirection) -> Self
  static func value(
    of function: ElementaryFunction, at x: Self, _ direction: RoundingDirection
  ) -> Self
  static func value(
    of function: BinaryFunction, at x: Self, _ y: Self, _ direction: RoundingDirection
  ) -> Self
  /// A tape's constants, enclosed by such numbers.
  static func constants(of tape: TapeConstants, precision: Int) -> [Interval<Self>]
  /// The logarithmic derivative of the gamma function, which is undefined at 0, −1, −2, …
  static func digamma(_ x: Self, _ direction: RoundingDirection) -> Self
}

extension IntervalBound {
  static func subtract(_ a: Self, _ b: Self, _ direction: RoundingDirection) -> Self {
    add(a, -b, direction)
  }

  var isWhole: Bool { isFinite && Self.value(of: .floor, at: self, .down) == self }
}
