import MathCore
import SwiftEval
import Typesetting

/// The values of a function lie in a closed interval, or strictly above or below a number.
struct BoundCheck {
  let call: RecordCall
  let context: CellContext

  func output() -> CheckOutput? {
    guard let function = call.function("function") else { return nil }
    let claim = Claim(call, functions: [function], labels: nil, context)
    let bounds = Bounds(claim)
    let f = claim.functions[0]
    var sampling = claim.sampling
    // The search cannot tell which bound is broken: the exact values can.
    sampling.confirms = { point in
      let answers = bounds.all.map { bound in
        claim.confirmation(
          of: { bound.distance(from: $0[0]) }, isFalse: { !bound.allows($0) })(point)
      }
      if answers.contains(true) { return true }
      return answers.allSatisfy { $0 == false } ? false : nil
    }
    let verdict = claim.verdict(bounds.proof(claim)) {
      sampling.bound(
        f.checked, lower: bounds.lower?.value, upper: bounds.upper?.value,
        isStrict: bounds.isStrict)
    }
    return claim.output(
      verdict, statement: f.formula.map { bounds.statement($0) }, text: bounds.text(f.text),
      at: f.argument)
  }
}

/// One or two numbers that the values stay on one side of.
private struct Bounds {
  struct Bound {
    let value: Double
    let exact: ExactEnd
    let text: String
    let isLower: Bool
    let isStrict: Bool

    /// Positive (or 0, where that is allowed) where the value is on the right side.
    func distance(from value: Expression) -> Expression? {
      guard let bound = exact.expression else { return nil }
      return isLower ? try? value - bound : try? bound - value
    }

    func allows(_ sign: Int) -> Bool { isStrict ? sign > 0 : sign >= 0 }

    var symbol: String { isStrict ? "<" : "≤" }
    var formula: FormulaTree { exact.expression?.formula ?? .number(text) }
  }

  let lower: Bound?
  let upper: Bound?
  let isStrict: Bool

  var all: [Bound] { [lower, upper].compactMap { $0 } }

  init(_ claim: Claim) {
    let (call, context) = (claim.call, claim.context)
    isStrict = call["bounds"] == nil
    let strict = isStrict
    func bound(_ value: Double?, _ text: String?, isLower: Bool) -> Bound? {
      guard let value, value.isFinite else { return nil }
      let exact = ExactEnd(value, text: text, context: context, file: call.record.excerpt.file)
      return Bound(
        value: value, exact: exact, text: SearchDomain.text(value), isLower: isLower,
        isStrict: strict)
    }
    if let range = call.closedRange("bounds") {
      let text = claim.text.labelled("in").first?.text
      let dots = text?.firstRange(of: "...")
      let ends = text.flatMap { text in
        dots.map { (String(text[..<$0.lowerBound]), String(text[$0.upperBound...])) }
      }
      lower = bound(range.lowerBound, ends?.0, isLower: true)
      upper = bound(range.upperBound, ends?.1, isLower: false)
    } else {
      lower = bound(
        call.number("lower"), claim.text.labelled("above").first?.text, isLower: true)
      upper = bound(
        call.number("upper"), claim.text.labelled("below").first?.text, isLower: false)
    }
  }

  func proof(_ claim: Claim) -> ProofOutcome {
    claim.proof { values, domain in
      var whole: Demonstration?
      for bound in all {
        guard let distance = bound.distance(from: values[0]) else { return .unknown("the bound") }
        let outcome = Proof.sign(
          of: distance, is: bound.isStrict ? .positive : .nonnegative, on: domain)
        guard case .proved(let part) = outcome else { return outcome }
        whole = whole?.and(part) ?? part
      }
      guard let whole else { return .unknown("no bound is finite") }
      return .proved(whole)
    }
  }

  func statement(_ f: FormulaTree) -> FormulaTree {
    var tree = f
    if let lower { tree = .relation(lower.formula, lower.symbol, tree) }
    if let upper { tree = .relation(tree, upper.symbol, upper.formula) }
    return tree
  }

  func text(_ f: String) -> String {
    (lower.map { "\($0.text) \($0.symbol) " } ?? "") + f
      + (upper.map { " \($0.symbol) \($0.text)" } ?? "")
  }
}
