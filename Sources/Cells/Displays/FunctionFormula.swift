import Diagnostics
import MathCore
import SwiftEval
import Typesetting

/// The mathematics of a function's body, as it is written: `let` as definitions, `if` and the ternary
/// operator as cases.
struct FunctionFormula {
  let function: TypedFunction
  /// What the parameters are called in the formula.
  private let names: [VariableID: String]

  /// What cannot be written as a formula, with its place in the cell.
  struct Failure: Error {
    let reason: String
    let span: Span
  }

  private var excerpt: Excerpt { function.excerpt }

  /// - Parameter variables: names for the parameters; nil for the author's own, and x and y for `$0`
  ///   and `$1`.
  init(_ function: TypedFunction, variables: [String]? = nil) {
    self.function = function
    let own = ParameterNames.names(in: function.excerpt.text(function.span))
    var names: [VariableID: String] = [:]
    for (index, parameter) in function.parameters.enumerated() {
      let written = own.indices.contains(index) ? own[index] : "$\(index)"
      names[parameter.variable] =
        if let variables, variables.indices.contains(index) {
          variables[index]
        } else {
          Self.readable(written)
        }
    }
    self.names = names
  }

  /// The names of the parameters in the formula.
  var parameters: [String] { function.parameters.map { names[$0.variable] ?? "x" } }

  private static func readable(_ name: String) -> String {
    switch name {
    case "$0": "x"
    case "$1": "y"
    case "$2": "z"
    default: name
    }
  }

  func body() throws(Failure) -> FormulaTree {
    try value(of: function.body, function.span)
  }

  // MARK: Statements

  private func value(
    of statements: [TypedStatement], _ span: Span
  ) throws(Failure) -> FormulaTree {
    var bindings: [FormulaTree.Binding] = []
    for (index, statement) in statements.enumerated() {
      let rest = Array(statements[(index + 1)...])
      switch statement.kind {
      case .binding(.variable, let value?):
        bindings.append(.init(name(ofBinding: statement.span), try tree(value)))
      case .return(let value?), .yield(let value):
        return letting(try tree(value), bindings)
      case .expression(let value, _) where rest.isEmpty:
        return letting(try tree(value), bindings)
      case .if(let conditions, let then, let otherwise):
        let other = try value(of: otherwise.isEmpty ? rest : otherwise, statement.span)
        return letting(
          cases(try value(of: then, statement.span), if: try condition(conditions), else: other),
          bindings)
      case .guard(let conditions, let otherwise):
        return letting(
          cases(
            try value(of: rest, statement.span), if: try condition(conditions),
            else: try value(of: otherwise, statement.span)), bindings)
      default:
        throw Failure(reason: "this statement has no formula", span: statement.span)
      }
    }
    throw Failure(reason: "the function has no value at its end", span: span)
  }

  private func letting(_ tree: FormulaTree, _ bindings: [FormulaTree.Binding]) -> FormulaTree {
    bindings.isEmpty ? tree : .letting(tree, bindings, word: "where")
  }

  private func cases(
    _ value: FormulaTree, if condition: FormulaTree, else other: FormulaTree
  ) -> FormulaTree {
    let first = FormulaTree.Case(value, if: condition)
    if case .cases(let more) = other { return .cases([first] + more) }
    return .cases([first, .init(other, if: .text("otherwise"))])
  }

  private func condition(_ conditions: [TypedCondition]) throws(Failure) -> FormulaTree {
    var parts: [FormulaTree] = []
    for condition in conditions {
      guard case .expression(let expression) = condition else {
        throw Failure(reason: "a pattern has no formula", span: function.span)
      }
      parts.append(try tree(expression))
    }
    return parts.count == 1 ? parts[0] : .infix("∧", parts)
  }

  /// The name in `let name = …`.
  private func name(ofBinding span: Span) -> String {
    let words = excerpt.text(span).split { !($0.isLetter || $0.isNumber || $0 == "_") }
    guard let keyword = words.firstIndex(where: { $0 == "let" || $0 == "var" }),
      words.indices.contains(keyword + 1)
    else { return words.first.map(String.init) ?? "t" }
    return String(words[keyword + 1])
  }

  // MARK: Expressions

  private func tree(_ expression: TypedExpression) throws(Failure) -> FormulaTree {
    switch expression.kind {
    case .int(let value): return .number(String(value))
    case .double(_, let literal): return .number(literal)
    case .variable(let id): return .variable(names[id] ?? excerpt.text(expression.span))
    case .ternary(let test, let a, let b):
      return cases(try tree(a), if: try tree(test), else: try tree(b))
    case .and(let a, let b): return .infix("∧", [try tree(a), try tree(b)])
    case .or(let a, let b): return .infix("∨", [try tree(a), try tree(b)])
    case .tuple(let parts):
      var trees: [FormulaTree] = []
      for part in parts { trees.append(try tree(part)) }
      return .tuple(trees)
    case .tupleElement(let base, _):
      let name = excerpt.text(Span(base.span.end, expression.span.end)).drop { $0 == "." }
      return .indexed(try tree(base), [.text(String(name))])
    case .call(_, let arguments):
      return .application(callee(expression), primes: 0, try values(arguments))
    case .callValue(let callee, let arguments):
      let (name, primes) = try derivative(callee)
      return .application(name, primes: primes, try values(arguments))
    case .intrinsic(let intrinsic, let arguments):
      return try self.intrinsic(intrinsic.name, arguments, expression)
    case .conditional(let statements): return try value(of: statements, expression.span)
    default: throw Failure(reason: "this expression has no formula", span: expression.span)
    }
  }

  private func values(_ arguments: [TypedArgument]) throws(Failure) -> [FormulaTree] {
    var trees: [FormulaTree] = []
    for argument in arguments {
      guard case .value(let value) = argument else {
        throw Failure(reason: "an inout argument has no formula", span: function.span)
      }
      trees.append(try tree(value))
    }
    return trees
  }

  /// The name before the parenthesis of a call.
  private func callee(_ expression: TypedExpression) -> String {
    String(excerpt.text(expression.span).prefix { $0 != "(" && !$0.isWhitespace })
  }

  /// f′ for `derivative(of: f)`, a name for any other function.
  private func derivative(_ callee: TypedExpression) throws(Failure) -> (String, primes: Int) {
    switch callee.kind {
    case .intrinsic(let intrinsic, let arguments)
    where intrinsic.name.hasPrefix("derivative(of:)"):
      guard case .value(let inner)? = arguments.first else { break }
      let (name, primes) = try derivative(inner)
      return (name, primes + 1)
    case .variable, .function: return (excerpt.text(callee.span), 0)
    // A function of the library as a value.
    case .closure where excerpt.text(callee.span).allSatisfy({ $0.isLetter || $0.isNumber }):
      return (excerpt.text(callee.span), 0)
    default: break
    }
    throw Failure(reason: "a function that is made here has no name", span: callee.span)
  }

  private func intrinsic(
    _ name: String, _ arguments: [TypedArgument], _ expression: TypedExpression
  ) throws(Failure) -> FormulaTree {
    if name.hasPrefix("derivative(at:of:)"), arguments.count == 2,
      case .value(let point) = arguments[0], case .value(let function) = arguments[1]
    {
      let (inner, primes) = try derivative(function)
      return .application(inner, primes: primes + 1, [try tree(point)])
    }
    let operands = try values(arguments)
    let plain = name.split(separator: "#").first.map(String.init) ?? name
    if operands.count == 1, let made = Self.unary(plain, operands[0]) { return made }
    if operands.count == 2, let made = Self.binary(plain, operands[0], operands[1]) { return made }
    if operands.isEmpty, plain.hasSuffix(".pi") { return .symbol("π") }
    if operands.isEmpty, plain.hasSuffix(".infinity") { return .symbol("∞") }
    throw Failure(reason: "\(plain) has no formula", span: expression.span)
  }

  private static func unary(_ name: String, _ x: FormulaTree) -> FormulaTree? {
    if name.hasSuffix("prefix -(_:)") { return .negate(x) }
    if name.hasSuffix("prefix +(_:)") { return x }
    if name.hasSuffix("prefix !(_:)") { return .prefix("¬", x) }
    if name == "abs(_:)" || name.hasSuffix(".magnitude") { return .absolute(x) }
    if name == "Double.squareRoot()" { return .root(x, degree: nil) }
    if name == "Double.init(_:)" || name == "asComputed(_:)" || name == "asReal(_:)" { return x }
    guard name.hasSuffix("(_:)"),
      let function = ElementaryFunction(rawValue: String(name.dropLast(4)))
    else { return nil }
    return .elementary(function, x)
  }

  private static func binary(_ name: String, _ x: FormulaTree, _ y: FormulaTree) -> FormulaTree? {
    guard name.hasSuffix("(_:_:)") else { return nil }
    let base = String(name.dropLast(6))
    if base == "pow" { return .power(x, y) }
    if let function = BinaryFunction(rawValue: base) { return .elementaryPair(function, x, y) }
    guard let symbol = base.split(separator: ".").last, base.contains(".") || symbol == base else {
      return nil
    }
    return switch symbol {
    case "+": .plus(x, y)
    case "-": .minus(x, y)
    case "*": .times(x, y)
    case "/": .quotient(x, y)
    case "%": .infix("mod", [x, y])
    case "<": .relation(x, "<", y)
    case ">": .relation(x, ">", y)
    case "<=": .relation(x, "≤", y)
    case ">=": .relation(x, "≥", y)
    case "==": .relation(x, "=", y)
    case "!=": .relation(x, "≠", y)
    default: nil
    }
  }
}
