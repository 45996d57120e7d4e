/// The gamma function and the logarithm of its absolute value.
///
/// Between two poles (0, −1, −2, …), and above them, log |Γ| and |Γ| are convex: the derivative of
/// log |Γ| is the digamma function, which increases there (Abramowitz & Stegun 1964, 6.4.10). Its
/// signs at the ends tell where the least value lies, and tangents bound it.
extension Interval {
  static func gamma(_ x: Self) -> Self {
    guard let branch = Self.branch(of: x) else { return acrossPoles(.tgamma, x) }
    guard let first = branch else { return convex(.tgamma, x, isNegative: false) }
    guard let number = first.int else { return entire(precision: x.precision) }
    return convex(.tgamma, x, isNegative: number % 2 != 0)
  }

  static func logarithmOfGamma(_ x: Self) -> Self {
    branch(of: x) == nil ? acrossPoles(.lgamma, x) : convex(.lgamma, x, isNegative: false)
  }

  /// The digamma function, which increases between poles.
  static func digamma(_ x: Self) -> Self {
    guard branch(of: x) != nil else {
      return entire(precision: x.precision).limited(to: min(x.definedness, .somewhere))
    }
    return Self(.digamma(x.lower, .down), .digamma(x.upper, .up), x.definedness)
  }

  /// The pole to the left of the interval, `.some(nil)` for positive numbers, which have none of
  /// interest; nil where a pole is in the interval.
  private static func branch(of x: Self) -> Bound?? {
    if x.lower.signum > 0 { return .some(nil) }
    let (first, last) = (
      Bound.value(of: .floor, at: x.lower, .down), Bound.value(of: .floor, at: x.upper, .down)
    )
    guard first.isFinite, first == last, first != x.lower else { return nil }
    return first
  }

  private static func acrossPoles(_ function: ElementaryFunction, _ x: Self) -> Self {
    let definedness = min(x.definedness, .somewhere)
    if x.isPoint { return .nowhere(precision: x.precision) }
    guard x.lower.signum == 0 else {
      return entire(precision: x.precision).limited(to: definedness)
    }
    // Decreasing from +∞ at 0 as far as the least value.
    let last = Bound.digamma(x.upper, .up).signum <= 0
    let least =
      last
      ? Bound.value(of: function, at: x.upper, .down) : leastOnPositive(function, x.precision)
    return Self(least, .infinity(precision: x.precision), definedness)
  }

  /// The values on an interval without poles, where the function, or its opposite if it is negative
  /// there, is convex.
  private static func convex(
    _ function: ElementaryFunction, _ x: Self, isNegative: Bool
  ) -> Self {
    let start = values(function, at: x.lower, isNegative)
    let end = x.isPoint ? start : values(function, at: x.upper, isNegative)
    let least: Bound
    if x.isPoint || Bound.digamma(x.lower, .down).signum >= 0 {
      least = start.lower
    } else if x.upper.isFinite, Bound.digamma(x.upper, .up).signum <= 0 {
      least = end.lower
    } else if function == .lgamma {
      least = leastLogarithm(x)
    } else {
      least = .value(of: .exp, at: leastLogarithm(x), .down)
    }
    let result = Self(least, max(start.upper, end.upper), x.definedness)
    return isNegative ? negate(result) : result
  }

  private static func values(
    _ function: ElementaryFunction, at x: Bound, _ isNegative: Bool
  ) -> Self {
    let value = Self(.value(of: function, at: x, .down), .value(of: function, at: x, .up))
    return isNegative ? negate(value) : value
  }

  /// Not above log |Γ| on an interval that it descends into and ascends from: by the tangents at
  /// the ends that are finite.
  private static func leastLogarithm(_ x: Self) -> Bound {
    let step = Self(.whole(0, precision: x.precision), x.width)
    let descent = multiply(digamma(Self(x.lower, x.lower)), step)
    var least = Bound.add(.value(of: .lgamma, at: x.lower, .down), descent.lower, .down)
    if x.upper.isFinite {
      let ascent = multiply(digamma(Self(x.upper, x.upper)), step)
      least = max(least, .subtract(.value(of: .lgamma, at: x.upper, .down), ascent.upper, .down))
    }
    return x.lower.signum > 0 ? max(least, leastOnPositive(.lgamma, x.precision)) : least
  }

  /// Not above the function's least value on the positive numbers, at 1.4616….
  private static func leastOnPositive(_ function: ElementaryFunction, _ precision: Int) -> Bound {
    // Γ(1.4616…) = 0.88560319441088870027…, and its logarithm is −0.12148629053584960809….
    let digits = function == .tgamma ? 8_856_031_944_108_887 : -1_214_862_905_358_497
    let value = Bound.whole(digits, precision: max(precision, 64))
    let scale = Bound.whole(10_000_000_000_000_000, precision: precision)
    return .divide(value, scale, .down)
  }
}
