extension FigureDescription {
  /// The graph of a function, by its mark's index.
  struct Graph {
    let index: Int
    let name: String?
    let curve: VisibleCurve
    let domain: ClosedRange<Double>
    let function: PlotFunction
    /// The legs of each piece.
    let legs: [[CurveLeg]]
    /// There are more turning points than are seen here.
    let isWild: Bool
  }

  /// Those of functions whose domain reaches into the figure.
  var graphs: [Graph] {
    let (x, y) = (drawing.layout.x, drawing.layout.y)
    let resolution = y.resolution.fine
    return drawing.marks.enumerated().compactMap { index, mark in
      guard case .function(let function, let wish) = mark.mark.content else { return nil }
      let own = wish ?? x.domain
      guard own.overlaps(x.domain) else { return nil }
      let domain = own.clamped(to: x.domain)
      let sampler = CurveSampler(function: { function($0, resolution) }, x: x, y: y)
      let curve = VisibleCurve(sampler, over: domain)
      let legs = curve.pieces.map { CurveLeg.legs(of: $0, sampler) }
      let turns = legs.reduce(0) { $0 + Self.turns($1) }
      return Graph(
        index: index, name: mark.name, curve: curve, domain: domain, function: function,
        legs: legs, isWild: drawing.geometries[index].turnCount > turns)
    }
  }

  private static func turns(_ legs: [CurveLeg]) -> Int {
    zip(legs, legs.dropFirst()).count { $0.trend != .level && $1.trend != .level }
  }

  /// What one does from left to right, and where it is 0.
  func sentence(_ graph: Graph) -> String {
    let name = graph.name ?? words.theCurve
    let pieces = graph.curve.pieces
    guard let first = pieces.first, let last = pieces.last else {
      return words.curves.noValue.filled(["name": name])
    }
    let legs = graph.legs
    let clauses: [String]
    if graph.isWild {
      let (low, high) = extent(legs.flatMap(\.self))
      clauses = [words.curves.swingsOften.filled(["low": low, "high": high])]
    } else if pieces.count > Self.mostPieces {
      clauses = [inPieces(legs, from: first, to: last)]
    } else {
      var index = 0
      clauses = graph.curve.parts.map { part in
        switch part {
        case .piece(let piece):
          defer { index += 1 }
          return clause(piece, legs[index])
        case .jump(let place): return near(words.curves.jumps, place)
        case .gap(let start, let end):
          return words.curves.hasGap.filled(["start": at(start), "end": at(end)])
        }
      }
    }
    let text = "\(name) " + clauses.joined(separator: "; \(words.curves.pronoun) ") + "."
    return [text, zeros(graph), asymptotes(graph)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// More are counted, and not followed one by one.
  private static let mostPieces = 5
  private static let mostTurns = 3

  private func near(_ phrase: String, _ place: Double) -> String {
    phrase.filled(["x": xName, "place": at(place)])
  }

  private func inPieces(
    _ legs: [[CurveLeg]], from first: VisibleCurve.Piece, to last: VisibleCurve.Piece
  ) -> String {
    let (low, high) = extent(legs.flatMap(\.self))
    return words.curves.isInPieces.filled([
      "low": low, "high": high, "count": String(legs.count),
      "first": first.samples.last.map { at($0.x) } ?? "",
      "last": last.samples.first.map { at($0.x) } ?? "",
    ])
  }

  private func extent(_ legs: [CurveLeg]) -> (low: String, high: String) {
    var range = ValueRange()
    for leg in legs {
      range.include(leg.start.y)
      range.include(leg.end.y)
    }
    return (value(range.low), value(range.high))
  }

  private func clause(_ piece: VisibleCurve.Piece, _ legs: [CurveLeg]) -> String {
    guard let first = legs.first, let last = legs.last else { return "" }
    let enters: String? =
      switch piece.start {
      case .inView: nil
      case .top: near(words.curves.entersAtTop, first.start.x)
      case .bottom: near(words.curves.entersAtBottom, first.start.x)
      }
    let leaves: String? =
      switch piece.end {
      case .inView: nil
      case .top: near(words.curves.leavesAtTop, last.end.x)
      case .bottom: near(words.curves.leavesAtBottom, last.end.x)
      }
    let turns = Self.turns(legs)
    let course: String
    if turns > Self.mostTurns {
      let (low, high) = extent(legs)
      course = words.curves.swings.filled([
        "low": low, "high": high, "count": String(turns), "start": at(first.start.x),
        "end": at(last.end.x),
      ])
    } else {
      course = legs.indices.map { index in
        self.course(
          legs[index], isFirst: index == 0, next: index + 1 < legs.count ? legs[index + 1] : nil,
          isEntering: enters != nil, isLeaving: leaves != nil)
      }.joined(separator: ", ")
    }
    let doings = [enters, course, leaves].compactMap { $0 }
    return doings.count < 3
      ? doings.joined(separator: words.and) : "\(doings[0]), \(course)\(words.and)\(doings[2])"
  }

  private func course(
    _ leg: CurveLeg, isFirst: Bool, next: CurveLeg?, isEntering: Bool, isLeaving: Bool
  ) -> String {
    let curves = words.curves
    let (start, end) = (leg.start, leg.end)
    if leg.trend == .level {
      return (isFirst ? curves.isLevel : curves.thenIsLevel)
        .filled(["value": value(start.y), "start": at(start.x), "end": at(end.x)])
    }
    let isRising = leg.trend == .rising
    var parts = [
      isFirst
        ? (isRising ? curves.rises : curves.falls)
        : (isRising ? curves.thenRises : curves.thenFalls)
    ]
    if isFirst, !isEntering {
      parts.append(curves.from.filled(["value": value(start.y), "place": at(start.x)]))
    }
    let isTurn = next.map { $0.trend != .level } ?? false
    if isTurn {
      parts.append(
        (isRising ? curves.toMaximum : curves.toMinimum)
          .filled(["value": value(end.y), "x": xName, "place": at(end.x)]))
    } else if next != nil || !isLeaving {
      parts.append(curves.to.filled(["value": value(end.y), "place": at(end.x)]))
    }
    return parts.joined(separator: " ")
  }
}

extension FigureDescription {
  /// Where the curve goes from one side of 0 to the other: once in each leg at the most.
  private func zeros(_ graph: Graph) -> String {
    let sampler = graph.curve.sampler
    guard !graph.isWild, let zero = sampler.y.position(of: 0).map({ sampler.y.start - $0 }) else {
      return ""
    }
    let sign = { (sample: CurveSampler.Sample) in
      (sample.height - zero).magnitude <= sampler.noise ? 0.0 : sample.y < 0 ? -1 : 1
    }
    let places = graph.legs.joined().filter { sign($0.start) * sign($0.end) < 0 }.map { leg in
      sampler.edge(from: leg.start, to: leg.end.x) { ($0.y < 0) == (leg.start.y < 0) }.x
    }
    guard let first = places.first, let last = places.last else { return "" }
    return places.count <= Self.mostPlaces
      ? words.curves.zeros.filled(["x": xName, "places": list(places.map(at))])
      : words.curves.manyZeros.filled([
        "x": xName, "count": String(places.count), "first": at(first), "last": at(last),
      ])
  }

  /// More places are counted.
  static let mostPlaces = 6
}
