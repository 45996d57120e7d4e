import Markup

/// Charts side by side under one caption.
public struct ChartPanels: Sendable {
  public var caption: String
  public var charts: [Chart]

  public init(caption: String, charts: [Chart]) {
    self.caption = caption
    self.charts = charts
  }

  /// The size of a panel whose chart has none of its own: two stand beside each other in a column
  /// of text with its margins.
  static let width = 360.0
  static let height = 320.0
}

extension FigureRenderer {
  /// Charts side by side; on a narrow page they stand below each other, at a legible size.
  ///
  /// The element is a `<div class="figure-panels">` of panels, each with its chart's caption above
  /// the `<svg>`, whose ids start with the prefix and the panel's number.
  public func render(_ panels: ChartPanels) -> RenderedFigure {
    let figures = sharingScales(panels.charts).enumerated().map { index, chart in
      var chart = chart
      if chart.width == Chart.defaultWidth && chart.height == Chart.defaultHeight {
        (chart.width, chart.height) = (ChartPanels.width, ChartPanels.height)
      }
      let title = chart.caption
      if chart.caption.isEmpty { chart.caption = panels.caption }
      let figure = FigureRenderer(
        colours: colours, idPrefix: "\(idPrefix)-\(index + 1)", typography: typography,
        words: words
      ).render(chart)
      return (title, figure)
    }
    return RenderedFigure(
      svg: Element("div", ["class": "figure-panels"], figures.map(Self.panel)),
      description: figures.map(\.1.description).joined(separator: " "),
      tables: figures.flatMap(\.1.tables), width: figures.map(\.1.width).reduce(0, +),
      height: figures.map(\.1.height).max() ?? 0)
  }

  /// The title is hidden from assistive technology, to which it is the name of the drawing.
  private static func panel(_ title: String, _ figure: RenderedFigure) -> Element {
    var children = [figure.svg]
    if !title.isEmpty {
      let attributes: Attributes = ["class": "figure-panel-title", "aria-hidden": "true"]
      children.insert(Element("p", attributes, text: title), at: 0)
    }
    return Element("div", ["class": "figure-panel"], children)
  }

  /// Axes of the same name and kind span the same in all panels, unless the author chose otherwise.
  func sharingScales(_ charts: [Chart]) -> [Chart] {
    let own = charts.map(scales)
    return charts.map { chart in
      var shared = scales(of: chart)
      for (other, scales) in zip(charts, own) {
        let both = shared.union(scales)
        if other.xTitle == chart.xTitle, other.xScale.kind == chart.xScale.kind {
          shared.x = both.x
        }
        if other.yTitle == chart.yTitle, other.yScale.kind == chart.yScale.kind {
          shared.y = both.y
        }
      }
      return chart.with(shared)
    }
  }
}

extension Chart {
  /// What the axis shows: its label, or what the marks call the coordinate.
  fileprivate var xTitle: String? { xAxis.label ?? marks.lazy.compactMap(\.xName).first }
  fileprivate var yTitle: String? { yAxis.label ?? marks.lazy.compactMap(\.yName).first }
}
