/// Finds the formulas in a block's content: the rules for dollars, without cmark.
///
/// `$` opens when a non-space follows and the start, a space or punctuation precedes. The next `$`
/// outside of code closes, if a non-space precedes and no letter or digit follows; if it cannot,
/// the opening one is text. So reading is linear, and "costs $5 and $10" stays text.
struct MathSyntax: Sendable {
  static let dollar = UInt8(ascii: "$")

  struct Formula: Equatable, Sendable {
    /// Of the whole, with its dollars.
    var start: Int
    var end: Int
    /// Of the TeX.
    var contentStart: Int
    var contentEnd: Int
    var isDisplay: Bool
  }

  private let bytes: [UInt8]
  /// For each backquote run that opens code: where the code ends.
  private let codeEnds: [Int: Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    self.codeEnds = Self.codeEnds(in: bytes)
  }

  /// The formula whose first dollar stands at an offset, if one does.
  func formula(at start: Int) -> Formula? {
    guard byte(start) == Self.dollar, opens(at: start) else { return nil }
    if byte(start + 1) == Self.dollar {
      guard byte(start + 2) != Self.dollar else { return nil }
      return displayFormula(at: start)
    }
    if byte(start + 1) == UInt8(ascii: "`") { return quotedFormula(at: start) }
    guard let next = byte(start + 1), !Self.isSpace(next) else { return nil }
    guard let close = nextDollar(from: start + 1), close > start + 1 else { return nil }
    guard !Self.isSpace(bytes[close - 1]), !isWord(at: close + 1) else { return nil }
    return Formula(
      start: start, end: close + 1, contentStart: start + 1, contentEnd: close, isDisplay: false)
  }
}

extension MathSyntax {
  private func displayFormula(at start: Int) -> Formula? {
    guard let close = nextDollar(from: start + 2), byte(close + 1) == Self.dollar,
      bytes[(start + 2)..<close].contains(where: { !Self.isSpace($0) })
    else { return nil }
    return Formula(
      start: start, end: close + 2, contentStart: start + 2, contentEnd: close, isDisplay: true)
  }

  /// `` $`…`$ ``: the content is that of a code span, to the first backquote run of equal length.
  private func quotedFormula(at start: Int) -> Formula? {
    guard let end = codeEnds[start + 1], byte(end) == Self.dollar, !isWord(at: end + 1) else {
      return nil
    }
    var width = 0
    while byte(start + 1 + width) == UInt8(ascii: "`") { width += 1 }
    return Formula(
      start: start, end: end + 1, contentStart: start + 1 + width, contentEnd: end - width,
      isDisplay: false)
  }

  private func opens(at start: Int) -> Bool {
    guard start > 0 else { return true }
    return bytes[start - 1] != Self.dollar && !isWord(before: start)
  }

  /// The next dollar that is neither escaped nor in code.
  private func nextDollar(from start: Int) -> Int? {
    var position = start
    while position < bytes.count {
      switch bytes[position] {
      case Self.dollar: return position
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "`"):
        if let end = codeEnds[position] {
          position = end
        } else {
          while byte(position) == UInt8(ascii: "`") { position += 1 }
        }
      default: position += 1
      }
    }
    return nil
  }

  /// Pairs backquote runs of equal length, from the right: linear.
  private static func codeEnds(in bytes: [UInt8]) -> [Int: Int] {
    guard bytes.contains(UInt8(ascii: "`")) else { return [:] }
    var ends: [Int: Int] = [:]
    var nextRuns: [Int: Int] = [:]
    var position = bytes.count
    while position > 0 {
      guard bytes[position - 1] == UInt8(ascii: "`") else {
        position -= 1
        continue
      }
      let end = position
      while position > 0, bytes[position - 1] == UInt8(ascii: "`") { position -= 1 }
      let width = end - position
      if let next = nextRuns[width] { ends[position] = next }
      nextRuns[width] = end
    }
    return ends
  }

  private func byte(_ position: Int) -> UInt8? {
    bytes.indices.contains(position) ? bytes[position] : nil
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private func isWord(at position: Int) -> Bool {
    guard let scalar = scalar(at: position) else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private func isWord(before position: Int) -> Bool {
    var start = position - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return isWord(at: start)
  }

  private func scalar(at position: Int) -> Unicode.Scalar? {
    guard let first = byte(position) else { return nil }
    if first < 0x80 { return Unicode.Scalar(first) }
    let end = min(bytes.count, position + 4)
    return String(decoding: bytes[position..<end], as: UTF8.self).unicodeScalars.first
  }
}
