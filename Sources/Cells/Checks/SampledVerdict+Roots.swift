import MathCore

extension SampledVerdict {
  /// f is 0 at the points (or, within a tolerance, near to each of them), and at no other.
  func roots(_ f: CheckedFunction, at points: [Expression]) -> Decision {
    if claim.tolerance == nil {
      for point in points {
        if case .fails(let fault) = judgement(at: [point], { Self.isZero($0[0]) }) {
          return .decided(refuted(at: [point], fault))
        }
      }
    }
    let (found, tried) = roots(of: f)
    let reach = claim.tolerance?.value ?? .zero
    if let other = found.first(where: { root in points.allSatisfy { root.isApart($0, by: reach) } })
    {
      return .decided(.refuted("it is 0 \(other.text) as well"))
    }
    return sampled(tried)
  }

  /// f is 0 at no more than so many points.
  func rootCount(_ f: CheckedFunction, is count: Int) -> Decision {
    let (found, tried) = roots(of: f)
    guard found.count > count else { return sampled(tried) }
    let places = found.prefix(count + 1).map(\.text).joined(separator: ", and ")
    return .decided(.refuted("it is 0 \(places)"))
  }

  private func sampled(_ tried: AdversarialSearch.Outcome) -> Decision {
    decision(tried, isClear: { _ in false }, detail: { _ in nil }, judge: { _ in .holds })
  }

  private static func isZero(_ value: Expression) -> Judgement {
    switch value.certainSign {
    case 0?: .holds
    case nil: .unknown("it is not told whether it is 0")
    case _?: .fails("the value is \(value.digits(apartFrom: .zero) ?? "not 0")")
    }
  }
}

/// Where a function certainly is 0: at a point, or somewhere in an interval.
private struct FoundRoot {
  let lower: Expression
  let upper: Expression
  /// "at x = 2", "near x ≈ 0.739085"
  let text: String

  /// Whether a point is certainly farther away than this.
  func isApart(_ point: Expression, by reach: Rational) -> Bool {
    [(lower, 1), (upper, -1)].contains { end, side in
      let distance = side > 0 ? try? end - point : try? point - end
      return (try? distance.map { try $0 - Expression(reach) })??.certainSign == 1
    }
  }
}

extension SampledVerdict {
  private static let gridSize = 1024
  /// Numbers at which binary64 gives 0 may be many: so many of them are looked at.
  private static let largestZeroCount = 8

  /// Roots that are certain, each once, and what else was found at the points that were tried.
  private func roots(
    of f: CheckedFunction
  ) -> (roots: [FoundRoot], tried: AdversarialSearch.Outcome) {
    let grid = (1..<Self.gridSize).map { domains[0].point(at: Double($0) / Double(Self.gridSize)) }
    let values = grid.map { f([$0]) }
    let zeros = zip(grid, values).filter { $1 == 0 }.prefix(Self.largestZeroCount)
    var found: [FoundRoot] = []
    for point in (claim.likelyPoints + zeros.map({ exact([$0.0]) })).map({ $0[0] }) {
      if isRoot(point), found.allSatisfy({ $0.isApart(point, by: .zero) }) {
        found.append(FoundRoot(lower: point, upper: point, text: "at \(claim.place([point]))"))
      }
    }
    let points = found.map(\.lower)
    for index in 1..<grid.count {
      guard let left = values[index - 1], let right = values[index], left != 0, right != 0,
        (left < 0) != (right < 0)
      else { continue }
      let (a, b) = bisected(f, grid[index - 1], grid[index])
      found += [root(between: exact([a]), exact([b]))].compactMap(\.self)
    }
    found += farRoots(grid)
    // A bracket of a root that is known already is no other.
    found.removeAll { root in
      root.lower != root.upper && !points.allSatisfy { root.isApart($0, by: .zero) }
    }
    var tried = AdversarialSearch.Outcome(evaluations: grid.count)
    tried.undefined = zip(grid, values).filter { $1 == nil }.prefix(Self.largestZeroCount)
      .map { [$0.0] }
    return (found, tried)
  }

  private func isRoot(_ point: Expression) -> Bool {
    claim.contains([point]) && outcome([point]).certainSign(of: \.first) == 0
  }

  /// By the intermediate value theorem: the real values have opposite signs, and there is no jump and
  /// no pole in between.
  private func root(
    between low: ExactPoint, _ high: ExactPoint, _ text: String? = nil
  ) -> FoundRoot? {
    guard claim.contains(low), claim.contains(high), let a = low[0].number, let b = high[0].number,
      let before = outcome(low).certainSign(of: \.first),
      let after = outcome(high).certainSign(of: \.first), before * after < 0,
      isContinuous(on: .closed(a, b))
    else { return nil }
    let place = place(low).replacing("=", with: "≈")
    return FoundRoot(lower: low[0], upper: high[0], text: text ?? "near \(place)")
  }

  /// The same beyond the grid.
  private func farRoots(_ grid: [Double]) -> [FoundRoot] {
    guard let first = grid.first.map({ exact([$0]) }), let last = grid.last.map({ exact([$0]) })
    else { return [] }
    return claim.farPoints.compactMap { far in
      far[0].certainSign == 1
        ? root(between: last, far, "beyond \(claim.place(last))")
        : root(between: far, first, "below \(claim.place(first))")
    }
  }

  private func isContinuous(on interval: RationalInterval) -> Bool {
    guard let joined = JoinedPieces(claim) else { return false }
    return joined.pieces.contains { piece in
      interval.isSubset(of: piece.interval)
        && piece.values[0].isContinuous(in: joined.variable, on: interval)
    }
  }

  private func bisected(_ f: CheckedFunction, _ a: Double, _ b: Double) -> (Double, Double) {
    var (a, b) = (a, b)
    guard let start = f([a]) else { return (a, b) }
    for _ in 0..<20 {
      let middle = a + (b - a) / 2
      guard let value = f([middle]), value != 0 else { break }
      if (value < 0) == (start < 0) { a = middle } else { b = middle }
    }
    return (a, b)
  }
}
