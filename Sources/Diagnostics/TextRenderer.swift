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
      "\(file.path):\(place.line):\(place.column): \(diagnostic.severity.rawValue): "
      + "\(diagnostic.message.text) [\(diagnostic.message.id)]\n"
    let gutter = String(place.line)
    let blank = String(repeating: " ", count: gutter.count)
    if !file.bytes.isEmpty {
      let excerpt = window(onto: diagnostic, place: place)
      text += "\(gutter) | \(excerpt.line)\n"
      text += "\(blank) | \(excerpt.carets)"
      if let label = diagnostic.label { text += " \(label)" }
      text += "\n"
    } else if let label = diagnostic.label {
      text += "\(blank) = note: \(label)\n"
    }
    for help in diagnostic.help { text += "\(blank) = help: \(help)\n" }
    return text
  }
}

extension TextRenderer {
  /// The widest piece of a line that is shown: a longer line is cut around the place.
  private static let widest = 140

  /// The source line and the carets under the span; what runs past the line's end is left out.
  private func window(
    onto diagnostic: Diagnostic, place: Location
  ) -> (line: String, carets: String) {
    let file = diagnostic.file
    let lineSpan = file.spanOfLine(place.line - 1)
    var characters = Array(file.text(in: lineSpan))
    let inLine = Span(diagnostic.span.start, min(diagnostic.span.end, lineSpan.end))
    var column = place.column - 1
    var width = max(1, file.text(in: inLine).count)
    if characters.count > Self.widest {
      let start = max(0, min(column - Self.widest / 3, characters.count - Self.widest))
      let end = min(characters.count, start + Self.widest)
      let cutStart = start > 0
      let cutEnd = end < characters.count
      characters = Array(characters[start..<end])
      if cutStart { characters.insert("…", at: 0) }
      if cutEnd { characters.append("…") }
      column = column - start + (cutStart ? 1 : 0)
      width = min(width, max(1, characters.count - column))
    }
    // A tab stays a tab in the caret line, so that both lines are equally wide.
    let padding = characters.prefix(column).map { $0 == "\t" ? "\t" : blanks(for: $0) }.joined()
    let carets = padding + "^" + String(repeating: "~", count: width - 1)
    let shown = String(characters.map { $0.isVisible ? $0 : "\u{FFFD}" })
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

extension Character {
  /// False for control characters, which would move a terminal's cursor.
  fileprivate var isVisible: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    return scalar == "\t" || (scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
  }
}
