import Figures

/// The scales of figures, for each chart of a figure, by the prefix of the figure's ids.
struct FrameScales: Equatable {
  private var scales: [String: [ChartScales]] = [:]

  subscript(idPrefix: String) -> [ChartScales] {
    get { scales[idPrefix] ?? [] }
    set { scales[idPrefix] = newValue }
  }

  /// Takes in what another frame spans of the same figures.
  mutating func formUnion(_ other: FrameScales) {
    for (idPrefix, charts) in other.scales {
      let known = self[idPrefix]
      let common = zip(known, charts).map { $0.union($1) }
      self[idPrefix] = common + known.dropFirst(common.count) + charts.dropFirst(common.count)
    }
  }

  /// Whether all of these figures have the same scales here and there.
  func agrees(with other: FrameScales, on idPrefixes: Set<String>) -> Bool {
    idPrefixes.allSatisfy { self[$0] == other[$0] }
  }

  var idPrefixes: Set<String> { Set(scales.keys) }
}

extension CellContext {
  /// A figure's charts as they are drawn: with the scales that they share with other frames, so that
  /// what moves is the curve and not the axis.
  func scaled(_ charts: [Chart], of idPrefix: String, by renderer: FigureRenderer) -> [Chart] {
    if hasSliders { ownScales[idPrefix] = charts.map(renderer.scales) }
    let common = commonScales[idPrefix]
    return charts.enumerated().map { index, chart in
      common.indices.contains(index) ? chart.with(common[index]) : chart
    }
  }
}
