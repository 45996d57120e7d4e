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
      claim.sampling.monotonicity(f.checked, increasing: isIncreasing)
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
