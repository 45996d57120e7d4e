import MathCore

extension ChartDrawing {
  /// A chart with its frame and marks in place, before names and annotations are.
  struct Draft {
    let chart: Chart
    let layout: ChartLayout
    let marks: [ResolvedMark]
    let geometries: [MarkGeometry]
    let ticks: [PlacedText]
    private let occupancy: Occupancy
    private let entries: [LegendEntry]

    init(
      _ chart: Chart, _ marks: [ResolvedMark], _ domains: ChartDomains,
      _ typography: NumberTypography, legend: LegendOptions, _ entries: [LegendEntry],
      trailing: Double = 0
    ) {
      var rows = 0
      if legend == .top || legend == .bottom {
        let bare = ChartLayout(chart, domains: domains, typography: typography)
        rows = LegendDrawing.rows(entries, metrics: bare.metrics, width: bare.frame.width).count
      }
      let layout = ChartLayout(
        chart, domains: domains, typography: typography, topRows: legend == .top ? rows : 0,
        bottomRows: legend == .bottom ? rows : 0, trailing: trailing)
      let geometries = marks.map {
        MarkGeometry($0.mark, frame: layout.frame, x: layout.x, y: layout.y)
      }
      var occupancy = Self.occupancy(layout, marks, geometries)
      let ticks = AxisDrawing(layout: layout).labels(occupancy)
      Self.add(ticks, layout, geometries, to: &occupancy)
      self.chart = chart
      self.layout = layout
      self.marks = marks
      self.geometries = geometries
      self.ticks = ticks
      self.occupancy = occupancy
      self.entries = entries
    }

    /// Where curves, bars and the edges of regions are.
    private static func occupancy(
      _ layout: ChartLayout, _ marks: [ResolvedMark], _ geometries: [MarkGeometry]
    ) -> Occupancy {
      var occupancy = Occupancy(width: layout.width, height: layout.height)
      for (index, geometry) in geometries.enumerated() {
        let owner =
          marks[index].mark.isRule ? Occupancy.nobody : Occupancy.owner(index)
        for piece in geometry.pieces { occupancy.add(piece, owner: owner) }
        if !marks[index].mark.isFilled { continue }
        for region in geometry.regions {
          occupancy.add(region + region.prefix(1), owner: Occupancy.nobody)
          if case .bars = marks[index].mark.content { occupancy.fill(region) }
        }
      }
      return occupancy
    }

    /// Centred axes, tick labels and points take room inside the frame.
    private static func add(
      _ ticks: [PlacedText], _ layout: ChartLayout, _ geometries: [MarkGeometry],
      to occupancy: inout Occupancy
    ) {
      let frame = layout.frame
      for tick in ticks { occupancy.add(layout.metrics.box(of: tick)) }
      if layout.chart.yAxis.placement == .centred {
        let x = layout.verticalAxis
        occupancy.add(
          [Pixel(x: x, y: frame.top), Pixel(x: x, y: frame.bottom)], owner: Occupancy.nobody)
      }
      if layout.chart.xAxis.placement == .centred {
        let y = layout.horizontalAxis
        occupancy.add(
          [Pixel(x: frame.left, y: y), Pixel(x: frame.right, y: y)], owner: Occupancy.nobody)
      }
      for point in geometries.flatMap(\.points).prefix(2000) where frame.contains(point) {
        let box = Box(left: point.x, top: point.y, right: point.x, bottom: point.y)
        occupancy.add(box.grown(by: MarkDrawing.radius(layout.metrics) - 1))
      }
    }

    /// The domains grown so that a legend inside the frame stands clear of the curves; nil where it
    /// does, or where the author chose the domain.
    func domainsWithRoomForLegend(_ domains: ChartDomains) -> ChartDomains? {
      guard chart.yScale.domain == nil, chart.yScale.kind == .linear, !chart.hasEqualScale,
        !entries.isEmpty,
        let box = LegendDrawing.insideBox(chart.legend, entries, layout)
      else { return nil }
      let frame = layout.frame
      let isTop = chart.legend == .topLeading || chart.legend == .topTrailing
      var nearest = isTop ? frame.bottom : frame.top
      for point in (geometries.flatMap(\.pieces).joined())
      where point.x > box.left - 6 && point.x < box.right + 6 {
        nearest = isTop ? min(nearest, point.y) : max(nearest, point.y)
      }
      let clearance = isTop ? box.bottom + 6 : box.top - 6
      let (low, high) = (domains.y.lowerBound, domains.y.upperBound)
      var result = domains
      if isTop {
        guard nearest < clearance, frame.bottom - nearest > 1 else { return nil }
        let share = (frame.bottom - clearance) / (frame.bottom - max(nearest, frame.top))
        guard share > 0.3 else { return nil }
        result.y = low...(low + (high - low) / share)
      } else {
        guard nearest > clearance, nearest - frame.top > 1 else { return nil }
        let share = (clearance - frame.top) / (min(nearest, frame.bottom) - frame.top)
        guard share > 0.3 else { return nil }
        result.y = (high - (high - low) / share)...high
      }
      return result
    }

    /// Names and annotations in place; nil where there is no room inside the frame for the names.
    func labelled(
      _ legend: LegendOptions, _ entries: [LegendEntry]
    ) -> (legend: LegendDrawing, annotations: [PlacedText])? {
      var occupancy = occupancy
      let corner = LegendDrawing.insideBox(legend, entries, layout)
      let inside = corner.flatMap { occupancy.room(like: $0, in: layout.frame) }
      if corner != nil, inside == nil { return nil }
      if let inside { occupancy.add(inside) }
      var placement = LabelPlacement(
        frame: layout.frame, metrics: layout.metrics, occupancy: occupancy)
      let annotations = annotate(&placement)
      let metrics = layout.metrics
      switch legend {
      case .hidden: return (LegendDrawing(metrics: metrics, placed: []), annotations)
      case .automatic:
        let curves = entries.map { entry in curve(named: entry.name) }
        guard let boxes = placement.names(curves) else { return nil }
        return (LegendDrawing(metrics: metrics, placed: Array(zip(entries, boxes))), annotations)
      case .topLeading, .topTrailing, .bottomLeading, .bottomTrailing, .top, .bottom:
        let drawing =
          inside.map { LegendDrawing(entries, in: $0, metrics) }
          ?? LegendDrawing(entries, legend, layout)
        return (drawing, annotations)
      }
    }

    /// Names at the right ends of the curves, outside the frame; nil where a curve does not end
    /// there, or too many do at the same height.
    func labelledAtEnds() -> (legend: LegendDrawing, annotations: [PlacedText])? {
      var ends: [(entry: LegendEntry, y: Double)] = []
      for entry in entries {
        guard
          let end = curve(named: entry.name).pieces.last?.last(where: { layout.frame.contains($0) }
          ),
          layout.frame.right - end.x < 1.5
        else { return nil }
        ends.append((entry, end.y))
      }
      ends.sort { ($0.y, $0.entry.name) < ($1.y, $1.entry.name) }
      let step = 1.15 * layout.metrics.size
      let places = LabelPlacement.spread(ends.map(\.y), apart: step * TextMetrics.slack)
      let shift = zip(places, ends).map { ($0 - $1.y).magnitude }.max() ?? 0
      guard shift <= 1.3 * step else { return nil }
      let placed = zip(ends, places).map { end, y in
        let left = layout.frame.right + 0.5 * layout.metrics.size
        return (
          end.entry,
          Box(left: left, top: y - step / 2, right: layout.width, bottom: y + step / 2)
        )
      }
      var placement = LabelPlacement(
        frame: layout.frame, metrics: layout.metrics, occupancy: occupancy)
      let annotations = annotate(&placement)
      return (LegendDrawing(metrics: layout.metrics, placed: placed), annotations)
    }

    private func curve(named name: String) -> (name: String, owner: UInt64, pieces: [[Pixel]]) {
      var owner: UInt64 = 0
      var pieces: [[Pixel]] = []
      for (index, mark) in marks.enumerated() where mark.name == name {
        owner |= Occupancy.owner(index)
        pieces += geometries[index].pieces + geometries[index].regions
        let radius = MarkDrawing.radius(layout.metrics)
        pieces += geometries[index].points.map { point in
          [Pixel(x: point.x - radius, y: point.y), Pixel(x: point.x + radius, y: point.y)]
        }
      }
      return (name, owner, pieces)
    }

    private func annotate(_ placement: inout LabelPlacement) -> [PlacedText] {
      var result: [PlacedText] = []
      for (mark, geometry) in zip(marks, geometries) {
        guard let annotation = mark.mark.annotation, !annotation.text.isEmpty else { continue }
        let anchors = anchors(of: mark.mark, geometry)
        if anchors.isEmpty { continue }
        let distance = geometry.points.isEmpty ? 5 : MarkDrawing.radius(layout.metrics) + 4
        result.append(
          placement.annotation(
            annotation, at: anchors, distance: distance,
            isCentred: !geometry.regions.isEmpty))
      }
      return result
    }

    /// The places that an annotation may stand at: the last point, the end of a curve in view,
    /// either end of a rule, the middle of a region's upper side, the end of a bar.
    private func anchors(of mark: Mark, _ geometry: MarkGeometry) -> [Pixel] {
      let frame = layout.frame
      if let point = geometry.points.last { return frame.contains(point) ? [point] : [] }
      if let region = geometry.regions.last {
        let (xs, ys) = (region.map(\.x), region.map(\.y))
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
        else { return [] }
        let hangs = mark.bars.last.map { $0.value < 0 } ?? false
        return [Pixel(x: (left + right) / 2, y: hangs ? bottom : top)]
      }
      let ends = [geometry.pieces.last?.last { frame.grown(by: 0.01).contains($0) }]
      let start = mark.isRule ? geometry.pieces.first?.first : nil
      return (ends + [start]).compactMap { $0 }
    }
  }
}
