import Diagnostics
import LessonSyntax
import MathCore
import SwiftEval

/// Checks the text of an inline value against what its expression comes to, or inserts it.
struct InlineValueCheck {
  let value: InlineValue
  let context: CellContext
  /// Set where a slider has another value than its own: the author's text says then how the value is
  /// written, not what it is.
  var frameText: FrameText?

  enum FrameText {
    /// To the digits of the author's text.
    case asWritten
    /// As with no text, which is how the author wrote it, too.
    case asInserted
  }

  func outcome(in file: SourceFile) -> InlineOutcome {
    switch value.scheme {
    case .lit: literal(file)
    case .eval: published(file) { evaluated(file) }
    case .run: published(file) { recorded(file) }
    }
  }

  private func literal(_ file: SourceFile) -> InlineOutcome {
    guard !value.text.isEmpty else {
      report(.emptyLiteral, file, at: value.textSpan)
      return .failed
    }
    return .value(text: value.text, isComputed: false)
  }

  /// What a run cell printed; nil where there is nothing, which is reported.
  private func recorded(_ file: SourceFile) -> PublishedText? {
    do {
      return PublishedText(
        printed: try PrintedValue(value.expression.text, in: context.runs).text)
    } catch {
      guard let message = error.message else { return nil }
      report(message, file, at: value.expression.span, help: error.help)
      return nil
    }
  }

  private func evaluated(_ file: SourceFile) -> PublishedText? {
    let evaluation = context.evaluator.evaluate(expression: value.expression)
    context.diagnostics += evaluation.diagnostics
    guard let result = evaluation.value else { return nil }
    guard let published = PublishedText(result, evaluation.type) else {
      report(.notPublishable(value.expression.text), file, at: value.expression.span)
      return nil
    }
    return published
  }

  private func published(
    _ file: SourceFile, _ find: () -> PublishedText?
  ) -> InlineOutcome {
    let format = InlineFormat(value, file)
    context.diagnostics += format.diagnostics
    guard let published = find(), format.diagnostics.isEmpty else { return .failed }
    do {
      return value.text.isEmpty || frameText == .asInserted
        ? try inserted(published, format.format) : try checked(published, file)
    } catch {
      report(error.message, file, at: value.expression.span)
      return .failed
    }
  }

  /// Whether the author's text is what would be inserted where there is none: `1`, or `0.25`.
  func isAsInserted() -> Bool {
    guard value.scheme == .eval, !value.text.isEmpty,
      let result = context.evaluator.evaluate(expression: value.expression).value,
      let published = PublishedText(result, .double)
    else { return false }
    let inserted = try? published.inserted(ValueFormat(), typography: context.typography)
    return inserted?.text == value.text
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
    case .differs(let expected):
      if frameText != nil {
        try compare(published, place: place)
        return .value(text: expected, isComputed: true, basis: basis(published, precision))
      }
      stale(expected, published, file)
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
    guard let real = published.reading?.real else { return nil }
    switch value.scheme {
    case .run: return NumberBasis(.recorded)
    case .eval, .lit:
      return NumberBasis(real, precision: precision, source: value.expression.text)
    }
  }

  /// What a text would be as Markdown, the escapes that it needs included.
  private static func markdown(_ text: String) -> String {
    text.map { "\\`*_[]<>&$~|".contains($0) ? "\\\($0)" : String($0) }.joined()
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
    let edit = value.linkText.edit(
      replacing: value.textSpan,
      with: published.reading == nil ? Self.markdown(expected) : expected, in: file)
    context.diagnostics.append(
      Diagnostic(
        .error, .staleValue(value.text, value.expression.text), in: file, at: value.textSpan,
        label: label, help: edit == nil ? [] : ["`lemma fix` rewrites it"], edit: edit))
  }

  private static func word(_ count: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    return words.indices.contains(count) ? words[count] : String(count)
  }

  private func report(
    _ message: Diagnostic.Message, _ file: SourceFile, at span: Span, help: [String] = []
  ) {
    context.diagnostics.append(Diagnostic(.error, message, in: file, at: span, help: help))
  }
}

extension Diagnostic.Message {
  static func staleValue(_ text: String, _ expression: String) -> Self {
    Self(id: "stale-value", text: "\(text) is not the value of \(expression)")
  }

  static let emptyLiteral = Self(
    id: "empty-literal", text: "a `lit:` link marks a numeral, and has none")

  static func notPublishable(_ expression: String) -> Self {
    Self(
      id: "not-publishable",
      text: "\(expression) is neither a number, a Bool, a String, nor made of these")
  }
}
