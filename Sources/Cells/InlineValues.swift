import Diagnostics
import LessonSyntax
import MathCore
import SwiftEval

/// Checks the text of an inline value against what its expression comes to, or inserts it.
struct InlineValueCheck {
  let value: InlineValue
  let context: CellContext

  func outcome(in file: SourceFile) -> InlineOutcome {
    switch value.scheme {
    case .lit: literal(file)
    case .run: notYet(file)
    case .eval: evaluated(file)
    }
  }

  private func literal(_ file: SourceFile) -> InlineOutcome {
    guard !value.text.isEmpty else {
      report(.emptyLiteral, file, at: value.textSpan)
      return .failed
    }
    return .value(text: value.text, isComputed: false)
  }

  private func notYet(_ file: SourceFile) -> InlineOutcome {
    report(.runValues, file, at: value.expression.span)
    return .failed
  }

  private func evaluated(_ file: SourceFile) -> InlineOutcome {
    let format = InlineFormat(value, file)
    context.diagnostics += format.diagnostics
    let evaluation = context.evaluator.evaluate(expression: value.expression)
    context.diagnostics += evaluation.diagnostics
    guard let result = evaluation.value, format.diagnostics.isEmpty else { return .failed }
    guard let text = PublishedText(result, evaluation.type, of: value.expression, context) else {
      report(.notPublishable(value.expression.text), file, at: value.expression.span)
      return .failed
    }
    if value.text.isEmpty {
      return .value(
        text: text.inserted(format.format, typography: context.typography), isComputed: true)
    }
    switch text.agreement(with: value.text, typography: context.typography) {
    case .matches: return .value(text: value.text, isComputed: true)
    case .differs(let expected):
      stale(expected, text, file)
    case .comparisonFails(let actual):
      context.diagnostics.append(
        Diagnostic(
          .error, .staleValue(value.text, value.expression.text), in: file, at: value.textSpan,
          label: "the value is \(actual)"))
    }
    return .failed
  }

  /// `0.1050 to four decimals (0.10499358540350651…)`
  private func stale(_ expected: String, _ text: PublishedText, _ file: SourceFile) {
    let whole = text.whole
    let digits = expected.split { $0 == "." || $0 == "," }.dropFirst().last
    var label = expected
    if let digits, digits.allSatisfy(\.isNumber), context.typography.decimalSign != "," {
      label += " to \(Self.word(digits.count)) decimal\(digits.count == 1 ? "" : "s")"
    }
    if let whole, whole != expected { label += " (\(whole))" }
    context.diagnostics.append(
      Diagnostic(
        .error, .staleValue(value.text, value.expression.text), in: file, at: value.textSpan,
        label: label, help: ["`lemma fix` rewrites it"],
        edit: Edit(replace: value.textSpan, with: expected)))
  }

  private static func word(_ count: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    return words.indices.contains(count) ? words[count] : String(count)
  }

  private func report(_ message: Diagnostic.Message, _ file: SourceFile, at span: Span) {
    context.diagnostics.append(Diagnostic(.error, message, in: file, at: span))
  }
}

extension Diagnostic.Message {
  static func staleValue(_ text: String, _ expression: String) -> Self {
    Self(id: "stale-value", text: "\(text) is not the value of \(expression)")
  }

  static let emptyLiteral = Self(
    id: "empty-literal", text: "a `lit:` link marks a numeral, and has none")

  static let runValues = Self(
    id: "run-cells", text: "values of run cells are not supported yet: only `eval:` is")

  static func notPublishable(_ expression: String) -> Self {
    Self(
      id: "not-publishable",
      text: "\(expression) is neither a number, a Bool, a String, nor made of these")
  }
}
