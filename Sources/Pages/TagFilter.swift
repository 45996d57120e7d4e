/// GFM's filter of tags that would change how the rest of a page is read.
enum TagFilter {
  private static let names = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ].map { Array($0.utf8) }

  /// The markup with `&lt;` in place of the `<` of filtered tags.
  static func filtered(_ html: String) -> String {
    let bytes = Array(html.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var changed = false
    for (position, byte) in bytes.enumerated() {
      if byte == 0x3C, isFiltered(bytes, at: position) {
        result += "&lt;".utf8
        changed = true
      } else {
        result.append(byte)
      }
    }
    return changed ? String(decoding: result, as: UTF8.self) : html
  }

  /// One inline tag, comment or declaration: what a comment holds is not looked at.
  static func filteredTag(_ tag: String) -> String {
    let bytes = Array(tag.utf8)
    guard bytes.first == 0x3C, isFiltered(bytes, at: 0) else { return tag }
    return "&lt;" + tag.dropFirst()
  }

  private static func isFiltered(_ bytes: [UInt8], at start: Int) -> Bool {
    var position = start + 1
    if position < bytes.count, bytes[position] == 0x2F { position += 1 }
    return names.contains { name in
      guard position + name.count < bytes.count else { return false }
      for (offset, letter) in name.enumerated() where bytes[position + offset] | 0x20 != letter {
        return false
      }
      return isEnd(bytes, at: position + name.count)
    }
  }

  private static func isEnd(_ bytes: [UInt8], at position: Int) -> Bool {
    switch bytes[position] {
    case 0x09...0x0D, 0x20, 0x3E: true
    case 0x2F: position + 1 < bytes.count && bytes[position + 1] == 0x3E
    default: false
    }
  }
}
