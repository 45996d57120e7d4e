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
  init(_ lower: Bound, _ upper: Bound, _ definedness: Definedness = .continuous) {
    self.lower = lower
    self.upper = upper
    self.definedness = definedness
  }
}

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
