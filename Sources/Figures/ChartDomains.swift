import MathCore

/// What the two axes span, from the author's wish or the data.
struct ChartDomains: Sendable, Hashable {
  var x: ClosedRange<Double>
  var y: ClosedRange<Double>

  init(_ chart: Chart, marks: [ResolvedMark]) {
    x =
      Self.wish(chart.xScale)
      ?? Self.rounded(
        Self.xRange(marks), kind: chart.xScale.kind,
        padding: marks.contains(where: Self.needsRoom)
          ? 0.04 : 0, otherwise: -5...5)
    if let wish = Self.wish(chart.yScale) {
      y = wish
    } else {
      let range = Self.yRange(marks, over: x, chart)
      let isLabelled = marks.contains { !$0.mark.bars.isEmpty && $0.mark.annotation != nil }
      let padded = Self.rounded(
        range, kind: chart.yScale.kind, padding: isLabelled ? 0.1 : 0.05, otherwise: -1...1)
      let low = Self.foot(of: marks, range, chart.yScale.kind) ?? padded.lowerBound
      y = low...max(padded.upperBound, low)
    }
  }

  /// Where bars stand on the axis: at 0, or at a power of ten that is at most half of the least of
  /// them; nil where none do.
  private static func foot(
    of marks: [ResolvedMark], _ range: ValueRange, _ kind: ScaleOptions.Kind
  ) -> Double? {
    let bars = marks.flatMap(\.mark.bars)
    guard !bars.isEmpty, !range.isEmpty else { return nil }
    switch kind {
    case .linear: return range.low >= 0 ? 0 : nil
    case .log:
      guard range.low > 1e-290 else { return nil }
      let exponent = ElementaryFunction.log10.value(at: range.low / 2).rounded(.down)
      return LinearTicks.power10(Int(exponent))
    }
  }

  private static func wish(_ options: ScaleOptions) -> ClosedRange<Double>? {
    guard let domain = options.domain, domain.lowerBound.isFinite, domain.upperBound.isFinite,
      domain.lowerBound < domain.upperBound,
      max(domain.lowerBound.magnitude, domain.upperBound.magnitude) <= 1e300,
      options.kind == .linear || domain.lowerBound > 0
    else { return nil }
    return domain
  }

  /// Points and bars would be cut at the very edge.
  private static func needsRoom(_ mark: ResolvedMark) -> Bool {
    switch mark.mark.content {
    case .points, .bars: true
    case .function, .parametric, .line, .area, .ruleX, .ruleY, .rectangle: false
    }
  }

  private static func rounded(
    _ range: ValueRange, kind: ScaleOptions.Kind, padding: Double,
    otherwise: ClosedRange<Double>
  ) -> ClosedRange<Double> {
    switch kind {
    case .linear:
      guard !range.isEmpty else { return otherwise }
      let low = max(range.low, -1e300)
      let high = min(range.high, 1e300)
      guard low < high else {
        let room = max(low.magnitude * 0.1, low == 0 ? 1 : low.magnitude * 1e-3)
        return (low - room)...(low + room)
      }
      let room = (high - low) * padding
      return (low - room)...(high + room)
    case .log:
      guard !range.isEmpty, range.high > 0 else { return 0.1...10 }
      let least = range.low > 0 ? range.low : range.high / 1000
      let low = ElementaryFunction.log10.value(at: max(least, 1e-300))
      let high = ElementaryFunction.log10.value(at: min(range.high, 1e300))
      let room = max((high - low) * padding, low == high ? 0.5 : 0)
      return BinaryFunction.pow.value(
        at: 10, low - room)...BinaryFunction.pow.value(
          at: 10, high + room)
    }
  }
}

extension ChartDomains {
  private static func xRange(_ marks: [ResolvedMark]) -> ValueRange {
    var range = ValueRange()
    for resolved in marks {
      switch resolved.mark.content {
      case .function(_, let domain), .area(_, _, let domain):
        if let domain { range.include(domain) }
      case .parametric(let curve):
        for place in places(curve.domain) {
          if let x = curve.point(at: place, .outline, .outline)?.x { range.include(x) }
        }
      case .points(let points), .line(let points): for point in points { range.include(point.x) }
      case .ruleX(let x): range.include(x)
      case .ruleY: break
      case .rectangle(let x, _): if let x { range.include(x) }
      case .bars(let bars, let width):
        let half = (width ?? MarkGeometry.barWidth(bars)) / 2
        for bar in bars {
          range.include(bar.x - half)
          range.include(bar.x + half)
        }
      }
    }
    return range
  }

  private static func yRange(
    _ marks: [ResolvedMark], over x: ClosedRange<Double>, _ chart: Chart
  ) -> ValueRange {
    let xKind = chart.xScale.kind
    var range = CurveRange()
    for resolved in marks {
      switch resolved.mark.content {
      case .function(let function, let domain):
        range.include({ function($0) }, at: places(x, domain, xKind))
      case .area(let lower, let upper, let domain):
        let places = places(x, domain, xKind)
        range.include({ lower($0) }, at: places)
        range.include({ upper($0) }, at: places)
      case .parametric(let curve):
        for place in places(curve.domain) {
          if let y = curve.point(at: place, .outline, .outline)?.y { range.include(y) }
        }
      case .points(let points), .line(let points): for point in points { range.include(point.y) }
      case .ruleX: break
      case .ruleY(let y): range.include(y)
      case .rectangle(_, let y):
        if let y {
          range.include(y.lowerBound)
          range.include(y.upperBound)
        }
      case .bars(let bars, _):
        if chart.yScale.kind == .linear { range.include(0) }
        for bar in bars where chart.yScale.kind == .linear || bar.end > 0 {
          range.include(bar.end)
        }
      }
    }
    return range.range
  }

  /// Places at which a function is tried, inside its own domain and the chart's.
  private static func places(
    _ x: ClosedRange<Double>, _ domain: ClosedRange<Double>?, _ kind: ScaleOptions.Kind
  ) -> [Double] {
    let own = domain ?? x
    guard own.overlaps(x) else { return [] }
    let shared = own.clamped(to: x)
    guard kind == .log, shared.lowerBound > 0 else { return places(shared) }
    let scale = Scale(kind: .log, domain: shared, start: 0, end: 256)
    return (0...256).map { scale.value(at: Double($0)) }
  }

  private static func places(_ range: ClosedRange<Double>) -> [Double] {
    let (low, high) = (range.lowerBound, range.upperBound)
    return (0...256).map { index in
      let share = Double(index) / 256
      return index == 256 ? high : low * (1 - share) + high * share
    }
  }
}

extension ValueRange {
  mutating func include(_ range: ClosedRange<Double>) {
    include(range.lowerBound)
    include(range.upperBound)
  }
}
