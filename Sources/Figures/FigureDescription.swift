import MathCore

/// What a chart shows, in words, for those who do not see it.
///
/// Numbers are read from samples and said to be approximate.
struct FigureDescription {
  let drawing: ChartDrawing
  let numbers: FigureNumbers
  private var layout: ChartLayout { drawing.layout }

  init(_ drawing: ChartDrawing, typography: NumberTypography) {
    self.drawing = drawing
    numbers = FigureNumbers(typography: typography)
  }

  var text: String {
    var sentences = [kind, axes]
    for (mark, geometry) in zip(drawing.marks, drawing.geometries) {
      sentences.append(sentence(mark, geometry))
    }
    sentences += pointSeries.map { points($0.points, named: $0.name) + "." }
    sentences += bars
    sentences.append(rules)
    sentences += crossings
    return sentences.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var kind: String {
    let marks = drawing.marks.map(\.mark)
    if marks.contains(where: \.isCurve) { return "Line chart." }
    if marks.contains(where: { if case .bars = $0.content { true } else { false } }) {
      return "Bar chart."
    }
    return marks.contains(where: \.isPoints) ? "Scatter plot." : "Chart."
  }

  private var axes: String {
    let chart = layout.chart
    let y = layout.y.domain
    var x = layout.x.domain
    // Bars reach beyond their places on both sides, and the axis with them.
    if let places = chart.barPlaces, let first = places.first, let last = places.last {
      x = first...last
    }
    let logX = chart.xScale.kind == .log ? ", logarithmic" : ""
    let logY = chart.yScale.kind == .log ? ", logarithmic" : ""
    let bounds = { (domain: ClosedRange<Double>, kind: ScaleOptions.Kind) in
      [domain.lowerBound, domain.upperBound].map { bound in
        kind == .log ? numbers.text(bound) : numbers.text(bound, within: domain)
      }.joined(separator: " to ")
    }
    return "\(chart.xAxis.label ?? xName) from \(bounds(x, chart.xScale.kind))\(logX); "
      + "\(chart.yAxis.label ?? "y") from \(bounds(y, chart.yScale.kind))\(logY)."
  }

  var xName: String { drawing.marks.compactMap(\.mark.xName).first ?? "x" }

  private func sentence(_ mark: ResolvedMark, _ geometry: MarkGeometry) -> String {
    let x = layout.x.domain
    switch mark.mark.content {
    case .function(let function, let domain):
      let own = domain ?? x
      guard own.overlaps(x) else { return "" }
      return curve(mark, function, own.clamped(to: x), geometry)
    case .parametric: return parametric(mark, geometry)
    case .area(_, _, let domain):
      let own = (domain ?? x).overlaps(x) ? (domain ?? x).clamped(to: x) : x
      let bounds = mark.boundNames.map { "Between \($0.lower) and \($0.upper)" }
      return "\(mark.name ?? bounds ?? "A band"): shaded for \(xName) from "
        + "\(numbers.text(own.lowerBound, within: x)) to \(numbers.text(own.upperBound, within: x))."
    case .points(let points):
      guard let note = mark.mark.annotation?.text else { return "" }
      return self.points(points, named: mark.name) + ", marked \(note)."
    case .line(let points): return line(points, mark)
    case .ruleX, .ruleY, .bars: return ""
    case .rectangle: return (mark.name ?? mark.mark.annotation?.text).map { "\($0): shaded." } ?? ""
    }
  }
}

extension FigureDescription {
  func at(_ x: Double) -> String { numbers.text(x, within: layout.x.domain) }

  func value(_ y: Double) -> String {
    numbers.text(
      layout.chart.yScale.kind == .log || y.magnitude > 1e-9 * layout.y.domain.upperBound.magnitude
        ? y : 0)
  }

  private func curve(
    _ mark: ResolvedMark, _ function: PlotFunction, _ domain: ClosedRange<Double>,
    _ geometry: MarkGeometry
  ) -> String {
    let name = mark.name ?? "The curve"
    let resolution = layout.y.resolution.fine
    guard let facts = CurveFacts({ function($0, resolution) }, over: domain) else {
      return "\(name) has no value in this range."
    }
    let breaks = self.breaks(geometry)
    if !breaks.isEmpty {
      let x = layout.x.domain
      let noise = (x.upperBound - x.lowerBound) * 1e-3
      let places = breaks.prefix(6).map { at($0.magnitude < noise ? 0 : $0) }
      let more = breaks.count > 6 ? " and elsewhere" : ""
      return "\(name) is broken near \(xName) = \(FigureNumbers.list(places))\(more)."
        + zeros(name, facts)
    }
    if facts.isConstant { return "\(name) is constant at \(value(facts.range.low))." }
    return shape(name, facts) + zeros(name, facts)
  }

  private func shape(_ name: String, _ facts: CurveFacts) -> String {
    let (start, end) = (facts.start, facts.end)
    guard facts.turns.count <= 3 else {
      return "\(name) goes up and down between about \(value(facts.range.low)) and "
        + "\(value(facts.range.high)), with \(facts.turns.count) turning points."
    }
    let rises = (facts.turns.first?.y ?? end.y) > start.y
    var text =
      "\(name) \(rises ? "rises" : "falls") from about \(value(start.y)) at \(at(start.x))"
    for turn in facts.turns {
      text +=
        " to a \(turn.isMaximum ? "maximum" : "minimum") of about \(value(turn.y)) near "
        + "\(xName) = \(at(turn.x)), then \(turn.isMaximum ? "falls" : "rises")"
    }
    return text + " to \(value(end.y)) at \(at(end.x))."
  }

  private func zeros(_ name: String, _ facts: CurveFacts) -> String {
    guard !facts.zeros.isEmpty, facts.zeros.count <= 6, !facts.isConstant else { return "" }
    return " It is 0 near \(xName) = \(FigureNumbers.list(facts.zeros.map(at)))."
  }

  /// Places inside the domain at which one piece ends and the next begins.
  private func breaks(_ geometry: MarkGeometry) -> [Double] {
    zip(geometry.pieces, geometry.pieces.dropFirst()).compactMap { before, after in
      guard let end = before.last?.x, let start = after.first?.x else { return nil }
      return layout.x.value(at: (end + start) / 2)
    }
  }

  private func line(_ points: [PlotPoint], _ mark: ResolvedMark) -> String {
    let finite = points.filter { $0.x.isFinite && $0.y.isFinite }
    guard let first = finite.first, let last = finite.last else { return "" }
    return "\(mark.name ?? "A line") goes from (\(at(first.x)), \(value(first.y))) to "
      + "(\(at(last.x)), \(value(last.y))) through \(finite.count) points."
  }

  /// The extent of what is in view.
  private func parametric(_ mark: ResolvedMark, _ geometry: MarkGeometry) -> String {
    let name = mark.name ?? "The curve"
    let points = geometry.pieces.joined().filter { layout.frame.grown(by: 0.01).contains($0) }
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
    else { return "\(name) is out of view." }
    let ends = [layout.x.value(at: left), layout.x.value(at: right)].map(at)
    let heights = [layout.y.value(at: bottom), layout.y.value(at: top)].map(value)
    return "\(name), a curve in the plane, spans \(xName) from about \(ends[0]) to \(ends[1]) and "
      + "values from about \(heights[0]) to \(heights[1])."
  }

  private var rules: String {
    var (across, upright): ([String], [String]) = ([], [])
    for mark in drawing.marks {
      switch mark.mark.content {
      case .ruleY(let y): across.append(value(y))
      case .ruleX(let x): upright.append(at(x))
      case .function, .parametric, .area, .points, .line, .rectangle, .bars: break
      }
    }
    let horizontal =
      across.isEmpty
      ? "" : "Horizontal \(across.count == 1 ? "line" : "lines") at \(FigureNumbers.list(across))."
    let vertical =
      upright.isEmpty
      ? "" : "Vertical \(upright.count == 1 ? "line" : "lines") at \(FigureNumbers.list(upright))."
    return [horizontal, vertical].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Where two named curves cross, for up to four curves.
  private var crossings: [String] {
    let x = layout.x.domain
    let curves = drawing.marks.compactMap { mark -> (String, PlotFunction)? in
      guard case .function(let function, nil) = mark.mark.content, let name = mark.name else {
        return nil
      }
      return (name, function)
    }
    guard curves.count <= 4 else { return [] }
    let resolution = layout.y.resolution.fine
    var result: [String] = []
    for (index, a) in curves.enumerated() {
      for b in curves.dropFirst(index + 1) {
        let difference = { (place: Double) -> Double? in
          guard let left = a.1(place, resolution), let right = b.1(place, resolution) else {
            return nil
          }
          return left - right
        }
        let values = CurveFacts.values(difference, over: x)
        let places = CurveFacts.crossings(values, difference)
        guard !places.isEmpty, places.count <= 4 else { continue }
        result.append(
          "\(a.0) and \(b.0) meet near \(xName) = \(FigureNumbers.list(places.map(at))).")
      }
    }
    return result
  }
}
