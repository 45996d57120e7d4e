import Diagnostics
import MathCore
import SwiftEval

/// `#expect(condition)`: proved where exact arithmetic decides the condition, else as Swift computes
/// it.
struct Expectation {
  let call: RecordCall
  let context: CellContext

  func output() -> CheckOutput? {
    guard case .bool(let holds)? = call["condition"] else { return nil }
    let source = CallText(call.record)
    let argument = source.arguments.first
    let text = argument?.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let exact = argument.flatMap { decide($0.text) }
    let verdict = verdict(holds, exact)
    if verdict.strength == .refuted {
      context.report(
        .refutedCheck(text ?? "the condition holds"), in: call.record.excerpt,
        at: argument.map(source.span) ?? call.record.span, label: verdict.detail)
    }
    return CheckOutput(statement: nil, text: text ?? "#expect", verdict: verdict)
  }

  private func verdict(_ holds: Bool, _ exact: Bool?) -> Verdict {
    switch (holds, exact) {
    case (true, true?):
      Verdict(strength: .proved, method: "exact arithmetic", domain: "")
    case (true, false?):
      Verdict(
        strength: .sampled, method: "the numbers that Swift computes", domain: "",
        detail: "true of the rounded numbers of Swift, false of the real numbers")
    case (true, nil):
      Verdict(strength: .sampled, method: "the numbers that Swift computes", domain: "")
    case (false, true?):
      Verdict(
        strength: .refuted, method: "evaluation", domain: "",
        detail: "false as Swift computes it, true of the real numbers")
    case (false, _): Verdict(strength: .refuted, method: "evaluation", domain: "", detail: "false")
    }
  }

  /// The condition of the real numbers; nil where exact arithmetic does not decide it.
  private func decide(_ condition: String) -> Bool? {
    let value = context.exact("(\(condition)) ? 1.0 : 0.0", in: call.record.excerpt.file)
    guard let number = value?.number else { return nil }
    return number.isOne ? true : number.isZero ? false : nil
  }
}
