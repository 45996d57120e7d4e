extension FigureDescription {
  /// Points without a note of their own, those of one name together: a loop makes a mark of each.
  ///
  /// Where they have different names in the data table and no other, they have these.
  var pointSeries: [(name: String?, points: [PlotPoint])] {
    var series: [(name: String?, column: String?, points: [PlotPoint])] = []
    for mark in drawing.marks where mark.mark.annotation == nil {
      guard case .points(let points) = mark.mark.content, !points.isEmpty else { continue }
      let column = mark.mark.yName
      if let index = series.firstIndex(where: { $0.name == mark.name && $0.column == column }) {
        series[index].points += points
      } else {
        series.append((mark.name, column, points))
      }
    }
    return series.map { ($0.name ?? (series.count > 1 ? $0.column : nil), $0.points) }
  }

  /// Each point where they are few, else how many there are, what they span, and whether they rise or
  /// fall; without the full stop.
  func points(_ points: [PlotPoint], named name: String?) -> String {
    let name = name.map { "\($0): " } ?? ""
    guard points.count <= 12 else { return name + counted(points) }
    let phrase = points.count == 1 ? words.data.point : words.data.points
    return name + phrase.filled(["places": list(points.map(point))])
  }

  private func counted(_ points: [PlotPoint]) -> String {
    let sorted = points.filter { $0.x.isFinite && $0.y.isFinite }.sorted { $0.x < $1.x }
    guard let first = sorted.first, let last = sorted.last,
      let low = sorted.map(\.y).min(), let high = sorted.map(\.y).max()
    else { return "" }
    let neighbours = zip(sorted, sorted.dropFirst())
    let isSequence = neighbours.allSatisfy { $0.x < $1.x }
    let phrase =
      isSequence && neighbours.allSatisfy { $0.y < $1.y }
      ? words.data.rising
      : isSequence && neighbours.allSatisfy { $0.y > $1.y }
        ? words.data.falling : words.data.scattered
    let count = words.data.countedPoints.filled([
      "count": String(points.count), "x": xName, "low": at(first.x), "high": at(last.x),
    ])
    return phrase.filled(["points": count, "y": yName, "low": value(low), "high": value(high)])
  }
}
