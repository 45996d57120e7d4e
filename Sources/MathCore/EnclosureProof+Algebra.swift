/// What algebra adds to boxes.
extension CaseForms {
  /// Whether the function has a value on the whole cell, though the boxes do not show it.
  var isProvedDefined: Bool {
    let outcome = definedness ?? Proof.defined(function.value, on: domain)
    definedness = outcome
    return outcome.isProved && function.conditions.isEmpty
  }

  /// The slope in one variable, where it exists on the whole cell.
  var provedSlope: Expression? {
    if smoothness == nil {
      guard variables.count == 1, isProvedDefined,
        let slope = try? function.value.derivative(withRespectTo: variables[0])
      else { return nil }
      smoothness = (Proof.defined(slope, on: domain), slope.simplified())
    }
    guard let smoothness, smoothness.outcome.isProved else { return nil }
    return smoothness.slope
  }

  /// By normal forms, far out or near an end that does not belong to the cell: there enclosures of
  /// positive values always reach 0. Once for each side.
  func algebraicEvidence(on box: [RationalInterval]) -> BoxEvidence? {
    guard box.count == 1, function.conditions.isEmpty, let side = edge(of: box[0]),
      triedEdges.insert(side).inserted,
      let proof = targets.proof(of: function.value, on: Domain([variables[0]: box[0]]))
    else { return nil }
    return .algebraic(proof)
  }

  /// −1 or 1 where a box lies far out, or close to an open end of the cell, on that side.
  private func edge(of box: RationalInterval) -> Int? {
    let (far, near): (Rational, Rational) = (16, Self.edgeWidth)
    switch (box.lower, box.upper) {
    case (let low?, nil): return low.value >= far ? 1 : nil
    case (nil, let high?): return high.value <= -far ? -1 : nil
    case (let low?, let high?):
      guard high.value - low.value <= near else { return nil }
      return !low.isClosed ? -1 : !high.isClosed ? 1 : nil
    case (nil, nil): return nil
    }
  }

  private static let edgeWidth = Rational(1, over: 64) ?? .one
}
