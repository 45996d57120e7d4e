extension Expression {
  /// A shorter way to write it: numerals combined, like terms and powers collected, neutral elements
  /// left out, minus signs in front.
  ///
  /// Equal to the expression wherever that is defined; it can be defined at more points (x/x becomes
  /// 1, and a restriction goes). Products of sums are not multiplied out. Simplifying again changes nothing. An expression
  /// that would get too high stays as it is.
  public func simplified() -> Expression {
    var current = self
    for _ in 0..<6 {
      var simplification = Simplification()
      guard let next = try? simplification.simplified(all: current) else { return current }
      if next == current { return current }
      current = next
    }
    return current
  }
}

/// Works from the leaves up; shared parts are simplified once.
private struct Simplification {
  private var memo: [ObjectIdentifier: Expression] = [:]

  mutating func simplified(all expression: Expression) throws(ScalarFailure) -> Expression {
    for part in expression.parts { _ = try simplified(part) }
    return try simplified(expression)
  }

  private mutating func simplified(_ expression: Expression) throws(ScalarFailure) -> Expression {
    if let known = memo[expression.identity] { return known }
    let result = try computed(expression)
    memo[expression.identity] = result
    return result
  }

  private mutating func computed(_ expression: Expression) throws(ScalarFailure) -> Expression {
    switch expression.node {
    case .number, .pi, .variable, .defined: return expression
    case .negate(let x):
      var product = try ProductForm(simplified(x))
      product.coefficient = -product.coefficient
      return try product.expression()
    case .add(let x, let y): return try sum(x, y, isDifference: false).expression()
    case .subtract(let x, let y): return try sum(x, y, isDifference: true).expression()
    case .multiply(let x, let y):
      var product = try ProductForm(simplified(x))
      try product.multiply(by: ProductForm(simplified(y)), exponent: 1)
      return try product.expression()
    case .divide(let x, let y):
      let divisor = try simplified(y)
      guard divisor.number?.isZero != true else { return try simplified(x) / divisor }
      return try quotient(x, by: divisor)
    case .power(let base, let exponent):
      return try power(simplified(base), simplified(exponent))
    case .apply(let function, let x): return try function.simplified(at: simplified(x))
    case .applyBinary(let function, let x, let y):
      let (x, y) = (try simplified(x), try simplified(y))
      if let a = x.number, let b = y.number,
        let value = Expression.folded(function.rationalValue(at: a, b))
      {
        return value
      }
      return try .apply(function, x, y)
    case .restricted(let x, _): return try simplified(x)
    }
  }

  private mutating func sum(
    _ x: Expression, _ y: Expression, isDifference: Bool
  ) throws(ScalarFailure) -> SumForm {
    var sum = SumForm()
    try sum.add(simplified(x), isNegative: false)
    try sum.add(simplified(y), isNegative: isDifference)
    return sum
  }

  /// A sum above the bar is written in the way that leaves the shortest quotient: factors that it
  /// has in common with the divisor go.
  private mutating func quotient(
    _ x: Expression, by divisor: Expression
  ) throws(ScalarFailure) -> Expression {
    let inverse = try ProductForm(divisor)
    func over(_ dividend: Expression) throws(ScalarFailure) -> Expression {
      var product = try ProductForm(dividend)
      try product.multiply(by: inverse, exponent: -1)
      return try product.expression()
    }
    var best = try over(simplified(x))
    var dividends: [Expression] = []
    switch x.node {
    case .add(let a, let b): dividends += try sum(a, b, isDifference: false).variants()
    case .subtract(let a, let b): dividends += try sum(a, b, isDifference: true).variants()
    default: break
    }
    for dividend in dividends {
      let quotient = try over(dividend)
      if quotient.writtenLength < best.writtenLength { best = quotient }
    }
    return best
  }

  private func power(
    _ base: Expression, _ exponent: Expression
  ) throws(ScalarFailure) -> Expression {
    guard let value = exponent.number else { return try base.raised(to: exponent) }
    if let number = base.number,
      let folded = Expression.folded(BinaryFunction.pow.rationalValue(at: number, value))
    {
      return folded
    }
    if value.isOne { return base }
    if value.isZero { return .one }
    guard value.isInteger, base.number?.isZero != true else {
      return try base.raised(to: exponent)
    }
    var product = ProductForm()
    try product.multiply(by: ProductForm(base), exponent: value)
    return try product.expression()
  }
}

extension ElementaryFunction {
  /// Of a simplified argument.
  fileprivate func simplified(at x: Expression) throws(ScalarFailure) -> Expression {
    if let value = x.number, let result = Expression.folded(rationalValue(at: value)) {
      return result
    }
    switch (self, x.node) {
    case (.log, .apply(.exp, let inner)), (.exp, .apply(.log, let inner)): return inner
    case (.abs, .apply(.abs, _)), (.abs, .apply(.exp, _)), (.abs, .apply(.sqrt, _)): return x
    default: break
    }
    switch self {
    case .sin, .tan, .asin, .atan, .sinh, .tanh, .asinh, .atanh, .erf, .cbrt:
      if let opposite = try Self.opposite(of: x) { return try -(.apply(self, opposite)) }
    case .cos, .cosh, .abs:
      if let opposite = try Self.opposite(of: x) { return try .apply(self, opposite) }
    default: break
    }
    return try .apply(self, x)
  }

  /// −x, where x is written with a minus sign in front.
  private static func opposite(of x: Expression) throws(ScalarFailure) -> Expression? {
    if case .negate(let inner) = x.node { return inner }
    if let value = x.number, value.sign < 0 { return Expression(-value) }
    return nil
  }
}
