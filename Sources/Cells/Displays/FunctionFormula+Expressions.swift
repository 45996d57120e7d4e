import Diagnostics
import MathCore
import SwiftEval
import Typesetting

extension FunctionFormula {
  func tree(_ expression: TypedExpression) throws(Failure) -> FormulaTree {
    switch expression.kind {
    case .int(let value): return .number(String(value))
    case .double(_, let literal): return .number(literal)
    case .variable(let id): return try variable(id, expression)
    case .ternary(let test, let a, let b):
      return Self.cases(try tree(a), if: try tree(test), else: try tree(b))
    case .and(let a, let b): return .infix("∧", [try tree(a), try tree(b)])
    case .or(let a, let b): return .infix("∨", [try tree(a), try tree(b)])
    case .tuple(let parts):
      var trees: [FormulaTree] = []
      for part in parts { trees.append(try tree(part)) }
      return .tuple(trees)
    case .tupleElement(let base, _):
      let name = excerpt.text(Span(base.span.end, expression.span.end)).drop { $0 == "." }
      return name.allSatisfy(\.isNumber)
        ? .indexed(try tree(base), [.text(String(name))]) : .member(try tree(base), String(name))
    case .call(_, let arguments):
      return .application(callee(expression), primes: 0, try values(arguments))
    case .callValue(let callee, let arguments):
      let (name, primes) = try derivative(callee)
      return .application(name, primes: primes, try values(arguments))
    case .intrinsic(let intrinsic, let arguments):
      return try self.intrinsic(FormulaOperators.plain(intrinsic.name), arguments, expression)
    case .conditional(let statements):
      var reading = self
      return try reading.value(of: statements[...], expression.span)
    default: throw Failure(reason: "this expression has no formula", span: expression.span)
    }
  }

  private func variable(
    _ id: VariableID, _ expression: TypedExpression
  ) throws(Failure) -> FormulaTree {
    if let value = values[id] { return value }
    guard !changing.contains(id) else {
      throw Failure(
        reason: "it depends on what the loop has made before", span: expression.span)
    }
    return .variable(names[id] ?? excerpt.text(expression.span))
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
    let inner = arguments.compactMap { argument -> TypedExpression? in
      if case .value(let value) = argument { value } else { nil }
    }
    if name == "derivative(at:of:)", inner.count == 2 {
      let (function, primes) = try derivative(inner[1])
      return .application(function, primes: primes + 1, [try tree(inner[0])])
    }
    if name == "asComputed(_:)", inner.count == 1 { return try computed(inner[0]) }
    if name == "asReal(_:)", inner.count == 1 { return try real(inner[0]) }
    if name.hasSuffix(".reduce(_:_:)"), inner.count == 3 {
      return try reduction(inner[0], inner[1], inner[2])
    }
    if name.hasSuffix(".allSatisfy(_:)"), inner.count == 2 {
      return try universal(inner[0], inner[1])
    }
    if name.hasSuffix("~=(_:_:)") || name.hasSuffix(".contains(_:)"), inner.count == 2 {
      return try membership(inner[0], inner[1])
    }
    let operands = try values(arguments)
    let made: FormulaTree? =
      switch operands.count {
      case 0: FormulaOperators.constant(name)
      case 1: FormulaOperators.unary(name, operands[0])
      case 2: FormulaOperators.binary(name, operands[0], operands[1])
      default: nil
      }
    guard let made else {
      throw Failure(reason: "\(name) has no formula", span: expression.span)
    }
    return made
  }
}
