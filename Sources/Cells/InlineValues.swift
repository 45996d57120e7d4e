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
    guard let published = PublishedText(result, evaluation.type) else {
      report(.notPublishable(value.expression.text), file, at: value.expression.span)
      return .failed
    }
    do {
      return value.text.isEmpty
        ? try inserted(published, format.format) : try checked(published, file)
    } catch {
      report(error.message, file, at: value.expression.span)
      return .failed
    }
  }

  private func inserted(
    _ published: PublishedText, _ format: ValueFormat
  ) throws(ScalarFailure) -> InlineOutcome {
    let inserted = try published.inserted(format, typography: context.typography)
    try compare(published, place: inserted.place)
    return .value(
      text: inserted.text, isComputed: true, basis: basis(published, inserted.precision))
  }

  private func checked(
    _ published: PublishedText, _ file: SourceFile
  ) throws(ScalarFailure) -> InlineOutcome {
    let (verdict, place, precision) = try published.agreement(
      with: value.text, typography: context.typography)
    switch verdict {
    case .matches:
      try compare(published, place: place)
      return .value(text: value.text, isComputed: true, basis: basis(published, precision))
    case .differs(let expected): stale(expected, published, file)
    case .comparisonFails(let actual):
      context.diagnostics.append(
        Diagnostic(
          .error, .staleValue(value.text, value.expression.text), in: file, at: value.textSpan,
          label: "the value is \(actual)"))
    }
    return .failed
  }

  /// Warns where Swift computes something else than what is shown.
  private func compare(_ published: PublishedText, place: Int?) throws(ScalarFailure) {
    guard let reading = published.reading else { return }
    let expression = value.expression
    try context.compare(
      reading, place: place, in: expression, at: Span(0, expression.text.utf8.count))
  }

  private func basis(_ published: PublishedText, _ precision: Int?) -> NumberBasis? {
    published.reading.map {
      NumberBasis($0.real, precision: precision, source: value.expression.text)
    }
  }

  /// `0.1050 to four decimals (0.10499358540350651…)`
  private func stale(_ expected: String, _ published: PublishedText, _ file: SourceFile) {
    let whole = published.reading?.real.text
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
