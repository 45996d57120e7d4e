extension Derivation {
  /// Whether on the whole domain the function is differentiable and each line equals the one before.
  ///
  /// Last lines that only write the derivative in another way, and are not proved to do so, are
  /// removed.
  public mutating func prove(on domain: Domain) -> ProofOutcome {
    do {
      var before = try value(of: start)
      var whole = Proof.derivative(
        of: function, is: before, withRespectTo: variable, on: domain)
      for (index, step) in steps.enumerated() {
        guard case .proved(let demonstration) = whole else { return whole }
        let after = try value(of: step.line)
        guard case .proved(let next) = Proof.equal(before, after, on: domain) else {
          guard steps[index...].allSatisfy(\.rule.isRewriting) else {
            return .unknown("a line is not proved to equal the one before")
          }
          removeSteps(from: index)
          return whole
        }
        whole = .proved(demonstration.and(next))
        before = after
      }
      return whole
    } catch {
      return .unknown(error.reason)
    }
  }
}

extension DerivationRule {
  /// The line says in another way what the one before says.
  fileprivate var isRewriting: Bool { self == .simplification || self == .recognition }
}
