import Diagnostics
import MathCore
import SwiftEval
import Typesetting

/// A function of a claim: called, followed as an expression, and written.
struct ClaimFunction {
  let value: FunctionValue
  /// Where it stands in the call.
  let argument: CallText.Argument?
  let variables: [String]
  let context: CellContext
  /// The ways through the function; nil where it cannot be followed.
  let paths: [FunctionPiece]?

  init(
    value: FunctionValue, argument: CallText.Argument?, variables: [String],
    context: CellContext
  ) {
    self.value = value
    self.argument = argument
    self.variables = variables
    self.context = context
    paths = (try? context.evaluator.trace(value, variables: variables))?.paths
  }

  var checked: CheckedFunction {
    CheckedFunction(value: value, context: context)
  }

  // MARK: As it is written

  /// `sigmoid(x)`, or the body of a closure.
  var text: String {
    let arguments = "(\(variables.joined(separator: ", ")))"
    guard let source = argument?.text else { return "f" + arguments }
    if let (name, primes) = Self.named(source) {
      return name + String(repeating: "′", count: primes) + arguments
    }
    guard source.hasPrefix("{") else { return "(\(source))" + arguments }
    let inside = source.dropFirst().dropLast()
    let body = inside.firstRange(of: " in").map { inside[$0.upperBound...] } ?? inside
    return body.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// As mathematics; as the code that it is where it has no formula.
  var formula: FormulaTree {
    if let source = argument?.text, let (name, primes) = Self.named(source) {
      let arguments = variables.map { FormulaTree.variable($0) }
      if primes == 0, arguments.count == 1, let known = ElementaryFunction(rawValue: name) {
        return .elementary(known, arguments[0])
      }
      return .application(name, primes: primes, arguments)
    }
    guard let definition = context.evaluator.definition(of: value),
      let body = try? FunctionFormula(definition, variables: variables, in: context.evaluator)
        .body()
    else { return .code(text) }
    return body
  }

  /// Its derivative by the first variable, as it is written.
  var derivativeFormula: FormulaTree {
    if let source = argument?.text, let (name, primes) = Self.named(source) {
      return .application(name, primes: primes + 1, variables.map { .variable($0) })
    }
    return .derivative(variable: variables[0], formula)
  }

  var derivativeText: String {
    if let source = argument?.text, let (name, primes) = Self.named(source) {
      let marks = String(repeating: "′", count: primes + 1)
      return "\(name)\(marks)(\(variables.joined(separator: ", ")))"
    }
    return "the derivative of \(text)"
  }

  /// `sigmoid`, or `derivative(of: sigmoid)` with the number of derivatives.
  private static func named(_ source: String) -> (name: String, primes: Int)? {
    var rest = Substring(source)
    var primes = 0
    while rest.hasPrefix("derivative(of: "), rest.hasSuffix(")") {
      rest = rest.dropFirst("derivative(of: ".count).dropLast()
      primes += 1
    }
    let isName =
      !rest.isEmpty
      && rest.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "′" }
    return isName ? (String(rest), primes) : nil
  }
}
