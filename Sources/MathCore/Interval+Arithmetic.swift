extension Interval {
  @_specialize(where Bound == Double)
  public static func add(_ a: Self, _ b: Self) -> Self {
    Self(
      .add(a.lower, b.lower, .down), .add(a.upper, b.upper, .up), min(a.definedness, b.definedness))
  }

  @_specialize(where Bound == Double)
  public static func subtract(_ a: Self, _ b: Self) -> Self {
    Self(
      .subtract(a.lower, b.upper, .down), .subtract(a.upper, b.lower, .up),
      min(a.definedness, b.definedness))
  }

  @_specialize(where Bound == Double)
  public static func negate(_ a: Self) -> Self { Self(-a.upper, -a.lower, a.definedness) }

  /// By the signs of the ends: only a product of two intervals around 0 takes four products.
  @_specialize(where Bound == Double)
  public static func multiply(_ a: Self, _ b: Self) -> Self {
    let definedness = min(a.definedness, b.definedness)
    func product(_ low: (Bound, Bound), _ high: (Bound, Bound)) -> Self {
      Self(.multiply(low.0, low.1, .down), .multiply(high.0, high.1, .up), definedness)
    }
    if a.lower.signum >= 0 {
      return product(
        (b.lower.signum >= 0 ? a.lower : a.upper, b.lower),
        (b.upper.signum >= 0 ? a.upper : a.lower, b.upper))
    }
    if a.upper.signum <= 0 {
      return product(
        (b.upper.signum >= 0 ? a.lower : a.upper, b.upper),
        (b.lower.signum >= 0 ? a.upper : a.lower, b.lower))
    }
    if b.lower.signum >= 0 { return product((a.lower, b.upper), (a.upper, b.upper)) }
    if b.upper.signum <= 0 { return product((a.upper, b.lower), (a.lower, b.lower)) }
    return Self(
      min(.multiply(a.lower, b.upper, .down), .multiply(a.upper, b.lower, .down)),
      max(.multiply(a.lower, b.lower, .up), .multiply(a.upper, b.upper, .up)), definedness)
  }

  /// Undefined where the divisor is 0: a divisor with 0 at an end leaves the quotient unbounded on
  /// one side, one with 0 inside on both.
  @_specialize(where Bound == Double)
  public static func divide(_ a: Self, _ b: Self) -> Self {
    if b.lower.signum > 0 { return quotient(a, b, min(a.definedness, b.definedness)) }
    if b.upper.signum < 0 {
      return quotient(negate(a), negate(b), min(a.definedness, b.definedness))
    }
    let precision = max(a.precision, b.precision)
    if b.lower.signum == 0, b.upper.signum == 0 { return .nowhere(precision: precision) }
    let definedness = min(a.definedness, b.definedness, .somewhere)
    if a.lower.signum == 0, a.upper.signum == 0 {
      return whole(0, precision: precision).limited(to: definedness)
    }
    if b.lower.signum == 0 { return quotient(a, b, definedness) }
    if b.upper.signum == 0 { return quotient(negate(a), negate(b), definedness) }
    return entire(precision: precision).limited(to: definedness)
  }

  /// The divisor's lower end is not negative, its upper end is positive.
  @_specialize(where Bound == Double)
  private static func quotient(_ a: Self, _ b: Self, _ definedness: Definedness) -> Self {
    let lowDivisor = a.lower.signum >= 0 ? b.upper : b.lower
    let highDivisor = a.upper.signum <= 0 ? b.upper : b.lower
    let lower: Bound =
      lowDivisor.signum == 0
      ? -.infinity(precision: max(a.precision, b.precision))
      : .divide(a.lower, lowDivisor, .down)
    let upper: Bound =
      highDivisor.signum == 0
      ? .infinity(precision: max(a.precision, b.precision))
      : .divide(a.upper, highDivisor, .up)
    return Self(lower, upper, definedness)
  }

  public static func + (a: Self, b: Self) -> Self { add(a, b) }
  public static func - (a: Self, b: Self) -> Self { subtract(a, b) }
  public static func * (a: Self, b: Self) -> Self { multiply(a, b) }
  public static func / (a: Self, b: Self) -> Self { divide(a, b) }
  public static prefix func - (a: Self) -> Self { negate(a) }
}

extension Interval {
  /// The distances from 0.
  static func magnitude(_ x: Self) -> Self {
    if x.lower.signum >= 0 { return x }
    if x.upper.signum <= 0 { return negate(x) }
    return Self(.whole(0, precision: x.precision), max(-x.lower, x.upper), x.definedness)
  }

  @_specialize(where Bound == Double)
  public static func square(_ x: Self) -> Self {
    let size = magnitude(x)
    return Self(
      .multiply(size.lower, size.lower, .down), .multiply(size.upper, size.upper, .up),
      x.definedness)
  }

  /// A whole power; x⁰ is 1 everywhere, a negative power is undefined at 0.
  public static func power(_ x: Self, _ exponent: Int) -> Self {
    if exponent == 0 { return whole(1, precision: x.precision).limited(to: x.definedness) }
    if exponent < 0 {
      // −Int.min is not an Int: half the power of the square.
      let positive = exponent == .min ? power(square(x), 1 << 62) : power(x, -exponent)
      return divide(whole(1, precision: x.precision), positive)
    }
    let base = exponent % 2 == 0 ? magnitude(x) : x
    return Self(
      .power(base.lower, exponent, .down), .power(base.upper, exponent, .up), x.definedness)
  }
}
