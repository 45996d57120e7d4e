/// The chain rule: f(p + t·ε) = f(p) + f′(p)·t·ε, where p and t are jets of lower levels.
extension Jet {
  @_specialize(where Base == Double)
  public static func apply(
    _ function: ElementaryFunction, _ x: Jet
  ) throws(ScalarFailure) -> Jet {
    if case .constant(let value) = x.form { return Jet(try Base.apply(function, value)) }
    let level = try commonLevel(x, x)
    guard let slope = x.slope(along: level) else { return x }
    if function.hasCorners { return try applyBetweenCorners(function, x) }
    let argument = x.value(below: level)
    let value = try apply(function, argument)
    let derivative = try derivative(of: function, at: argument, value: value)
    return dual(level, value, try multiply(derivative, slope))
  }

  @_specialize(where Base == Double)
  public static func apply(
    _ function: BinaryFunction, _ x: Jet, _ y: Jet
  ) throws(ScalarFailure) -> Jet {
    if case .constant(let p) = x.form, case .constant(let q) = y.form {
      return Jet(try Base.apply(function, p, q))
    }
    let level = try commonLevel(x, y)
    switch function {
    case .min, .max, .copysign, .fmod: return try applyBetweenCorners(function, x, y)
    case .atan2: try requireNoJump(ofAngle: x, y)
    case .pow, .hypot: break
    }
    let (p, q) = (x.value(below: level), y.value(below: level))
    let value = try apply(function, p, q)
    var slope: Jet?
    if let s = x.slope(along: level) {
      slope = try multiply(derivativeInFirst(of: function, at: p, q, value: value), s)
    }
    if let t = y.slope(along: level) {
      let term = try multiply(derivativeInSecond(of: function, at: p, q, value: value), t)
      slope = try slope.map { (slope) throws(ScalarFailure) in try add(slope, term) } ?? term
    }
    return dual(level, value, slope ?? Jet(Base(0)))
  }
}

// MARK: Derivatives

extension Jet {
  /// f′(x), where `value` is f(x). Forms are chosen that lose no digits far out: sech² in place of
  /// 1 − tanh².
  private static func derivative(
    of function: ElementaryFunction, at x: Jet, value: Jet
  ) throws(ScalarFailure) -> Jet {
    let one = Jet(Base(1))
    switch function {
    case .exp: return value
    case .expm1: return try apply(.exp, x)
    case .exp2: return try multiply(value, logarithm(of: 2))
    case .log: return try divide(one, x)
    case .log1p: return try divide(one, add(one, x))
    case .log2: return try divide(one, multiply(x, logarithm(of: 2)))
    case .log10: return try divide(one, multiply(x, logarithm(of: 10)))
    case .sqrt: return try divide(one, add(value, value))
    case .cbrt: return try divide(one, multiply(Jet(Base(3)), multiply(value, value)))
    case .sin: return try apply(.cos, x)
    case .cos: return try negate(apply(.sin, x))
    case .tan: return try add(one, multiply(value, value))
    case .asin, .acos, .atan: return try derivativeOfInverse(function, at: x)
    case .sinh: return try apply(.cosh, x)
    case .cosh: return try apply(.sinh, x)
    case .tanh:
      let secant = try divide(one, apply(.cosh, x))
      return try multiply(secant, secant)
    case .asinh, .acosh, .atanh: return try derivativeOfInverse(function, at: x)
    case .erf: return try gaussian(at: x)
    case .erfc: return try negate(gaussian(at: x))
    case .tgamma: return try multiply(value, digamma(x))
    case .lgamma: return try digamma(x)
    case .abs, .floor, .ceil, .trunc, .round: return Jet(Base(0))
    }
  }

  private static func derivativeOfInverse(
    _ function: ElementaryFunction, at x: Jet
  ) throws(ScalarFailure) -> Jet {
    let one = Jet(Base(1))
    let (below, above) = (try subtract(one, x), try add(one, x))
    switch function {
    case .asin: return try divide(one, apply(.sqrt, multiply(below, above)))
    case .acos: return try negate(divide(one, apply(.sqrt, multiply(below, above))))
    case .atan: return try divide(one, add(one, multiply(x, x)))
    case .asinh: return try divide(one, apply(.hypot, one, x))
    case .acosh:
      let root = try multiply(apply(.sqrt, subtract(x, one)), apply(.sqrt, above))
      return try divide(one, root)
    default: return try divide(one, multiply(below, above))
    }
  }

  private static func logarithm(of number: Int) throws(ScalarFailure) -> Jet {
    Jet(try Base.apply(.log, Base(number)))
  }

  /// erf′: 2/√π · e^(−x²).
  private static func gaussian(at x: Jet) throws(ScalarFailure) -> Jet {
    let factor = Jet(try Base.divide(Base(2), Base.apply(.sqrt, Base.pi)))
    return try multiply(factor, apply(.exp, negate(multiply(x, x))))
  }

  private static func derivativeInFirst(
    of function: BinaryFunction, at x: Jet, _ y: Jet, value: Jet
  ) throws(ScalarFailure) -> Jet {
    switch function {
    case .pow:
      if case .constant(let exponent) = y.form {
        if try Base.isEqual(exponent, Base(0)) { return Jet(Base(0)) }
        let lower = Jet(try Base.subtract(exponent, Base(1)))
        return try multiply(y, apply(.pow, x, lower))
      }
      return try multiply(y, apply(.pow, x, subtract(y, Jet(Base(1)))))
    // atan2(x, y) is the angle whose tangent is x/y.
    case .atan2: return try divide(divide(y, radius(x, y)), radius(x, y))
    case .hypot:
      try requireNonzero(value, function)
      return try divide(x, value)
    case .fmod, .min, .max, .copysign: return Jet(Base(0))
    }
  }

  private static func derivativeInSecond(
    of function: BinaryFunction, at x: Jet, _ y: Jet, value: Jet
  ) throws(ScalarFailure) -> Jet {
    switch function {
    case .pow:
      // 0^y is 0 for all positive y; 0 · log 0 would be nan.
      if try Base.isEqual(x.base, Base(0)), try Base.isLess(Base(0), y.base) {
        return Jet(Base(0))
      }
      return try multiply(value, apply(.log, x))
    case .atan2: return try negate(divide(divide(x, radius(x, y)), radius(x, y)))
    case .hypot:
      try requireNonzero(value, function)
      return try divide(y, value)
    case .fmod, .min, .max, .copysign: return Jet(Base(0))
    }
  }

  private static func radius(_ x: Jet, _ y: Jet) throws(ScalarFailure) -> Jet {
    try apply(.hypot, x, y)
  }

  private static func requireNonzero(
    _ value: Jet, _ function: BinaryFunction
  ) throws(ScalarFailure) {
    if try Base.isEqual(value.base, Base(0)) {
      throw .notDifferentiable(function: function.rawValue, at: 0)
    }
  }
}
