/// A line of a derivation: an expression in which some derivatives are not yet worked out.
///
/// What is not worked out stands in the expression as a variable of its own, so that everything that
/// is known of expressions holds for lines too.
public struct DerivationLine: Hashable, Sendable {
  /// What a variable of the line stands for.
  public enum Meaning: Hashable, Sendable {
    case derivative(of: Expression)
    /// The function that is differentiated, by its name.
    case function
  }

  public let expression: Expression
  /// By the variable's name, which no Swift name can be.
  public let meanings: [String: Meaning]

  public init(_ expression: Expression, meanings: [String: Meaning] = [:]) {
    self.expression = expression
    let names = Set(expression.variables)
    self.meanings = meanings.filter { names.contains($0.key) }
  }

  /// The expression in the variable alone, with every derivative worked out by the rules.
  func value(
    of function: Expression, withRespectTo variable: String
  ) throws(ScalarFailure) -> Expression {
    var result = expression
    for name in meanings.keys.sorted() {
      switch meanings[name] {
      case .derivative(let inner)?:
        let slope = try inner.derivative(withRespectTo: variable)
        result = try result.replacing(name, with: slope)
      case .function?: result = try result.replacing(name, with: function)
      case nil: break
      }
    }
    return result
  }
}

extension DerivationLine {
  /// The line with expressions put in the place of variables, where 0 and 1 leave no trace; signs and
  /// numerals stay where the rules put them, to be seen before they are simplified.
  func replacing(
    _ replacements: [String: Expression], adding new: [String: Meaning]
  ) throws(ScalarFailure) -> DerivationLine {
    var insertion = Insertion(replacements: replacements)
    for part in expression.parts { _ = try insertion.apply(to: part) }
    return DerivationLine(
      try insertion.apply(to: expression), meanings: meanings.merging(new) { $1 })
  }
}

/// Shared parts are rebuilt once.
private struct Insertion {
  let replacements: [String: Expression]
  private var memo: [ObjectIdentifier: Expression] = [:]

  init(replacements: [String: Expression]) { self.replacements = replacements }

  mutating func apply(to expression: Expression) throws(ScalarFailure) -> Expression {
    if let known = memo[expression.identity] { return known }
    let result = try rebuilt(expression)
    memo[expression.identity] = result
    return result
  }

  private mutating func rebuilt(_ expression: Expression) throws(ScalarFailure) -> Expression {
    switch expression.node {
    case .number, .pi, .defined: expression
    case .variable(let name): replacements[name] ?? expression
    case .negate(let x): try apply(to: x).written(.negated)
    case .add(let x, let y): try apply(to: x).written(.plus(apply(to: y)))
    case .subtract(let x, let y): try apply(to: x).written(.minus(apply(to: y)))
    case .multiply(let x, let y): try apply(to: x).written(.times(apply(to: y)))
    case .divide(let x, let y): try apply(to: x).written(.over(apply(to: y)))
    case .power(let x, let y): try apply(to: x).raised(to: apply(to: y))
    case .apply(let function, let x): try .apply(function, apply(to: x))
    case .applyBinary(let function, let x, let y):
      try .apply(function, apply(to: x), apply(to: y))
    case .restricted(let x, let y):
      try Expression(.restricted(apply(to: x), toDomainOf: apply(to: y)))
    }
  }
}

extension Expression {
  /// An operation on an expression, as `written` writes it.
  enum WrittenOperation {
    case negated
    case plus(Expression)
    case minus(Expression)
    case times(Expression)
    case over(Expression)
  }

  /// The operation as a person writes it down before simplifying: without neutral elements and double
  /// signs, numerals in front.
  func written(_ operation: WrittenOperation) throws(ScalarFailure) -> Expression {
    switch operation {
    case .negated:
      if case .negate(let opposite) = node { return opposite }
      return number == nil ? try -self : try negated()
    case .plus(let other):
      if number?.isZero == true { return other }
      return other.number?.isZero == true ? self : try self + other
    case .minus(let other):
      if number?.isZero == true { return try other.written(.negated) }
      return other.number?.isZero == true ? self : try self - other
    case .times(let other):
      if number?.isZero == true || other.number?.isZero == true { return .zero }
      if number?.isOne == true { return other }
      if other.number?.isOne == true { return self }
      if number == -1 { return try other.written(.negated) }
      if other.number == -1 { return try written(.negated) }
      return number == nil && other.number != nil ? try other * self : try self * other
    case .over(let other):
      return number?.isZero == true || other.number?.isOne == true ? self : try self / other
    }
  }
}
