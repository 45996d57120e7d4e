/// A tree of HTML, SVG or MathML.
public indirect enum Element: Hashable, Sendable {
  /// An element with its children; void HTML elements have none and are written without a closing tag.
  case element(String, Attributes, [Element])
  /// Text, to be escaped.
  case text(String)
  /// Markup that is already right.
  case markup(String)
  /// Elements without a parent of their own.
  case fragment([Element])

  public init(_ name: String, _ attributes: Attributes = [:], _ children: [Element] = []) {
    self = .element(name, attributes, children)
  }

  public init(_ name: String, _ attributes: Attributes = [:], text: String) {
    self = .element(name, attributes, [.text(text)])
  }

  /// The element as text.
  public var markup: String {
    var writer = MarkupWriter()
    write(to: &writer)
    return writer.text
  }

  func write(to writer: inout MarkupWriter) {
    switch self {
    case .element(let name, let attributes, let children):
      writer.open(name, attributes)
      if Self.voidElements.contains(name) { return }
      for child in children { child.write(to: &writer) }
      writer.close(name)
    case .text(let text): writer.write(text: text)
    case .markup(let markup): writer.write(markup: markup)
    case .fragment(let children): for child in children { child.write(to: &writer) }
    }
  }

  private static let voidElements: Set<String> = [
    "area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]
}
