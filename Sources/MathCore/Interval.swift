/// A closed interval that is guaranteed to contain the exact result.
///
/// Every operation rounds outward, so the true value lies in `lower...upper` at any precision. The
/// bounds are binary64 numbers or `BigFloat`s; a result has the larger precision of its operands.
///
/// Edge cases:
/// - Bounds may be infinite: the interval then holds all reals on that side.
/// - An operation on an interval that lies only partly where it is defined gives the values of that
///   part, and says so in `definedness`; so does one on an interval of which no part does, which
///   gives `.nowhere`.
public struct Interval<Bound: IntervalBound>: Hashable, Sendable {
  public let lower: Bound
  public let upper: Bound
  public let definedness: Definedness

  /// The bounds are in order, and neither is "not a number"; for `.nowhere` they mean nothing.
  @inline(__always)
  init(_ lower: Bound, _ upper: Bound, _ definedness: Definedness = .continuous) {
    self.lower = lower
    self.upper = upper
    self.definedness = definedness
  }

  /// A single number; all reals where it is not finite.
  public init(point: Bound) {
    self = point.isFinite ? Self(point, point) : .entire(precision: point.precision)
  }

  /// Nil where the bounds are not in order, where one is "not a number", and where both are the
  /// same infinity.
  public init?(lower: Bound, upper: Bound) {
    guard lower <= upper, lower.isFinite || upper.isFinite || lower < upper else { return nil }
    self.init(lower, upper)
  }

  /// The narrowest interval around a rational number with bounds of the given precision.
  public init(exactly value: Rational, precision: Int) {
    self.init(
      .rounded(value, precision: precision, .down), .rounded(value, precision: precision, .up))
  }

  /// Another kind of bound, or another precision, outward.
  public init(_ other: Interval<BigFloat>, precision: Int) {
    self.init(
      .rounded(other.lower, precision: precision, .down),
      .rounded(other.upper, precision: precision, .up), other.definedness)
  }

  public static func pi(precision: Int) -> Self {
    Self(.pi(precision: precision, .down), .pi(precision: precision, .up))
  }

  /// All reals.
  @_specialize(where Bound == Double)
  public static func entire(precision: Int) -> Self {
    let infinity = Bound.infinity(precision: precision)
    return Self(-infinity, infinity)
  }

  @_specialize(where Bound == Double)
  static func whole(_ value: Int, precision: Int) -> Self {
    Self(point: .whole(value, precision: precision))
  }

  static func nowhere(precision: Int) -> Self {
    entire(precision: precision).with(definedness: .nowhere)
  }
}

public typealias DoubleInterval = Interval<Double>
public typealias WideInterval = Interval<BigFloat>

/// How well a function is behaved on the interval that its values were computed over, from worst to
/// best; after the decorations of IEEE 1788 (2015), section 8.
public enum Definedness: UInt8, Comparable, Hashable, Sendable {
  /// Undefined at every point.
  case nowhere
  /// Possibly undefined at some points.
  case somewhere
  /// Defined at every point; it may jump.
  case everywhere
  /// Defined and continuous at every point.
  case continuous

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension Interval {
  public var precision: Int { max(lower.precision, upper.precision) }

  /// Whether the values are those of every point.
  public var isDefined: Bool { definedness >= .everywhere }
  public var isBounded: Bool { lower.isFinite && upper.isFinite && definedness != .nowhere }
  public var isPoint: Bool { lower == upper && definedness != .nowhere }

  /// −1, 0 or 1 where every value has that sign; nil where they may differ, or there is none.
  public var sign: Int? {
    if definedness == .nowhere { return nil }
    if lower.signum > 0 { return 1 }
    if upper.signum < 0 { return -1 }
    return lower.signum == 0 && upper.signum == 0 ? 0 : nil
  }

  public func contains(_ x: Bound) -> Bool {
    definedness != .nowhere && lower <= x && x <= upper
  }

  public func contains(_ other: Self) -> Bool {
    other.definedness == .nowhere
      || definedness != .nowhere && lower <= other.lower && other.upper <= upper
  }

  public var containsZero: Bool {
    definedness != .nowhere && lower.signum <= 0 && upper.signum >= 0
  }

  /// The common part; nil where there is none. Both enclose the same value: the better definedness
  /// holds.
  public func intersection(_ other: Self) -> Self? {
    let (low, high) = (max(lower, other.lower), min(upper, other.upper))
    guard low <= high, definedness != .nowhere, other.definedness != .nowhere else { return nil }
    return Self(low, high, max(definedness, other.definedness))
  }

  /// The smallest interval that holds both; values of one that is defined nowhere do not count.
  public func hull(_ other: Self) -> Self {
    if other.definedness == .nowhere { return with(definedness: min(definedness, .somewhere)) }
    if definedness == .nowhere {
      return other.with(definedness: min(other.definedness, .somewhere))
    }
    return Self(
      min(lower, other.lower), max(upper, other.upper), min(definedness, other.definedness))
  }

  public func with(definedness: Definedness) -> Self { Self(lower, upper, definedness) }

  /// No better defined than the limit.
  @_specialize(where Bound == Double)
  func limited(to limit: Definedness) -> Self {
    definedness <= limit ? self : with(definedness: limit)
  }

  /// Undefined where the other one is; that it jumps does not matter.
  @_specialize(where Bound == Double)
  static func restricted(_ x: Self, toDomainOf other: Self) -> Self {
    other.isDefined ? x : x.limited(to: other.definedness)
  }
}

extension Interval {
  /// The exact ends; nil where infinite, or with exponents beyond ±2^20.
  public var lowerRational: Rational? { lower.rational }
  public var upperRational: Rational? { upper.rational }

  /// The narrowest interval of Doubles around this one.
  public var double: DoubleInterval {
    DoubleInterval(lower.double(.down), upper.double(.up), definedness)
  }

  /// Rounded up.
  public var width: Bound { .subtract(upper, lower, .up) }

  /// A number of the interval, near its middle if it is bounded; far out, but finite, if it is not.
  public var midpoint: Bound {
    let precision = precision
    if lower.isFinite, upper.isFinite {
      let half = Bound.divide(
        .subtract(upper, lower, .down), .whole(2, precision: precision), .down)
      return min(max(.add(lower, half, .down), lower), upper)
    }
    if lower.signum < 0, upper.signum > 0 { return .whole(0, precision: precision) }
    let step = Bound.whole(1, precision: precision)
    if lower.isFinite {
      return .add(.add(lower, lower, .down), step, .down)
    }
    return .add(.add(upper, upper, .up), -step, .up)
  }

  /// Two halves that share the midpoint.
  public var bisected: (Self, Self) {
    let middle = midpoint
    return (Self(lower, middle, definedness), Self(middle, upper, definedness))
  }
}
