import Markup

/// The names of the series, each beside a piece of its line.
struct LegendDrawing {
  let metrics: TextMetrics
  /// Each entry with the box that it fills.
  let placed: [(entry: LegendEntry, box: Box)]

  init(metrics: TextMetrics, placed: [(LegendEntry, Box)]) {
    self.metrics = metrics
    self.placed = placed.map { (entry: $0.0, box: $0.1) }
  }

  /// One entry for each name, in the order of the marks; none where the only name is that of the
  /// axis.
  static func entries(_ marks: [ResolvedMark], axisLabel: String?) -> [LegendEntry] {
    var seen: Set<String> = []
    let entries = marks.compactMap { mark -> LegendEntry? in
      guard let name = mark.name, !name.isEmpty, seen.insert(name).inserted else { return nil }
      let kind: LegendEntry.Kind
      switch mark.mark.content {
      case .function, .parametric, .line, .ruleX, .ruleY: kind = .line
      case .area, .rectangle, .bars: kind = .area
      case .points: kind = .symbol(mark.mark.style.symbol)
      }
      return LegendEntry(
        name: name, colour: mark.colour, lineWidth: mark.lineWidth, dash: mark.mark.style.dash,
        kind: kind)
    }
    return entries.map(\.name) == [axisLabel] ? [] : entries
  }

  /// A legend in a box that holds it, one entry below the other.
  init(_ entries: [LegendEntry], in box: Box, _ metrics: TextMetrics) {
    let step = box.height / Double(max(1, entries.count))
    let placed = entries.enumerated().map { index, entry in
      let top = box.top + Double(index) * step
      return (entry, Box(left: box.left, top: top, right: box.right, bottom: top + step))
    }
    self.init(metrics: metrics, placed: placed)
  }

  /// A legend in rows above or below the frame.
  init(_ entries: [LegendEntry], _ position: LegendOptions, _ layout: ChartLayout) {
    let line = 1.15 * layout.metrics.lineHeight
    let rows = Self.rows(entries, metrics: layout.metrics, width: layout.frame.width)
    var placed: [(LegendEntry, Box)] = []
    let gap = 1.4 * layout.metrics.size
    for (index, row) in rows.enumerated() {
      let top =
        position == .top
        ? 0.15 * line + Double(index) * line
        : layout.height - Double(rows.count - index) * line
      var left = layout.frame.left
      for entry in row {
        let width = Self.width(entry, layout.metrics)
        placed.append(
          (entry, Box(left: left, top: top, right: left + width, bottom: top + line)))
        left += width + gap
      }
    }
    self.init(metrics: layout.metrics, placed: placed)
  }

  /// Entries in rows that are not wider than the frame.
  static func rows(
    _ entries: [LegendEntry], metrics: TextMetrics, width: Double
  ) -> [[LegendEntry]] {
    var rows: [[LegendEntry]] = []
    var used = Double.infinity
    for entry in entries {
      let needed = Self.width(entry, metrics)
      if used + needed > width {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(entry)
      used += needed + 1.4 * metrics.size
    }
    return rows
  }

  /// Where a legend in a corner of the frame stands if nothing else is there; nil for one that is not
  /// in a corner.
  static func insideBox(
    _ position: LegendOptions, _ entries: [LegendEntry], _ layout: ChartLayout
  ) -> Box? {
    guard !entries.isEmpty else { return nil }
    let isTop: Bool
    let isLeft: Bool
    switch position {
    case .automatic, .hidden, .top, .bottom: return nil
    case .topLeading: (isTop, isLeft) = (true, true)
    case .topTrailing: (isTop, isLeft) = (true, false)
    case .bottomLeading: (isTop, isLeft) = (false, true)
    case .bottomTrailing: (isTop, isLeft) = (false, false)
    }
    let frame = layout.frame
    let width = entries.map { Self.width($0, layout.metrics) }.max() ?? 0
    let height = Double(entries.count) * 1.15 * layout.metrics.lineHeight
    let left = isLeft ? frame.left + 10 : frame.right - 6 - width
    let top = isTop ? frame.top + 2 : frame.bottom - 8 - height
    return Box(left: left, top: top, right: left + width, bottom: top + height)
  }

  static func width(_ entry: LegendEntry, _ metrics: TextMetrics) -> Double {
    1.8 * metrics.size + metrics.width(of: entry.name) * TextMetrics.slack
  }
}

extension LegendDrawing {
  var elements: [Element] {
    if placed.isEmpty { return [] }
    let swatches = placed.map { swatch($0.entry, $0.box) }
    let names = placed.map { entry, box in
      PlacedText(
        text: entry.name,
        place: Pixel(
          x: box.left + 1.8 * metrics.size, y: box.centre.y + metrics.capHeight / 2),
        anchor: .start)
    }
    return [Element("g", ["class": "figure-swatches", "fill": "none"], swatches)]
      + ChartDrawing.texts(names, classes: "figure-names figure-halo")
  }

  private func swatch(_ entry: LegendEntry, _ box: Box) -> Element {
    let width = 1.4 * metrics.size
    let middle = box.centre.y
    var path = PathData()
    switch entry.kind {
    case .line:
      path.polyline([
        Pixel(x: box.left, y: middle), Pixel(x: box.left + width, y: middle),
      ])
      var attributes: Attributes = ["stroke-width": PathData.number(entry.lineWidth)]
      let dash = MarkDrawing.dash(entry.dash)
      if !dash.isEmpty { attributes["stroke-dasharray"] = dash }
      attributes["d"] = path.text
      return entry.colour.group(
        ["stroke"], [Element("path", attributes)], classes: "figure-stroke")
    case .area:
      let half = 0.35 * metrics.size
      path.polyline([
        Pixel(x: box.left, y: middle - half), Pixel(x: box.left + width, y: middle - half),
        Pixel(x: box.left + width, y: middle + half), Pixel(x: box.left, y: middle + half),
      ])
      path.close()
      return entry.colour.group(
        ["fill"], [Element("path", ["fill-opacity": "0.6", "d": path.text])],
        classes: "figure-area")
    case .symbol(let symbol):
      let centre = Pixel(x: box.left + width / 2, y: middle)
      MarkDrawing.outline(symbol, at: centre, radius: MarkDrawing.radius(metrics), &path)
      let isOpen = [.ring, .cross, .plus].contains(symbol)
      var attributes: Attributes = ["d": path.text]
      if isOpen { attributes["stroke-width"] = "2" }
      return entry.colour.group(
        [isOpen ? "stroke" : "fill"], [Element("path", attributes)], classes: "figure-area")
    }
  }
}
