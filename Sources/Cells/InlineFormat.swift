import Diagnostics
import LessonSyntax
import MathCore

/// Reads the title of an inline value: `decimals: 4`, `significant: 3, notation: .scientific`.
struct InlineFormat {
  private(set) var format = ValueFormat()
  private(set) var diagnostics: [Diagnostic] = []
  private let title: String

  init(_ value: InlineValue, _ file: SourceFile) {
    title = value.title.trimmed
    guard !title.isEmpty else { return }
    let span = value.titleSpan ?? value.expression.span
    for part in title.split(separator: ",") where !read(part) {
      diagnostics.append(
        Diagnostic(
          .error, .badFormat(part.trimmed), in: file, at: span,
          help: ["write `decimals: 4`, `significant: 3` or `notation: .percent`"]))
    }
    if let conflict = format.conflict {
      diagnostics.append(Diagnostic(.error, conflict, in: file, at: span))
    }
  }

  /// False for what is no format, and for what was said before.
  private mutating func read(_ part: Substring) -> Bool {
    let words = part.split(separator: ":", maxSplits: 1).map(\.trimmed)
    guard words.count == 2 else { return false }
    switch words[0] {
    case "decimals":
      guard let count = Int(words[1]), (0...100).contains(count), format.decimals == nil
      else { return false }
      format.decimals = count
    case "significant":
      guard let count = Int(words[1]), (1...100).contains(count), format.significant == nil
      else { return false }
      format.significant = count
    case "notation":
      let name = words[1].drop { $0 == "." }
      guard let notation = ValueFormat.Notation(rawValue: String(name)),
        format.notation == .automatic
      else { return false }
      format.notation = notation
    default: return false
    }
    return true
  }

  /// Where the author's text is right, but not in the form that the title asks for.
  func conflict(
    with text: String, _ published: PublishedText, _ typography: NumberTypography
  ) throws(ScalarFailure) -> Diagnostic.Message? {
    guard !title.isEmpty else { return nil }
    let asked = try published.inserted(format, typography: typography).text
    guard asked != text else { return nil }
    let (a, b) = (
      DecimalText(asked, typography: typography), DecimalText(text, typography: typography)
    )
    if let a, let b, a.magnitude == b.magnitude, a.isPercent == b.isPercent { return nil }
    return .otherFormat(text, title: title, asked: asked)
  }
}

extension StringProtocol {
  /// Without white space at its ends.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension Diagnostic.Message {
  static func badFormat(_ text: String) -> Self {
    Self(id: "bad-format", text: "`\(text)` is no format of a value")
  }

  static func otherFormat(_ text: String, title: String, asked: String) -> Self {
    Self(id: "bad-format", text: "`\(title)` asks for \(asked), and the text is \(text)")
  }
}
