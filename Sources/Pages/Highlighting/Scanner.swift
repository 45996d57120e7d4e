/// Finds the tokens of a language that is described by a table.
///
/// One pass over the bytes: no byte is looked at more often than a fixed number of times.
struct Scanner {
  private let bytes: [UInt8]
  private let grammar: ScannerGrammar
  private var position = 0
  private var tokens: [Token] = []
  /// The fence that must come again for the code of a Markdown text to end.
  private var openFence: [UInt8]?

  static func tokens(of text: String, grammar: ScannerGrammar) -> [Token] {
    var scanner = Scanner(bytes: Array(text.utf8), grammar: grammar)
    while scanner.position < scanner.bytes.count { scanner.scan() }
    return scanner.tokens
  }

  private init(bytes: [UInt8], grammar: ScannerGrammar) {
    self.bytes = bytes
    self.grammar = grammar
  }

  private mutating func scan() {
    if isAtLineStart, scanLineStart() { return }
    let byte = bytes[position]
    if isComment { return take(.comment, to: endOfLine(position)) }
    for quote in grammar.quotes where starts(with: quote.open, at: position) {
      return scanQuote(quote)
    }
    if byte == grammar.attributeMark, position + 1 < bytes.count,
      bytes[position + 1].isWord
    {
      return take(.attribute, to: endOfWord(position + 1))
    }
    if byte.isDigit, grammar.hasNumbers { return take(.number, to: endOfNumber(position)) }
    if byte.isWord { return scanWord() }
    position += 1
  }

  private mutating func take(_ kind: TokenKind, to end: Int) {
    if end > position { tokens.append(Token(kind: kind, start: position, end: end)) }
    position = max(end, position + 1)
  }

  private mutating func scanWord() {
    let end = endOfWord(position)
    let word = String(decoding: bytes[position..<end], as: UTF8.self)
    if grammar.keywords.contains(word) {
      take(.keyword, to: end)
    } else if grammar.literals.contains(word) {
      take(.literal, to: end)
    } else if grammar.types.contains(word) {
      take(.type, to: end)
    } else {
      position = end
    }
  }

  private mutating func scanQuote(_ quote: ScannerGrammar.Quote) {
    var end = position + quote.open.count
    while end < bytes.count {
      if quote.hasEscapes, bytes[end] == 0x5C {
        end += 2
      } else if starts(with: quote.close, at: end) {
        end += quote.close.count
        break
      } else if quote.isOneLine, bytes[end] == 0x0A {
        break
      } else {
        end += 1
      }
    }
    end = min(end, bytes.count)
    let isKey = grammar.keys == .quotedBeforeColon && nextIsColon(after: end)
    take(isKey ? .property : quote.kind, to: end)
  }
}

extension Scanner {
  private var isAtLineStart: Bool { position == 0 || bytes[position - 1] == 0x0A }

  /// Whether a comment begins here: its mark does not stand inside a word.
  private var isComment: Bool {
    guard !grammar.lineComment.isEmpty, starts(with: grammar.lineComment, at: position) else {
      return false
    }
    return position == 0 || bytes[position - 1].isSpace || !grammar.isCommentOnlyAfterSpace
  }

  /// What only a line's start can hold; false where nothing of the kind stands there.
  private mutating func scanLineStart() -> Bool {
    let end = endOfLine(position)
    if let fence = openFence {
      if starts(with: fence, at: position) { openFence = nil }
      take(.string, to: end)
      return true
    }
    for fence in grammar.fences where starts(with: fence, at: position) {
      openFence = fence
      take(.string, to: end)
      return true
    }
    for rule in grammar.lineRules where starts(with: rule.mark, at: position) {
      take(rule.kind, to: rule.isWholeLine ? end : position + rule.mark.count)
      return true
    }
    return grammar.keys == .atLineStartBeforeColon && scanKey(lineEnd: end)
  }

  /// `key:` at the start of a line, after indentation and list marks.
  private mutating func scanKey(lineEnd: Int) -> Bool {
    var start = position
    while start < lineEnd, bytes[start] == 0x20 || bytes[start] == 0x2D { start += 1 }
    guard start < lineEnd, bytes[start].isWord else { return false }
    var end = start
    while end < lineEnd, bytes[end] != 0x3A, bytes[end] != 0x23, bytes[end] != 0x22 { end += 1 }
    guard end < lineEnd, bytes[end] == 0x3A,
      end + 1 == lineEnd || bytes[end + 1].isSpace
    else { return false }
    position = start
    take(.property, to: end)
    return true
  }

  private func starts(with mark: [UInt8], at start: Int) -> Bool {
    guard start + mark.count <= bytes.count else { return false }
    for (offset, byte) in mark.enumerated() where bytes[start + offset] != byte { return false }
    return true
  }

  private func endOfLine(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return end
  }

  private func endOfWord(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end].isWord { end += 1 }
    return end
  }

  /// Digits with their point, exponent and base: `1_000`, `0x1F`, `6.02e-23`.
  private func endOfNumber(_ start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      let isSign = byte == 0x2B || byte == 0x2D
      if isSign, end > start, bytes[end - 1] | 0x20 == 0x65 {
        end += 1
      } else if byte.isWord || byte == 0x2E {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  private func nextIsColon(after end: Int) -> Bool {
    var next = end
    while next < bytes.count, bytes[next].isSpace { next += 1 }
    return next < bytes.count && bytes[next] == 0x3A
  }
}

extension ScannerGrammar {
  /// `#` inside a word is no comment in YAML and in the shell; in Python it always is one.
  var isCommentOnlyAfterSpace: Bool { attributeMark != 0x40 }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }

  fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

  /// Letters, digits, `_`, and every byte of a character outside of ASCII.
  fileprivate var isWord: Bool {
    isDigit || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || self == 0x5F
      || self >= 0x80
  }
}
