import Diagnostics
import Markup
import SwiftEval
import Typesetting

extension Claim {
  /// What the page shows; a false claim, and one that is known less well than it must be, are
  /// reported.
  ///
  /// - Parameter place: the argument that is wrong, where one is.
  func output(
    _ decision: Decision, statement: FormulaTree?, text: String, at place: CallText.Argument? = nil
  ) -> CheckOutput? {
    // Reported already; and nothing is known of the claim.
    if functions.contains(where: { context.isExhausted($0.value) }) { return nil }
    let span = place.map(self.text.span) ?? call.record.span
    let verdict: Verdict
    switch decision {
    case .decided(let known): verdict = known
    case .undecided(let reason):
      context.report(
        .undecidedCheck, in: call.record.excerpt, at: span,
        label: "neither proved nor refuted: \(reason)")
      return nil
    }
    context.report(verdict, of: text, call, at: span)
    let tree = statement.flatMap { $0.isTypesettable ? $0 : nil }
    return CheckOutput(
      caption: call.text("caption"),
      statement: tree?.mathML(display: true, notation: context.settings.notation),
      explanation: tree.flatMap(context.words.explanation),
      text: text, verdict: verdict)
  }
}

extension CellContext {
  /// Reports a false claim, and one that is known less well than its `requires:` asks for.
  func report(_ verdict: Verdict, of claim: String, _ call: RecordCall, at span: Span) {
    if verdict.strength == .refuted {
      report(.refutedCheck(claim), in: call.record.excerpt, at: span, label: verdict.fault)
    } else if let wanted = call.choice("strength").flatMap(Verdict.Strength.init),
      verdict.strength.rank < wanted.rank
    {
      report(
        .weakVerdict(verdict.strength.rawValue, wanted: wanted.rawValue), in: call.record.excerpt,
        at: span)
    }
  }
}

extension Verdict.Strength {
  /// Higher is stronger.
  var rank: Int {
    switch self {
    case .proved: 3
    case .enclosed: 2
    case .sampled: 1
    case .refuted: 0
    }
  }
}

extension Diagnostic.Message {
  static func refutedCheck(_ claim: String) -> Self {
    Self(id: "refuted-check", text: "it is not true that \(claim)")
  }

  static let undecidedCheck = Self(
    id: "undecided-check", text: "this claim is not decided")

  static func weakVerdict(_ strength: String, wanted: String) -> Self {
    Self(id: "weak-verdict", text: "this check is only \(strength), not \(wanted)")
  }
}
