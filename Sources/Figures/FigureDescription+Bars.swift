extension FigureDescription {
  /// A sentence for each series of bars, and one for their stacks where bars stand on each other.
  var bars: [String] {
    let series = BarSeries.all(of: drawing.marks)
    return series.map(bars) + [stacks(series.flatMap(\.bars))]
  }

  private func bars(_ series: BarSeries) -> String {
    guard let highest = series.bars.max(by: { $0.value < $1.value }),
      let lowest = series.bars.min(by: { $0.value < $1.value })
    else { return "" }
    let name = series.name.map { "\($0): " } ?? ""
    let count = series.bars.count
    if count == 1 {
      return name
        + words.data.bar.filled(["value": value(highest.value), "place": at(highest.x)])
    }
    return name
      + words.data.bars.filled([
        "count": String(count), "high": value(highest.value), "highPlace": at(highest.x),
        "low": value(lowest.value), "lowPlace": at(lowest.x),
      ])
  }

  /// How far stacks reach; empty where no bar stands on another.
  private func stacks(_ bars: [Bar]) -> String {
    let upper = bars.filter { $0.base > 0 }.max { $0.end < $1.end }
    let lower = bars.filter { $0.base < 0 }.min { $0.end < $1.end }
    let reaches = [upper.map { (words.data.up, $0) }, lower.map { (words.data.down, $0) }]
      .compactMap { $0 }
      .map { phrase, bar in phrase.filled(["value": value(bar.end), "place": at(bar.x)]) }
    return reaches.isEmpty ? "" : words.data.stacks.filled(["reaches": list(reaches)])
  }
}
