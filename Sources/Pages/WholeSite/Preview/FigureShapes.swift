import Markup

/// What is drawn of a chart, from the back to the front, without its grid and its texts.
struct FigureShapes {
  enum Kind: Hashable {
    /// The width of a line, in pixels of the picture.
    case stroke(Double)
    /// The radius of a dot, in pixels of the figure.
    case dot(Double)
    /// The opacity of an area.
    case fill(Double)
  }

  struct Shape: Hashable {
    var kind: Kind
    /// Its lines, the outline of an area, or a dot's centre as a line of no length.
    var lines: [[PathOutline.Point]]
    var colour: [UInt8]
    /// Nothing is drawn outside.
    var clip: PathOutline.Rectangle?
  }

  private(set) var shapes: [Shape] = []
  private(set) var width = 0.0
  private(set) var height = 0.0
  private var clips: [String: PathOutline.Rectangle] = [:]

  /// What an element takes from those around it.
  private struct Surroundings {
    var stroke: [UInt8]?
    var fill: [UInt8]?
    var clip: PathOutline.Rectangle?
    var isPoints = false
  }

  init(_ figure: Element) { visit(figure, Surroundings()) }

  private mutating func visit(_ element: Element, _ outer: Surroundings) {
    guard case .element(let name, let attributes, let children) = element else {
      if case .fragment(let children) = element {
        for child in children { visit(child, outer) }
      }
      return
    }
    if name == "svg" {
      guard width == 0 else { return }
      width = attributes["width"].flatMap(Double.init) ?? 0
      height = attributes["height"].flatMap(Double.init) ?? 0
    }
    if name == "clipPath" {
      if let id = attributes["id"] {
        clips["url(#\(id))"] = children.lazy.compactMap(Self.rectangle).first
      }
      return
    }
    var inner = outer
    inner.stroke = Self.paint(attributes["stroke"], around: outer.stroke)
    inner.fill = Self.paint(attributes["fill"], around: outer.fill)
    if let clip = attributes["clip-path"] { inner.clip = clips[clip] }
    if attributes["class"] == "figure-points" { inner.isPoints = true }
    add(name, attributes, inner)
    for child in children { visit(child, inner) }
  }

  private mutating func add(_ name: String, _ attributes: Attributes, _ inner: Surroundings) {
    if name == "circle", let colour = inner.fill, let centre = Self.point(attributes, "cx", "cy"),
      let radius = attributes["r"].flatMap(Double.init)
    {
      shapes.append(Shape(kind: .dot(radius), lines: [[centre, centre]], colour: colour))
    } else if name == "path", let path = attributes["d"],
      let (kind, colour) = Self.paint(attributes, inner)
    {
      shapes.append(
        Shape(kind: kind, lines: PathOutline(path).lines, colour: colour, clip: inner.clip))
    }
  }

  /// How a path is drawn; nil for what is left out.
  private static func paint(
    _ attributes: Attributes, _ inner: Surroundings
  ) -> (Kind, colour: [UInt8])? {
    if let fill = inner.fill {
      let opacity = attributes["fill-opacity"].flatMap(Double.init) ?? (inner.isPoints ? 1 : nil)
      return opacity.map { (.fill($0), fill) }
    }
    let width: Double? =
      switch attributes["class"] {
      case "figure-curve": 6
      case "figure-rule", "figure-axis": 2
      default: inner.isPoints ? 4 : nil
      }
    guard let width, let stroke = inner.stroke else { return nil }
    return (.stroke(width), stroke)
  }

  private static func rectangle(_ element: Element) -> PathOutline.Rectangle? {
    guard case .element("rect", let attributes, _) = element,
      let from = point(attributes, "x", "y"), let size = point(attributes, "width", "height")
    else { return nil }
    return PathOutline.Rectangle(from: from, to: from + size)
  }

  private static func point(
    _ attributes: Attributes, _ x: String, _ y: String
  ) -> PathOutline.Point? {
    guard let x = attributes[x].flatMap(Double.init), let y = attributes[y].flatMap(Double.init)
    else { return nil }
    return PathOutline.Point(x: x, y: y)
  }

  /// A pair for light and dark stands in a group of the light colour.
  private static func paint(_ text: String?, around: [UInt8]?) -> [UInt8]? {
    guard let text, text != "none" else { return text == nil ? around : nil }
    guard text.hasPrefix("#"), text.utf8.count == 7, let value = UInt32(text.dropFirst(), radix: 16)
    else { return around }
    return [16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
