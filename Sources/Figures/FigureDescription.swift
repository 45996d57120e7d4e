import MathCore

/// What a chart shows, in words, for those who do not see it.
///
/// Numbers are read from samples and said to be approximate.
struct FigureDescription {
  let drawing: ChartDrawing
  let numbers: FigureNumbers
  let words: FigureWords
  private var layout: ChartLayout { drawing.layout }

  init(_ drawing: ChartDrawing, numbers: FigureNumbers, words: FigureWords) {
    self.drawing = drawing
    self.numbers = numbers
    self.words = words
  }

  var text: String {
    var sentences = [kind + ".", axes]
    let curves = graphs
    for (index, mark) in drawing.marks.enumerated() {
      if let graph = curves.first(where: { $0.index == index }) {
        sentences.append(sentence(graph))
      } else {
        sentences.append(sentence(mark, drawing.geometries[index]))
      }
    }
    sentences += pointSeries.map { points($0.points, named: $0.name) + "." }
    sentences += bars + rules + meetings(of: curves)
    return sentences.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var kind: String {
    let marks = drawing.marks.map(\.mark)
    if marks.contains(where: \.isCurve) { return words.lineChart }
    if marks.contains(where: { !$0.bars.isEmpty }) { return words.barChart }
    return marks.contains(where: \.isPoints) ? words.scatterPlot : words.chart
  }

  private var axes: String {
    let chart = layout.chart
    var x = layout.x.domain
    // Bars reach beyond their places on both sides, and the axis with them.
    if let places = chart.barPlaces, let first = places.first, let last = places.last {
      x = first...last
    }
    return axis(xTitle, at(x.lowerBound), at(x.upperBound), chart.xScale.kind) + "; "
      + axis(
        yName, value(layout.y.domain.lowerBound), value(layout.y.domain.upperBound),
        chart.yScale.kind) + "."
  }

  private func axis(
    _ name: String, _ low: String, _ high: String, _ kind: ScaleOptions.Kind
  ) -> String {
    (kind == .log ? words.logarithmicAxis : words.axis)
      .filled(["name": name, "low": low, "high": high])
  }

  /// What the horizontal coordinate is called where a place is named: `t` in `t = 2`.
  var xName: String {
    drawing.marks.lazy.compactMap(\.mark.xName).first ?? layout.chart.xAxis.label ?? "x"
  }

  /// The axis' label, and how its places are named where that is not part of it: `seconds (t)`.
  private var xTitle: String {
    guard let label = layout.chart.xAxis.label else { return xName }
    let isNamed = label == xName || label.split(separator: " ").contains(xName[...])
    return isNamed ? label : "\(label) (\(xName))"
  }

  var yName: String { layout.chart.yAxis.label ?? "y" }

  func at(_ x: Double) -> String { numbers.text(x, on: layout.x) }
  func value(_ y: Double) -> String { numbers.text(y, on: layout.y) }
  func list(_ items: [String]) -> String { numbers.list(items, and: words.and) }

  func point(_ point: PlotPoint) -> String { numbers.pair(at(point.x), value(point.y)) }
}

extension FigureDescription {
  /// Of a mark that is no graph of a function.
  private func sentence(_ mark: ResolvedMark, _ geometry: MarkGeometry) -> String {
    switch mark.mark.content {
    case .parametric: return planeCurve(mark, geometry)
    case .area(_, _, let domain): return area(mark, domain)
    case .points(let points):
      guard let note = mark.mark.annotation?.text else { return "" }
      return words.annotated.filled([
        "points": self.points(points, named: mark.name), "text": note,
      ])
    case .line(let points): return line(points, mark)
    case .rectangle:
      guard let name = mark.name ?? mark.mark.annotation?.text else { return "" }
      return words.shaded.filled(["name": name])
    case .function, .ruleX, .ruleY, .bars: return ""
    }
  }

  private func area(_ mark: ResolvedMark, _ domain: ClosedRange<Double>?) -> String {
    let x = layout.x.domain
    let own = (domain ?? x).overlaps(x) ? (domain ?? x).clamped(to: x) : x
    let bounds = mark.areaBounds.map {
      words.betweenCurves.filled(["lower": $0.lower, "upper": $0.upper])
    }
    return words.shadedPart.filled([
      "name": mark.name ?? bounds ?? words.aBand, "x": xName, "low": at(own.lowerBound),
      "high": at(own.upperBound),
    ])
  }

  private func line(_ points: [PlotPoint], _ mark: ResolvedMark) -> String {
    let finite = points.filter { $0.x.isFinite && $0.y.isFinite }
    guard let first = finite.first, let last = finite.last else { return "" }
    return words.line.filled([
      "name": mark.name ?? words.aLine, "start": point(first), "end": point(last),
      "count": String(finite.count),
    ])
  }

  /// The extent of what is in view.
  private func planeCurve(_ mark: ResolvedMark, _ geometry: MarkGeometry) -> String {
    let name = mark.name ?? words.theCurve
    let points = geometry.pieces.joined().filter { layout.frame.grown(by: 0.01).contains($0) }
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
    else { return words.outOfView.filled(["name": name]) }
    return words.planeCurve.filled([
      "name": name, "x": xName, "y": yName,
      "left": at(layout.x.value(at: left)), "right": at(layout.x.value(at: right)),
      "bottom": value(layout.y.value(at: bottom)), "top": value(layout.y.value(at: top)),
    ])
  }

  private var rules: [String] {
    var (across, upright): ([String], [String]) = ([], [])
    for mark in drawing.marks {
      switch mark.mark.content {
      case .ruleY(let y): across.append(value(y))
      case .ruleX(let x): upright.append(at(x))
      case .function, .parametric, .area, .points, .line, .rectangle, .bars: break
      }
    }
    return [
      rules(across, words.horizontalLine, words.horizontalLines),
      rules(upright, words.verticalLine, words.verticalLines),
    ]
  }

  private func rules(_ places: [String], _ one: String, _ many: String) -> String {
    places.isEmpty ? "" : (places.count == 1 ? one : many).filled(["places": list(places)])
  }
}
