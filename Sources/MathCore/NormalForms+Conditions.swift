/// What must hold for the expressions to be defined.
extension NormalForms {
  /// Notes the condition, and whether the sign is proved.
  mutating func require(
    _ x: RationalFunction, _ wanted: SignSet, _ condition: SideCondition
  ) throws(NormalFormFailure) {
    let signs = try signs(of: x)
    if signs.isDisjoint(with: wanted) {
      throw NormalFormFailure.undefined("\(condition) holds nowhere")
    }
    if !signs.isSubset(of: wanted) {
      assume(condition)
    } else if x.constant == nil {
      noteProved(condition)
    }
  }

  /// Notes a side condition that was not proved.
  mutating func assume(_ condition: SideCondition) {
    guard settled[condition] == nil, !unproved.contains(condition), unproved.count < 8 else {
      return
    }
    unproved.append(condition)
  }

  /// Notes a side condition that was proved.
  mutating func noteProved(_ condition: SideCondition) {
    if !proved.contains(condition), proved.count < 8 { proved.append(condition) }
  }

  /// Proves what was assumed, as any bound is proved: by slopes, and by enclosures of the domain.
  mutating func settleConditions() {
    while let condition = unproved.first {
      guard case .proved(let proof) = condition.proof(on: domain) else { return }
      settled[condition] = proof
      unproved.removeFirst()
      noteProved(condition)
    }
  }
}

extension SideCondition {
  /// Conditions of its parts are proved by their normal forms alone.
  fileprivate func proof(on domain: Domain) -> ProofOutcome {
    guard !part.variables.isEmpty,
      let difference = bound == 0 ? part : try? part.minus(Expression(Rational(bound)))
    else { return .unknown("it is about numbers alone") }
    let outcome = Proof.sign(of: difference, is: signs, on: domain, depth: Proof.slopeDepth)
    guard case .unknown = outcome else { return outcome }
    return EnclosureProof.sign(
      of: [FunctionPiece(conditions: [], value: difference)], is: signs, on: domain)
  }

  /// Of the part less the bound.
  var signs: SignSet {
    switch relation {
    case .notEqual: .nonzero
    case .greater: .positive
    case .notLess: .nonnegative
    case .less: .negative
    case .notGreater: .nonpositive
    }
  }
}
