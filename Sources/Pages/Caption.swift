import Diagnostics
import Markup
import Typesetting

/// A caption's text: plain words with `$…$` for mathematics and backquotes for code.
struct Caption {
  let markup: String

  /// A formula that does not typeset shows its source: captions come from cells and from titles,
  /// where the parser has reported what is wrong with them.
  init(_ text: String, typesetter: Typesetter) {
    var writer = MarkupWriter()
    let characters = Array(text.utf8)
    var position = 0
    var plainStart = 0
    func slice(_ start: Int, _ end: Int) -> String {
      String(decoding: characters[start..<end], as: UTF8.self)
    }
    var lastClose: [UInt8: Int] = [:]
    for (offset, byte) in characters.enumerated() where byte == 0x24 || byte == 0x60 {
      lastClose[byte] = offset
    }
    while position < characters.count {
      let mark = characters[position]
      guard mark == 0x24 || mark == 0x60, (lastClose[mark] ?? 0) > position,
        let end = Self.close(of: mark, after: position, in: characters)
      else {
        position += 1
        continue
      }
      writer.write(text: slice(plainStart, position))
      let content = slice(position + 1, end)
      if mark == 0x24 {
        writer.write(typesetter.typeset(Excerpt(content), display: false).element)
      } else {
        writer.write(Element("code", text: content))
      }
      position = end + 1
      plainStart = position
    }
    writer.write(text: slice(plainStart, characters.count))
    markup = writer.text
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
