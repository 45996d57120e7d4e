/// An upright bar at a numeric place.
public struct Bar: Sendable, Hashable {
  public var x: Double
  /// How far it reaches from where it stands; downwards where it is negative.
  public var value: Double
  /// Where it stands: on 0, or on the bars at the same place that come before it in the chart.
  var base = 0.0

  public init(x: Double, value: Double) {
    self.x = x
    self.value = value
  }

  var end: Double { base + value }

  /// Bars at one place stand on each other, as in Swift Charts: those with positive values upwards
  /// from 0, the others downwards.
  static func stacked(_ marks: [Mark]) -> [Mark] {
    var tops: [Double: Double] = [:]
    var bottoms: [Double: Double] = [:]
    return marks.map { mark in
      guard case .bars(var bars, let width) = mark.content else { return mark }
      for index in bars.indices {
        let x = bars[index].x
        if bars[index].value < 0 {
          bars[index].base = bottoms[x, default: 0]
          bottoms[x] = bars[index].end
        } else {
          bars[index].base = tops[x, default: 0]
          tops[x] = bars[index].end
        }
      }
      var mark = mark
      mark.content = .bars(bars, width: width)
      return mark
    }
  }
}

/// The bars of one name, however many marks they are.
struct BarSeries {
  let name: String?
  let xName: String?
  private(set) var bars: [Bar]

  static func all(of marks: [ResolvedMark]) -> [BarSeries] {
    var series: [BarSeries] = []
    for mark in marks where !mark.mark.bars.isEmpty {
      if let index = series.firstIndex(where: { $0.name == mark.name }) {
        series[index].bars += mark.mark.bars
      } else {
        series.append(BarSeries(name: mark.name, xName: mark.mark.xName, bars: mark.mark.bars))
      }
    }
    return series
  }
}
