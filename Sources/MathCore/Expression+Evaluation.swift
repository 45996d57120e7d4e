extension Expression {
  /// The value in binary64, operation by operation; not a number where a variable has no value.
  public func evaluate(at values: [String: Double]) -> Double {
    (try? evaluate(in: values)) ?? .nan
  }

  /// The value in a number system; shared parts are computed once.
  ///
  /// - Throws: what the number system throws, and `limit` for a variable that has no value.
  public func evaluate<S: Scalar>(in values: [String: S]) throws(ScalarFailure) -> S {
    var evaluation = Evaluation(values: values, memoises: treeSize > 64)
    if evaluation.memoises {
      for part in parts { _ = try evaluation.value(of: part) }
    }
    return try evaluation.value(of: self)
  }

  /// The names in it, sorted.
  public var variables: [String] {
    var names: Set<String> = []
    for part in parts {
      if case .variable(let name) = part.node { names.insert(name) }
    }
    return names.sorted()
  }

  /// The different parts of the expression, itself last: each after its own parts.
  ///
  /// Whoever computes something of each part in this order, with a memo, recurses no deeper than one
  /// step.
  public var parts: [Expression] {
    var result: [Expression] = []
    var seen: Set<ObjectIdentifier> = []
    var open: [(expression: Expression, isExpanded: Bool)] = [(self, false)]
    while let (expression, isExpanded) = open.popLast() {
      if isExpanded {
        result.append(expression)
      } else if seen.insert(expression.identity).inserted {
        open.append((expression, true))
        // The last one pushed comes first.
        for child in expression.node.children.reversed() { open.append((child, false)) }
      }
    }
    return result
  }

  /// The expression with every occurrence of a variable replaced.
  public func replacing(
    _ variable: String, with replacement: Expression
  ) throws(ScalarFailure) -> Expression {
    try replacing(.variable(variable), with: replacement)
  }

  /// The expression with every occurrence of a part, as it is written, replaced.
  public func replacing(
    _ part: Expression, with replacement: Expression
  ) throws(ScalarFailure) -> Expression {
    var substitution = Substitution(target: part, replacement: replacement)
    for part in parts { _ = try substitution.apply(to: part) }
    return try substitution.apply(to: self)
  }
}

private struct Evaluation<S: Scalar> {
  let values: [String: S]
  let memoises: Bool
  var memo: [ObjectIdentifier: S] = [:]

  init(values: [String: S], memoises: Bool) {
    self.values = values
    self.memoises = memoises
  }

  mutating func value(of expression: Expression) throws(ScalarFailure) -> S {
    guard memoises, expression.height > 1 else { return try computed(expression) }
    if let known = memo[expression.identity] { return known }
    let result = try computed(expression)
    memo[expression.identity] = result
    return result
  }

  private mutating func computed(_ expression: Expression) throws(ScalarFailure) -> S {
    switch expression.node {
    case .number(let number): return try Self.literal(number)
    case .pi: return S.pi
    case .defined(let number): return try S.defined(number)
    case .variable(let name):
      guard let value = values[name] else {
        throw ScalarFailure.limit("the variable \(name) has no value")
      }
      return value
    case .negate(let x): return try S.negate(value(of: x))
    case .add(let x, let y): return try S.add(value(of: x), value(of: y))
    case .subtract(let x, let y): return try S.subtract(value(of: x), value(of: y))
    case .multiply(let x, let y): return try S.multiply(value(of: x), value(of: y))
    case .divide(let x, let y): return try S.divide(value(of: x), value(of: y))
    case .power(let x, let y): return try S.apply(.pow, value(of: x), value(of: y))
    case .apply(let function, let x): return try S.apply(function, value(of: x))
    case .applyBinary(let function, let x, let y):
      return try S.apply(function, value(of: x), value(of: y))
    case .restricted(let x, let y):
      return try S.restricted(value(of: x), toDomainOf: value(of: y))
    }
  }
}

extension Evaluation {
  /// Fractions without a finite decimal text become a quotient.
  private static func literal(_ number: Rational) throws(ScalarFailure) -> S {
    if let text = number.decimalText { return S(literal: number.double, text: text) }
    let top = number.numerator
    let bottom = number.denominator
    return try S.divide(
      S(literal: top.double, text: top.description),
      S(literal: bottom.double, text: bottom.description))
  }
}

private struct Substitution {
  let target: Expression
  let replacement: Expression
  var memo: [ObjectIdentifier: Expression] = [:]

  mutating func apply(to expression: Expression) throws(ScalarFailure) -> Expression {
    if let known = memo[expression.identity] { return known }
    let result = expression == target ? replacement : try computed(expression)
    memo[expression.identity] = result
    return result
  }

  private mutating func computed(_ expression: Expression) throws(ScalarFailure) -> Expression {
    switch expression.node {
    case .number, .pi, .defined, .variable: return expression
    case .negate(let x): return try -apply(to: x)
    case .add(let x, let y): return try apply(to: x) + apply(to: y)
    case .subtract(let x, let y): return try apply(to: x) - apply(to: y)
    case .multiply(let x, let y): return try apply(to: x) * apply(to: y)
    case .divide(let x, let y): return try apply(to: x) / apply(to: y)
    case .power(let x, let y): return try apply(to: x).raised(to: apply(to: y))
    case .apply(let function, let x): return try .apply(function, apply(to: x))
    case .applyBinary(let function, let x, let y):
      return try .apply(function, apply(to: x), apply(to: y))
    case .restricted(let x, let y):
      return try Expression(.restricted(apply(to: x), toDomainOf: apply(to: y)))
    }
  }
}
