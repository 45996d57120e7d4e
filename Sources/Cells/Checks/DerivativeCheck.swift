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
        sampling.confirms = claim.confirmation({ $0 != 0 }) { values in
          try? values[0].derivative(withRespectTo: variable) - values[1]
        }
      }
      return sampling.equality(
        CheckedFunction(value: exact, evaluator: context.evaluator, text: f.derivativeText),
        g.checked, within: within)
    }
    return claim.output(verdict, statement: statement, text: text, at: g.argument)
  }

  /// Only where the function has one formula: where formulas meet, a slope is another matter.
  private func proof(_ claim: Claim) -> ProofOutcome {
    guard claim.functions.allSatisfy({ $0.paths?.count == 1 }) else {
      return .unknown("the function has cases")
    }
    return claim.proof { values, domain in
      Proof.derivative(
        of: values[0], is: values[1], withRespectTo: claim.variables[0], on: domain)
    }
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
