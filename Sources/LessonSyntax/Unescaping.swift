/// CommonMark's unescaping with the place of every byte that it leaves.
///
/// Character references are resolved by cmark-gfm itself and remembered, since the table of 2,125
/// names is its own.
struct Unescaping {
  private var references: [String: [UInt8]?] = [:]

  struct Result {
    var bytes: [UInt8] = []
    /// For each byte, the offset that it was read from.
    var origins: [Int] = []
  }

  /// Of a link's destination, a title or an info string: references first, then backslashes, as
  /// cmark-gfm does.
  mutating func unescaped(_ bytes: [UInt8], _ range: Range<Int>) -> Result {
    var resolved = Result()
    var position = range.lowerBound
    while position < range.upperBound {
      if bytes[position] == UInt8(ascii: "&"),
        let reference = reference(in: bytes, at: position, end: range.upperBound)
      {
        resolved.bytes += reference.text
        resolved.origins += Array(repeating: position, count: reference.text.count)
        position = reference.end
      } else {
        resolved.bytes.append(bytes[position])
        resolved.origins.append(position)
        position += 1
      }
    }
    return Self.withoutBackslashes(resolved)
  }

  /// The text of the character reference at an `&`, and its end.
  mutating func reference(
    in bytes: [UInt8], at start: Int, end limit: Int
  ) -> (text: [UInt8], end: Int)? {
    var end = start + 1
    while end < limit, end < start + 40, bytes[end] != UInt8(ascii: ";") {
      guard Self.isInReference(bytes[end]) else { return nil }
      end += 1
    }
    guard end < limit, bytes[end] == UInt8(ascii: ";"), end > start + 1 else { return nil }
    let name = String(decoding: bytes[start...end], as: UTF8.self)
    let text: [UInt8]?
    if let known = references[name] {
      text = known
    } else {
      text = ParsedDocument.text(ofReference: name).map { Array($0.utf8) }
      references[name] = .some(text)
    }
    return text.map { ($0, end + 1) }
  }

  private static func isInReference(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func withoutBackslashes(_ text: Result) -> Result {
    var result = Result()
    var position = 0
    while position < text.bytes.count {
      if text.bytes[position] == UInt8(ascii: "\\"), position + 1 < text.bytes.count,
        LinkSyntax.isPunctuation(text.bytes[position + 1])
      {
        position += 1
      }
      result.bytes.append(text.bytes[position])
      result.origins.append(text.origins[position])
      position += 1
    }
    return result
  }
}
