import Diagnostics
import SwiftEval
import Typesetting

extension Expectation {
  /// The condition as mathematics writes it, each part of a conjunction on its line; nil where it has
  /// no formula.
  func statement(of condition: String) -> FormulaTree? {
    let body = excerpt("{ \(condition) }")
    guard
      let function = context.evaluator.evaluate(expression: body).value?.functionValue,
      let definition = context.evaluator.definition(of: function),
      let formula = try? FunctionFormula(definition, in: context.evaluator).body(),
      formula.isTypesettable
    else { return nil }
    return Self.lines(of: formula) ?? formula
  }

  /// A text of the cell, to be evaluated once more.
  func excerpt(_ text: String) -> Excerpt {
    Excerpt(text, in: call.record.excerpt.file, runs: [Excerpt.Run(start: 0, fileStart: 0)])
  }

  /// Nil for what is no conjunction of relations.
  private static func lines(of formula: FormulaTree) -> FormulaTree? {
    guard case .infix("∧", _) = formula else { return nil }
    var start: FormulaTree?
    var links: [FormulaTree.Link] = []
    for part in conjuncts(of: formula) {
      guard case .relation(let left, let symbol, let right) = part else { return nil }
      links.append(.init(symbol, right, start: start == nil ? nil : left))
      start = start ?? left
    }
    return start.map { .chain($0, links) }
  }

  private static func conjuncts(of formula: FormulaTree) -> [FormulaTree] {
    if case .infix("∧", let parts) = formula { parts.flatMap(conjuncts) } else { [formula] }
  }
}
