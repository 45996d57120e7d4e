import Diagnostics
import Markup
import SwiftEval
import Typesetting

/// Typesets `Formula(f)`: name, parameters, and what the body says.
struct FormulaDisplay {
  let call: RecordCall
  let context: CellContext

  /// MathML in display style; nil where there is no formula, which is reported.
  func output() -> Element? {
    guard let function = call.function("function"),
      let definition = context.evaluator.definition(of: function)
    else {
      report("only a function that stands in the lesson has a formula", at: nil)
      return nil
    }
    let formula = FunctionFormula(definition, in: context.evaluator)
    let parameters = formula.parameters.map { FormulaTree.variable($0) }
    do {
      let body = try formula.body()
      guard body.isTypesettable else {
        report("it is nested too deeply to be read as a formula", at: nil)
        return nil
      }
      let head = FormulaTree.application(definition.name ?? "f", primes: 0, parameters)
      let equation = Self.equation(head, body)
      let explanation = context.words.explanation(of: equation).map { "(\($0))" }
      return (explanation.map { .remark(equation, $0) } ?? equation)
        .mathML(display: true, notation: context.settings.notation)
    } catch {
      report(error.reason, at: definition.excerpt.span(error.span))
      return nil
    }
  }

  /// Definitions come after the equation, not within it.
  private static func equation(_ head: FormulaTree, _ body: FormulaTree) -> FormulaTree {
    guard case .letting(let value, let bindings) = body else {
      return .relation(head, "=", body)
    }
    return .letting(.relation(head, "=", value), bindings)
  }

  private func help(_ span: Span) -> String {
    let location = call.record.excerpt.file.location(at: span.start)
    return "it is about line \(location.line), column \(location.column)"
  }

  private func report(_ reason: String, at place: Span?) {
    context.report(
      .noFormula(reason), in: call.record.excerpt, at: call.record.span,
      help: place.map { [help($0)] } ?? [])
  }
}

extension Diagnostic.Message {
  static func noFormula(_ reason: String) -> Self {
    Self(id: "no-formula", text: "there is no formula: \(reason)")
  }
}
