/// What leads from one line of a derivation to the next.
public enum DerivationRule: Hashable, Sendable {
  /// (m·x + b)′ = m
  case linear
  /// (u ± v)′ = u′ ± v′
  case sum
  /// (c·u)′ = c·u′
  case constantFactor
  /// (u·v)′ = u′·v + u·v′
  case product
  /// (u/v)′ = (u′·v − u·v′)/v²
  case quotient
  /// (1/v)′ = −v′/v²
  case reciprocal
  /// (uⁿ)′ = n·uⁿ⁻¹·u′
  case power
  /// (aᵘ)′ = aᵘ·ln a·u′
  case exponential
  /// uᵛ = e^(v·ln u), so that its derivative is uᵛ·(v·ln u)′
  case generalPower
  /// The derivative of one function.
  case function(ElementaryFunction)
  /// The line is written in another way.
  case simplification
  /// The function itself is found in its derivative.
  case recognition
}

extension Derivation.Step {
  /// What a rule for one function says, in x, or with the chain rule in u: (sin u)′ = cos u·u′; nil for
  /// rules that have names.
  public var law: (function: Expression, derivative: Expression)? {
    let u = Expression.variable(isChained ? "u" : "x")
    let inner = isChained ? Expression.variable("u′") : .one
    do {
      switch rule {
      case .function(let function):
        let value = try Expression.apply(function, u)
        return (value, try function.derivative(at: u, value: value).chained(to: inner))
      case .exponential:
        let power = try Expression.variable("a").raised(to: u)
        return (power, try power.times(.apply(.log, .variable("a"))).chained(to: inner))
      case .linear, .sum, .constantFactor, .product, .quotient, .reciprocal, .power, .generalPower,
        .simplification, .recognition:
        return nil
      }
    } catch {
      return nil
    }
  }
}

/// A rule applied to an expression.
struct AppliedRule {
  let rule: DerivationRule
  /// The rule is one for a function of x, applied to a function of another expression.
  var isChained = false
  /// The derivative that it gives, with a variable for each derivative that it leaves.
  let result: Expression
}

/// Differentiates one operation at a time.
struct RuleApplication {
  let variable: String
  /// The next number for a derivative that is left.
  private(set) var count = 0
  /// What is left, since `takePending` was called.
  private var pending: [(name: String, of: Expression)] = []

  init(variable: String) { self.variable = variable }

  /// The derivatives that rules have left, in the order in which they stand.
  mutating func takePending() -> [(name: String, of: Expression)] {
    defer { pending = [] }
    return pending
  }

  /// The derivative of an expression by its outermost operation.
  mutating func apply(to expression: Expression) throws(ScalarFailure) -> AppliedRule {
    if let slope = slope(of: expression) {
      return AppliedRule(rule: .linear, result: slope)
    }
    if let monomial = try monomial(expression) { return monomial }
    switch expression.node {
    case .number, .pi, .variable, .defined: return AppliedRule(rule: .linear, result: .zero)
    case .negate:
      return AppliedRule(rule: .constantFactor, result: try withoutConstants(expression))
    case .add, .subtract: return AppliedRule(rule: .sum, result: try sum(expression))
    case .multiply(let u, let v) where isConstant(u) || isConstant(v):
      return AppliedRule(rule: .constantFactor, result: try withoutConstants(expression))
    case .divide(_, let v) where isConstant(v):
      return AppliedRule(rule: .constantFactor, result: try withoutConstants(expression))
    case .multiply(let u, let v): return try product(u, v)
    case .divide(let u, let v): return try quotient(u, v)
    case .power(let base, let exponent), .applyBinary(.pow, let base, let exponent):
      return try power(expression, base, exponent)
    case .apply(let function, let u):
      let outer = try function.derivative(at: u, value: expression)
      return AppliedRule(
        rule: .function(function), isChained: isChained(u),
        result: try outer.chained(to: left(u)))
    case .restricted(let u, _): return try apply(to: u)
    case .applyBinary(.hypot, let u, let v):
      let root = try Expression.apply(.sqrt, u.power(2) + v.power(2))
      return AppliedRule(rule: .simplification, result: left(root))
    case .applyBinary(let function, _, _):
      throw ScalarFailure.limit("\(function.rawValue) has no derivation: it has corners or jumps")
    }
  }
}

extension RuleApplication {
  /// The derivative of a part: at once where the part is linear, else left for another line.
  private mutating func left(_ part: Expression) -> Expression {
    if let slope = slope(of: part) { return slope }
    let name = "d/d\(variable) \(count)"
    count += 1
    pending.append((name, part))
    return .variable(name)
  }

  private func isChained(_ part: Expression) -> Bool { part != .variable(variable) }

  private func isConstant(_ part: Expression) -> Bool { !part.variables.contains(variable) }

  /// m of m·x + b.
  private func slope(of part: Expression) -> Expression? {
    if isConstant(part) { return .zero }
    guard let form = LinearForm(part), form.variable == variable else { return nil }
    return Expression(form.slope)
  }

  /// c·xⁿ at once.
  private func monomial(_ expression: Expression) throws(ScalarFailure) -> AppliedRule? {
    var (factor, rest) = (Rational.one, expression)
    while let (part, number) = rest.numericFactor { (factor, rest) = (factor * number, part) }
    guard case .power(let base, let exponent) = rest.node, base == .variable(variable),
      let n = exponent.number, !factor.isOne
    else { return nil }
    let power = try Expression.variable(variable).power(n - .one)
    return AppliedRule(rule: .power, result: try Expression(factor * n).written(.times(power)))
  }

  /// Every constant factor and divisor at once.
  private mutating func withoutConstants(
    _ expression: Expression
  ) throws(ScalarFailure) -> Expression {
    switch expression.node {
    case .negate(let u): return try withoutConstants(u).written(.negated)
    case .multiply(let u, let v) where isConstant(u):
      return try u.written(.times(withoutConstants(v)))
    case .multiply(let u, let v) where isConstant(v):
      return try v.written(.times(withoutConstants(u)))
    case .divide(let u, let v) where isConstant(v):
      return try withoutConstants(u).written(.over(v))
    default: return left(expression)
    }
  }

  /// All terms at once.
  private mutating func sum(_ expression: Expression) throws(ScalarFailure) -> Expression {
    switch expression.node {
    case .add(let u, let v): return try sum(u).written(.plus(left(v)))
    case .subtract(let u, let v): return try sum(u).written(.minus(left(v)))
    default: return left(expression)
    }
  }

  private mutating func product(
    _ u: Expression, _ v: Expression
  ) throws(ScalarFailure) -> AppliedRule {
    let first = try left(u).written(.times(v))
    return AppliedRule(
      rule: .product, result: try first.written(.plus(u.written(.times(left(v))))))
  }

  private mutating func quotient(
    _ u: Expression, _ v: Expression
  ) throws(ScalarFailure) -> AppliedRule {
    let square = try v.squared()
    if isConstant(u) {
      let quotient = try u.written(.times(left(v))).written(.over(square))
      return AppliedRule(rule: .reciprocal, result: try quotient.written(.negated))
    }
    let first = try left(u).written(.times(v))
    let difference = try first.written(.minus(u.written(.times(left(v)))))
    return AppliedRule(rule: .quotient, result: try difference.written(.over(square)))
  }

  private mutating func power(
    _ whole: Expression, _ base: Expression, _ exponent: Expression
  ) throws(ScalarFailure) -> AppliedRule {
    if isConstant(exponent) {
      let lower = try exponent.minus(.one)
      let rest =
        if let number = lower.number { try base.power(number) } else { try base.raised(to: lower) }
      let outer = try exponent.written(.times(rest))
      return AppliedRule(
        rule: .power, isChained: isChained(base), result: try outer.written(.times(left(base))))
    }
    if isConstant(base) {
      let outer = try whole.written(.times(.applied(.log, base)))
      return AppliedRule(
        rule: .exponential, isChained: isChained(exponent),
        result: try outer.written(.times(left(exponent))))
    }
    let logarithm = try exponent.written(.times(.applied(.log, base)))
    return AppliedRule(
      rule: .generalPower, result: try whole.written(.times(left(logarithm))))
  }
}

extension Expression {
  /// The derivative of the outer function times that of the inner one; (ln u)′ is u′/u.
  fileprivate func chained(to inner: Expression) throws(ScalarFailure) -> Expression {
    guard inner != .one, case .divide(let above, let below) = node, above == .one else {
      return try written(.times(inner))
    }
    return try inner.written(.over(below))
  }

  /// (u²)² is u⁴.
  fileprivate func squared() throws(ScalarFailure) -> Expression {
    if case .power(let base, let exponent) = node, let number = exponent.number, number.isInteger {
      return try base.power(number + number)
    }
    return try power(2)
  }

  /// A numeral that the expression is multiplied with, or −1, and the rest.
  fileprivate var numericFactor: (rest: Expression, number: Rational)? {
    switch node {
    case .negate(let x): (x, -1)
    case .multiply(let c, let x): c.number.map { (x, $0) } ?? x.number.map { (c, $0) }
    case .divide(let x, let c): c.number?.inverse.map { (x, $0) }
    default: nil
    }
  }
}
