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
    lazy var integral = enclosedIntegral(claim)
    let decision = claim.decision(
      Attempts(
        algebra: { algebra(claim, is: exact) },
        search: { search(claim, integral, is: value) },
        enclosure: {
          integral.expression.map { Proof.equal($0, exact) } ?? .unknown("it is not enclosed")
        },
        closeness: { allowance in closeness(integral, exact, allowance) }))
    return claim.output(
      decision, statement: statement(claim, value),
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

  private func enclosedIntegral(_ claim: Claim) -> EnclosedIntegral {
    let domain = claim.domains[0]
    guard let ends = domain.ends else {
      return .failure("the range is unbounded: integrate up to a number, and bound what is left")
    }
    var cases: [FunctionPiece] = []
    for piece in claim.pieces ?? [] {
      cases.append(FunctionPiece(conditions: piece.conditions, value: piece.values[0]))
    }
    guard !cases.isEmpty else { return .failure("the function has no formula") }
    do throws(CertifiedValueFailure) {
      return .success(
        try CertifiedValues.integral(of: cases, variable: claim.variables[0], over: ends)
          .expression)
    } catch {
      guard let end = domain.omittedEnds.first else { return .failure(error.text) }
      return .failure(
        "no bound of the function is found near \(end): begin or end at a number beside it, or "
          + "substitute")
    }
  }

  private func search(
    _ claim: Claim, _ integral: EnclosedIntegral, is value: ExactNumber
  ) -> Decision {
    switch integral {
    case .failure(let reason):
      let found = claim.sampling.integral(
        claim.functions[0].checked, is: value.double, within: claim.tolerance?.value.double)
      return found.verdict == nil ? .undecided(reason) : found
    case .success(let integral):
      guard let exact = value.expression, let difference = try? integral - exact else {
        return .undecided("it is too long")
      }
      let excess = claim.tolerance.map { try? .apply(.abs, difference) - Expression($0.value) }
      let isFalse = excess.map { $0?.certainSign == 1 } ?? (difference.certainSign ?? 0 != 0)
      return isFalse
        ? .decided(.refuted("the integral is \(integral.digits(apartFrom: exact) ?? "another")"))
        : .undecided("the integral is not told from \(value.text)")
    }
  }

  private func closeness(
    _ integral: EnclosedIntegral, _ value: Expression, _ allowance: Rational
  ) -> ProofOutcome {
    guard let integral = integral.expression else { return .unknown("it is not enclosed") }
    return EnclosureProof.equal(
      [FunctionPiece(conditions: [], value: integral)],
      [FunctionPiece(conditions: [], value: value)], within: allowance)
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

/// What became of an integral.
private enum EnclosedIntegral {
  /// As a constant.
  case success(Expression)
  /// Why it is not enclosed.
  case failure(String)

  var expression: Expression? { if case .success(let value) = self { value } else { nil } }
}
