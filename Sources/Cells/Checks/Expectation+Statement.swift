import Diagnostics
import Markup
import SwiftEval
import Typesetting

extension Expectation {
  /// The condition as mathematics writes it; nil where it has no formula.
  func statement(of condition: String) -> Element? {
    let body = excerpt("{ \(condition) }")
    guard
      let function = context.evaluator.evaluate(expression: body).value?.functionValue,
      let definition = context.evaluator.definition(of: function),
      let formula = try? FunctionFormula(definition, in: context.evaluator).body(),
      formula.isTypesettable
    else { return nil }
    let words = StatementWords.words(for: context.settings.language)
    return words.explained(formula).mathML(display: true)
  }

  /// A text of the cell, to be evaluated once more.
  func excerpt(_ text: String) -> Excerpt {
    Excerpt(text, in: call.record.excerpt.file, runs: [Excerpt.Run(start: 0, fileStart: 0)])
  }
}
