public import Diagnostics

extension SourceFile {
  /// What is wrong with a file that is no UTF-8 text, at its first byte that does not belong in one; nil
  /// where it is.
  public var encodingDiagnostic: Diagnostic? {
    guard bytes.contains(0) || String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var place = 0
    while place < bytes.count, bytes[place] != 0 {
      let length = UTF8.lengthOfCharacter(in: bytes[...], at: place)
      guard length > 0 else { break }
      place += length
    }
    let byte = String(bytes[min(place, bytes.count - 1)], radix: 16, uppercase: true)
    return Diagnostic(
      .error, .notUTF8(isUTF16: isUTF16), in: self, at: Span(place, place + 1),
      label: "byte \(place + 1) is \(byte) in hexadecimal", help: ["save the file as UTF-8"])
  }

  /// It begins with the mark of UTF-16, or with an ASCII character in it.
  private var isUTF16: Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || (bytes.count > 1 && (bytes[0] == 0) != (bytes[1] == 0))
  }
}

extension UTF8 {
  /// The length of the sequence of a character that begins at a position; 0 where none does.
  static func lengthOfCharacter(in bytes: ArraySlice<UInt8>, at start: Int) -> Int {
    let length: Int
    switch bytes[start] {
    case ..<0x80: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return 0
    }
    guard start + length <= bytes.endIndex else { return 0 }
    let valid = String(validating: bytes[start..<(start + length)], as: UTF8.self) != nil
    return valid ? length : 0
  }
}

extension Diagnostic.Message {
  static func notUTF8(isUTF16: Bool) -> Self {
    Self(
      id: "not-utf8",
      text: isUTF16 ? "this file is UTF-16; Lemma reads UTF-8" : "this file is no UTF-8 text")
  }
}
