/// Writes HTML, SVG and MathML text: the one place where characters are escaped.
public struct MarkupWriter: Sendable {
  public private(set) var text: String

  public init() { text = "" }

  /// Text content: `&`, `<`, `>` and `"` are escaped, as CommonMark's reference output does.
  public mutating func write(text content: some StringProtocol) {
    escape(content)
  }

  /// Markup that is already right: raw HTML that the author wrote, or a finished fragment.
  public mutating func write(markup: some StringProtocol) {
    text += markup
  }

  public mutating func open(_ name: String, _ attributes: Attributes = [:]) {
    text += "<"
    text += name
    for (key, value) in attributes.pairs {
      text += " "
      text += key
      text += "=\""
      escape(value)
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
    writer.escape(content)
    return writer.text
  }
}

extension MarkupWriter {
  private mutating func escape(_ content: some StringProtocol) {
    var needsEscape = false
    for byte in content.utf8 where byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 {
      needsEscape = true
      break
    }
    guard needsEscape else {
      text += content
      return
    }
    for scalar in content.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
