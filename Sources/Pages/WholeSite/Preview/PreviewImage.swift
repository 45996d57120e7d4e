import Markup

/// The picture that a link to the site is shown with elsewhere: the axes, areas, curves and points of a
/// figure.
///
/// It has no text, which would have to be set without a browser; readers of links show PNG files only.
struct PreviewImage {
  static let path = "assets/preview.png"
  static let width = 1200
  static let height = 630

  let bytes: [UInt8]

  /// - Parameter figure: the `<svg>` of a chart, or what holds several: the first is shown.
  init(of figure: Element) {
    let drawing = FigureShapes(figure)
    let margin = 60.0
    let scale = min(
      (Double(Self.width) - 2 * margin) / max(1, drawing.width),
      (Double(Self.height) - 2 * margin) / max(1, drawing.height))
    let left = (Double(Self.width) - scale * drawing.width) / 2
    let top = (Double(Self.height) - scale * drawing.height) / 2
    let place = { (point: PathOutline.Point) in
      PathOutline.Point(x: left + scale * point.x, y: top + scale * point.y)
    }
    var canvas = Canvas(width: Self.width, height: Self.height)
    for shape in drawing.shapes {
      canvas.clip = shape.clip.map {
        PathOutline.Rectangle(from: place($0.from), to: place($0.to))
      }
      for line in shape.lines.map({ $0.map(place) }) {
        switch shape.kind {
        case .stroke(let width): canvas.draw(line, width: width, colour: shape.colour)
        case .dot(let radius):
          canvas.draw(line, width: 2 * scale * radius, colour: shape.colour)
        case .fill(let opacity): canvas.fill(line, opacity: opacity, colour: shape.colour)
        }
      }
    }
    bytes = PNG(pixels: canvas.pixels, width: Self.width, palette: canvas.palette).bytes
  }
}
