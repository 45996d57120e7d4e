import MathCore

extension SampledVerdict {
  /// f increases (or decreases), by its values a short step apart.
  ///
  /// - Parameter isFall: whether f certainly does the opposite between two points; nil where that is
  ///   not known.
  func monotonicity(
    _ f: CheckedFunction, increasing: Bool, isFall: @escaping (Double, Double) -> Bool?
  ) -> Verdict {
    let search = AdversarialSearch(domains: domains, corners: corners)
    let outcome = search.largest { point in
      guard let step = step(at: point[0]), let a = f([step.lower]), let b = f([step.upper]) else {
        return nil
      }
      let fall = increasing ? a - b : b - a
      return fall / max(f.noise(at: point, value: a) * 8, .leastNonzeroMagnitude)
    }
    guard outcome.worst != nil else { return nowhereDefined }
    let steps = outcome.suspects.compactMap { suspect in
      // A step of 0 is not allowed either, but in binary64 it says little.
      step(at: suspect.point[0]).map {
        (lower: $0.lower, upper: $0.upper, isClear: suspect.value > 1)
      }
    }
    let fault = (steps + jumps).first { isFall($0.lower, $0.upper) ?? $0.isClear }
    guard let fault else { return sampled(outcome, detail: nil) }
    let values = [fault.lower, fault.upper].map { "\(text(f([$0]))) at \(place([$0]))" }
    return refuted(at: nil, values.joined(separator: ", "))
  }

  /// A point where the slope is certainly of the wrong sign, which values a step apart may miss.
  ///
  /// - Parameter slope: of the only way through the function.
  func slopeFault(_ slope: Expression, of variable: String, increasing: Bool) -> Verdict? {
    func fault(at x: Double) -> Double {
      let value = slope.evaluate(at: [variable: x])
      return increasing ? -value : value
    }
    func isFalse(at x: Double) -> Bool {
      guard fault(at: x) > 0, let exact = Rational(exactly: x) else { return false }
      return slope.value(at: [(variable, Expression(exact))])?.certainSign == (increasing ? -1 : 1)
    }
    let simple = [0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, 10, -10].filter { domains[0].contains($0) }
    let suspects = AdversarialSearch(domains: domains, corners: corners)
      .largest { min(fault(at: $0[0]), 1) }.suspects.map { $0.point[0] }
    guard let x = (simple + suspects).first(where: isFalse) else { return nil }
    return refuted(at: [x], "the slope is \(text(slope.evaluate(at: [variable: x])))")
  }

  /// From one formula to the next.
  private var jumps: [(lower: Double, upper: Double, isClear: Bool)] {
    corners.flatMap { [($0.nextDown, $0, false), ($0, $0.nextUp, false)] }
      .filter { domains[0].contains($0.0) && domains[0].contains($0.1) }
  }

  private func step(at x: Double) -> (lower: Double, upper: Double)? {
    let step = max(abs(x), 1) / 1024
    if domains[0].contains(x + step) { return (x, x + step) }
    if domains[0].contains(x - step) { return (x - step, x) }
    return nil
  }
}
