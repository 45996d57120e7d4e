import MathCore
import SwiftEval
import Typesetting

/// A function rises, or falls, strictly and everywhere.
struct MonotonicityCheck {
  let call: RecordCall
  let context: CellContext

  func output() -> CheckOutput? {
    guard let function = call.function("function") else { return nil }
    let claim = Claim(call, functions: [function], labels: nil, context)
    let f = claim.functions[0]
    let isIncreasing = call.choice("direction") != "decreasing"
    let outcome = proof(claim, isIncreasing)
    let verdict = claim.verdict(outcome) {
      steepestFault(claim, isIncreasing)
        ?? claim.sampling.monotonicity(f.checked, increasing: isIncreasing)
    }
    return claim.output(
      verdict, statement: statement(f, isIncreasing),
      text: "\(f.text) is strictly \(isIncreasing ? "increasing" : "decreasing")",
      at: f.argument)
  }

  private func proof(_ claim: Claim, _ isIncreasing: Bool) -> ProofOutcome {
    let variable = claim.variables[0]
    func prove(_ values: [Expression], _ domain: Domain) -> ProofOutcome {
      Proof.monotone(values[0], increasing: isIncreasing, in: variable, on: domain)
    }
    guard let joined = JoinedPieces(claim) else { return .unknown("the function has no formula") }
    if joined.pieces.count == 1 { return claim.proof(prove) }
    // Pieces that fit together and rise up to their ends rise together.
    guard joined.joints.allSatisfy({ joint in joined.areEqual(at: joint) { $0.values[0] } }) else {
      return .unknown("the pieces are not proved to fit")
    }
    return joined.proof(prove)
  }

  /// A slope of the wrong sign, which differences over longer steps may miss: searched for in
  /// binary64, and believed only where it is exact.
  private func steepestFault(_ claim: Claim, _ isIncreasing: Bool) -> Verdict? {
    let variable = claim.variables[0]
    guard let pieces = claim.pieces(), pieces.count == 1,
      let slope = try? pieces[0].values[0].derivative(withRespectTo: variable)
    else { return nil }
    let domain = claim.domains[0].search
    func fault(at x: Double) -> Double {
      let value = slope.evaluate(at: [variable: x])
      return isIncreasing ? -value : value
    }
    let easy = [0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, 10, -10].first {
      domain.contains($0) && fault(at: $0) > 0
    }
    let found =
      easy.map { [$0] }
      ?? AdversarialSearch(domains: [domain]).largest { min(fault(at: $0[0]), 1) }.worst?.point
    guard let point = found, fault(at: point[0]) > 0 else { return nil }
    let isFalse = claim.confirmation(
      of: { try? $0[0].derivative(withRespectTo: variable) },
      isFalse: { isIncreasing ? $0 < 0 : $0 > 0 })
    guard isFalse(point) == true else { return nil }
    return SampledVerdict(domains: [domain], variables: claim.variables)
      .refuted(slope: slope.evaluate(at: [variable: point[0]]), at: point)
  }

  /// a < b ⟹ f(a) < f(b), for a function with a name.
  private func statement(_ f: ClaimFunction, _ isIncreasing: Bool) -> FormulaTree? {
    guard case .application(let name, let primes, _)? = f.formula else { return nil }
    let values = ["a", "b"].map { FormulaTree.application(name, primes: primes, [.variable($0)]) }
    return .infix(
      "⟹",
      [
        .relation(.variable("a"), "<", .variable("b")),
        .relation(values[0], isIncreasing ? "<" : ">", values[1]),
      ])
  }
}
