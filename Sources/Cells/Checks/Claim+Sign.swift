import MathCore

/// Signs of expressions that are made of the functions' values.
extension Claim {
  /// Makes an expression of the functions' values, which are expressions in the variables; nil where
  /// that is too long.
  typealias Combination = (_ values: [Expression]) -> Expression?

  /// Whether a combination of the values has only the given signs, by algebra.
  func sign(of make: Combination, is signs: SignSet) -> ProofOutcome {
    let whole = algebra { values, domain in
      make(values).map { Proof.sign(of: $0, is: signs, on: domain) }
        ?? .unknown("it has no formula")
    }
    guard case .unknown = whole, let diagonal = signFromDiagonal(of: make, is: signs) else {
      return whole
    }
    return diagonal
  }

  /// The same for functions of two variables over one domain, from where these are equal.
  private func signFromDiagonal(of make: Combination, is signs: SignSet) -> ProofOutcome? {
    guard variables.count == 2, domains[0].interval == domains[1].interval, let pieces,
      pieces.count == 1, let f = make(pieces[0].values)
    else { return nil }
    let interval = domains[0].interval
    let proof = DiagonalProof(variables[0], variables[1], over: interval) { f, signs, domain in
      let outcome = Proof.sign(of: f, is: signs, on: domain)
      guard case .unknown = outcome else { return outcome }
      return EnclosureProof.sign(
        of: [FunctionPiece(conditions: [], value: f)], is: signs, on: domain)
    }
    return proof.sign(of: f, is: signs)
  }
}
