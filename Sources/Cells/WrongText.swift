import Diagnostics
import LessonSyntax
import MathCore

/// What is said of an author's text that is not the value, and what `lemma fix` puts in its place.
struct WrongText {
  let value: InlineValue
  let published: PublishedText
  let file: SourceFile
  let typography: NumberTypography

  /// Nil for a text that is right.
  func diagnostic(_ verdict: TextAgreement.Verdict) -> Diagnostic? {
    let stale = Diagnostic.Message.staleValue(value.text, value.expression.text)
    switch verdict {
    case .matches: return nil
    case .differs(let expected): return mended(stale, expected, label: label(expected))
    case .comparisonFails(let actual):
      return Diagnostic(
        .error, stale, in: file, at: value.textSpan, label: "the value is \(actual)")
    case .unreadable(let expected?):
      return mended(.unreadableNumber(value.text), expected, label: label(expected))
    case .unreadable(nil):
      let whole = try? published.inserted(ValueFormat(), typography: typography).text
      return Diagnostic(
        .error, .unreadableNumber(value.text), in: file, at: value.textSpan,
        label: whole.map { "the value is \($0)" },
        help: ["units and words stand outside of the brackets"])
    }
  }

  private func mended(
    _ message: Diagnostic.Message, _ expected: String, label: String
  ) -> Diagnostic {
    let edit = edit(expected)
    return Diagnostic(
      .error, message, in: file, at: value.textSpan, label: label,
      help: edit == nil ? [] : ["`lemma fix` rewrites it"], edit: edit)
  }

  /// Nil where the text cannot be told from the markup within it, or nothing would change.
  private func edit(_ expected: String) -> Edit? {
    let source = file.text(in: value.textSpan)
    let replacement = published.reading == nil ? Self.markdown(expected) : expected
    guard let span = span(in: source), file.text(in: span) != replacement else { return nil }
    return value.linkText.edit(replacing: span, with: replacement, in: file)
  }

  /// Where the plain text stands, so that emphasis around it stays.
  private func span(in source: String) -> Span? {
    if source == Self.markdown(value.text) { return value.textSpan }
    let found = source.ranges(of: value.text)
    guard found.count == 1, let range = found.first else { return nil }
    let start =
      value.textSpan.start + source.utf8.distance(from: source.startIndex, to: range.lowerBound)
    return Span(start, start + value.text.utf8.count)
  }

  /// What a text would be as Markdown, the escapes that it needs included.
  private static func markdown(_ text: String) -> String {
    text.map { "\\`*_[]<>&$~|".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  /// `0.1050 to four decimals (0.10499358540350651…)`
  private func label(_ expected: String) -> String {
    let digits = expected.split { $0 == "." || $0 == "," }.dropFirst().last
    var label = expected
    if let digits, digits.allSatisfy(\.isNumber), typography.decimalSign != "," {
      label += " to \(Self.word(digits.count)) decimal\(digits.count == 1 ? "" : "s")"
    }
    let whole = published.reading?.real.text
    if let whole, whole != expected { label += " (\(whole))" }
    return label
  }

  private static func word(_ count: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    return words.indices.contains(count) ? words[count] : String(count)
  }
}

extension Diagnostic.Message {
  static func staleValue(_ text: String, _ expression: String) -> Self {
    Self(id: "stale-value", text: "\(text) is not the value of \(expression)")
  }

  static func unreadableNumber(_ text: String) -> Self {
    Self(id: "unreadable-number", text: "\(text) is not a number that Lemma reads")
  }
}
