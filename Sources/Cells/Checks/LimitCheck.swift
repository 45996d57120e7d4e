import MathCore
import SwiftEval
import Typesetting

/// A function tends to a value.
struct LimitCheck {
  let call: RecordCall
  let context: CellContext

  func output() -> CheckOutput? {
    guard let function = call.function("function"), let point = call.number("point"),
      let value = call.number("value"), !point.isNaN, !value.isNaN
    else { return nil }
    let claim = Claim(call, functions: [function], labels: nil, context)
    let f = claim.functions[0]
    let variable = claim.variables[0]
    let place = limitPoint(point, "at", claim)
    let limit = limitPoint(value, "is", claim)
    let outcome: ProofOutcome =
      f.paths?.count == 1
      ? claim.proof { values, _ in
        Proof.limit(of: values[0], in: variable, at: place, is: limit)
      } : .unknown("the function has cases")
    let domain = "\(variable) → \(text(point))"
    var verdict = claim.verdict(outcome, isEverywhere: false) {
      claim.sampling.limit(f.checked, at: point, is: value)
    }
    verdict?.domain = domain
    let statement = f.formula.map { formula in
      FormulaTree.relation(
        .limit(variable: variable, to: tree(place, point), formula), "=", tree(limit, value))
    }
    var output = claim.output(
      verdict, statement: statement, text: "\(f.text) → \(text(value))", at: f.argument)
    output?.text = "\(f.text) → \(text(value)) as \(domain)"
    return output
  }

  private func limitPoint(_ value: Double, _ label: String, _ claim: Claim) -> LimitPoint {
    if value.isInfinite { return value > 0 ? .infinity : .negativeInfinity }
    let end = ExactEnd(
      value, text: claim.text.labelled(label).first?.text, context: context,
      file: call.record.excerpt.file)
    if let number = end.expression?.simplified().number { return .finite(Expression(number)) }
    return .finite(end.expression ?? .zero)
  }

  private func text(_ value: Double) -> String {
    value.isInfinite ? (value > 0 ? "∞" : "−∞") : SearchDomain.text(value)
  }

  private func tree(_ point: LimitPoint, _ value: Double) -> FormulaTree {
    switch point {
    case .infinity: .symbol("∞")
    case .negativeInfinity: .negate(.symbol("∞"))
    case .finite(let expression): expression.formula ?? .number(text(value))
    }
  }
}
