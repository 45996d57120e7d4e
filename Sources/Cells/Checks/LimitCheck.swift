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
    let domain = "\(variable) → \(text(point))"
    var verdict = claim.verdict(
      Attempts(
        algebra: { algebra(claim, at: place, is: limit) },
        search: {
          claim.sampling.limit(
            f.checked, at: point, is: value, within: claim.tolerance?.value.double)
        }), isEverywhere: false)
    verdict?.domain = domain
    let left = f.formula.map {
      FormulaTree.limit(variable: variable, to: tree(place, point), $0)
    }
    var output = claim.output(
      verdict, statement: claim.equation([left, tree(limit, value)]),
      text: "\(f.text) → \(text(value))", at: f.argument)
    output?.text = "\(f.text) → \(text(value)) as \(domain)"
    return output
  }

  /// Of the way through the function that is taken near the point, where there is one.
  private func algebra(
    _ claim: Claim, at point: LimitPoint, is value: LimitPoint
  ) -> ProofOutcome {
    let variable = claim.variables[0]
    let near = claim.localPieces?.filter { piece in
      let interval = piece.domain[variable]
      switch point {
      case .infinity: return interval.upper == nil
      case .negativeInfinity: return interval.lower == nil
      case .finite(let place): return place.number.map(interval.interior.contains) ?? true
      }
    }
    guard let near, near.count == 1 else { return .unknown("the function has cases there") }
    return Proof.limit(of: near[0].values[0], in: variable, at: point, is: value)
  }

  private func limitPoint(_ value: Double, _ label: String, _ claim: Claim) -> LimitPoint {
    if value.isInfinite { return value > 0 ? .infinity : .negativeInfinity }
    let end = ExactEnd(
      value, text: claim.text.labelled(label).first?.text, context: context,
      file: call.record.excerpt.file)
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
