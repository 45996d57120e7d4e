import MathCore

/// The frame of a chart, its scales and its ticks: everything but the marks.
struct ChartLayout: Sendable {
  let chart: Chart
  let width: Double
  let height: Double
  let metrics: TextMetrics
  let frame: Box
  let x: Scale
  let y: Scale
  let xTicks: AxisTicks
  let yTicks: AxisTicks

  /// - Parameter topRows: lines of text that the legend takes above the frame; `bottomRows` below;
  ///   `trailing` is the room for names at the right side.
  init(
    _ chart: Chart, domains: ChartDomains, typography: NumberTypography, topRows: Int = 0,
    bottomRows: Int = 0, trailing: Double = 0
  ) {
    self.chart = chart
    width = Self.size(chart.width, otherwise: Chart.defaultWidth)
    height = Self.size(chart.height, otherwise: Chart.defaultHeight)
    let metrics = TextMetrics(size: Self.textSize(width: width))
    self.metrics = metrics
    var frame = Self.frame(
      chart, domains, metrics,
      Self.Margins(topRows: topRows, bottomRows: bottomRows, trailing: trailing),
      typography)
    // Labels below the ends of the axis need room; ticks that then move need no other.
    let overhang = Self.overhang(chart, domains, frame, metrics, typography)
    frame.left = max(frame.left, overhang.left)
    frame.right = max(frame.left + 20, min(frame.right, width - overhang.right))
    self.frame = frame
    let spans = chart.hasEqualScale ? domains.equalised(in: frame, chart) : domains
    x = Scale(kind: chart.xScale.kind, domain: spans.x, start: frame.left, end: frame.right)
    y = Scale(kind: chart.yScale.kind, domain: spans.y, start: frame.bottom, end: frame.top)
    xTicks = Self.fittingXTicks(chart, x, frame, metrics, typography)
    yTicks = Self.yTicks(
      y, target: Self.yTarget(frame.height, metrics.lineHeight),
      like: chart.hasEqualScale ? xTicks : nil, typography)
  }

  /// What stands around the frame besides its axes.
  private struct Margins {
    var topRows: Int
    var bottomRows: Int
    var trailing: Double
  }

  /// The room that titles, names and the y-axis' labels leave.
  private static func frame(
    _ chart: Chart, _ domains: ChartDomains, _ metrics: TextMetrics, _ margins: Margins,
    _ typography: NumberTypography
  ) -> Box {
    let width = size(chart.width, otherwise: Chart.defaultWidth)
    let height = size(chart.height, otherwise: Chart.defaultHeight)
    let line = metrics.lineHeight
    let isYLabelAbove = chart.yAxis.label != nil && chart.yAxis.placement == .edge
    let top =
      0.75 * line + Double(margins.topRows) * line * 1.15 + (isYLabelAbove ? 1.3 * line : 0)
    let hasXLabels = chart.xAxis.placement != .hidden
    let isXLabelBelow = chart.xAxis.label != nil && chart.xAxis.placement == .edge
    let bottom =
      (hasXLabels ? 1.6 * line : 0.5 * line) + (isXLabelBelow ? 1.25 * line : 0)
      + Double(margins.bottomRows) * line * 1.15
    let rough = AxisTicks(
      Scale(kind: chart.yScale.kind, domain: domains.y, start: height, end: 0),
      target: yTarget(height - top - bottom, line), typography: typography)
    let labels = rough.major.map { metrics.width(of: $0.label) }.max() ?? 0
    let left = chart.yAxis.placement == .edge ? labels * TextMetrics.slack + 0.9 * line : 0.7 * line
    return Box(
      left: left, top: top, right: max(width - max(0.9 * line, margins.trailing), left + 20),
      bottom: max(height - bottom, top + 20))
  }

  /// Ticks that are as far apart as those of the other axis, where that is wanted and possible.
  private static func yTicks(
    _ scale: Scale, target: Int, like other: AxisTicks?, _ typography: NumberTypography
  ) -> AxisTicks {
    let own = AxisTicks(scale, target: target, typography: typography)
    guard let other else { return own }
    return (2...max(2, target)).lazy.map { AxisTicks(scale, target: $0, typography: typography) }
      .first { $0.isDivided(like: other) } ?? own
  }

  /// How far the labels below the ends of the x-axis reach into the margins, from the figure's
  /// sides.
  private static func overhang(
    _ chart: Chart, _ domains: ChartDomains, _ frame: Box, _ metrics: TextMetrics,
    _ typography: NumberTypography
  ) -> (left: Double, right: Double) {
    guard chart.xAxis.placement != .hidden else { return (0, 0) }
    let spans = chart.hasEqualScale ? domains.equalised(in: frame, chart) : domains
    let scale = Scale(
      kind: chart.xScale.kind, domain: spans.x, start: frame.left, end: frame.right)
    let ticks = fittingXTicks(chart, scale, frame, metrics, typography).major
    let reach = { (tick: Tick?, end: Double) -> Double in
      guard let tick, let place = scale.position(of: tick.value) else { return 0 }
      return metrics.width(of: tick.label) * TextMetrics.slack / 2 - (place - end).magnitude
    }
    return (reach(ticks.first, frame.left), reach(ticks.last, frame.right))
  }

  private static func size(_ wish: Double, otherwise: Double) -> Double {
    wish.isFinite ? min(max(wish, 120), 4000) : otherwise
  }

  /// Larger in larger figures, which are scaled down the more on a narrow screen.
  private static func textSize(width: Double) -> Double { min(24, max(14, width / 42)) }

  private static func yTarget(_ height: Double, _ line: Double) -> Int {
    min(9, max(2, Int(height / (2.6 * line)) + 1))
  }

  /// As many ticks as fit without two labels that touch, and whole ones below what is counted.
  private static func fittingXTicks(
    _ chart: Chart, _ scale: Scale, _ frame: Box, _ metrics: TextMetrics,
    _ typography: NumberTypography
  ) -> AxisTicks {
    if let places = chart.barPlaces, let ticks = AxisTicks(bars: places, typography: typography),
      fits(ticks, scale, metrics)
    {
      return ticks
    }
    let largest = min(9, max(2, Int(frame.width / (4.6 * metrics.size)) + 1))
    let fitting = (2...largest).reversed().lazy
      .map { AxisTicks(scale, target: $0, typography: typography) }
      .filter { fits($0, scale, metrics) }
    let whole = chart.hasWholePlaces ? fitting.first(where: \.areWhole) : nil
    return whole ?? fitting.first ?? AxisTicks(scale, target: 2, typography: typography)
  }

  private static func fits(_ ticks: AxisTicks, _ scale: Scale, _ metrics: TextMetrics) -> Bool {
    var end = -Double.infinity
    for tick in ticks.major {
      guard let place = scale.position(of: tick.value) else { continue }
      let half = metrics.width(of: tick.label) * TextMetrics.slack / 2
      if place - half < end + 0.6 * metrics.size { return false }
      end = place + half
    }
    return true
  }
}

extension ChartLayout {
  /// Where a centred y-axis stands: at x = 0, or the nearest side.
  var verticalAxis: Double { Self.origin(x, frame.left, frame.right) }

  /// Where a centred x-axis stands.
  var horizontalAxis: Double { Self.origin(y, frame.bottom, frame.top) }

  private static func origin(_ scale: Scale, _ first: Double, _ last: Double) -> Double {
    guard scale.kind == .linear, let place = scale.position(of: 0) else { return first }
    return min(max(place, min(first, last)), max(first, last))
  }
}

extension ChartDomains {
  /// The smaller domain grows about its middle until both units are equally long.
  func equalised(in frame: Box, _ chart: Chart) -> ChartDomains {
    guard chart.xScale.kind == .linear, chart.yScale.kind == .linear else { return self }
    let (xWidth, yWidth) = (x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
    let unit = max(xWidth / frame.width, yWidth / frame.height)
    guard unit.isFinite, unit > 0 else { return self }
    var result = self
    result.x = Self.grown(x, to: unit * frame.width)
    result.y = Self.grown(y, to: unit * frame.height)
    return result
  }

  private static func grown(
    _ range: ClosedRange<Double>, to width: Double
  ) -> ClosedRange<Double> {
    let room = max(0, (width - (range.upperBound - range.lowerBound)) / 2)
    return (range.lowerBound - room)...(range.upperBound + room)
  }
}
