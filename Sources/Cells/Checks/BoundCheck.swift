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
    let decision = claim.decision(
      Attempts(
        algebra: { bounds.algebra(claim) },
        search: {
          claim.sampling.bound(f.checked, bounds.present, within: claim.tolerance?.value)
        },
        enclosure: { bounds.all { claim.enclosedSign(of: $0.distance, is: $0.signs) } },
        closeness: { allowance in
          bounds.all { bound in
            if bound.isStrict, claim.tolerance == nil {
              return .unknown("a strict bound holds or it does not")
            }
            return claim.enclosedSign(
              of: { values in
                bound.distance(from: values).flatMap { try? $0 + Expression(allowance) }
              }, is: .nonnegative)
          }
        }))
    return claim.output(
      decision, statement: bounds.statement(f.formula), text: bounds.text(f.text),
      at: f.argument)
  }
}

/// One or two numbers that the values stay on one side of.
private struct Bounds {
  let lower: Bound?
  let upper: Bound?

  var present: [Bound] { [lower, upper].compactMap { $0 } }

  init(_ claim: Claim) {
    let call = claim.call
    func bound(_ value: CellValue?, isLower: Bool, isStrict: Bool) -> Bound? {
      guard let number = ExactNumber(value, in: claim.text), !number.isInfinite else { return nil }
      return Bound(number: number, isLower: isLower, isStrict: isStrict)
    }
    if case .range(let range)? = call["bounds"] {
      let isHalfOpen = range.kind == .halfOpen || range.kind == .upTo
      lower = bound(range.lower, isLower: true, isStrict: false)
      upper = bound(range.upper, isLower: false, isStrict: isHalfOpen)
    } else {
      lower = bound(call["lower"], isLower: true, isStrict: true)
      upper = bound(call["upper"], isLower: false, isStrict: true)
    }
  }

  func all(_ prove: (Bound) -> ProofOutcome) -> ProofOutcome {
    .all(present, prove)
  }

  func algebra(_ claim: Claim) -> ProofOutcome {
    let outcome = all { claim.sign(of: $0.distance, is: $0.signs) }
    guard case .unknown = outcome else { return outcome }
    return squares(claim)
  }

  /// |f| ≤ c says the same as c ≥ 0 and f² ≤ c²: so square roots in a bound, and absolute values, go.
  private func squares(_ claim: Claim) -> ProofOutcome {
    guard let bound = upper, let c = bound.number.expression else {
      return .unknown("it has no upper bound")
    }
    let isSymmetric =
      lower?.isStrict == bound.isStrict
      && lower?.number.expression.flatMap { try? $0 + c }.map { Proof.equal($0, .zero).isProved }
        == true
    return claim.algebra { values, domain in
      var f = values[0]
      if case .apply(.abs, let inside) = f.node, lower.map(isBelowZero) ?? true {
        f = inside
      } else if !isSymmetric {
        return .unknown("the bounds are not symmetric")
      }
      // Squares of what has no root tell no more than the two bounds did.
      guard c.number == nil || f.hasRoots else { return .unknown("it has no square root") }
      guard let difference = try? c * c - f * f else { return .unknown("it is too long") }
      return .all([(c, .nonnegative), (difference, bound.signs)]) { f, signs in
        Proof.sign(of: f, is: signs, on: domain)
      }
    }
  }

  /// No absolute value is on the wrong side of the bound.
  private func isBelowZero(_ bound: Bound) -> Bool {
    bound.number.expression?.certainSign.map { bound.isStrict ? $0 < 0 : $0 <= 0 } ?? false
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
  let number: ExactNumber
  let isLower: Bool
  let isStrict: Bool

  /// Positive (or 0, where that is allowed) where the value is on the right side.
  func distance(from values: [Expression]) -> Expression? {
    guard let bound = number.expression else { return nil }
    return isLower ? try? values[0] - bound : try? bound - values[0]
  }

  /// How far a value is on the wrong side.
  func excess(of value: Double) -> Double {
    isLower ? number.double - value : value - number.double
  }

  /// The signs of the distance that the claim allows.
  var signs: SignSet { isStrict ? .positive : .nonnegative }

  func allows(_ sign: Int) -> Bool { isStrict ? sign > 0 : sign >= 0 }

  fileprivate var symbol: String { isStrict ? "<" : "≤" }
  fileprivate var text: String { number.text }
  fileprivate var formula: FormulaTree { number.formula }
}
