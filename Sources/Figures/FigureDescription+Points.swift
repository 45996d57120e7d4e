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

  /// Each point where they are few, else how many there are and what they span; without the full stop.
  func points(_ points: [PlotPoint], named name: String?) -> String {
    let name = name.map { "\($0): " } ?? ""
    guard points.count <= 12 else {
      return "\(name)\(points.count) points\(spans(points))"
    }
    let places = points.map { "(\(at($0.x)), \(value($0.y)))" }
    return "\(name)\(points.count == 1 ? "Point" : "Points") at \(FigureNumbers.list(places))"
  }

  private func spans(_ points: [PlotPoint]) -> String {
    var (xs, ys) = (ValueRange(), ValueRange())
    for point in points {
      xs.include(point.x)
      ys.include(point.y)
    }
    guard !xs.isEmpty, !ys.isEmpty else { return "" }
    return " with \(xName) from \(at(xs.low)) to \(at(xs.high)) and values from "
      + "\(value(ys.low)) to \(value(ys.high))"
  }
}
