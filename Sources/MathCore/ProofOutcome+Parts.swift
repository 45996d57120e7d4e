extension ProofOutcome {
  /// Proved where all parts are; else what the first says that is not.
  public static func all<Parts: Sequence>(
    _ parts: Parts, _ prove: (Parts.Element) -> ProofOutcome
  ) -> ProofOutcome {
    var whole: Demonstration?
    for part in parts {
      let outcome = prove(part)
      guard case .proved(let part) = outcome else { return outcome }
      whole = whole?.and(part) ?? part
    }
    return whole.map { .proved($0) } ?? .unknown("there is nothing to prove")
  }

  public static func all(of outcomes: [ProofOutcome]) -> ProofOutcome { all(outcomes) { $0 } }

  /// What a further proof says, where this one succeeded.
  public func flatMap(_ next: (Demonstration) -> ProofOutcome) -> ProofOutcome {
    guard case .proved(let part) = self else { return self }
    return next(part)
  }
}
