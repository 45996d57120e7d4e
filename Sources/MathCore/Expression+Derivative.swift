extension Expression {
  /// The symbolic derivative, with neutral elements left out but otherwise as the rules give it.
  ///
  /// True wherever the expression is differentiable: `|x|` gives x/|x|, which is undefined at its
  /// corner, and `√x` gives 1/(2√x). It has no value where the expression has none: that of ln x is
  /// 1/x restricted to the domain of ln x.
  ///
  /// - Throws: `limit` where the derivative has no closed form here (`tgamma`), or the function jumps
  ///   (`floor`).
  public func derivative(withRespectTo variable: String) throws(ScalarFailure) -> Expression {
    var differentiation = Differentiation(variable: variable)
    for part in parts { _ = try differentiation.derivative(of: part) }
    return try differentiation.derivative(of: self).restricted(toDomainOf: self)
  }
}

/// By the rules alone, which say nothing of domains. Shared parts are differentiated once.
private struct Differentiation {
  let variable: String
  var memo: [ObjectIdentifier: Expression] = [:]

  init(variable: String) { self.variable = variable }

  mutating func derivative(of expression: Expression) throws(ScalarFailure) -> Expression {
    if let known = memo[expression.identity] { return known }
    let result = try computed(expression)
    memo[expression.identity] = result
    return result
  }

  private mutating func computed(_ expression: Expression) throws(ScalarFailure) -> Expression {
    switch expression.node {
    case .number, .pi, .defined: return .zero
    case .variable(let name): return name == variable ? .one : .zero
    case .negate(let x): return try derivative(of: x).negated()
    case .add(let x, let y): return try derivative(of: x).plus(derivative(of: y))
    case .subtract(let x, let y): return try derivative(of: x).minus(derivative(of: y))
    case .multiply(let x, let y):
      return try derivative(of: x).times(y).plus(x.times(derivative(of: y)))
    case .divide(let x, let y): return try quotient(x, y)
    case .power(let base, let exponent): return try power(expression, base, exponent)
    case .apply(let function, let x):
      let inner = try derivative(of: x)
      if inner.number?.isZero == true { return .zero }
      return try function.derivative(at: x, value: expression).times(inner)
    case .applyBinary(let function, let x, let y): return try binary(function, x, y)
    case .restricted(let x, _): return try derivative(of: x)
    }
  }

  private mutating func quotient(
    _ x: Expression, _ y: Expression
  ) throws(ScalarFailure) -> Expression {
    let dx = try derivative(of: x)
    let dy = try derivative(of: y)
    if dy.number?.isZero == true { return try dx.over(y) }
    if dx.number?.isZero == true { return try x.times(dy).over(y.power(2)).negated() }
    return try dx.times(y).minus(x.times(dy)).over(y.power(2))
  }

  private mutating func power(
    _ whole: Expression, _ base: Expression, _ exponent: Expression
  ) throws(ScalarFailure) -> Expression {
    let db = try derivative(of: base)
    let de = try derivative(of: exponent)
    if de.number?.isZero == true {
      if db.number?.isZero == true { return .zero }
      let lower = try exponent.minus(.one)
      let rest =
        if let number = lower.number { try base.power(number) } else { try base.raised(to: lower) }
      return try exponent.times(rest).times(db)
    }
    let growth = try de.times(.applied(.log, base))
    if db.number?.isZero == true { return try whole.times(growth) }
    return try whole.times(growth.plus(exponent.times(db).over(base)))
  }

  private mutating func binary(
    _ function: BinaryFunction, _ x: Expression, _ y: Expression
  ) throws(ScalarFailure) -> Expression {
    let dx = try derivative(of: x)
    let dy = try derivative(of: y)
    if dx.number?.isZero == true, dy.number?.isZero == true { return .zero }
    switch function {
    case .pow: return try power(x.raised(to: y), x, y)
    case .hypot:
      return try x.times(dx).plus(y.times(dy)).over(.apply(.hypot, x, y))
    case .min, .max:
      // (x + y ± |x − y|)/2
      let difference = try x.minus(y)
      let slope = try dx.minus(dy)
      let corner = try difference.over(.apply(.abs, difference)).times(slope)
      let sum = try dx.plus(dy)
      return try (function == .max ? sum.plus(corner) : sum.minus(corner)).over(2)
    case .atan2, .fmod, .copysign:
      throw ScalarFailure.limit("\(function.rawValue) jumps: it has no derivative everywhere")
    }
  }
}

extension ElementaryFunction {
  /// The derivative at x; `value` is the function of x, for the rules that can use it.
  func derivative(
    at x: Expression, value: Expression
  ) throws(ScalarFailure) -> Expression {
    switch self {
    case .exp, .expm1: return try .applied(.exp, x)
    case .exp2: return try value.times(.apply(.log, 2))
    case .log: return try Expression.one.over(x)
    case .log1p: return try Expression.one.over(Expression.one.plus(x))
    case .log2: return try Expression.one.over(x.times(.apply(.log, 2)))
    case .log10: return try Expression.one.over(x.times(.apply(.log, 10)))
    case .sqrt: return try Expression.one.over(Expression(2).times(value))
    case .cbrt: return try Expression.one.over(Expression(3).times(value.power(2)))
    case .sin: return try .applied(.cos, x)
    case .cos: return try Expression.apply(.sin, x).negated()
    case .tan: return try Expression.one.plus(value.power(2))
    case .asin: return try Expression.one.over(Self.root(of: Expression.one.minus(x.power(2))))
    case .acos:
      return try Expression.one.over(Self.root(of: Expression.one.minus(x.power(2)))).negated()
    case .atan: return try Expression.one.over(Expression.one.plus(x.power(2)))
    case .sinh: return try .applied(.cosh, x)
    case .cosh: return try .applied(.sinh, x)
    case .tanh: return try Expression.one.minus(value.power(2))
    case .asinh: return try Expression.one.over(Self.root(of: x.power(2).plus(.one)))
    case .acosh:
      return try Expression.one.over(
        Self.root(of: x.minus(.one)).times(Self.root(of: x.plus(.one))))
    case .atanh: return try Expression.one.over(Expression.one.minus(x.power(2)))
    case .erf: return try Self.gaussian(at: x)
    case .erfc: return try Self.gaussian(at: x).negated()
    case .abs: return try x.over(value)
    case .tgamma, .lgamma:
      throw ScalarFailure.limit("the derivative of \(rawValue) has no closed form here")
    case .floor, .ceil, .trunc, .round:
      throw ScalarFailure.limit("\(rawValue) jumps: it has no derivative everywhere")
    }
  }

  private static func root(of x: Expression) throws(ScalarFailure) -> Expression {
    try .applied(.sqrt, x)
  }

  /// 2/√π·e^(−x²)
  private static func gaussian(at x: Expression) throws(ScalarFailure) -> Expression {
    try Expression(2).over(.apply(.sqrt, .pi)).times(.applied(.exp, x.power(2).negated()))
  }
}
