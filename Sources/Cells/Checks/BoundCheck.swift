import MathCore
import SwiftEval
import Typesetting

/// The values of a function lie in a range, or strictly above or below a number.
struct BoundCheck {
  let call: RecordCall
  let context: CellContext

  func output() -> CheckOutput? {
    guard let function = call.function("function") else { return nil }
    let claim = Claim(call, functions: [function], labels: nil, context)
    let bounds = Bounds(claim)
    let f = claim.functions[0]
    let verdict = claim.verdict(
      Attempts(
        algebra: { bounds.all { claim.sign(of: $0.distance, is: $0.signs) } },
        search: { bounds.search(claim) }))
    return claim.output(
      verdict, statement: f.formula.map { bounds.statement($0) }, text: bounds.text(f.text),
      at: f.argument)
  }
}

/// One or two numbers that the values stay on one side of.
private struct Bounds {
  let lower: Bound?
  let upper: Bound?

  private var present: [Bound] { [lower, upper].compactMap { $0 } }

  init(_ claim: Claim) {
    let (call, context) = (claim.call, claim.context)
    func bound(_ value: Double?, _ text: String?, isLower: Bool, isStrict: Bool) -> Bound? {
      guard let value, value.isFinite else { return nil }
      let exact = ExactEnd(value, text: text, context: context, file: call.record.excerpt.file)
      return Bound(
        value: value, exact: exact, text: SearchDomain.text(value), isLower: isLower,
        isStrict: isStrict)
    }
    if case .range(let range)? = call["bounds"] {
      let ends = ClaimDomain.ends(of: claim.text.labelled("in").first?.text)
      let isHalfOpen = range.kind == .halfOpen || range.kind == .upTo
      lower = bound(range.lower?.number, ends.lower, isLower: true, isStrict: false)
      upper = bound(range.upper?.number, ends.upper, isLower: false, isStrict: isHalfOpen)
    } else {
      lower = bound(
        call.number("lower"), claim.text.labelled("above").first?.text, isLower: true,
        isStrict: true)
      upper = bound(
        call.number("upper"), claim.text.labelled("below").first?.text, isLower: false,
        isStrict: true)
    }
  }

  func all(_ prove: (Bound) -> ProofOutcome) -> ProofOutcome {
    .all(present, prove)
  }

  func search(_ claim: Claim) -> Verdict {
    var sampling = claim.sampling
    // The search cannot tell which bound is broken: the exact values can.
    sampling.confirms = { point in
      let answers = present.map { bound in
        claim.confirmation(of: bound.distance) { !bound.allows($0) }(point)
      }
      if answers.contains(true) { return true }
      return answers.allSatisfy { $0 == false } ? false : nil
    }
    return sampling.bound(claim.functions[0].checked, lower: lower, upper: upper)
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

/// A number that values stay on one side of.
struct Bound {
  let value: Double
  let exact: ExactEnd
  let text: String
  let isLower: Bool
  let isStrict: Bool

  /// Positive (or 0, where that is allowed) where the value is on the right side.
  func distance(from values: [Expression]) -> Expression? {
    guard let bound = exact.expression else { return nil }
    return isLower ? try? values[0] - bound : try? bound - values[0]
  }

  /// How far a value is on the wrong side.
  func excess(of value: Double) -> Double { isLower ? self.value - value : value - self.value }

  /// The signs of the distance that the claim allows.
  var signs: SignSet { isStrict ? .positive : .nonnegative }

  func allows(_ sign: Int) -> Bool { isStrict ? sign > 0 : sign >= 0 }

  fileprivate var symbol: String { isStrict ? "<" : "≤" }
  fileprivate var formula: FormulaTree { exact.expression?.formula ?? .number(text) }
}
