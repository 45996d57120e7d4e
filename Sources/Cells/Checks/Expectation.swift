import Diagnostics
import MathCore
import SwiftEval
import Typesetting

/// `#expect(condition, "title")`: the condition holds of the real numbers and as Swift computes it.
///
/// Evaluation stops where the two readings part, or where a comparison is not decided: so what it came
/// to is certain. The comparisons that it made are proved once more, for their certificates.
struct Expectation {
  let call: RecordCall
  let context: CellContext

  func output() -> CheckOutput? {
    guard case .bool(let holds)? = call["condition"] else { return nil }
    let source = CallText(call.record)
    let argument = source.arguments.first
    let text = argument?.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let log = argument.map { comparisons(in: $0.text) } ?? ComparisonLog()
    let verdict = holds ? proved(log) : refuted(log)
    if !holds {
      context.report(
        .refutedCheck(text ?? "the condition holds"), in: call.record.excerpt,
        at: argument.map(source.span) ?? call.record.span, label: verdict.fault)
    }
    let formula = argument.flatMap { statement(of: $0.text) }
    return CheckOutput(
      caption: call.text("comment"),
      statement: formula?.mathML(display: true, notation: context.settings.notation),
      explanation: formula.flatMap(context.words.explanation), text: text ?? "#expect",
      verdict: verdict)
  }

  /// What evaluating the condition once more compares.
  private func comparisons(in condition: String) -> ComparisonLog {
    let log = ComparisonLog()
    ComparisonLog.$current.withValue(log) {
      _ = context.evaluator.evaluate(expression: excerpt(condition))
    }
    return log
  }

  private func proved(_ log: ComparisonLog) -> Verdict {
    let exact = log.comparisons.compactMap(\.numbers)
    var whole: Demonstration?
    for comparison in log.comparisons where comparison.numbers == nil {
      guard case .proved(let part) = comparison.proof else { continue }
      whole = whole?.and(part) ?? part
    }
    let isExact = exact.count == log.comparisons.count
    return Verdict(
      strength: .proved,
      method: whole.map { .proof($0.methods) } ?? (isExact ? .exactArithmetic : .enclosure),
      certificates: (exact.isEmpty ? [] : [.comparisons(exact)]) + (whole?.certificates ?? []))
  }

  /// With the two sides of the comparison that failed: a conjunction stops at it.
  private func refuted(_ log: ComparisonLog) -> Verdict {
    .refuted(log.comparisons.last?.statement ?? "false")
  }
}

extension ComparisonLog.Comparison {
  /// What holds between the sides, with as many digits as show it.
  fileprivate var statement: String {
    if order == 0 { return "\(left.text) = \(right.text)" }
    let (left, right) = RealNumber.tellingTexts(left, right)
    return "\(left) \(order < 0 ? "<" : ">") \(right)"
  }
}
