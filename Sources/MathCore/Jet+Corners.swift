extension ElementaryFunction {
  /// Whether the function is made of straight pieces, which meet in corners or jumps.
  var hasCorners: Bool {
    switch self {
    case .abs, .floor, .ceil, .trunc, .round: true
    case .exp, .expm1, .exp2, .log, .log1p, .log2, .log10, .sqrt, .cbrt, .sin, .cos, .tan, .asin,
      .acos, .atan, .sinh, .cosh, .tanh, .asinh, .acosh, .atanh, .erf, .erfc, .tgamma, .lgamma:
      false
    }
  }
}

/// Functions made of pieces: the derivative is that of the piece. Where two meet continuously, the side
/// to which the argument moves tells which of them counts, as in a comparison; where they do not, there is
/// no derivative, unless the argument stands still.
extension Jet {
  static func applyBetweenCorners(
    _ function: ElementaryFunction, _ x: Jet
  ) throws(ScalarFailure) -> Jet {
    let argument = x.base
    let value = try Base.apply(function, argument)
    if function == .abs {
      let piece = try isBelow(x, argument, Base(0)) ? negate(x) : x
      return piece.replacingBase(by: value)
    }
    if try isJump(of: function, argument, value: value), try !x.isConstant() {
      throw .notDifferentiable(function: function.rawValue, at: argument.binary64)
    }
    return Jet(value)
  }

  /// Whether a is less than b, or becomes so when the variables move.
  ///
  /// - Parameter difference: a − b, up to its base.
  private static func isBelow(
    _ difference: Jet, _ a: Base, _ b: Base
  ) throws(ScalarFailure) -> Bool {
    guard try Base.isEqual(a, b) else { return try Base.isLess(a, b) }
    return try difference.isConstant() ? false : difference.infinitesimalSign() < 0
  }

  private static func isJump(
    of function: ElementaryFunction, _ x: Base, value: Base
  ) throws(ScalarFailure) -> Bool {
    switch function {
    case .floor, .ceil: return try Base.isEqual(x, value)
    case .trunc:
      let isZero = try Base.isEqual(x, Base(0))
      return isZero ? false : try Base.isEqual(x, value)
    case .round:
      let half = try Base.subtract(x, Base.apply(.trunc, x))
      return try Base.isEqual(Base.apply(.abs, half), Base(0.5))
    case .abs, .exp, .expm1, .exp2, .log, .log1p, .log2, .log10, .sqrt, .cbrt, .sin, .cos, .tan,
      .asin, .acos, .atan, .sinh, .cosh, .tanh, .asinh, .acosh, .atanh, .erf, .erfc, .tgamma,
      .lgamma:
      return false
    }
  }

  static func applyBetweenCorners(
    _ function: BinaryFunction, _ x: Jet, _ y: Jet
  ) throws(ScalarFailure) -> Jet {
    switch function {
    case .min, .max:
      let isSecondLess = try isBelow(subtract(y, x), y.base, x.base)
      return isSecondLess == (function == .min) ? y : x
    case .copysign: return try copySign(x, y)
    case .fmod: return try remainder(x, y)
    case .pow, .atan2, .hypot: return try apply(function, x, y)
    }
  }

  /// The angle of a point jumps from −π to π at the negative half of the axis.
  static func requireNoJump(ofAngle x: Jet, _ y: Jet) throws(ScalarFailure) {
    if try Base.isLess(y.base, Base(0)), try Base.isEqual(x.base, Base(0)), try !x.isConstant() {
      throw .notDifferentiable(function: "atan2", at: x.binary64)
    }
  }

  private static func copySign(_ x: Jet, _ y: Jet) throws(ScalarFailure) -> Jet {
    let value = try Base.apply(.copysign, x.base, y.base)
    for argument in [x, y] {
      if try Base.isEqual(argument.base, Base(0)), try !argument.isConstant() {
        throw .notDifferentiable(function: "copysign", at: argument.binary64)
      }
    }
    let keepsSign = try Base.isEqual(value, x.base)
    return (keepsSign ? x : try negate(x)).replacingBase(by: value)
  }

  /// x − n·y, where n is the whole part of x/y; it jumps where x is a multiple of y other than 0.
  private static func remainder(_ x: Jet, _ y: Jet) throws(ScalarFailure) -> Jet {
    let value = try Base.apply(.fmod, x.base, y.base)
    let whole = try Base.divide(Base.subtract(x.base, value), y.base)
    let count = try Base.apply(.round, whole)
    let difference = try subtract(x, multiply(Jet(count), y))
    if try Base.isEqual(value, Base(0)), try !Base.isEqual(count, Base(0)),
      try !difference.isConstant()
    {
      throw .notDifferentiable(function: "fmod", at: x.binary64)
    }
    return difference.replacingBase(by: value)
  }

  /// The same derivatives at another value: `x − n·y` rounds, the remainder does not.
  func replacingBase(by base: Base) -> Jet {
    switch form {
    case .constant: Jet(base)
    case .linear(let level, _, let slope): Jet(form: .linear(level: level, base, slope))
    case .nested(let level, let value, let slope):
      Jet(form: .nested(level: level, value.replacingBase(by: base), slope))
    }
  }
}
