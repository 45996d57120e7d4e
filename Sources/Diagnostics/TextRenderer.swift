/// Diagnostics as a person reads them in a terminal: place, message, source line, caret, help.
public struct TextRenderer: Sendable {
  public init() {}

  public func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(render).joined(separator: "\n")
  }

  public func render(_ diagnostic: Diagnostic) -> String {
    let file = diagnostic.file
    let place = file.location(at: diagnostic.span.start)
    var text =
      "\(field(file.path)):\(place.line):\(place.column): \(diagnostic.severity.rawValue): "
      + "\(field(diagnostic.message.text)) [\(diagnostic.message.id)]\n"
    let gutter = String(place.line)
    let blank = String(repeating: " ", count: gutter.count)
    if !file.bytes.isEmpty {
      let excerpt = window(onto: diagnostic, line: place.line - 1)
      text += "\(gutter) | \(excerpt.line)\n"
      text += "\(blank) | \(excerpt.carets)"
      if let label = diagnostic.label { text += " \(field(label))" }
      text += "\n"
    } else if let label = diagnostic.label {
      text += "\(blank) = note: \(field(label))\n"
    }
    for help in diagnostic.help { text += "\(blank) = help: \(field(help))\n" }
    return text
  }
}

extension TextRenderer {
  /// The widest piece of a line that is shown: a longer line is cut around the place.
  private static let widest = 140
  /// The longest message, label or help, which may quote an expression of any length.
  private static let longestField = 300

  private func field(_ text: String) -> String {
    text.shortened(to: Self.longestField).printable(onOneLine: true)
  }

  /// The source line and the carets under the span; what runs past the line's end is left out.
  private func window(onto diagnostic: Diagnostic, line: Int) -> (line: String, carets: String) {
    let file = diagnostic.file
    let whole = file.spanOfLine(line)
    let place = min(diagnostic.span.start, whole.end)
    // A line may be as long as the file: only what could be shown of it is read.
    let near = file.wholeCharacters(
      Span(max(whole.start, place - 4 * Self.widest), min(whole.end, place + 4 * Self.widest)))
    var characters = Array(file.text(in: near))
    var column = file.text(in: Span(near.start, place)).count
    let end = max(place, min(diagnostic.span.end, near.end))
    var width = max(1, file.text(in: Span(place, end)).count)
    var cutStart = near.start > whole.start
    var cutEnd = near.end < whole.end
    if characters.count > Self.widest {
      let start = max(0, min(column - Self.widest / 3, characters.count - Self.widest))
      let end = min(characters.count, start + Self.widest)
      cutStart = cutStart || start > 0
      cutEnd = cutEnd || end < characters.count
      characters = Array(characters[start..<end])
      column -= start
    }
    if cutStart {
      characters.insert("…", at: 0)
      column += 1
    }
    if cutEnd { characters.append("…") }
    width = min(width, max(1, characters.count - column))
    // A tab stays a tab in the caret line, so that both lines are equally wide.
    let padding = characters.prefix(column).map { $0 == "\t" ? "\t" : blanks(for: $0) }.joined()
    let carets = padding + "^" + String(repeating: "~", count: width - 1)
    let shown = String(
      characters.map { $0.unicodeScalars.allSatisfy(\.isPrintable) ? $0 : "\u{FFFD}" })
    return (shown, carets)
  }

  /// Wide characters (CJK, emoji) take two cells of a terminal.
  private func blanks(for character: Character) -> String {
    guard let scalar = character.unicodeScalars.first else { return "" }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return "  "
    default: return " "
    }
  }
}
