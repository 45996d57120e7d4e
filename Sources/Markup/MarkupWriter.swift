/// Writes HTML, SVG and MathML text: the one place where characters are escaped.
public struct MarkupWriter: Sendable {
  public private(set) var text: String

  public init() { text = "" }

  /// Text content: `&`, `<`, `>` and `"` are escaped, as CommonMark's reference output does.
  public mutating func write(text content: String) { escape(content[...]) }

  public mutating func write(text content: Substring) { escape(content) }

  /// Markup that is already right: raw HTML that the author wrote, or a finished fragment.
  public mutating func write(markup: String) { text += markup }

  public mutating func write(markup: Substring) { text += markup }

  public mutating func open(_ name: String, _ attributes: Attributes = [:]) {
    text += "<"
    text += name
    for (key, value) in attributes.pairs {
      text += " "
      text += key
      text += "=\""
      escape(value[...])
      text += "\""
    }
    text += ">"
  }

  public mutating func close(_ name: String) {
    text += "</"
    text += name
    text += ">"
  }

  public mutating func write(_ element: Element) { element.write(to: &self) }

  /// Starts a new line unless the text is empty or at the start of one.
  public mutating func newline() {
    if let last = text.utf8.last, last != 0x0A { text += "\n" }
  }

  public static func escaped(_ content: some StringProtocol) -> String {
    var writer = MarkupWriter()
    writer.escape(Substring(content))
    return writer.text
  }
}

extension MarkupWriter {
  private mutating func escape(_ content: Substring) {
    var needsEscape = false
    for byte in content.utf8 where byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 {
      needsEscape = true
      break
    }
    guard needsEscape else {
      text += content
      return
    }
    // Runs without a special character are copied whole.
    let bytes = content.utf8
    var start = bytes.startIndex
    var position = start
    while position < bytes.endIndex {
      let next = bytes.index(after: position)
      if let entity = Self.entity(for: bytes[position]) {
        text += content[start..<position]
        text += entity
        start = next
      }
      position = next
    }
    text += content[start...]
  }

  private static func entity(for byte: UInt8) -> String? {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: "&quot;"
    default: nil
    }
  }
}
