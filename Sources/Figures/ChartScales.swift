/// What the axes of a chart span.
public struct ChartScales: Sendable, Hashable {
  public var x: ClosedRange<Double>
  public var y: ClosedRange<Double>

  /// Holds what both span.
  public func union(_ other: ChartScales) -> ChartScales {
    ChartScales(x: Self.union(x, other.x), y: Self.union(y, other.y))
  }

  private static func union(
    _ a: ClosedRange<Double>, _ b: ClosedRange<Double>
  ) -> ClosedRange<Double> {
    min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
  }
}

extension FigureRenderer {
  /// What the axes span when the chart is drawn by itself.
  public func scales(of chart: Chart) -> ChartScales {
    let marks = ResolvedMark.resolve(chart.marks, colours: colours, words: words)
    let domains = ChartDomains(chart, marks: marks)
    return ChartScales(x: domains.x, y: domains.y)
  }
}

extension Chart {
  /// With these scales where the author chose none, so that charts can be compared.
  public func with(_ scales: ChartScales) -> Chart {
    var chart = self
    chart.xScale.domain = xScale.domain ?? scales.x
    chart.yScale.domain = yScale.domain ?? scales.y
    return chart
  }
}
