import MathCore
import SwiftEval
import Typesetting

/// A function's integral over a closed interval.
struct IntegralCheck {
  let call: RecordCall
  let context: CellContext

  func output() -> CheckOutput? {
    guard let function = call.function("function"),
      let value = ExactNumber(call["value"], in: CallText(call.record)),
      let exact = value.expression
    else { return nil }
    let claim = Claim(call, functions: [function], labels: ["of"], context)
    let f = claim.functions[0]
    let verdict = claim.verdict(
      Attempts(
        algebra: { algebra(claim, is: exact) },
        search: {
          claim.sampling.integral(
            f.checked, is: value.double, within: claim.tolerance?.value.double)
        }, isSearchExact: false,
        enclosure: { enclosure(claim, is: exact) },
        closeness: { enclosure(claim, is: exact, within: $0) }))
    return claim.output(
      verdict, statement: statement(claim, value),
      text: claim.equation(["the integral of \(f.text)", value.text]),
      at: claim.text.labelled("is").first)
  }

  /// By the fundamental theorem, where the function is the derivative of one that the lesson defines.
  private func algebra(_ claim: Claim, is value: Expression) -> ProofOutcome {
    guard let antiderivative = context.evaluator.antiderivative(of: claim.functions[0].value) else {
      return .unknown("no antiderivative is known")
    }
    let whole = ClaimFunction(
      value: antiderivative, argument: nil, variables: claim.variables, context: context)
    guard let paths = whole.paths, paths.count == 1, let pieces = claim.localPieces,
      pieces.count == 1, let ends = claim.domains[0].ends
    else { return .unknown("the functions have cases") }
    return Proof.integral(
      of: pieces[0].values[0], in: claim.variables[0], from: ends.lower, to: ends.upper,
      is: value, antiderivative: paths[0].value, on: pieces[0].domain)
  }

  /// By enclosing the integral as narrowly as it takes.
  private func enclosure(
    _ claim: Claim, is value: Expression, within allowance: Rational? = nil
  ) -> ProofOutcome {
    guard let ends = claim.domains[0].ends else {
      return .unknown("the ends are not known exactly")
    }
    return claim.enclosure(of: \.first) { pieces in
      do throws(CertifiedValueFailure) {
        let integral = try CertifiedValues.integral(
          of: pieces, variable: claim.variables[0], over: ends
        ).expression
        if let allowance {
          return EnclosureProof.equal(
            [FunctionPiece(conditions: [], value: integral)],
            [FunctionPiece(conditions: [], value: value)], within: allowance)
        }
        return equality(of: integral, value)
      } catch {
        return .unknown(error.text)
      }
    }
  }

  private func equality(of integral: Expression, _ value: Expression) -> ProofOutcome {
    if let sign = (try? integral - value)?.certainSign, sign != 0 {
      let found = integral.enclosure(precision: 64)?.midpoint.double
      return .refuted("the integral is \(NumberFormat.significant(12).text(for: found ?? .nan))")
    }
    return Proof.equal(integral, value)
  }

  private func statement(_ claim: Claim, _ value: ExactNumber) -> FormulaTree? {
    guard let lower = claim.domains[0].lower, let upper = claim.domains[0].upper else { return nil }
    return claim.equation([
      .integral(
        variable: claim.variables[0], from: lower.formula, to: upper.formula,
        claim.functions[0].formula),
      value.formula,
    ])
  }
}
