extension Script {
  /// The script without what only its authors read: indentation, comment lines, spaces that part no
  /// words, and the ends of lines that end no statement.
  ///
  /// Enough for the parts of this script, which have no `//` after code, and no quotes or spaces in
  /// regular expressions.
  static func compacted(_ text: String) -> String {
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    var result = ""
    for line in lines where !line.isEmpty && !line.hasPrefix("//") {
      result += compactedLine(line)
      if let last = result.last, !"{([,;".contains(last) { result += "\n" }
    }
    return result
  }

  /// Strings and templates begin and end on one line, and keep their spaces.
  private static func compactedLine(_ line: Substring) -> String {
    var result: [UInt8] = []
    var quote: UInt8?
    let bytes = Array(line.utf8)
    for (index, byte) in bytes.enumerated() {
      if let open = quote {
        if byte == open { quote = nil }
      } else if "\"'`".utf8.contains(byte) {
        quote = byte
      } else if byte == 0x20, let last = result.last, index + 1 < bytes.count,
        !isWord(last) || !isWord(bytes[index + 1]), last != bytes[index + 1]
      {
        continue
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x24, 0x5F, 0x80...0xFF: true
    default: false
    }
  }
}
