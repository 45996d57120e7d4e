import Diagnostics
import Markup
import Typesetting

/// A caption's text: plain words with `$…$` for mathematics and backquotes for code.
struct Caption {
  let markup: String
  /// The words alone; formulas on the line, as `1/(1 + e^(−x))`.
  let plainText: String

  enum Piece: Hashable {
    /// With its UTF-8 offset in the caption.
    case plain(start: Int, String)
    /// TeX, without the dollars; the offset is that of the TeX.
    case formula(start: Int, String)
    case code(String)
  }

  /// A formula that does not typeset shows its source: `diagnostics(of:)` says what is wrong with it.
  init(_ text: String, typesetter: Typesetter) {
    var writer = MarkupWriter()
    var plain = ""
    for piece in Self.pieces(of: text) {
      switch piece {
      case .plain(_, let words):
        writer.write(text: words)
        plain += words
      case .formula(_, let tex):
        let formula = typesetter.typeset(Excerpt(tex), display: false).element
        writer.write(formula)
        plain += formula.formulaText
      case .code(let code):
        writer.write(Element("code", text: code))
        plain += code
      }
    }
    markup = writer.text
    plainText = plain
  }

  /// The caption cut at its formulas and code, in order.
  static func pieces(of text: String) -> [Piece] {
    let bytes = Array(text.utf8)
    var pieces: [Piece] = []
    var position = 0
    var plainStart = 0
    func slice(_ start: Int, _ end: Int) -> String {
      String(decoding: bytes[start..<end], as: UTF8.self)
    }
    func addPlain(upTo end: Int) {
      if end > plainStart { pieces.append(.plain(start: plainStart, slice(plainStart, end))) }
    }
    var lastClose: [UInt8: Int] = [:]
    for (offset, byte) in bytes.enumerated() where byte == 0x24 || byte == 0x60 {
      lastClose[byte] = offset
    }
    while position < bytes.count {
      let mark = bytes[position]
      guard mark == 0x24 || mark == 0x60, (lastClose[mark] ?? 0) > position,
        let end = close(of: mark, after: position, in: bytes)
      else {
        position += 1
        continue
      }
      addPlain(upTo: position)
      let content = slice(position + 1, end)
      pieces.append(mark == 0x24 ? .formula(start: position + 1, content) : .code(content))
      position = end + 1
      plainStart = position
    }
    addPlain(upTo: bytes.count)
    return pieces
  }

  /// Where the mark that opens at a position closes; `$` opens and closes as in the text.
  private static func close(of mark: UInt8, after start: Int, in bytes: [UInt8]) -> Int? {
    guard start + 1 < bytes.count, bytes[start + 1] != mark else { return nil }
    if mark == 0x24, bytes[start + 1] == 0x20 || (start > 0 && isWord(bytes[start - 1])) {
      return nil
    }
    guard let end = bytes[(start + 1)...].firstIndex(of: mark) else { return nil }
    guard mark == 0x24 else { return end }
    if bytes[end - 1] == 0x20 { return nil }
    if end + 1 < bytes.count, isWord(bytes[end + 1]) { return nil }
    return end
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
    default: false
    }
  }
}
