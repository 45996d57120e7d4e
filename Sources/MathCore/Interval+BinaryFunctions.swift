extension Interval {
  @_specialize(where Bound == Double)
  public static func apply(_ function: BinaryFunction, _ x: Self, _ y: Self) -> Self {
    let definedness = min(x.definedness, y.definedness)
    if definedness == .nowhere { return .nowhere(precision: max(x.precision, y.precision)) }
    switch function {
    case .pow: return power(x, y)
    case .atan2: return angle(x, y)
    case .hypot:
      let (a, b) = (magnitude(x), magnitude(y))
      return Self(
        .value(of: .hypot, at: a.lower, b.lower, .down),
        .value(of: .hypot, at: a.upper, b.upper, .up), definedness)
    case .fmod: return remainder(x, y)
    case .min: return Self(min(x.lower, y.lower), min(x.upper, y.upper), definedness)
    case .max: return Self(max(x.lower, y.lower), max(x.upper, y.upper), definedness)
    case .copysign: return copySign(x, y)
    }
  }

  /// |x| with the sign of y, where 0 counts as positive: reals have no negative zero.
  private static func copySign(_ x: Self, _ y: Self) -> Self {
    let size = magnitude(x)
    if y.lower.signum >= 0 { return size.limited(to: y.definedness) }
    if y.upper.signum < 0 { return negate(size).limited(to: y.definedness) }
    let limit: Definedness = size.sign == 0 ? .continuous : .everywhere
    return Self(-size.upper, size.upper, min(x.definedness, y.definedness, limit))
  }
}

extension Interval {
  /// The angle of the point (x, y), which `atan2(y, x)` is: undefined at the origin, with a jump
  /// from −π to π at the negative x axis, where it is π.
  private static func angle(_ y: Self, _ x: Self) -> Self {
    let precision = max(x.precision, y.precision)
    var definedness = min(x.definedness, y.definedness)
    if x.containsZero, y.containsZero {
      if x.sign == 0, y.sign == 0 { return .nowhere(precision: precision) }
      definedness = min(definedness, .somewhere)
    }
    if x.lower.signum < 0, y.lower.signum < 0, y.upper.signum >= 0 {
      let greatest = Bound.pi(precision: precision, .up)
      return Self(-greatest, greatest, min(definedness, .everywhere))
    }
    return corners(ofAngle: y, x, definedness)
  }

  /// Without the jump the set is convex and does not hold the origin inside, so that its extreme
  /// angles are those of corners.
  private static func corners(ofAngle y: Self, _ x: Self, _ definedness: Definedness) -> Self {
    let points = [
      (y.lower, x.lower), (y.lower, x.upper), (y.upper, x.lower), (y.upper, x.upper),
    ].map { (Self.withoutSign($0.0), Self.withoutSign($0.1)) }
    let zero = Bound.whole(0, precision: x.precision)
    // The origin has no angle; the corners beside it have those of the set near it.
    let corners = points.filter { $0.0.signum != 0 || $0.1.signum != 0 }
    return Self(
      corners.map { Bound.value(of: .atan2, at: $0.0, $0.1, .down) }.min() ?? zero,
      corners.map { Bound.value(of: .atan2, at: $0.0, $0.1, .up) }.max() ?? zero, definedness)
  }

  /// 0 for −0.
  private static func withoutSign(_ x: Bound) -> Bound {
    x.signum == 0 ? .whole(0, precision: x.precision) : x
  }
}

extension Interval {
  /// x − n·y, where n is x/y without its fraction: undefined where y is 0, with a jump where n
  /// changes.
  private static func remainder(_ x: Self, _ y: Self) -> Self {
    let divisor = magnitude(y)
    let precision = max(x.precision, y.precision)
    if divisor.sign == 0 { return .nowhere(precision: precision) }
    let definedness = min(x.definedness, y.definedness)
    let bound = remainderBound(x, divisor)
    guard divisor.lower.signum > 0 else { return bound.limited(to: min(definedness, .somewhere)) }
    let count = apply(.trunc, divide(x, divisor))
    guard count.isPoint, count.lower.isFinite else {
      return bound.limited(to: min(definedness, .everywhere))
    }
    let difference = subtract(x, multiply(count, divisor)).limited(to: definedness)
    return difference.intersection(bound.limited(to: definedness)) ?? difference
  }

  /// The remainder has x's sign, and is less than the divisor and not more than x in size.
  private static func remainderBound(_ x: Self, _ divisor: Self) -> Self {
    let zero = Bound.whole(0, precision: x.precision)
    return Self(
      x.lower.signum < 0 ? max(x.lower, -divisor.upper) : zero,
      x.upper.signum > 0 ? min(x.upper, divisor.upper) : zero)
  }
}
