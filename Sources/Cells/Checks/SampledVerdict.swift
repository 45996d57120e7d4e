import MathCore

/// What a search of points says about a claim that no proof was found for.
///
/// The search is in binary64, and says where to look; what is true there the real values tell. A claim
/// is false only where these are certain, and agreement is never called a proof.
struct SampledVerdict {
  let claim: Claim
  /// The real values of what is compared: of the functions, or of a slope.
  var outcome: (ExactPoint) -> PointOutcome

  init(_ claim: Claim) {
    self.claim = claim
    outcome = claim.values.outcome
  }

  var domains: [SearchDomain] { claim.domains.map(\.search) }

  var search: AdversarialSearch {
    AdversarialSearch(
      domains: domains, corners: JoinedPieces(claim)?.joints.map(\.double) ?? [])
  }
}

/// What the real values at a point say of a claim.
enum Judgement {
  case holds
  case fails(String)
  case unknown(String)

  /// Of a number whose sign is not told: if the claim fails, then by next to nothing.
  static func undecided(_ number: Expression?, _ reason: String) -> Judgement {
    (number?.largestSize).map { $0 < Expression.nextToNothing } ?? false ? .holds : .unknown(reason)
  }
}

extension SampledVerdict {
  /// The claim is false where it fails at one of the points that were looked at.
  ///
  /// - Parameters:
  ///   - isClear: whether a suspect would be a counterexample if binary64 were right: then it must be
  ///     known that it is none.
  ///   - detail: what is said of the points that were looked at, where the claim holds, or is not told
  ///     from holding.
  func decision(
    _ found: AdversarialSearch.Outcome, isClear: (AdversarialSearch.Worst) -> Bool,
    detail: ([ExactPoint]) -> Verdict.Detail?, judge: ([Expression]) -> Judgement
  ) -> Decision {
    let likely = claim.likelyPoints
    let suspects = found.suspects.map { (point: exact($0.point), isClear: isClear($0)) }
    let others = likely + found.undefined.map(exact) + claim.farPoints
    var doubt: String?
    var isKnown = false
    for (point, isClear) in others.map({ ($0, false) }) + suspects where claim.contains(point) {
      switch judgement(at: point, judge) {
      case .holds: isKnown = true
      case .fails(let fault): return .decided(refuted(at: point, fault, judge))
      case .unknown(let reason):
        if isClear { return .undecided(reason) }
        doubt = doubt ?? reason
      }
    }
    guard isKnown else {
      return .undecided(doubt ?? "the function has no value where it was tried")
    }
    return .decided(
      Verdict(
        strength: .sampled, method: .points(found.evaluations),
        detail: detail(likely + suspects.map(\.point))))
  }

  func judgement(at point: ExactPoint, _ judge: ([Expression]) -> Judgement) -> Judgement {
    switch outcome(point) {
    case .values(let values): judge(values)
    case .undefined: .fails(Self.undefined)
    case .unknown(let reason): .unknown(reason)
    }
  }

  private static let undefined = "the function is undefined"

  /// With the shortest decimals nearby at which the claim fails as well, if there are some.
  private func refuted(
    at point: ExactPoint, _ fault: String, _ judge: ([Expression]) -> Judgement
  ) -> Verdict {
    for short in shorter(point) {
      if case .fails(let fault) = judgement(at: short, judge) { return refuted(at: short, fault) }
    }
    return refuted(at: point, fault)
  }

  func refuted(at point: ExactPoint, _ fault: String) -> Verdict {
    fault == Self.undefined
      ? .refuted("undefined at \(claim.place(point))" + remedy(at: point))
      : .refuted("at \(claim.place(point)): \(fault)")
  }

  /// What leaves the undefined side of a point out, where there is one.
  private func remedy(at point: ExactPoint) -> String {
    guard domains == [.reals], let place = point[0].number, place.isInteger else { return "" }
    let sides = [place - 1, place + 1].map { outcome([Expression($0)]) }
    switch (sides[0], sides[1]) {
    case (.undefined, .values): return ": add `over: \(place)...`"
    case (.values, .undefined): return ": add `over: ...\(place)`"
    default: return ""
    }
  }

  private func shorter(_ point: ExactPoint) -> [ExactPoint] {
    let numbers = point.compactMap(\.number)
    guard numbers.count == point.count else { return [] }
    return (1...6).map { digits in
      numbers.map {
        Expression(DecimalRounding.rounded($0, significant: digits)?.rational ?? $0)
      }
    }.filter { $0 != point && claim.contains($0) && $0.allSatisfy(\.isDouble) }
  }

  func exact(_ point: [Double]) -> ExactPoint {
    point.compactMap { Rational(exactly: $0) }.map { Expression($0) }
  }

  /// "x = 0.5"; "x ≈ 1.97974" where the number has more digits.
  func place(_ point: ExactPoint) -> String {
    zip(claim.variables, point).map { variable, x in
      if x.number.map({ $0.shortText == nil }) == true, let text = x.digits() {
        return "\(variable) ≈ \(text)"
      }
      return "\(variable) = \(x.placeText)"
    }.joined(separator: ", ")
  }
}

extension Expression {
  /// Whether it is a number that binary64 does not take for infinite.
  fileprivate var isDouble: Bool { number?.double.isFinite ?? false }
}
