/// Powers with a real exponent, as `pow` has them: 0^y is 0 for y > 0, x⁰ is 1 at every x, 0 too,
/// and a negative number has whole powers only.
extension Interval {
  static func power(_ x: Self, _ y: Self) -> Self {
    let definedness = min(x.definedness, y.definedness)
    if y.isPoint {
      if let exponent = y.lower.int { return power(x, exponent).limited(to: definedness) }
      let one = Bound.whole(1, precision: y.precision)
      if Bound.add(y.lower, y.lower, .down) == one {
        return apply(.sqrt, x).limited(to: definedness)
      }
    }
    if x.lower.signum > 0 { return corners(x, y, definedness) }
    let zero = Bound.whole(0, precision: x.precision)
    var result = Self.nowhere(precision: max(x.precision, y.precision))
    if x.upper.signum > 0 || x.upper.signum == 0 && y.upper.signum >= 0 {
      result = corners(Self(zero, max(zero, x.upper)), y, definednessAtZero(x, y, definedness))
    }
    if x.lower.signum < 0 {
      result = result.hull(ofNegative(Self(x.lower, min(x.upper, zero)), y))
    }
    return result.limited(to: definedness)
  }

  /// For a base that reaches down to 0.
  private static func definednessAtZero(
    _ x: Self, _ y: Self, _ definedness: Definedness
  ) -> Definedness {
    if x.lower.signum < 0 || y.lower.signum < 0 { return min(definedness, .somewhere) }
    // At 0 the value jumps from 0 to 1 where the exponent reaches 0.
    return y.lower.signum == 0 ? min(definedness, .everywhere) : definedness
  }

  /// The power is monotone in each variable, so that its extremes lie at the corners.
  private static func corners(_ x: Self, _ y: Self, _ definedness: Definedness) -> Self {
    let points = [
      (x.lower, y.lower), (x.lower, y.upper), (x.upper, y.lower), (x.upper, y.upper),
    ]
    var (lower, upper) = (x.upper, x.lower)
    for (index, (base, exponent)) in points.enumerated() {
      let low = Bound.value(of: .pow, at: base, exponent, .down)
      let high = Bound.value(of: .pow, at: base, exponent, .up)
      (lower, upper) = index == 0 ? (low, high) : (min(lower, low), max(upper, high))
    }
    return Self(lower, upper, definedness)
  }

  /// The whole powers of negative numbers: where the exponent is a range, of either sign.
  private static func ofNegative(_ x: Self, _ y: Self) -> Self {
    let precision = max(x.precision, y.precision)
    guard Bound.value(of: .ceil, at: y.lower, .up) <= y.upper else {
      return .nowhere(precision: precision)
    }
    let size = power(negate(x), y).upper
    return Self(-size, size, .somewhere)
  }
}
