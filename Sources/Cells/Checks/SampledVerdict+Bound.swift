import MathCore

extension SampledVerdict {
  /// The values of f are on the right side of the bounds, or not far on the wrong one.
  func bound(_ f: CheckedFunction, _ bounds: [Bound], within allowance: Rational?) -> Decision {
    let allowed = allowance?.double ?? 0
    let found = search.largest { point in
      f(point).flatMap { value in bounds.map { $0.excess(of: value) - allowed }.max() }
    }
    func isClear(_ suspect: AdversarialSearch.Worst) -> Bool {
      f(suspect.point).map { suspect.value > 4 * f.noise(at: suspect.point, value: $0) } ?? false
    }
    return decision(
      found, isClear: isClear, detail: { nearest(to: bounds, of: $0) },
      judge: { values in judgement(bounds, values, allowance.map { Expression($0) }) })
  }

  private func judgement(
    _ bounds: [Bound], _ values: [Expression], _ allowance: Expression?
  ) -> Judgement {
    var result = Judgement.holds
    for bound in bounds {
      let distance = bound.distance(from: values)
      let room = allowance.map { allowance in distance.flatMap { try? $0 + allowance } } ?? distance
      guard let sign = room?.soughtSign else {
        let judgement = Judgement.undecided(room, "the value is not told from \(bound.number.text)")
        if case .unknown = judgement { result = judgement }
        continue
      }
      if allowance == nil ? !bound.allows(sign) : sign < 0 {
        return .fails(bound.fault(of: values))
      }
    }
    return result
  }

  /// By the real values at points.
  private func nearest(to bounds: [Bound], of points: [ExactPoint]) -> Verdict.Detail? {
    var nearest: (distance: Double, point: ExactPoint, value: String?)?
    for point in points {
      guard case .values(let values) = outcome(point) else { continue }
      for bound in bounds {
        guard let distance = bound.distance(from: values)?.approximation,
          nearest.map({ distance < $0.distance }) ?? true
        else { continue }
        nearest = (distance, point, bound.text(of: values))
      }
    }
    return nearest.map { .nearestToBound(place: place($0.point), value: $0.value) }
  }
}

extension Bound {
  /// In digits that tell it from the bound; nil where these are not decided.
  fileprivate func text(of values: [Expression]) -> String? {
    number.expression.flatMap { values.first?.digits(apartFrom: $0) }
  }

  fileprivate func fault(of values: [Expression]) -> String {
    let isReached = distance(from: values)?.certainSign == 0
    return "the value is \(text(of: values) ?? "beyond the bound")"
      + (isReached ? ", the bound itself" : "")
  }
}
