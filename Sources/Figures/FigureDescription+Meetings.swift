extension FigureDescription {
  /// Where two named curves meet; nothing where there are too many pairs to be listened to.
  func meetings(of graphs: [Graph]) -> [String] {
    let named = graphs.filter { $0.name != nil }
    guard named.count <= Self.mostCurves else { return [] }
    return named.enumerated().flatMap { index, first in
      named.dropFirst(index + 1).flatMap { meetings(first, $0) }
    }
  }

  private static let mostCurves = 4

  private func meetings(_ first: Graph, _ second: Graph) -> [String] {
    guard let a = first.name, let b = second.name, first.domain.overlaps(second.domain),
      !first.isWild, !second.isWild
    else { return [] }
    let meetings = CurveMeetings(
      first.curve.sampler, second.curve.sampler, over: first.domain.clamped(to: second.domain))
    var sentences: [String] = []
    if !meetings.stretches.isEmpty {
      let stretches = meetings.stretches.map {
        words.curves.stretch.filled(["start": at($0.lowerBound), "end": at($0.upperBound)])
      }
      sentences.append(
        words.curves.runTogether.filled(["a": a, "b": b, "stretches": list(stretches)]))
    }
    let places = meetings.places
    if let first = places.first, let last = places.last {
      sentences.append(
        places.count <= Self.mostPlaces
          ? words.curves.meet.filled([
            "a": a, "b": b, "x": xName, "places": list(places.map(at)),
          ])
          : words.curves.meetOften.filled([
            "a": a, "b": b, "x": xName, "count": String(places.count), "first": at(first),
            "last": at(last),
          ]))
    }
    return sentences
  }
}
