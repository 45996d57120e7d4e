extension FigureDescription {
  /// Vertical asymptotes: where the curve leaves the figure, and is proved to go on without end.
  func asymptotes(_ graph: Graph) -> String {
    let places = leavings(graph).compactMap { start, end -> Double? in
      let place = graph.curve.sampler.farthest(from: start, to: end)
      return graph.function.hasPole(near: place) ? place : nil
    }
    // Both sides of a pole lead to it.
    let texts = places.map(at)
    let different = texts.indices.filter { $0 == 0 || texts[$0 - 1] != texts[$0] }
      .map { texts[$0] }
    guard !different.isEmpty else { return "" }
    return (different.count == 1 ? words.curves.asymptote : words.curves.asymptotes)
      .filled(["x": xName, "places": list(different)])
  }

  /// From where a piece leaves the figure to where its function ends or comes back, and the other way.
  private func leavings(_ graph: Graph) -> [(from: Double, to: Double)] {
    var result: [(Double, Double)] = []
    var reached = graph.domain.lowerBound
    var isOut = false
    for part in graph.curve.parts {
      switch part {
      case .jump: break
      case .gap(let start, let end):
        if isOut { result.append((reached, start)) }
        (reached, isOut) = (end, true)
      case .piece(let piece):
        guard let first = piece.samples.first?.x, let last = piece.samples.last?.x else { continue }
        if piece.start != .inView { result.append((first, reached)) }
        (reached, isOut) = (last, piece.end != .inView)
      }
    }
    if isOut { result.append((reached, graph.domain.upperBound)) }
    return result
  }
}
