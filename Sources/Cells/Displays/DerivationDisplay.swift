import Diagnostics
import MathCore
import SwiftEval
import Typesetting

/// Works out `Derivation(of: f)`: a chain of lines, each proved equal to the one before, with the rules
/// in the margin.
struct DerivationDisplay {
  let call: RecordCall
  let context: CellContext

  func output() -> CheckOutput? {
    guard let function = call.function("function") else { return nil }
    let claim = Claim(call, functions: [function], labels: ["of"], context)
    guard let pieces = claim.localPieces else {
      report("the function cannot be followed as a formula")
      return nil
    }
    var derivations = DerivationPieces(variable: claim.variables[0])
    for piece in pieces {
      let interval = piece.domain[claim.variables[0]]
      // Nothing has a slope at a point alone.
      if interval.interior.isEmpty { continue }
      do {
        try derivations.add(piece.values[0], on: interval, name: name(of: function))
      } catch {
        report(error.reason)
        return nil
      }
    }
    return output(claim, derivations)
  }

  private func output(_ claim: Claim, _ derivations: DerivationPieces) -> CheckOutput? {
    var domain = derivations.domain(joining: JoinedPieces(claim))
    let decision = claim.decision(
      Attempts(algebra: { derivations.outcome }, search: { derivations.sampled() })
    ).changed { verdict in
      // A proof shows that it is defined everywhere.
      if verdict.strength != .proved { domain.isWhereDefined = true }
      verdict.domain = domain
    }
    let text = claim.functions[0].derivativeText + " = " + derivations.resultText
    let lines = DerivationFormula(claim.functions[0], derivations)
    return claim.output(decision, statement: lines.tree, text: text)
  }

  /// The name under which the function may be found in its derivative.
  private func name(of function: FunctionValue) -> String? {
    context.evaluator.definition(of: function)?.name
  }

  private func report(_ reason: String) {
    context.report(.noDerivation(reason), in: call.record.excerpt, at: call.record.span)
  }
}

extension Diagnostic.Message {
  static func noDerivation(_ reason: String) -> Self {
    Self(id: "no-derivation", text: "there is no derivation: \(reason)")
  }
}
