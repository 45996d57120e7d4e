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
        at: argument.map(source.span) ?? call.record.span, label: verdict.detail)
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
      strength: .proved, method: whole?.method ?? (isExact ? "exact arithmetic" : "enclosure"),
      domain: "",
      certificates: (exact.isEmpty ? [] : [.comparisons(exact)]) + (whole?.certificates ?? []))
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

  /// Nil where a side is no rational number.
  fileprivate var numbers: (left: Rational, order: Int, right: Rational)? {
    guard let left = left.rational, let right = right.rational else { return nil }
    return (left, order, right)
  }

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
