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
    let text = claim.functions.map(\.text).joined(separator: " = ")
    guard values.count > 1 else {
      context.report(
        .loneIdentity, in: call.record.excerpt, at: call.record.span)
      return nil
    }
    // The weakest link decides; a false one is shown at once.
    var weakest: Verdict?
    var place: CallText.Argument?
    for index in 1..<values.count {
      let link = Link(claim: claim, left: index - 1, right: index, within: call.number("tolerance"))
      guard let verdict = link.verdict() else {
        return claim.output(nil, statement: nil, text: text, at: claim.functions[index].argument)
      }
      if weakest == nil || verdict.isWeaker(than: weakest) {
        (weakest, place) = (verdict, claim.functions[index].argument)
      }
      if verdict.strength == .refuted { break }
    }
    let sides = claim.functions.compactMap(\.formula)
    let statement: FormulaTree? =
      sides.count == claim.functions.count
      ? .chain(sides[0], sides.dropFirst().map { .init("=", $0) }) : nil
    return claim.output(weakest, statement: statement, text: text, at: place)
  }
}

/// One equation of a chain.
private struct Link {
  let claim: Claim
  let left: Int
  let right: Int
  let within: Double?

  func verdict() -> Verdict? {
    let outcome = claim.proof { values, domain in
      Proof.equal(values[left], values[right], on: domain)
    }
    var sampling = claim.sampling
    if within == nil {
      sampling.confirms = claim.confirmation(
        of: { try? $0[left] - $0[right] }, isFalse: { $0 != 0 })
    }
    let isRelevant = within == nil || outcome.isProved
    return claim.verdict(isRelevant ? outcome : .unknown("")) {
      sampling.equality(
        claim.functions[left].checked, claim.functions[right].checked, within: within)
    }
  }
}

extension Verdict {
  func isWeaker(than other: Verdict?) -> Bool {
    guard let other else { return true }
    let order: [Strength] = [.refuted, .sampled, .enclosed, .proved]
    return (order.firstIndex(of: strength) ?? 0) < (order.firstIndex(of: other.strength) ?? 0)
  }
}

extension Diagnostic.Message {
  static let loneIdentity = Self(
    id: "lone-identity", text: "an identity needs two functions or more")
}
