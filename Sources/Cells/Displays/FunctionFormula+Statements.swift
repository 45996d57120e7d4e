import Diagnostics
import MathCore
import SwiftEval
import Typesetting

/// Statements, each with those that come after it: what they come to is one formula.
extension FunctionFormula {
  mutating func value(
    of statements: ArraySlice<TypedStatement>, _ span: Span
  ) throws(Failure) -> FormulaTree {
    guard let statement = statements.first else {
      throw Failure(reason: "the function has no value at its end", span: span)
    }
    let rest = statements.dropFirst()
    switch statement.kind {
    case .binding(let pattern, let value): try bind(pattern, value, statement.span)
    case .assign(let place, let value): try assign(place, try tree(value))
    case .compoundAssign(let place, let operation, let value):
      try assign(place, try changed(place, by: operation, try tree(value), statement.span))
    case .for: try accumulate(statement)
    case .return(let value?), .yield(let value): return try tree(value)
    case .expression(let value, _) where rest.isEmpty: return try tree(value)
    case .if(let conditions, let then, let otherwise):
      return try alternatives(
        statement.span, first: then + rest, if: condition(conditions), else: otherwise + rest)
    case .guard(let conditions, let otherwise):
      return try alternatives(
        statement.span, first: Array(rest), if: condition(conditions), else: otherwise)
    case .switch(let subject, let cases, _):
      return try value(of: cases[...], of: tree(subject), rest, statement.span)
    case .do(let body, _): return try value(of: (body + rest)[...], statement.span)
    default: throw Failure(reason: statement.reason, span: statement.span)
    }
    return try value(of: rest, span)
  }

  // MARK: Names

  private mutating func bind(
    _ pattern: TypedPattern, _ value: TypedExpression?, _ span: Span
  ) throws(Failure) {
    guard let value else { return }
    switch (pattern, value.kind) {
    case (.variable(let id), _):
      let tree = try tree(value)
      if changing.contains(id) { values[id] = tree } else { define(id, tree, span) }
    case (.tuple(let patterns), .tuple(let parts)) where patterns.count == parts.count:
      for (pattern, part) in zip(patterns, parts) {
        guard case .variable(let id) = pattern else {
          throw Failure(reason: "this pattern has no formula", span: span)
        }
        values[id] = try tree(part)
      }
    case (.wildcard, _): break
    default: throw Failure(reason: "this pattern has no formula", span: span)
    }
  }

  /// A name with a definition after the formula; where the name is taken already, what it stands for.
  private mutating func define(_ id: VariableID, _ tree: FormulaTree, _ span: Span) {
    let name = name(ofBinding: span)
    if bindings.contains(where: { $0.name == name && $0.value != tree }) {
      values[id] = tree
    } else {
      names[id] = name
      if !bindings.contains(where: { $0.name == name }) { bindings.append(.init(name, tree)) }
    }
  }

  /// The name in `let name = …`.
  private func name(ofBinding span: Span) -> String {
    let words = excerpt.text(span).split { !($0.isLetter || $0.isNumber || $0 == "_") }
    guard let keyword = words.firstIndex(where: { $0 == "let" || $0 == "var" }),
      words.indices.contains(keyword + 1)
    else { return words.first.map(String.init) ?? "t" }
    return String(words[keyword + 1])
  }

  private mutating func assign(_ place: TypedPlace, _ tree: FormulaTree) throws(Failure) {
    guard place.steps.isEmpty else {
      throw Failure(reason: "a change of a part has no formula", span: place.span)
    }
    values[place.root] = tree
  }

  private func changed(
    _ place: TypedPlace, by operation: Intrinsic, _ tree: FormulaTree, _ span: Span
  ) throws(Failure) -> FormulaTree {
    guard let before = values[place.root],
      let made = FormulaOperators.binary(FormulaOperators.plain(operation.name), before, tree)
    else { throw Failure(reason: "this change has no formula", span: span) }
    return made
  }

  // MARK: Alternatives

  private mutating func alternatives(
    _ span: Span, first: [TypedStatement], if condition: FormulaTree, else other: [TypedStatement]
  ) throws(Failure) -> FormulaTree {
    try countAlternative(span)
    let before = values
    let value = try value(of: first[...], span)
    values = before
    let otherwise = try self.value(of: other[...], span)
    return Self.cases(value, if: condition, else: otherwise)
  }

  private mutating func countAlternative(_ span: Span) throws(Failure) {
    remainingAlternatives -= 1
    guard remainingAlternatives >= 0 else {
      throw Failure(reason: "there are too many cases to be read as a formula", span: span)
    }
  }

  static func cases(
    _ value: FormulaTree, if condition: FormulaTree, else other: FormulaTree
  ) -> FormulaTree {
    let first = FormulaTree.Case(value, if: condition)
    if case .cases(let more) = other { return .cases([first] + more) }
    return .cases([first, .init(other, if: nil)])
  }

  /// A `switch` as cases, its last one as what is left: Swift wants every value to have one.
  private mutating func value(
    of cases: ArraySlice<TypedCase>, of subject: FormulaTree,
    _ rest: ArraySlice<TypedStatement>, _ span: Span
  ) throws(Failure) -> FormulaTree {
    guard let first = cases.first else {
      throw Failure(reason: "the function has no value at its end", span: span)
    }
    let before = values
    let condition = try condition(first, of: subject, span)
    let value = try value(of: (first.body + rest)[...], span)
    values = before
    let others = cases.dropFirst()
    guard let condition, !others.isEmpty else { return value }
    try countAlternative(span)
    return Self.cases(
      value, if: condition, else: try self.value(of: others, of: subject, rest, span))
  }
}

extension TypedStatement {
  /// Why it has no formula.
  fileprivate var reason: String {
    switch kind {
    case .while, .repeatWhile: "a loop that runs until something holds has no formula"
    case .assignTuple: "several changes at once have no formula"
    case .function: "a function within a function has no formula"
    case .expression: "a value that is not used has no formula"
    case .return: "a return without a value has no formula"
    case .binding, .assign, .compoundAssign, .if, .guard, .switch, .for, .do, .defer, .break,
      .continue, .fallthrough, .yield, .error:
      "this statement has no formula"
    }
  }
}
