import Diagnostics
import LessonSyntax

/// Reads the title of an inline value: `decimals: 4`, `significant: 3, notation: .scientific`.
struct InlineFormat {
  private(set) var format = ValueFormat()
  private(set) var diagnostics: [Diagnostic] = []

  init(_ value: InlineValue, _ file: SourceFile) {
    let title = value.title
    guard title.contains(where: { !$0.isWhitespace }) else { return }
    let span = value.titleSpan ?? value.expression.span
    for part in title.split(separator: ",") where !read(part) {
      diagnostics.append(
        Diagnostic(
          .error, .badFormat(part.trimmed), in: file, at: span,
          help: ["write `decimals: 4`, `significant: 3` or `notation: .percent`"]))
    }
  }

  private mutating func read(_ part: Substring) -> Bool {
    let words = part.split(separator: ":", maxSplits: 1).map(\.trimmed)
    guard words.count == 2 else { return false }
    switch words[0] {
    case "decimals":
      guard let count = Int(words[1]), (0...100).contains(count) else { return false }
      format.decimals = count
    case "significant":
      guard let count = Int(words[1]), (1...100).contains(count) else { return false }
      format.significant = count
    case "notation":
      let name = words[1].drop { $0 == "." }
      guard let notation = ValueFormat.Notation(rawValue: String(name)) else { return false }
      format.notation = notation
    default: return false
    }
    return true
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
}
