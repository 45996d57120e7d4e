import MathCore
import SwiftEval
import Typesetting

/// A function tends to a value.
struct LimitCheck {
  let call: RecordCall
  let context: CellContext

  func output() -> CheckOutput? {
    let source = CallText(call.record)
    guard let function = call.function("function"),
      let point = ExactNumber(call["point"], in: source),
      let value = ExactNumber(call["value"], in: source)
    else { return nil }
    let claim = Claim(call, functions: [function], labels: nil, context)
    let f = claim.functions[0]
    let variable = claim.variables[0]
    let decision = claim.decision(
      Attempts(
        algebra: { algebra(claim, at: point.limitPoint, is: value.limitPoint) },
        search: { claim.sampling.limit(at: point, is: value) })
    ).changed { $0.domain = VerdictDomain([.relation("\(variable) → \(point.text)")]) }
    let left = FormulaTree.limit(variable: variable, to: point.formula, f.formula)
    return claim.output(
      decision, statement: claim.equation([left, value.formula]),
      text: "\(f.text) → \(value.text)", at: f.argument)
  }

  /// Of each way through the function that is taken near the point, on its side.
  private func algebra(
    _ claim: Claim, at point: LimitPoint, is value: LimitPoint
  ) -> ProofOutcome {
    let variable = claim.variables[0]
    let pieces = claim.localPieces ?? []
    let near = pieces.filter { point.isApproached(in: $0.domain[variable]) ?? true }
    return .all(near) { piece in
      Proof.limit(of: piece.values[0], in: variable, at: point, is: value, on: piece.domain)
    }
  }
}

extension ExactNumber {
  fileprivate var limitPoint: LimitPoint {
    expression.map { .finite($0) } ?? (double > 0 ? .infinity : .negativeInfinity)
  }
}
