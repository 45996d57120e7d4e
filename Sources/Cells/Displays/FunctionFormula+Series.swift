import Diagnostics
import MathCore
import SwiftEval
import Typesetting

/// Loops and `reduce` as sums and products over a range of whole numbers.
extension FunctionFormula {
  /// What a loop does to one variable: the variable's value, then the operation, then the series.
  private struct Accumulation {
    let variable: VariableID
    /// `+`, `-`, `*`, `/`.
    let operation: Character
    var term: FormulaTree
  }

  /// A range of an index.
  private struct Series {
    let index: String
    let from: FormulaTree
    let to: FormulaTree

    func of(_ term: FormulaTree, _ operation: Character) -> FormulaTree {
      let isSum = operation == "+" || operation == "-"
      return .bigOperator(isSum ? .sum : .product, index: index, from: from, to: to, term)
    }
  }

  /// Changes the variables that a loop accumulates.
  mutating func accumulate(_ loop: TypedStatement) throws(Failure) {
    var seen: Set<VariableID> = []
    for part in try accumulations(loop) {
      guard let before = values[part.variable], seen.insert(part.variable).inserted,
        let value = Self.accumulated(before, part.operation, part.term)
      else { throw Self.noSeries(loop.span) }
      values[part.variable] = value
    }
  }

  private static func noSeries(_ span: Span) -> Failure {
    Failure(reason: "this loop is no sum and no product over a range", span: span)
  }

  private mutating func accumulations(
    _ loop: TypedStatement
  ) throws(Failure) -> [Accumulation] {
    guard case .for(let pattern, let sequence, nil, let body, _) = loop.kind,
      case .variable(let index) = pattern, let range = FormulaRange(sequence)
    else { throw Self.noSeries(loop.span) }
    let series = try series(over: range, name(ofLoop: loop.span), sequence.span)
    names[index] = series.index
    let outer = values
    // What the loop changes has another value in each round.
    var changed = AccumulatedVariables(body).variables
    for variable in changed { values[variable] = nil }
    defer { values = outer }
    var result: [Accumulation] = []
    for statement in body {
      switch statement.kind {
      case .binding(.variable(let id), let value?):
        values[id] = try tree(value)
        changed.remove(id)
      case .for: result += try accumulations(statement)
      default: result.append(try accumulation(statement))
      }
    }
    return result.map { part in
      var part = part
      part.term = series.of(part.term, part.operation)
      return part
    }
  }

  /// `s += term`, `s = s + term`
  private func accumulation(_ statement: TypedStatement) throws(Failure) -> Accumulation {
    switch statement.kind {
    case .compoundAssign(let place, let operation, let value) where place.steps.isEmpty:
      guard let symbol = FormulaOperators.symbol(operation.name) else { break }
      return Accumulation(variable: place.root, operation: symbol, term: try tree(value))
    case .assign(let place, let value) where place.steps.isEmpty:
      guard case .intrinsic(let operation, let arguments) = value.kind,
        let symbol = FormulaOperators.symbol(operation.name), arguments.count == 2,
        case .value(let left) = arguments[0], case .value(let right) = arguments[1]
      else { break }
      if left.kind == .variable(place.root) {
        return Accumulation(variable: place.root, operation: symbol, term: try tree(right))
      }
      guard right.kind == .variable(place.root), symbol == "+" || symbol == "*" else { break }
      return Accumulation(variable: place.root, operation: symbol, term: try tree(left))
    default: break
    }
    throw Failure(reason: "this is no term of a sum or product", span: statement.span)
  }

  /// A sum that starts at 0 and a product that starts at 1 are the series alone.
  private static func accumulated(
    _ before: FormulaTree, _ operation: Character, _ series: FormulaTree
  ) -> FormulaTree? {
    switch operation {
    case "+": before.isNumber(0) ? series : .plus(before, series)
    case "-": before.isNumber(0) ? .negate(series) : .minus(before, series)
    case "*": before.isNumber(1) ? series : .times(before, series)
    case "/": .quotient(before, series)
    default: nil
    }
  }

  private func series(
    over range: FormulaRange, _ index: String, _ span: Span
  ) throws(Failure) -> Series {
    guard let lower = range.lower, let upper = range.upper else { throw Self.noSeries(span) }
    var to = try tree(upper)
    if !range.includesUpper {
      if case .int(let end) = upper.kind {
        to = .number(String(end - 1))
      } else {
        to = .minus(to, .number("1"))
      }
    }
    return Series(index: index, from: try tree(lower), to: to)
  }

  /// The name in `for name in …`.
  private func name(ofLoop span: Span) -> String {
    let words = excerpt.text(span).split { !($0.isLetter || $0.isNumber || $0 == "_") }
    guard let keyword = words.firstIndex(of: "for"), words.indices.contains(keyword + 1) else {
      return "k"
    }
    return words[keyword + 1] == "_" ? "k" : String(words[keyword + 1])
  }
}

extension FunctionFormula {
  /// `range.map(f).reduce(0, +)`, `range.reduce(0) { s, k in s + f(k) }`
  func reduction(
    _ sequence: TypedExpression, _ initial: TypedExpression, _ combine: TypedExpression
  ) throws(Failure) -> FormulaTree {
    let failure = Failure(
      reason: "this is no sum and no product over a range", span: sequence.span)
    guard let function = definition(combine), function.parameters.count == 2 else { throw failure }
    var reading = self
    let element = try reading.elements(of: sequence, function)
    let sum = function.parameters[0].variable
    guard let result = function.result, case .intrinsic(let operation, let arguments) = result.kind,
      let symbol = FormulaOperators.symbol(operation.name), symbol == "+" || symbol == "*",
      arguments.count == 2, case .value(let left) = arguments[0],
      case .value(let right) = arguments[1],
      let term = left.kind == .variable(sum)
        ? right : right.kind == .variable(sum) ? left : nil
    else { throw failure }
    reading.values[function.parameters[1].variable] = element.value
    let series = element.series.of(try reading.tree(term), symbol)
    return Self.accumulated(try tree(initial), symbol, series) ?? series
  }

  /// `range.allSatisfy { k in … }`
  func universal(
    _ sequence: TypedExpression, _ predicate: TypedExpression
  ) throws(Failure) -> FormulaTree {
    guard let function = definition(predicate), function.parameters.count == 1,
      let result = function.result
    else { throw Failure(reason: "this condition has no formula", span: predicate.span) }
    var reading = self
    let element = try reading.elements(of: sequence, function)
    reading.values[function.parameters[0].variable] = element.value
    let range = element.series
    return .forAll(
      index: range.index, from: range.from, to: range.to, try reading.tree(result))
  }

  /// The elements of a range, or of what `map` makes of one.
  private mutating func elements(
    of sequence: TypedExpression, _ user: TypedFunction
  ) throws(Failure) -> (series: Series, value: FormulaTree) {
    if let range = FormulaRange(sequence) {
      let names = Self.names(of: user)
      let own = user.parameters.last.flatMap { names[$0.variable] } ?? "k"
      // `$0` has no name of its own.
      let index = ["x", "y"].contains(own) ? "k" : own
      return (try series(over: range, index, sequence.span), .variable(index))
    }
    guard case .intrinsic(let intrinsic, let arguments) = sequence.kind,
      FormulaOperators.plain(intrinsic.name).hasSuffix(".map(_:)"), arguments.count == 2,
      case .value(let inner) = arguments[0], case .value(let transform) = arguments[1],
      let function = definition(transform), let parameter = function.parameters.first,
      let result = function.result
    else {
      throw Failure(
        reason: "this is no sum and no product over a range", span: sequence.span)
    }
    let element = try elements(of: inner, function)
    values[parameter.variable] = element.value
    return (element.series, try tree(result))
  }
}

/// The variables of an outer scope that a loop's body changes.
private struct AccumulatedVariables {
  private(set) var variables: Set<VariableID> = []

  init(_ body: [TypedStatement]) { visit(body) }

  private mutating func visit(_ body: [TypedStatement]) {
    for statement in body {
      switch statement.kind {
      case .assign(let place, _), .compoundAssign(let place, _, _): variables.insert(place.root)
      case .for(_, _, _, let inner, _): visit(inner)
      default: break
      }
    }
  }
}

extension TypedFunction {
  /// What the function returns, where it does nothing else.
  fileprivate var result: TypedExpression? {
    guard body.count == 1 else { return nil }
    switch body[0].kind {
    case .return(let value?), .yield(let value), .expression(let value, _): return value
    default: return nil
    }
  }
}

extension FormulaTree {
  fileprivate func isNumber(_ value: Double) -> Bool {
    if case .number(let text) = self { Double(text) == value } else { false }
  }
}
