extension Expression {
  /// The same function on the same domain with few operations: arithmetic, powers, e^x, ln x, |x|,
  /// sines and cosines, and those special functions that are not made of these. So a program that
  /// checks certificates needs to know no others.
  func inBasicFunctions() throws(ScalarFailure) -> Expression {
    var known: [Expression: Expression] = [:]
    for part in parts where known[part] == nil {
      let children = part.node.children.map { known[$0] ?? $0 }
      known[part] = try Self.basic(part, children)
    }
    return known[self] ?? self
  }

  private static func basic(
    _ expression: Expression, _ children: [Expression]
  ) throws(ScalarFailure) -> Expression {
    switch expression.node {
    case .number, .pi, .variable, .defined: expression
    case .negate: try -children[0]
    case .add: try children[0] + children[1]
    case .subtract: try children[0] - children[1]
    case .multiply: try children[0] * children[1]
    case .divide: try children[0] / children[1]
    case .power: try power(children[0], children[1])
    case .apply(let function, _): try basic(function, children[0])
    case .applyBinary(let function, _, _): try basic(function, children[0], children[1])
    case .restricted: try Expression(.restricted(children[0], toDomainOf: children[1]))
    }
  }

  /// Powers with a rational exponent stay; the others are e^(y·ln x).
  private static func power(_ x: Expression, _ y: Expression) throws(ScalarFailure) -> Expression {
    if let exponent = y.simplified().number { return try x.raised(to: number(exponent)) }
    return try apply(.exp, y * apply(.log, x))
  }

  private static func basic(
    _ function: ElementaryFunction, _ x: Expression
  ) throws(ScalarFailure) -> Expression {
    switch function {
    case .sqrt: try x.raised(to: number(.half))
    case .expm1: try apply(.exp, x) - .one
    case .exp2: try power(2, x)
    case .log1p: try apply(.log, .one + x)
    case .log2: try apply(.log, x) / apply(.log, 2)
    case .log10: try apply(.log, x) / apply(.log, 10)
    case .tan: try apply(.sin, x) / apply(.cos, x)
    case .sinh: try (apply(.exp, x) - apply(.exp, -x)) / 2
    case .cosh: try (apply(.exp, x) + apply(.exp, -x)) / 2
    // No smaller part of x than needed, and no two terms that grow.
    case .tanh: try .one - 2 / (apply(.exp, 2 * x) + .one)
    case .atanh: try (apply(.log, .one + x) - apply(.log, .one - x)) / 2
    // The half of the angle has the tangent sin/(1 + cos).
    case .asin: try 2 * apply(.atan, x / (.one + (.one - x * x).raised(to: number(.half))))
    case .acos: try .pi / 2 - basic(.asin, x)
    case .asinh: try apply(.log, x + (x * x + .one).raised(to: number(.half)))
    case .acosh: try apply(.log, x + (x * x - .one).raised(to: number(.half)))
    case .lgamma: try apply(.log, apply(.abs, apply(.tgamma, x)))
    case .erfc: try .one - apply(.erf, x)
    case .exp, .log, .sin, .cos, .abs, .cbrt, .atan, .erf, .tgamma, .floor, .ceil, .trunc, .round:
      try apply(function, x)
    }
  }

  private static func basic(
    _ function: BinaryFunction, _ x: Expression, _ y: Expression
  ) throws(ScalarFailure) -> Expression {
    switch function {
    case .min: try (x + y - apply(.abs, x - y)) / 2
    case .max: try (x + y + apply(.abs, x - y)) / 2
    case .hypot: try (x * x + y * y).raised(to: number(.half))
    case .pow: try power(x, y)
    case .atan2, .fmod, .copysign: try apply(function, x, y)
    }
  }
}
