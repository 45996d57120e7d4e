import Markup

/// Marks as SVG elements.
struct MarkDrawing {
  /// How far simplification may go from the sampled curve; sampling and rounding to hundredths
  /// take the rest of a quarter of a pixel.
  static let tolerance = 0.18

  let mark: ResolvedMark
  let geometry: MarkGeometry
  let metrics: TextMetrics

  /// Filled regions: bands below everything, rectangles, bars.
  var fill: Element? {
    var path = PathData()
    for region in geometry.regions {
      path.polyline(PathSimplification.simplified(region, tolerance: Self.tolerance))
      path.close()
    }
    if path.isEmpty { return nil }
    let isBar = if case .bars = mark.mark.content { true } else { false }
    let opacity = mark.opacity ?? (isBar ? 0.85 : 0.2)
    return mark.colour.group(
      ["fill"],
      [
        Element("path", ["fill-opacity": PathData.number(opacity), "d": path.text])
      ], classes: "figure-area")
  }

  /// The stroke of a curve or a rule.
  var stroke: Element? {
    let path = CurvePath.data(geometry.pieces, tolerance: Self.tolerance)
    if path.isEmpty { return nil }
    var attributes: Attributes = [
      "class": mark.mark.isRule ? "figure-rule" : "figure-curve",
      "stroke-width": PathData.number(mark.lineWidth),
    ]
    if !dash.isEmpty { attributes["stroke-dasharray"] = dash }
    if let opacity = mark.opacity { attributes["stroke-opacity"] = PathData.number(opacity) }
    attributes["d"] = path
    return mark.colour.group(
      ["stroke"], [Element("path", attributes)], classes: "figure-stroke")
  }

  private var dash: String { Self.dash(mark.mark.style.dash) }

  static func dash(_ lengths: [Double]) -> String {
    let positive = lengths.filter { $0.isFinite && $0 >= 0 }.prefix(16)
    guard positive.contains(where: { $0 > 0 }) else { return "" }
    return positive.map(PathData.number).joined(separator: " ")
  }

  /// The symbols of the points that are in view.
  func symbols(in frame: Box) -> Element? {
    let visible = geometry.points.filter { frame.grown(by: 0.5).contains($0) }
    if visible.isEmpty { return nil }
    let radius = Self.radius(metrics)
    let symbol = mark.mark.style.symbol
    if symbol == .circle {
      let dots = visible.map { point in
        Element(
          "circle",
          [
            "cx": PathData.number(point.x), "cy": PathData.number(point.y),
            "r": PathData.number(radius),
          ])
      }
      return mark.colour.group(["fill"], [wrapped(dots)], classes: "figure-points")
    }
    var path = PathData()
    for point in visible { Self.outline(symbol, at: point, radius: radius, &path) }
    let isOpen = [.ring, .cross, .plus].contains(symbol)
    var attributes: Attributes = ["d": path.text]
    if isOpen {
      attributes["fill"] = "none"
      attributes["stroke-width"] = "2"
    }
    if symbol == .ring { attributes["class"] = "figure-ring" }
    return mark.colour.group(
      [isOpen ? "stroke" : "fill"], [wrapped([Element("path", attributes)])],
      classes: "figure-points")
  }

  private func wrapped(_ children: [Element]) -> Element {
    guard let opacity = mark.opacity else { return .fragment(children) }
    return Element("g", ["opacity": PathData.number(opacity)], children)
  }

  static func radius(_ metrics: TextMetrics) -> Double { 0.33 * metrics.size }

  static func outline(
    _ symbol: MarkStyle.Symbol, at c: Pixel, radius r: Double, _ path: inout PathData
  ) {
    let at = { (x: Double, y: Double) in Pixel(x: c.x + x * r, y: c.y + y * r) }
    switch symbol {
    case .circle, .ring:
      // Four cubic quarters: within a thousandth of the radius.
      let k = 0.5523
      path.move(to: at(1, 0))
      path.curve(at(1, k), at(k, 1), to: at(0, 1))
      path.curve(at(-k, 1), at(-1, k), to: at(-1, 0))
      path.curve(at(-1, -k), at(-k, -1), to: at(0, -1))
      path.curve(at(k, -1), at(1, -k), to: at(1, 0))
      path.close()
    case .square:
      path.polyline([at(-0.9, -0.9), at(0.9, -0.9), at(0.9, 0.9), at(-0.9, 0.9)])
      path.close()
    case .triangle:
      // Of about the circle's area, as the square and the diamond are.
      path.polyline([at(0, -1.44), at(1.31, 0.94), at(-1.31, 0.94)])
      path.close()
    case .diamond:
      path.polyline([at(0, -1.25), at(1.25, 0), at(0, 1.25), at(-1.25, 0)])
      path.close()
    case .cross:
      path.polyline([at(-0.8, -0.8), at(0.8, 0.8)])
      path.polyline([at(-0.8, 0.8), at(0.8, -0.8)])
    case .plus:
      path.polyline([at(-1.1, 0), at(1.1, 0)])
      path.polyline([at(0, -1.1), at(0, 1.1)])
    }
  }
}
