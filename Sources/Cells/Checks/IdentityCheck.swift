import Diagnostics
import MathCore
import SwiftEval
import Typesetting

/// Functions that are equal, each to the next.
struct IdentityCheck {
  let call: RecordCall
  let context: CellContext

  func output() -> CheckOutput? {
    let values = call["functions"]?.listElements.compactMap(\.functionValue) ?? []
    let claim = Claim(call, functions: values, labels: nil, context)
    guard values.count > 1 else {
      context.report(.loneIdentity, in: call.record.excerpt, at: call.record.span)
      return nil
    }
    let text = claim.equation(claim.functions.map(\.text))
    // The weakest link decides; a false one is shown at once.
    var weakest: Verdict?
    var place: CallText.Argument?
    for right in 1..<values.count {
      let decision = decision(claim, right - 1, right)
      guard let verdict = decision.verdict else {
        return claim.output(
          decision, statement: nil, text: text, at: claim.functions[right].argument)
      }
      let links = (weakest?.certificates ?? []) + verdict.certificates
      if weakest.map({ verdict.strength.rank < $0.strength.rank }) ?? true {
        (weakest, place) = (verdict, claim.functions[right].argument)
      }
      weakest?.certificates = links
      if verdict.strength == .refuted { break }
    }
    guard let weakest else { return nil }
    return claim.output(
      .decided(weakest), statement: claim.equation(claim.functions.map(\.formula)), text: text,
      at: place)
  }

  /// One equation of the chain.
  private func decision(_ claim: Claim, _ left: Int, _ right: Int) -> Decision {
    func difference(_ values: [Expression]) -> Expression? { try? values[left] - values[right] }
    return claim.decision(
      Attempts(
        algebra: { claim.algebra { Proof.equal($0[left], $0[right], on: $1) } },
        search: {
          claim.sampling.equality(
            claim.functions[left].checked, claim.functions[right].checked, (left, right))
        },
        closeness: { claim.enclosed(difference, within: $0) }))
  }
}

extension Claim {
  /// "f(x) = g(x)", or "f(x) ≈ g(x), to within 0.01".
  func equation(_ sides: [String]) -> String {
    let text = sides.joined(separator: tolerance == nil ? " = " : " ≈ ")
    return tolerance.map { "\(text), to within \($0.text)" } ?? text
  }

  /// The same as mathematics; nil where there are no sides.
  func equation(_ sides: [FormulaTree]) -> FormulaTree? {
    let symbol = tolerance == nil ? "=" : "≈"
    return sides.first.map { .chain($0, sides.dropFirst().map { .init(symbol, $0) }) }
  }
}

extension Diagnostic.Message {
  static let loneIdentity = Self(
    id: "lone-identity", text: "an identity needs two functions or more")
}
