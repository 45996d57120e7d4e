import Markup

/// A kind of token that the theme gives a colour.
enum TokenKind: String, Sendable, Hashable, CaseIterable {
  case keyword, type, number, string, comment, attribute, property, heading, literal

  var cssClass: String { "tok-" + rawValue }
}

/// A coloured stretch of a code block, in UTF-8 offsets.
struct Token: Hashable, Sendable {
  var kind: TokenKind
  var start: Int
  var end: Int
}

/// Colours code while the site is built; the text itself stays as it is, byte for byte.
enum Highlighter {
  /// Longer blocks are shown plain: they are data, and nobody reads them by colour.
  private static let longest = 200_000

  static func write(_ text: String, language: String, to out: inout MarkupWriter) {
    let tokens = tokens(of: text, language: language)
    guard !tokens.isEmpty else {
      out.write(text: text)
      return
    }
    let utf8 = text.utf8
    var position = utf8.startIndex
    var offset = 0
    for token in tokens where token.start >= offset && token.end > token.start {
      let start = utf8.index(position, offsetBy: token.start - offset)
      let end = utf8.index(start, offsetBy: token.end - token.start)
      out.write(text: text[position..<start])
      out.write(markup: "<span class=\"\(token.kind.cssClass)\">")
      out.write(text: text[start..<end])
      out.write(markup: "</span>")
      position = end
      offset = token.end
    }
    out.write(text: text[position...])
  }

  /// In order, without overlaps.
  static func tokens(of text: String, language: String) -> [Token] {
    guard text.utf8.count <= longest else { return [] }
    switch language.lowercased() {
    case "swift": return SwiftListing.tokens(of: text)
    case "python", "py", "python3": return Scanner.tokens(of: text, grammar: .python)
    case "sh", "bash", "shell", "zsh", "console": return Scanner.tokens(of: text, grammar: .shell)
    case "json": return Scanner.tokens(of: text, grammar: .json)
    case "yaml", "yml": return Scanner.tokens(of: text, grammar: .yaml)
    case "markdown", "md": return Scanner.tokens(of: text, grammar: .markdown)
    default: return []
    }
  }
}
