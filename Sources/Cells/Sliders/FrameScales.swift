import Figures

/// How the charts of a pass over a lesson get their scales.
enum FrameScales {
  /// Each has those of its own.
  case own
  /// Charts are measured, and not drawn.
  case measured
  /// By the prefix of a figure's ids, those of each of its charts: the same in every frame, so that
  /// what moves is the curve and not the axis.
  case common([String: [ChartScales]])
}

extension CellContext {
  /// A figure's charts as they are drawn; nil where they are only measured.
  func scaled(_ charts: [Chart], of idPrefix: String, by renderer: FigureRenderer) -> [Chart]? {
    switch frameScales {
    case .own: return charts
    case .measured:
      measuredScales[idPrefix] = charts.map(renderer.scales)
      return nil
    case .common(let scales):
      let known = scales[idPrefix] ?? []
      return charts.enumerated().map { index, chart in
        known.indices.contains(index) ? chart.with(known[index]) : chart
      }
    }
  }
}

extension [String: [ChartScales]] {
  /// Takes what another frame spans in.
  mutating func formUnion(_ other: Self) {
    merge(other) { known, new in
      let common = zip(known, new).map { $0.union($1) }
      return common + known.dropFirst(common.count) + new.dropFirst(common.count)
    }
  }
}
