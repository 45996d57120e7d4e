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
    let decision = claim.decision(
      Attempts(
        algebra: { algebra(claim, isIncreasing) },
        search: { search(claim, isIncreasing) },
        enclosure: {
          claim.enclosure(of: \.first) {
            EnclosureProof.monotone(
              $0, increasing: isIncreasing, in: claim.variables[0], on: claim.domain)
          }
        }))
    return claim.output(
      decision, statement: statement(f.formula, isIncreasing, claim),
      text: "\(f.text) is strictly \(isIncreasing ? "increasing" : "decreasing")",
      at: f.argument)
  }

  private func algebra(_ claim: Claim, _ isIncreasing: Bool) -> ProofOutcome {
    let variable = claim.variables[0]
    func prove(_ values: [Expression], _ domain: Domain) -> ProofOutcome {
      Proof.monotone(values[0], increasing: isIncreasing, in: variable, on: domain)
    }
    guard let joined = JoinedPieces(claim) else { return .unknown("the function has no formula") }
    if joined.pieces.count == 1 { return claim.algebra(prove) }
    // Pieces that fit together and rise up to their ends rise together.
    let fits = joined.joints.map { joint in joined.fit(at: joint) { $0.values[0] } }
    return .all(of: fits + [joined.proof(prove)])
  }

  private func search(_ claim: Claim, _ isIncreasing: Bool) -> Decision {
    let variable = claim.variables[0]
    let sampling = claim.sampling
    if let pieces = claim.pieces, pieces.count == 1,
      let slope = try? pieces[0].values[0].derivative(withRespectTo: variable),
      let fault = sampling.slopeFault(slope, of: variable, increasing: isIncreasing)
    {
      return .decided(fault)
    }
    return sampling.monotonicity(claim.functions[0].checked, increasing: isIncreasing)
  }

  /// a < b ⟹ f(a) < f(b) for a function with a name; any other is said to be increasing.
  private func statement(_ f: FormulaTree, _ isIncreasing: Bool, _ claim: Claim) -> FormulaTree {
    let variable = FormulaTree.variable(claim.variables[0])
    let value: (FormulaTree) -> FormulaTree
    switch f {
    case .application(let name, let primes, [variable]):
      value = { .application(name, primes: primes, [$0]) }
    case .elementary(let function, variable): value = { .elementary(function, $0) }
    default:
      return .remark(
        f, isIncreasing ? claim.context.words.increases : claim.context.words.decreases)
    }
    let (a, b) = (FormulaTree.variable("a"), FormulaTree.variable("b"))
    return .infix(
      "⟹",
      [.relation(a, "<", b), .relation(value(a), isIncreasing ? "<" : ">", value(b))])
  }
}
