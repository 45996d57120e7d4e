import Markup
import MathCore

/// A chart that has been measured: every mark, axis and label has its place.
struct ChartDrawing {
  let marks: [ResolvedMark]
  let layout: ChartLayout
  let geometries: [MarkGeometry]
  private let legend: LegendDrawing
  let ticks: [PlacedText]
  let annotations: [PlacedText]
  private let typography: NumberTypography

  init(
    _ chart: Chart, colours: FigureColours, typography: NumberTypography = .english,
    words: FigureWords = .english
  ) {
    let marks = ResolvedMark.resolve(chart.marks, colours: colours, words: words)
    let entries = LegendDrawing.entries(marks, axisLabel: chart.yAxis.label)
    var domains = ChartDomains(chart, marks: marks)
    var draft = Draft(chart, marks, domains, typography, legend: chart.legend, entries)
    if let roomier = draft.domainsWithRoomForLegend(domains) {
      domains = roomier
      draft = Draft(chart, marks, domains, typography, legend: chart.legend, entries)
    }
    var labelled = draft.labelled(chart.legend, entries)
    if labelled == nil, chart.legend == .automatic {
      let widest = entries.map { LegendDrawing.width($0, draft.layout.metrics) }.max() ?? 0
      let trailing = widest + 0.7 * draft.layout.metrics.size
      if trailing < 0.25 * draft.layout.width {
        let narrower = Draft(
          chart, marks, domains, typography, legend: chart.legend, entries, trailing: trailing)
        labelled = narrower.labelledAtEnds()
        if labelled != nil { draft = narrower }
      }
    }
    if labelled == nil {
      // No room for the names in the frame: a legend above it has it.
      draft = Draft(chart, marks, domains, typography, legend: .top, entries)
      labelled = draft.labelled(.top, entries)
    }
    self.marks = marks
    self.typography = typography
    layout = draft.layout
    geometries = draft.geometries
    legend = labelled?.legend ?? LegendDrawing(metrics: draft.layout.metrics, placed: [])
    annotations = labelled?.annotations ?? []
    ticks = draft.ticks
  }

  /// The boxes of the names and their swatches.
  var namePlaces: [Box] { legend.placed.map(\.box) }

  /// The children of the `<svg>`, from the back to the front.
  func elements(clip: String) -> [Element] {
    let axes = AxisDrawing(layout: layout)
    let drawings = zip(marks, geometries).map {
      MarkDrawing(mark: $0, geometry: $1, metrics: layout.metrics)
    }
    let rules = drawings.filter { $0.mark.mark.isRule }.compactMap(\.stroke)
    let curves = drawings.filter { !$0.mark.mark.isRule }.compactMap(\.stroke)
    let points = drawings.compactMap { $0.symbols(in: layout.frame) }
    let fills = drawings.compactMap(\.fill)
    let needsClip = geometries.contains(where: \.leavesFrame)
    var result: [Element] = []
    if needsClip { result.append(clipPath(clip)) }
    result += [axes.grid].compactMap { $0 }
    if !fills.isEmpty { result.append(group(fills, clip: needsClip ? clip : nil, [:])) }
    result += [axes.axes].compactMap { $0 }
    let strokes: Attributes = ["fill": "none", "stroke-linejoin": "round"]
    if !rules.isEmpty || !curves.isEmpty {
      result.append(group(rules + curves, clip: needsClip ? clip : nil, strokes))
    }
    let isCentred = [layout.chart.xAxis, layout.chart.yAxis].contains { $0.placement == .centred }
    let halo = isCentred ? " figure-halo" : ""
    result += Self.texts(ticks, classes: "figure-ticks" + halo)
    result += points
    result += legend.elements
    result += Self.texts(annotations, classes: "figure-annotations figure-halo")
    return result
  }

  /// Half of a thick line at the very edge stays visible.
  private func clipPath(_ id: String) -> Element {
    let box = layout.frame.grown(by: 2)
    return Element(
      "clipPath", ["id": id],
      [
        Element(
          "rect",
          [
            "x": PathData.number(box.left), "y": PathData.number(box.top),
            "width": PathData.number(box.width), "height": PathData.number(box.height),
          ])
      ])
  }

  private func group(_ children: [Element], clip: String?, _ attributes: Attributes) -> Element {
    var attributes = attributes
    if let clip { attributes["clip-path"] = "url(#\(clip))" }
    return Element("g", attributes, children)
  }

  static func texts(_ texts: [PlacedText], classes: String) -> [Element] {
    // One group for each anchor keeps the attribute off every text.
    let anchors: [PlacedText.Anchor] = [.start, .middle, .end]
    return anchors.compactMap { anchor in
      let children = texts.filter { $0.anchor == anchor }.map { text in
        Element(
          "text", ["x": PathData.number(text.place.x), "y": PathData.number(text.place.y)],
          text: text.text)
      }
      if children.isEmpty { return nil }
      var attributes: Attributes = ["class": classes]
      if anchor != .start { attributes["text-anchor"] = anchor.rawValue }
      return Element("g", attributes, children)
    }
  }
}
