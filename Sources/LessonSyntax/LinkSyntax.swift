/// CommonMark's grammar of what follows a link's text: `(destination "title")` or `[label]`.
struct LinkSyntax {
  let bytes: [UInt8]

  struct Tail: Equatable {
    /// Past the closing parenthesis or bracket.
    var end: Int
    /// Without `<` and `>`; nil for a reference to a definition.
    var destination: Range<Int>?
    /// Without quotes.
    var title: Range<Int>?
  }

  /// Reads what stands after a link's text, `start` being the place of its `]`.
  func tail(after start: Int) -> Tail {
    switch byte(start + 1) {
    case UInt8(ascii: "("):
      if let inline = inlineTail(at: start + 1) { return inline }
    case UInt8(ascii: "["):
      if let end = endOfLabel(at: start + 1) { return Tail(end: end) }
    default: break
    }
    return Tail(end: min(start + 1, bytes.count))
  }

  private func inlineTail(at open: Int) -> Tail? {
    var position = skipSpace(from: open + 1)
    guard let (destination, afterDestination) = destination(at: position) else { return nil }
    position = skipSpace(from: afterDestination)
    var title: Range<Int>?
    if position > afterDestination, let found = self.title(at: position) {
      title = found
      position = found.upperBound + 1
    }
    position = skipSpace(from: position)
    guard byte(position) == UInt8(ascii: ")") else { return nil }
    return Tail(end: position + 1, destination: destination, title: title)
  }

  private func destination(at start: Int) -> (Range<Int>, end: Int)? {
    var position = start
    if byte(start) == UInt8(ascii: "<") {
      position += 1
      while let next = byte(position) {
        switch next {
        case UInt8(ascii: ">"): return ((start + 1)..<position, position + 1)
        case UInt8(ascii: "\\"): position += 2
        case 0x0A, 0x0D, UInt8(ascii: "<"): return nil
        default: position += 1
        }
      }
      return nil
    }
    var depth = 0
    while let next = byte(position) {
      if next == UInt8(ascii: "\\"), let escaped = byte(position + 1), Self.isPunctuation(escaped) {
        position += 2
        continue
      }
      if next == UInt8(ascii: "(") {
        depth += 1
        if depth > 32 { return nil }
      } else if next == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      } else if MathSyntax.isSpace(next) || next < 0x20 {
        break
      }
      position += 1
    }
    return position <= bytes.count ? (start..<position, position) : nil
  }

  private func title(at start: Int) -> Range<Int>? {
    guard let open = byte(start) else { return nil }
    let close: UInt8
    switch open {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = open
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var position = start + 1
    while let next = byte(position) {
      if next == close { return (start + 1)..<position }
      if next == open { return nil }
      position += next == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// Past the `]` of a label, at most 1,000 bytes long.
  private func endOfLabel(at open: Int) -> Int? {
    var position = open + 1
    while let next = byte(position), position <= open + 1001 {
      switch next {
      case UInt8(ascii: "]"): return position + 1
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\"): position += 2
      default: position += 1
      }
    }
    return nil
  }

  private func skipSpace(from start: Int) -> Int {
    var position = start
    while let next = byte(position), MathSyntax.isSpace(next) { position += 1 }
    return position
  }

  private func byte(_ position: Int) -> UInt8? {
    position >= 0 && position < bytes.count ? bytes[position] : nil
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
