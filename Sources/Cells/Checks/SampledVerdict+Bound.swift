extension SampledVerdict {
  /// The values of f are on the right side of one bound or two, or not far on the wrong one.
  func bound(
    _ f: CheckedFunction, lower: Bound?, upper: Bound?, within allowance: Double
  ) -> Verdict {
    func excess(of value: Double) -> Double {
      max(lower?.excess(of: value) ?? -.infinity, upper?.excess(of: value) ?? -.infinity)
        - allowance
    }
    let search = AdversarialSearch(domains: domains, corners: corners)
    let outcome = search.largest { point in f(point).map(excess) }
    guard let worst = outcome.worst else { return nowhereDefined }
    func slack(at point: [Double]) -> Double {
      f(point).map { 4 * f.noise(at: point, value: $0) } ?? .infinity
    }
    if let found = counterexample(in: outcome, above: { slack(at: $0.point) }) {
      let example = simplest(found) { point in
        guard let value = f(point) else { return nil }
        return excess(of: value) > slack(at: point) ? excess(of: value) : nil
      }
      return refuted(at: example.point, "the value is \(text(f(example.point)))")
    }
    let isStrict = lower?.isStrict == true || upper?.isStrict == true
    if isStrict, worst.value >= 0 {
      if confirms(worst.point) == true {
        return refuted(at: worst.point, "the value is \(text(f(worst.point))), the bound itself")
      }
      return sampled(outcome, detail: .boundReachedInFloatingPoint(place: place(worst.point)))
    }
    return sampled(
      outcome, detail: .nearestToBound(place: place(worst.point), value: f(worst.point).map(text)))
  }
}
