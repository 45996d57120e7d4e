import Markup

/// The picture that a link to the site is shown with elsewhere: the axes and curves of a figure.
///
/// It has no text, which would have to be set without a browser; readers of links show PNG files only.
struct PreviewImage {
  static let path = "assets/preview.png"
  static let width = 1200
  static let height = 630

  let bytes: [UInt8]

  /// - Parameter figure: the `<svg>` of a chart, or what holds several: the first is shown.
  init(of figure: Element) {
    let drawing = Drawing(figure)
    let margin = 60.0
    let scale = min(
      (Double(Self.width) - 2 * margin) / max(1, drawing.width),
      (Double(Self.height) - 2 * margin) / max(1, drawing.height))
    let left = (Double(Self.width) - scale * drawing.width) / 2
    let top = (Double(Self.height) - scale * drawing.height) / 2
    var canvas = Canvas(width: Self.width, height: Self.height)
    for stroke in drawing.strokes {
      for line in PathOutline(stroke.path).lines {
        let points = line.map {
          PathOutline.Point(x: left + scale * $0.x, y: top + scale * $0.y)
        }
        canvas.draw(points, width: stroke.width, colour: stroke.colour)
      }
    }
    bytes = PNG(pixels: canvas.pixels, width: Self.width, palette: canvas.palette).bytes
  }
}

/// What is drawn of a chart, from the back to the front.
private struct Drawing {
  struct Stroke {
    var path: String
    var width: Double
    var colour: [UInt8]
  }

  private(set) var strokes: [Stroke] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  init(_ figure: Element) { visit(figure, colour: nil) }

  /// - Parameter colour: that of the nearest element around which says one.
  private mutating func visit(_ element: Element, colour: [UInt8]?) {
    guard case .element(let name, let attributes, let children) = element else {
      if case .fragment(let children) = element {
        for child in children { visit(child, colour: colour) }
      }
      return
    }
    if name == "svg" {
      guard width == 0 else { return }
      width = attributes["width"].flatMap(Double.init) ?? 0
      height = attributes["height"].flatMap(Double.init) ?? 0
    }
    let own = attributes["stroke"].flatMap(Self.colour) ?? colour
    if name == "path", let path = attributes["d"], let own {
      switch attributes["class"] {
      case "figure-curve": strokes.append(Stroke(path: path, width: 6, colour: own))
      case "figure-axis": strokes.append(Stroke(path: path, width: 2, colour: own))
      default: break
      }
    }
    for child in children { visit(child, colour: own) }
  }

  /// `#307ec7`; nil for what is written in another way, such as a pair for light and dark.
  private static func colour(_ text: String) -> [UInt8]? {
    guard text.hasPrefix("#"), text.utf8.count == 7, let value = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    return [16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
