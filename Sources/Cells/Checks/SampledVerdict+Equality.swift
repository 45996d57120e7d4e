extension SampledVerdict {
  /// Differences up to this share of the larger value are put down to rounding.
  private static let tolerance = 1e-9

  /// f = g, by the largest difference relative to what rounding allows.
  func equality(
    _ f: CheckedFunction, _ g: CheckedFunction, within allowance: Double? = nil
  ) -> Verdict {
    let search = AdversarialSearch(domains: domains, corners: corners)
    let outcome = search.largest { point in
      switch (f(point), g(point)) {
      case (let a?, let b?): return excess(a, b, at: point, f, g, allowance)
      case (nil, nil): return nil
      // One side is undefined where the other is not: no equality there.
      default: return isBeyondRange(point) || confirms(point) == false ? nil : .infinity
      }
    }
    guard let worst = outcome.worst else { return nowhereDefined }
    if let found = counterexample(in: outcome, above: { _ in 1 }) {
      let example = simplest(found) { point in
        guard let a = f(point), let b = g(point) else { return nil }
        return excess(a, b, at: point, f, g, allowance) > 1 ? abs(a - b) : nil
      }
      return refuted(at: example.point, contrast(f(example.point), g(example.point)))
    }
    var difference = 0.0
    if let a = f(worst.point), let b = g(worst.point) { difference = abs(a - b) }
    return sampled(
      outcome, detail: .largestDifference(text(difference), place: place(worst.point)))
  }

  /// "2 against 3", or how far apart they are where that does not show it.
  private func contrast(_ a: Double?, _ b: Double?) -> String {
    let texts = (text(a), text(b))
    guard texts.0 == texts.1, let a, let b else { return "\(texts.0) against \(texts.1)" }
    return "the two sides differ by \(text(abs(a - b)))"
  }

  /// Above 1 where two values differ by more than rounding can explain.
  private func excess(
    _ a: Double, _ b: Double, at point: [Double], _ f: CheckedFunction, _ g: CheckedFunction,
    _ allowance: Double?
  ) -> Double {
    let difference = abs(a - b)
    if let allowance { return difference / allowance }
    let scale = max(abs(a), abs(b))
    guard difference > Self.tolerance * scale else {
      return scale > 0 ? difference / (Self.tolerance * scale) : 0
    }
    // Rare enough to look closer: how much do the values move by rounding of the arguments alone?
    let noise = max(f.noise(at: point, value: a), g.noise(at: point, value: b))
    return difference / max(64 * noise + Self.tolerance * scale, .leastNonzeroMagnitude)
  }

  /// So far out a side may be undefined only because a number in it is too large for binary64.
  private func isBeyondRange(_ point: [Double]) -> Bool { point.contains { abs($0) > 300 } }
}
