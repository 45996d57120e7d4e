import Diagnostics
import MathCore
import SwiftEval
import Typesetting

/// The mathematics of a function's body, as it is written: `let` as definitions, `if`, `switch` and the
/// ternary operator as cases, loops that accumulate as sums and products.
///
/// A `var` stands for what it holds at that point of the body.
struct FunctionFormula {
  let function: TypedFunction
  /// What variables are called in the formula.
  var names: [VariableID: String]
  /// What the variables that change, and those of loops and patterns, stand for.
  var values: [VariableID: FormulaTree] = [:]
  /// What the names of the body stand for, in order.
  var bindings: [FormulaTree.Binding] = []
  /// How many more alternatives there may be: each condition doubles what follows it.
  var remainingAlternatives = 32
  /// Variables that are assigned to after they are declared.
  let changing: Set<VariableID>
  /// Within `asComputed`, where `asReal` rounds.
  private var isComputed = false
  private let evaluator: Evaluator?

  /// What cannot be written as a formula, with its place in the cell.
  struct Failure: Error {
    let reason: String
    let span: Span
  }

  var excerpt: Excerpt { function.excerpt }

  /// - Parameters:
  ///   - variables: names for the parameters; nil for the author's own, and x and y for `$0` and
  ///     `$1`.
  ///   - evaluator: knows the closures of the body; without it they have no formula.
  init(_ function: TypedFunction, variables: [String]? = nil, in evaluator: Evaluator? = nil) {
    self.function = function
    self.evaluator = evaluator
    names = Self.names(of: function, variables)
    var assigned = AssignedVariables()
    assigned.visit(function.body)
    changing = assigned.variables
  }

  /// The names of the parameters in the formula.
  var parameters: [String] { function.parameters.map { names[$0.variable] ?? "x" } }

  /// The value of the function, with what the names in it stand for.
  func body() throws(Failure) -> FormulaTree {
    var reading = self
    let value = try reading.value(of: function.body[...], function.span)
    return reading.bindings.isEmpty ? value : .letting(value, reading.bindings)
  }

  /// What `asComputed` makes of an expression.
  func computed(_ expression: TypedExpression) throws(Failure) -> FormulaTree {
    if isComputed { return try tree(expression) }
    var reading = self
    reading.isComputed = true
    let tree = try reading.tree(expression)
    if case .floatingPoint = tree { return tree }
    return .floatingPoint(.computed, tree)
  }

  /// What `asReal` makes of an expression: where real numbers are meant it changes nothing.
  func real(_ expression: TypedExpression) throws(Failure) -> FormulaTree {
    guard isComputed else { return try tree(expression) }
    var reading = self
    reading.isComputed = false
    let tree = try reading.tree(expression)
    if case .floatingPoint = tree { return tree }
    return .floatingPoint(.rounded, tree)
  }

  /// A closure or a named function as a value.
  func definition(_ expression: TypedExpression) -> TypedFunction? {
    switch expression.kind {
    case .closure(let id), .function(let id): evaluator?.definition(id)
    default: nil
    }
  }

  static func names(
    of function: TypedFunction, _ variables: [String]? = nil
  ) -> [VariableID: String] {
    let own = ParameterNames.names(in: function.excerpt.text(function.span))
    var names: [VariableID: String] = [:]
    for (index, parameter) in function.parameters.enumerated() {
      let written = own.indices.contains(index) ? own[index] : "$\(index)"
      names[parameter.variable] =
        if let variables, variables.indices.contains(index) {
          variables[index]
        } else {
          readable(written)
        }
    }
    return names
  }

  private static func readable(_ name: String) -> String {
    switch name {
    case "$0": "x"
    case "$1": "y"
    case "$2": "z"
    default: name
    }
  }
}

/// The variables that statements assign to.
private struct AssignedVariables {
  private(set) var variables: Set<VariableID> = []

  mutating func visit(_ statements: [TypedStatement]) {
    for statement in statements { visit(statement) }
  }

  private mutating func visit(_ statement: TypedStatement) {
    switch statement.kind {
    case .assign(let place, _), .compoundAssign(let place, _, _): variables.insert(place.root)
    case .assignTuple(let places, _): variables.formUnion(places.compactMap { $0?.root })
    case .binding(.variable(let id), nil): variables.insert(id)
    case .if(_, let then, let otherwise):
      visit(then)
      visit(otherwise)
    case .guard(_, let body), .while(_, let body, _), .repeatWhile(let body, _, _),
      .for(_, _, _, let body, _), .do(let body, _), .defer(let body):
      visit(body)
    case .switch(_, let cases, _): for item in cases { visit(item.body) }
    case .expression, .binding, .function, .break, .continue, .fallthrough, .return, .yield, .error:
      break
    }
  }
}
