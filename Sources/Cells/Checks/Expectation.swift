import Diagnostics
import MathCore
import SwiftEval

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
        at: argument.map(source.span) ?? call.record.span, label: verdict.detail)
    }
    return CheckOutput(
      caption: call.text("comment"), statement: nil, text: text ?? "#expect", verdict: verdict)
  }

  /// What evaluating the condition once more compares.
  private func comparisons(in condition: String) -> ComparisonLog {
    let log = ComparisonLog()
    let excerpt = Excerpt(
      condition, in: call.record.excerpt.file, runs: [Excerpt.Run(start: 0, fileStart: 0)])
    ComparisonLog.$current.withValue(log) {
      _ = context.evaluator.evaluate(expression: excerpt)
    }
    return log
  }

  private func proved(_ log: ComparisonLog) -> Verdict {
    var exact = Demonstration("exact arithmetic")
    var whole: Demonstration?
    for comparison in log.comparisons {
      guard case .proved(let part) = comparison.proof else { continue }
      if comparison.isRational {
        exact = exact.with(certificates: exact.certificates + part.certificates)
      } else {
        whole = whole?.and(part) ?? part
      }
    }
    let isExact = log.comparisons.allSatisfy(\.isRational)
    let method = whole?.method ?? (isExact ? exact.method : "enclosure")
    return Verdict(
      strength: .proved, method: method, domain: "",
      certificates: exact.certificates + (whole?.certificates ?? []))
  }

  /// With the two sides of the comparison that failed: a conjunction stops at it.
  private func refuted(_ log: ComparisonLog) -> Verdict {
    let last = log.comparisons.last
    return Verdict(
      strength: .refuted, method: "evaluation", domain: "",
      detail: last.map { "\($0.left.text) \($0.symbol) \($0.right.text)" } ?? "false")
  }
}

extension ComparisonLog.Comparison {
  /// What holds between the sides.
  fileprivate var symbol: String { order < 0 ? "<" : order == 0 ? "=" : ">" }

  fileprivate var isRational: Bool { left.rational != nil && right.rational != nil }

  /// That the difference of the sides has the sign that it was found to have.
  fileprivate var proof: ProofOutcome {
    guard let a = left.expression, let b = right.expression, let difference = try? a - b else {
      return .unknown("a side is no real number")
    }
    if order == 0 { return Proof.equal(a, b) }
    let signs: SignSet = order < 0 ? .negative : .positive
    let outcome = Proof.sign(of: difference, is: signs)
    guard case .unknown = outcome else { return outcome }
    return EnclosureProof.sign(
      of: [FunctionPiece(conditions: [], value: difference)], is: signs)
  }
}
