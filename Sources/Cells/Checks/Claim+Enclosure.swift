import MathCore

/// Proofs by enclosures of the whole domain.
extension Claim {
  /// What is proved of a combination of the functions' values, as a function by cases.
  func enclosure(
    of make: Combination, _ prove: (_ pieces: [FunctionPiece]) -> ProofOutcome
  ) -> ProofOutcome {
    var cases: [FunctionPiece] = []
    for piece in pieces ?? [] {
      guard let value = make(piece.values) else { return .unknown("a case has no formula") }
      cases.append(FunctionPiece(conditions: piece.conditions, value: value))
    }
    return cases.isEmpty ? .unknown("the function has no formula") : prove(cases)
  }

  /// Whether a combination of the values has only the given signs.
  func enclosedSign(of make: Combination, is signs: SignSet) -> ProofOutcome {
    enclosure(of: make) { EnclosureProof.sign(of: $0, is: signs, on: domain) }
  }

  /// Whether a combination of the values is 0 up to a difference.
  func enclosed(_ make: Combination, within allowance: Rational) -> ProofOutcome {
    enclosure(of: make) {
      EnclosureProof.values(of: $0, lieIn: .closed(-allowance, allowance), on: domain)
    }
  }
}
