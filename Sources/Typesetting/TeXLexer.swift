import Diagnostics

/// A piece of TeX with its place in the excerpt (for what a macro wrote: the place of its call).
struct TeXToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Without the backslash: `frac`, `,`, `\`.
    case command(String)
    case character(Character)
    case open, close, alignment, superscript, `subscript`, space, dollar
    /// `#1` in a macro's replacement.
    case parameter(Int)
  }

  let kind: Kind
  var span: Span
}

/// Cuts TeX into tokens; any text is TeX to it.
struct TeXLexer {
  private let characters: [Character]
  private var index = 0
  private var offset = 0

  init(_ text: String) { characters = Array(text) }

  static func tokens(of text: String) -> [TeXToken] {
    var lexer = TeXLexer(text)
    var tokens: [TeXToken] = []
    while let token = lexer.next() { tokens.append(token) }
    return tokens
  }
}

extension TeXLexer {
  private mutating func next() -> TeXToken? {
    while let character = take() {
      let start = offset - character.utf8.count
      if character == "%" {
        skipComment()
        continue
      }
      return TeXToken(kind: kind(startingWith: character), span: Span(start, offset))
    }
    return nil
  }

  private mutating func kind(startingWith character: Character) -> TeXToken.Kind {
    switch character {
    case "\\": return .command(commandName())
    case "{": return .open
    case "}": return .close
    case "&": return .alignment
    case "^": return .superscript
    case "_": return .subscript
    case "$": return .dollar
    case "~": return .command("~")
    case "#":
      guard let digit = peek?.wholeNumberValue, (1...9).contains(digit) else {
        return .character("#")
      }
      _ = take()
      return .parameter(digit)
    default:
      if character.isWhitespace {
        skipSpaces()
        return .space
      }
      return .character(character)
    }
  }

  private mutating func commandName() -> String {
    guard let first = take() else { return "" }
    guard first.isASCII, first.isLetter else {
      return first.isWhitespace ? " " : String(first)
    }
    var name = String(first)
    while let next = peek, next.isASCII, next.isLetter {
      name.append(next)
      _ = take()
    }
    return name
  }

  private mutating func skipSpaces() {
    while let next = peek, next.isWhitespace { _ = take() }
  }

  private mutating func skipComment() {
    while let next = peek, !next.isNewline { _ = take() }
  }

  private var peek: Character? { index < characters.count ? characters[index] : nil }

  private mutating func take() -> Character? {
    guard index < characters.count else { return nil }
    let character = characters[index]
    index += 1
    offset += character.utf8.count
    return character
  }
}
