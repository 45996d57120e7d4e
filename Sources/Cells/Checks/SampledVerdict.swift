import MathCore

/// What a search of points says about a claim that no proof was found for.
///
/// The search is in binary64: a difference counts as a counterexample only where it is beyond what
/// rounding can explain, and agreement is never called a proof.
struct SampledVerdict {
  let domains: [SearchDomain]
  let variables: [String]
  var corners: [Double] = []
  /// Whether a supposed counterexample is one in exact arithmetic; nil where that is not known.
  var confirms: (([Double]) -> Bool?) = { _ in nil }
}

extension SampledVerdict {
  /// The worst of the points at which the claim is false, as far as that can be confirmed.
  func counterexample(
    in outcome: AdversarialSearch.Outcome, above threshold: (AdversarialSearch.Worst) -> Double
  ) -> AdversarialSearch.Worst? {
    outcome.suspects.first { $0.value > threshold($0) && confirms($0.point) != false }
  }

  /// A counterexample that a reader can check in the head, if there is one.
  func simplest(
    _ worst: AdversarialSearch.Worst, _ violation: ([Double]) -> Double?
  ) -> AdversarialSearch.Worst {
    let places = [0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, 5, -5, 10, -10]
    let points =
      domains.count == 1
      ? places.map { [$0] }
      : [[0, 0], [1, 0], [0, 1], [1, 1], [1, 2], [2, 1], [-1, 1], [1, -1]]
    for point in points
    where point.count == domains.count && zip(domains, point).allSatisfy({ $0.contains($1) }) {
      if let value = violation(point), confirms(point) != false {
        return AdversarialSearch.Worst(point: point, value: value)
      }
    }
    return worst
  }

  func text(_ value: Double?) -> String {
    guard let value else { return "undefined" }
    return NumberFormat.automatic.text(for: value)
  }

  /// "x = 0.5"; "x ≈ 1.97974" where the number has more digits.
  func place(_ point: [Double]) -> String {
    zip(variables, point).map { variable, x in
      let isRounded = Rational(exactly: x).map { $0.shortText == nil } ?? false
      return "\(variable) \(isRounded ? "≈" : "=") \(text(x))"
    }.joined(separator: ", ")
  }

  func sampled(_ outcome: AdversarialSearch.Outcome, detail: Verdict.Detail?) -> Verdict {
    Verdict(strength: .sampled, method: .points(outcome.evaluations), detail: detail)
  }

  func refuted(at point: [Double]?, _ fault: String) -> Verdict {
    .refuted(point.map { "at \(place($0)): \(fault)" } ?? fault)
  }

  var nowhereDefined: Verdict {
    .refuted("the function is undefined at every point that was tried")
  }
}
