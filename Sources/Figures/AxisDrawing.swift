import Markup

/// Grid, axes and tick labels.
struct AxisDrawing {
  let layout: ChartLayout
  private var frame: Box { layout.frame }
  private var size: Double { layout.metrics.size }
  private var chart: Chart { layout.chart }

  private var xPlaces: [(place: Double, label: String)] { Self.places(layout.xTicks, layout.x) }
  private var yPlaces: [(place: Double, label: String)] { Self.places(layout.yTicks, layout.y) }

  private static func places(_ ticks: AxisTicks, _ scale: Scale) -> [(Double, String)] {
    ticks.major.compactMap { tick in scale.position(of: tick.value).map { ($0, tick.label) } }
  }

  /// Thin lines at the ticks, where no axis passes through the origin.
  var grid: Element? {
    if [chart.xAxis, chart.yAxis].contains(where: { $0.placement == .centred }) { return nil }
    var minor = PathData()
    var major = PathData()
    if chart.xAxis.placement == .edge {
      for place in layout.xTicks.minor.compactMap(layout.x.position) { vertical(place, &minor) }
      if layout.xTicks.hasGrid { for (place, _) in xPlaces { vertical(place, &major) } }
    }
    if chart.yAxis.placement == .edge {
      for place in layout.yTicks.minor.compactMap(layout.y.position) { horizontal(place, &minor) }
      for (place, _) in yPlaces { horizontal(place, &major) }
    }
    var children: [Element] = []
    if !minor.isEmpty {
      children.append(Element("path", ["class": "figure-minor", "d": minor.text]))
    }
    if !major.isEmpty { children.append(Element("path", ["d": major.text])) }
    if children.isEmpty { return nil }
    return Element("g", ["class": "figure-grid", "stroke": "#dddddd", "fill": "none"], children)
  }

  private func vertical(_ place: Double, _ path: inout PathData) {
    path.move(to: Pixel(x: place, y: frame.top))
    path.line(to: Pixel(x: place, y: frame.bottom))
  }

  private func horizontal(_ place: Double, _ path: inout PathData) {
    path.move(to: Pixel(x: frame.left, y: place))
    path.line(to: Pixel(x: frame.right, y: place))
  }

  /// The lines of the axes with their tick marks.
  var axes: Element? {
    var path = PathData()
    switch chart.xAxis.placement {
    case .hidden: break
    case .edge: horizontalAxis(frame.bottom, ticks: 0...4, &path)
    case .centred: horizontalAxis(layout.horizontalAxis, ticks: -3...3, &path)
    }
    switch chart.yAxis.placement {
    case .hidden: break
    case .edge: verticalAxis(frame.left, ticks: 0...4, &path)
    case .centred: verticalAxis(layout.verticalAxis, ticks: -3...3, &path)
    }
    if path.isEmpty { return nil }
    return Element(
      "path", ["class": "figure-axis", "fill": "none", "stroke": "#666666", "d": path.text])
  }

  private func horizontalAxis(
    _ y: Double, ticks: ClosedRange<Double>, _ path: inout PathData
  ) {
    horizontal(y, &path)
    for (place, _) in xPlaces where !isOrigin(x: place) {
      path.move(to: Pixel(x: place, y: y + ticks.lowerBound))
      path.line(to: Pixel(x: place, y: y + ticks.upperBound))
    }
  }

  private func verticalAxis(_ x: Double, ticks: ClosedRange<Double>, _ path: inout PathData) {
    vertical(x, &path)
    for (place, _) in yPlaces where !isOrigin(y: place) {
      path.move(to: Pixel(x: x - ticks.lowerBound, y: place))
      path.line(to: Pixel(x: x - ticks.upperBound, y: place))
    }
  }

  /// Where the other axis crosses a centred one, there is no room for a tick.
  private func isOrigin(x place: Double) -> Bool {
    chart.xAxis.placement == .centred && chart.yAxis.placement == .centred
      && (place - layout.verticalAxis).magnitude < 1
  }

  private func isOrigin(y place: Double) -> Bool {
    chart.xAxis.placement == .centred && chart.yAxis.placement == .centred
      && (place - layout.horizontalAxis).magnitude < 1
  }
}

extension AxisDrawing {
  /// The labels of the ticks and of the axes; `occupancy` says where curves pass.
  func labels(_ occupancy: Occupancy) -> [PlacedText] {
    xLabels() + yLabels(occupancy) + titles()
  }

  private func xLabels() -> [PlacedText] {
    guard chart.xAxis.placement != .hidden else { return [] }
    let axis = chart.xAxis.placement == .edge ? frame.bottom : layout.horizontalAxis
    let baseline = axis + 0.6 * size + layout.metrics.capHeight
    return xPlaces.compactMap { place, label in
      if isOrigin(x: place) {
        return PlacedText(
          text: label, place: Pixel(x: place - 0.4 * size, y: baseline), anchor: .end)
      }
      return PlacedText(text: label, place: Pixel(x: place, y: baseline), anchor: .middle)
    }
  }

  private func yLabels(_ occupancy: Occupancy) -> [PlacedText] {
    let gap = 0.5 * size
    switch chart.yAxis.placement {
    case .hidden: return []
    case .edge:
      return yPlaces.map { place, label in
        let y = place + layout.metrics.capHeight / 2
        return PlacedText(text: label, place: Pixel(x: frame.left - gap, y: y), anchor: .end)
      }
    case .centred:
      let axis = layout.verticalAxis
      let left = yLabels(axis: axis, side: -1, gap)
      let right = yLabels(axis: axis, side: 1, gap)
      let widest = left.map { layout.metrics.width(of: $0.text) }.max() ?? 0
      let isCut = axis - gap - widest * TextMetrics.slack < 0
      // All on one side, where curves cross fewer of them.
      return isCut || cover(right, occupancy) < cover(left, occupancy) ? right : left
    }
  }

  private func yLabels(axis: Double, side: Double, _ gap: Double) -> [PlacedText] {
    yPlaces.compactMap { place, label in
      if isOrigin(y: place) { return nil }
      // A label on the line of the x-axis stands above it.
      let isOnEdge = chart.xAxis.placement != .hidden && (place - frame.bottom).magnitude < size
      let lift = isOnEdge ? min(0, frame.bottom - 0.7 * size - place) : 0
      return PlacedText(
        text: label,
        place: Pixel(x: axis + side * gap, y: place + layout.metrics.capHeight / 2 + lift),
        anchor: side < 0 ? .end : .start)
    }
  }

  private func cover(_ labels: [PlacedText], _ occupancy: Occupancy) -> Int {
    labels.reduce(0) { $0 + occupancy.cover(of: layout.metrics.box(of: $1)) }
  }

  private func titles() -> [PlacedText] {
    var result: [PlacedText] = []
    let line = layout.metrics.lineHeight
    if let label = chart.xAxis.label {
      switch chart.xAxis.placement {
      case .hidden: break
      case .edge:
        let y = frame.bottom + 0.6 * size + layout.metrics.capHeight + 1.3 * line
        result.append(
          PlacedText(text: label, place: Pixel(x: frame.centre.x, y: y), anchor: .middle))
      case .centred:
        let y = layout.horizontalAxis - 0.5 * size
        result.append(PlacedText(text: label, place: Pixel(x: frame.right, y: y), anchor: .end))
      }
    }
    if let label = chart.yAxis.label {
      switch chart.yAxis.placement {
      case .hidden: break
      case .edge:
        let place = Pixel(x: 0.3 * size, y: frame.top - 0.9 * line)
        result.append(PlacedText(text: label, place: place, anchor: .start))
      case .centred:
        let isLeft = layout.verticalAxis > frame.left + 0.7 * frame.width
        let x = layout.verticalAxis + (isLeft ? -0.7 : 0.7) * size
        let y = frame.top + layout.metrics.capHeight
        result.append(
          PlacedText(text: label, place: Pixel(x: x, y: y), anchor: isLeft ? .end : .start))
      }
    }
    return result
  }
}

extension TextMetrics {
  /// The room that a placed text takes, with slack.
  func box(of text: PlacedText) -> Box {
    let width = width(of: text.text) * Self.slack
    let left: Double
    switch text.anchor {
    case .start: left = text.place.x
    case .middle: left = text.place.x - width / 2
    case .end: left = text.place.x - width
    }
    return Box(
      left: left, top: text.place.y - size, right: left + width, bottom: text.place.y + 0.25 * size)
  }
}
