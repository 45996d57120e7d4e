import MathCore

/// The bins of a histogram: `bins(values, count: 4)` and `bins(values, count: 4, in: 0...1)`.
enum BinFunction: String, CaseIterable {
  case spanning = "bins(_:count:)"
  case within = "bins(_:count:in:)"
}

extension Machine {
  /// Tuples of a lower edge, an upper edge and how many values lie between.
  ///
  /// Operation by operation what the body in `Vocabulary.swift` does, so that every comparison is made
  /// in step: a value that is on an edge in one reading alone stops the cell.
  func bins(_ function: BinFunction, _ x: Arguments<S>) throws -> Value<S> {
    let values = try elements(of: x[0]).map { try $0.asScalar() }
    let count = try x.int(1)
    guard count >= 1 else { throw Trap.precondition("there is at least one bin, not \(count)") }
    guard count < limits.elements else { throw Trap.elements(limits.elements) }
    try spend(elements: count)
    let (low, high) = function == .within ? try bounds(x[2]) : try extent(x)
    guard try S.isLess(low, high) else { throw Trap.precondition("bins need bounds that differ") }
    let edges = try edges(from: low, to: high, count: count)
    var counts = Array(repeating: 0, count: count)
    for value in values {
      try spend(1)
      guard try S.isLessOrEqual(low, value), try S.isLessOrEqual(value, high) else { continue }
      counts[try bin(of: value, between: edges)] += 1
    }
    return .array(
      counts.enumerated().map { index, count in
        .tuple([.scalar(edges[index]), .scalar(edges[index + 1]), .int(count)])
      })
  }

  private func bounds(_ interval: Value<S>) throws -> (S, S) {
    guard case .range(let range) = interval, let lower = range.lower, let upper = range.upper else {
      throw Trap.overlappingAccess
    }
    return (try lower.asScalar(), try upper.asScalar())
  }

  /// The least and the greatest of the values, which are the first argument.
  private func extent(_ x: Arguments<S>) throws -> (S, S) {
    guard case .some(let low) = try sequence(.min, x), case .some(let high) = try sequence(.max, x)
    else { throw Trap.precondition("bins of no values need bounds: bins(_:count:in:)") }
    return (try low.asScalar(), try high.asScalar())
  }

  /// One more than there are bins, from bound to bound.
  private func edges(from low: S, to high: S, count: Int) throws -> [S] {
    let width = try S.subtract(high, low)
    let inner = try (0..<count).map { index in
      try S.add(low, S.divide(S.multiply(width, S(index)), S(count)))
    }
    return inner + [high]
  }

  /// The last bin whose lower edge is not above the value, which is between the bounds.
  private func bin(of value: S, between edges: [S]) throws -> Int {
    var (first, end) = (0, edges.count - 1)
    while end - first > 1 {
      try spend(1)
      let middle = (first + end) / 2
      if try S.isLess(value, edges[middle]) { end = middle } else { first = middle }
    }
    return first
  }
}
