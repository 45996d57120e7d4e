/// Reads XML piece by piece: as much of the language as drawings use, and nothing that would hide
/// what a file does (no declarations of entities, no encoding but UTF-8).
struct XMLScanner {
  enum Piece: Hashable {
    case open(name: String, attributes: [Attribute], isEmpty: Bool)
    case close(name: String)
    case text(String)
    /// `<?name …?>`, but for the declaration of XML itself.
    case instruction(String)
  }

  struct Attribute: Hashable {
    var name: String
    /// With its references resolved.
    var value: String
  }

  /// What is read is no XML, or more of it than is understood.
  struct Malformed: Error, Hashable {}

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next piece; nil at the end. Comments and the document type are passed over.
  mutating func next() throws(Malformed) -> Piece? {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        return .text(try Self.resolved(bytes[start..<position]))
      }
      if skip("<!--") {
        _ = try upTo("-->")
      } else if skip("<![CDATA[") {
        return .text(try Self.text(try upTo("]]>")))
      } else if skip("<!DOCTYPE") {
        // An internal subset could declare entities.
        if try upTo(">").contains(UInt8(ascii: "[")) { throw Malformed() }
      } else if skip("<?") {
        if let piece = try instruction() { return piece }
      } else if skip("</") {
        return .close(name: try Self.text(try upTo(">")).trimmingSpaces)
      } else {
        position += 1
        return try opening()
      }
    }
    return nil
  }
}

extension XMLScanner {
  private mutating func skip(_ text: String) -> Bool {
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  /// What stands before the end mark, which is passed over.
  private mutating func upTo(_ end: String) throws(Malformed) -> ArraySlice<UInt8> {
    let start = position
    while let stop = bytes[position...].firstIndex(where: { $0 == end.utf8.first }) {
      position = stop
      if skip(end) { return bytes[start..<stop] }
      position += 1
    }
    throw Malformed()
  }

  private mutating func instruction() throws(Malformed) -> Piece? {
    let text = try Self.text(try upTo("?>"))
    let name = text.prefix { !$0.isWhitespace }
    guard name == "xml" else { return .instruction(String(name)) }
    if text.contains("encoding"), !text.lowercased().contains("utf-8") { throw Malformed() }
    return nil
  }

  private mutating func opening() throws(Malformed) -> Piece {
    let name = try self.name()
    var attributes: [Attribute] = []
    while true {
      skipSpaces()
      if skip("/>") { return .open(name: name, attributes: attributes, isEmpty: true) }
      if skip(">") { return .open(name: name, attributes: attributes, isEmpty: false) }
      let key = try self.name()
      skipSpaces()
      guard skip("=") else { throw Malformed() }
      skipSpaces()
      attributes.append(Attribute(name: key, value: try quoted()))
    }
  }

  private mutating func quoted() throws(Malformed) -> String {
    if skip("\"") { return try Self.resolved(try upTo("\"")) }
    if skip("'") { return try Self.resolved(try upTo("'")) }
    throw Malformed()
  }

  private mutating func name() throws(Malformed) -> String {
    let start = position
    while position < bytes.count, !Self.endsName(bytes[position]) { position += 1 }
    guard position > start else { throw Malformed() }
    return try Self.text(bytes[start..<position])
  }

  private mutating func skipSpaces() {
    while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || "\"'<>/=".utf8.contains(byte)
  }
}

extension XMLScanner {
  private static func text(_ bytes: ArraySlice<UInt8>) throws(Malformed) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Malformed() }
    return text
  }

  /// With `&lt;`, `&#60;` and their like resolved.
  private static func resolved(_ bytes: ArraySlice<UInt8>) throws(Malformed) -> String {
    let pieces = try text(bytes).split(separator: "&", omittingEmptySubsequences: false)
    var result = String(pieces[0])
    for piece in pieces.dropFirst() {
      guard let end = piece.firstIndex(of: ";"), let scalar = scalar(piece[..<end]) else {
        throw Malformed()
      }
      result.unicodeScalars.append(scalar)
      result += piece[piece.index(after: end)...]
    }
    return result
  }

  private static func scalar(_ reference: Substring) -> Unicode.Scalar? {
    if let named = named[String(reference)] { return named }
    if reference.hasPrefix("#x") {
      return UInt32(reference.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    }
    guard reference.hasPrefix("#") else { return nil }
    return UInt32(reference.dropFirst()).flatMap(Unicode.Scalar.init)
  }

  private static let named: [String: Unicode.Scalar] = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'",
  ]
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = Substring(self)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
