import Diagnostics
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
    let text = "\(f.derivativeText) = \(g.text)"
    let statement = f.derivativeFormula.flatMap { left in
      g.formula.map { FormulaTree.chain(left, [.init("=", $0)]) }
    }
    let outcome = proof(claim)
    let within = call.number("tolerance")
    let verdict = claim.verdict(within == nil || outcome.isProved ? outcome : .unknown("")) {
      guard let exact = derivative(of: f) else { return nil }
      var sampling = claim.sampling
      if within == nil, let variable = claim.variables.first {
        sampling.confirms = claim.confirmation(
          of: { try? $0[0].derivative(withRespectTo: variable) - $0[1] }, isFalse: { $0 != 0 })
      }
      return sampling.equality(
        CheckedFunction(value: exact, context: context, text: f.derivativeText),
        g.checked, within: within)
    }
    // Where the slope is not found the function itself takes too long.
    _ = f.checked([claim.domains[0].search.point(at: 0.5)])
    return claim.output(verdict, statement: statement, text: text, at: g.argument)
  }

  private func proof(_ claim: Claim) -> ProofOutcome {
    let variable = claim.variables[0]
    func prove(_ values: [Expression], _ domain: Domain) -> ProofOutcome {
      Proof.derivative(of: values[0], is: values[1], withRespectTo: variable, on: domain)
    }
    guard let joined = JoinedPieces(claim) else { return .unknown("the function has no formula") }
    if joined.pieces.count == 1 { return claim.proof(prove) }
    guard claim.isExact else { return .unknown("the domain's ends are no rational numbers") }
    for joint in joined.joints {
      let value = "\(variable) = \(joint)"
      if joined.differ(at: joint, { $0.values[0] }) {
        return .refuted("the function jumps at \(value)")
      }
      if joined.differ(at: joint, { slope($0, variable) }) {
        return .refuted("the slopes of the two sides differ at \(value)")
      }
      guard joined.areEqual(at: joint, { $0.values[0] }),
        joined.areEqual(at: joint, { $0.values[1] })
      else { return .unknown("the pieces are not proved to fit at \(value)") }
    }
    return joined.proof(prove)
  }

  /// The slope of a piece's formula; of a single point, that of its neighbours counts.
  private func slope(_ piece: JoinedPieces.Piece, _ variable: String) -> Expression? {
    piece.isPoint ? piece.values[1] : try? piece.values[0].derivative(withRespectTo: variable)
  }

  /// The exact derivative as a function of the lesson.
  private func derivative(of f: ClaimFunction) -> FunctionValue? {
    guard let source = f.argument?.text else { return nil }
    let expression = Excerpt(
      "derivative(of: \(source))", in: call.record.excerpt.file,
      runs: [Excerpt.Run(start: 0, fileStart: call.record.span.start)])
    return context.evaluator.evaluate(expression: expression).value?.functionValue
  }
}
