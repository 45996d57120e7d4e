extension ElementaryFunction {
  /// The value at a rational point where it is rational and known to be: e⁰, √4, ⌊7/2⌋.
  func rationalValue(at x: Rational) -> Rational? {
    switch self {
    case .exp, .cosh, .cos: x.isZero ? .one : nil
    case .expm1, .log1p, .sin, .tan, .asin, .atan, .sinh, .tanh, .asinh, .atanh, .erf:
      x.isZero ? .zero : nil
    case .erfc: x.isZero ? .one : nil
    case .exp2: x.int.flatMap { Rational(2).power($0, limit: RealNumber.largestRational) }
    case .log, .acos, .acosh: x.isOne ? .zero : nil
    case .log2: Self.exponent(of: x, base: 2)
    case .log10: Self.exponent(of: x, base: 10)
    case .sqrt: x.squareRoot
    case .cbrt: x.root(3)
    case .abs: x.magnitude
    case .floor: x.floor
    case .ceil: -(-x).floor
    case .trunc: x.sign < 0 ? -(-x).floor : x.floor
    case .round: x.sign < 0 ? -(-x + .half).floor : (x + .half).floor
    case .tgamma: Self.factorial(below: x)
    case .lgamma: x == 1 || x == 2 ? .zero : nil
    }
  }

  private static func exponent(of x: Rational, base: Rational) -> Rational? {
    guard x.sign > 0 else { return nil }
    let isLarge = x >= 1
    guard var rest = isLarge ? x : x.inverse, rest.isInteger,
      rest.bitSize <= RealNumber.usualRational
    else {
      return nil
    }
    var count = 0
    while !rest.isOne {
      guard let quotient = rest.divided(by: base), quotient.isInteger else { return nil }
      rest = quotient
      count += 1
    }
    return Rational(isLarge ? count : -count)
  }

  private static func factorial(below x: Rational) -> Rational? {
    guard let n = x.int, n > 0, n <= 170 else { return nil }
    return (1..<max(n, 2)).reduce(.one) { $0 * Rational($1) }
  }
}

extension BinaryFunction {
  /// The value at rational points where it is rational and known to be.
  func rationalValue(at x: Rational, _ y: Rational) -> Rational? {
    switch self {
    case .pow:
      if let exponent = y.int { return x.power(exponent, limit: RealNumber.largestRational) }
      guard x.sign >= 0, let degree = y.denominator.int, degree < 64,
        let exponent = y.numerator.int
      else { return nil }
      return x.root(degree).flatMap { $0.power(exponent, limit: RealNumber.largestRational) }
    case .hypot: return (x * x + y * y).squareRoot
    case .min: return x < y ? x : y
    case .max: return x < y ? y : x
    case .copysign: return y.sign < 0 ? -x.magnitude : x.magnitude
    case .fmod:
      guard let quotient = x.divided(by: y) else { return nil }
      let whole = quotient.sign < 0 ? -(-quotient).floor : quotient.floor
      return x - whole * y
    case .atan2: return x.isZero && y.sign > 0 ? .zero : nil
    }
  }
}
