import MathCore
import SwiftEval
import Typesetting

/// A function's integral over a closed interval.
struct IntegralCheck {
  let call: RecordCall
  let context: CellContext

  func output() -> CheckOutput? {
    guard let function = call.function("function"), let value = call.number("value") else {
      return nil
    }
    let claim = Claim(call, functions: [function], labels: ["of"], context)
    let f = claim.functions[0]
    let exact = ExactEnd(
      value, text: claim.text.labelled("is").first?.text, context: context,
      file: call.record.excerpt.file)
    let verdict = claim.verdict(
      Attempts(
        algebra: { algebra(claim, is: exact) },
        search: {
          claim.sampling.integral(f.checked, is: value, within: claim.tolerance?.value.double)
        }))
    return claim.output(
      verdict, statement: statement(claim, exact),
      text: claim.equation(["the integral of \(f.text)", SearchDomain.text(value)]),
      at: claim.text.labelled("is").first)
  }

  /// By the fundamental theorem, where the function is the derivative of one that the lesson defines.
  private func algebra(_ claim: Claim, is value: ExactEnd) -> ProofOutcome {
    guard let antiderivative = context.evaluator.antiderivative(of: claim.functions[0].value) else {
      return .unknown("no antiderivative is known")
    }
    let whole = ClaimFunction(
      value: antiderivative, argument: nil, variables: claim.variables, context: context)
    guard let paths = whole.paths, paths.count == 1, let pieces = claim.localPieces,
      pieces.count == 1, let ends = claim.domains[0].ends, let value = value.expression
    else { return .unknown("the functions have cases") }
    return Proof.integral(
      of: pieces[0].values[0], in: claim.variables[0], from: ends.lower, to: ends.upper,
      is: value, antiderivative: paths[0].value, on: pieces[0].domain)
  }

  private func statement(_ claim: Claim, _ value: ExactEnd) -> FormulaTree? {
    guard let f = claim.functions[0].formula, let ends = claim.domains[0].ends,
      let lower = ends.lower.formula, let upper = ends.upper.formula
    else { return nil }
    return claim.equation([
      .integral(variable: claim.variables[0], from: lower, to: upper, f),
      value.expression?.formula,
    ])
  }
}
