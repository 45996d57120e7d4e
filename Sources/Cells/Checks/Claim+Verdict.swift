import MathCore

/// How far two sides may differ.
struct Tolerance {
  let value: Rational
  /// "10⁻⁹", "0.0095"
  let text: String

  /// For claims where equality leaves an enclosure no room, and the author allows no difference.
  static let standard = Tolerance(value: Rational(1, over: 1_000_000_000) ?? .zero, text: "10⁻⁹")

  private init(value: Rational, text: String) {
    self.value = value
    self.text = text
  }

  /// Nil for what is no positive number.
  init?(_ number: ExactNumber) {
    guard let value = number.below, value.sign > 0 else { return nil }
    self.init(value: value)
  }

  init(value: Rational) {
    let text = NumberFormat.automatic.text(for: value)
    let factors = text.split(separator: "×")
    // "10⁻⁹", not "1 × 10⁻⁹".
    let isPower = factors.count == 2 && factors[0].allSatisfy { $0 == "1" || $0.isWhitespace }
    self.init(
      value: value, text: isPower ? String(factors[1].drop(while: \.isWhitespace)) : text)
  }
}

/// What becomes of a claim.
enum Decision {
  case decided(Verdict)
  /// Nobody knows whether it is true, and why not.
  case undecided(String)

  var verdict: Verdict? { if case .decided(let verdict) = self { verdict } else { nil } }

  func changed(_ change: (inout Verdict) -> Void) -> Decision {
    guard case .decided(var verdict) = self else { return self }
    change(&verdict)
    return .decided(verdict)
  }
}

/// What is tried on a claim, in this order.
struct Attempts {
  var algebra: () -> ProofOutcome
  /// Looks for a counterexample, which costs less than enclosures that fail.
  var search: () -> Decision
  /// Enclosures of the whole domain.
  var enclosure: () -> ProofOutcome = { .unknown("no enclosure is tried") }
  /// The claim up to a difference, by enclosures; of some claims there is no such thing.
  var closeness: (_ allowance: Rational) -> ProofOutcome = { _ in .unknown("it is exact or false") }
}

extension Claim {
  /// What the first of the attempts that decides the claim says; else the search.
  func decision(_ attempts: Attempts) -> Decision {
    let tolerance = self.tolerance
    switch attempts.algebra() {
    case .proved(let demonstration): return proved(demonstration)
    // Up to a difference the claim may hold all the same.
    case .refuted(let reason) where tolerance == nil && isExact:
      return refuted(attempts.search().verdict?.fault ?? reason)
    case .refuted, .unknown: break
    }
    let found = attempts.search()
    if let fault = found.verdict?.fault { return refuted(fault) }
    switch attempts.enclosure() {
    case .proved(let demonstration): return proved(demonstration)
    case .refuted(let reason) where tolerance == nil && isExact: return refuted(reason)
    case .refuted, .unknown: break
    }
    let allowed = tolerance ?? .standard
    switch attempts.closeness(allowed.value) {
    case .proved(let demonstration): return proved(demonstration, within: allowed)
    case .refuted(let reason) where isExact: return refuted(reason)
    case .refuted, .unknown: break
    }
    return found.changed { $0.domain = verdictDomain }
  }

  private func proved(_ demonstration: Demonstration, within allowed: Tolerance? = nil) -> Decision
  {
    .decided(
      Verdict(
        strength: allowed == nil ? .proved : .enclosed,
        method: .proof(demonstration.methods, within: allowed?.text), domain: verdictDomain,
        sideConditions: demonstration.sideConditions, certificates: demonstration.certificates))
  }

  private func refuted(_ reason: String) -> Decision {
    .decided(.refuted(reason, domain: verdictDomain))
  }
}
