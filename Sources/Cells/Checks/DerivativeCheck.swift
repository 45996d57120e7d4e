import MathCore
import SwiftEval
import Typesetting

/// One function is the derivative of another.
struct DerivativeCheck {
  let call: RecordCall
  let context: CellContext

  func output() -> CheckOutput? {
    guard let function = call.function("function"), let slope = call.function("derivative") else {
      return nil
    }
    let claim = Claim(call, functions: [function, slope], labels: ["of", "is"], context)
    let (f, g) = (claim.functions[0], claim.functions[1])
    let variable = claim.variables[0]
    func difference(_ values: [Expression]) -> Expression? {
      try? values[0].derivative(withRespectTo: variable) - values[1]
    }
    let verdict = claim.verdict(
      Attempts(
        algebra: { algebra(claim) },
        search: { search(claim, difference) },
        enclosure: { claim.equality(of: difference, isInside: true) },
        closeness: { allowance in
          guard let joined = JoinedPieces(claim) else { return .unknown("it has no formula") }
          return .all(of: fits(joined) + [claim.enclosed(difference, within: allowance)])
        }))
    // Where the slope is not found the function itself may take too long.
    _ = f.checked([claim.domains[0].search.point(at: 0.5)])
    return claim.output(
      verdict, statement: claim.equation([f.derivativeFormula, g.formula]),
      text: claim.equation([f.derivativeText, g.text]), at: g.argument)
  }

  private func algebra(_ claim: Claim) -> ProofOutcome {
    let variable = claim.variables[0]
    func prove(_ values: [Expression], _ domain: Domain) -> ProofOutcome {
      Proof.derivative(of: values[0], is: values[1], withRespectTo: variable, on: domain)
    }
    guard let joined = JoinedPieces(claim) else { return .unknown("the function has no formula") }
    if joined.pieces.count == 1 { return claim.algebra(prove) }
    return .all(of: fits(joined) + [joined.proof(prove)])
  }

  /// Whether the function has a slope, and the claimed one a value, at each joint.
  private func fits(_ joined: JoinedPieces) -> [ProofOutcome] {
    joined.joints.flatMap { joint -> [ProofOutcome] in
      let value = "\(joined.variable) = \(joint)"
      if joined.differ(at: joint, { $0.values[0] }) {
        return [.refuted("the function jumps at \(value)")]
      }
      if joined.differ(at: joint, { slope($0, joined.variable) }) {
        return [.refuted("the slopes of its cases differ at \(value)")]
      }
      return [0, 1].map { index in joined.fit(at: joint) { $0.values[index] } }
    }
  }

  /// The slope of a piece's formula; of a single point, the claimed one.
  private func slope(_ piece: JoinedPieces.Piece, _ variable: String) -> Expression? {
    piece.isPoint ? piece.values[1] : try? piece.values[0].derivative(withRespectTo: variable)
  }

  private func search(
    _ claim: Claim, _ difference: @escaping ([Expression]) -> Expression?
  ) -> Verdict {
    let (f, g) = (claim.functions[0], claim.functions[1])
    let slope = context.evaluator.derivative(of: f.value)
    var sampling = claim.sampling
    if let corner = claim.suspiciousPoints.first(where: { hasCorner(slope, at: $0.double) }) {
      return sampling.refuted(at: nil, "it has no derivative at \(claim.place(corner))")
    }
    sampling.confirms = claim.contradiction(of: difference, isInside: true)
    return sampling.equality(
      CheckedFunction(value: slope, context: context), g.checked,
      within: claim.tolerance?.value.double)
  }

  /// Whether the two sides of a function have different slopes at a point: jets decide that exactly.
  private func hasCorner(_ slope: FunctionValue, at x: Double) -> Bool {
    do {
      _ = try context.evaluator.call(slope, at: x)
      return false
    } catch {
      return error.isCorner
    }
  }
}
