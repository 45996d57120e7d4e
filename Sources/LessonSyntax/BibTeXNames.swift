/// BibTeX's grammar of names: `First von Last`, `von Last, First`, `von Last, Jr, First`.
enum BibTeXNames {
  static func names(_ field: String) -> (names: [Bibliography.Name], hasMore: Bool) {
    var names: [Bibliography.Name] = []
    for part in separated(by: .and, field) {
      let text = part.trimmingSpace()
      if text == "others" { return (names, true) }
      if !text.isEmpty { names.append(name(text)) }
    }
    return (names, false)
  }

  private static func name(_ text: String) -> Bibliography.Name {
    let parts = separated(by: .comma, text).map { $0.trimmingSpace() }
    if parts.count > 1 {
      let junior = parts.count > 2 ? " " + TeXText.plain(parts[1]) : ""
      let given = TeXText.plain(parts[parts.count - 1])
      return Bibliography.Name(family: TeXText.plain(parts[0]) + junior, given: given)
    }
    let words = separated(by: .space, text).filter { !$0.isEmpty }
    guard words.count > 1 else { return Bibliography.Name(family: TeXText.plain(text)) }
    // The family begins with the first word in lower case, or is the last word.
    let particle = words.dropLast().firstIndex { $0.first?.isLowercase ?? false }
    let start = particle ?? words.count - 1
    return Bibliography.Name(
      family: words[start...].map(TeXText.plain).joined(separator: " "),
      given: words[..<start].map(TeXText.plain).joined(separator: " "))
  }

  private enum Separator { case and, comma, space }

  /// Pieces between separators outside of braces.
  private static func separated(by separator: Separator, _ text: String) -> [String] {
    let characters = Array(text)
    var pieces: [String] = []
    var piece = ""
    var depth = 0
    var position = 0
    while position < characters.count {
      let character = characters[position]
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      let width = depth == 0 ? separatorWidth(separator, characters, position) : 0
      if width > 0 {
        pieces.append(piece)
        piece = ""
        position += width
      } else {
        piece.append(character)
        position += 1
      }
    }
    return pieces + [piece]
  }

  private static func separatorWidth(
    _ separator: Separator, _ characters: [Character], _ position: Int
  ) -> Int {
    let character = characters[position]
    switch separator {
    case .comma: return character == "," ? 1 : 0
    case .space: return character.isWhitespace || character == "~" ? 1 : 0
    case .and:
      guard character.isWhitespace, position + 4 < characters.count,
        characters[position + 4].isWhitespace,
        String(characters[(position + 1)...(position + 3)]).lowercased() == "and"
      else { return 0 }
      return 4
    }
  }
}
