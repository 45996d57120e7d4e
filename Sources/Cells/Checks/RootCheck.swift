import Diagnostics
import MathCore
import SwiftEval
import Typesetting

/// A function is 0 at given points, or at so many, and at no other.
struct RootCheck {
  let call: RecordCall
  let context: CellContext

  func output() -> CheckOutput? {
    guard let function = call.function("function") else { return nil }
    let claim = Claim(call, functions: [function], labels: nil, context)
    guard let roots = Roots(claim) else {
      let place = claim.text.labelled("count").first ?? claim.text.labelled("at").first
      context.report(
        .impossibleRoots(place?.text ?? "", isCount: call.int("count") != nil),
        in: call.record.excerpt, at: place.map(claim.text.span) ?? call.record.span)
      return nil
    }
    let f = claim.functions[0]
    let decision = claim.decision(
      Attempts(
        algebra: { roots.algebra(claim) },
        search: { roots.search(claim) },
        enclosure: { roots.enclosure(claim) },
        closeness: { roots.closeness(claim, $0) }))
    return claim.output(
      decision, statement: roots.statement(f.formula, claim),
      text: roots.text(f.text, claim.variables[0]), at: f.argument)
  }
}

/// What a check says of where a function is 0.
private enum Roots {
  case points([ExactNumber])
  case count(Int)

  /// Nil for a negative count, and for what is no real number.
  init?(_ claim: Claim) {
    if let count = claim.call.int("count") {
      guard count >= 0 else { return nil }
      self = .count(count)
      return
    }
    let values = claim.call["points"]?.listElements ?? []
    let points = values.compactMap { ExactNumber($0, in: claim.text) }.filter { !$0.isInfinite }
    guard points.count == values.count else { return nil }
    self = .points(points)
  }

  // MARK: Proofs

  func algebra(_ claim: Claim) -> ProofOutcome {
    let variable = claim.variables[0]
    guard let pieces = claim.localPieces else { return .unknown("the function has no formula") }
    switch self {
    case .count(let count):
      guard pieces.count == 1 else { return .unknown("the function has cases") }
      return Proof.zeroCount(
        of: pieces[0].values[0], is: count, in: variable, on: pieces[0].domain)
    case .points(let ends):
      let points = ends.compactMap(\.expression)
      var found = 0
      let outcome = ProofOutcome.all(pieces) { piece in
        var inside: [Expression] = []
        for point in points {
          guard let isInside = piece.domain[variable].certainlyContains(point) else {
            return .unknown("it is not certain where \(point) lies")
          }
          if isInside { inside.append(point) }
        }
        found += inside.count
        return Proof.zeros(of: piece.values[0], areAt: inside, in: variable, on: piece.domain)
      }
      guard outcome.isProved, found < points.count else { return outcome }
      return .refuted("a root is outside of the domain")
    }
  }

  func enclosure(_ claim: Claim) -> ProofOutcome {
    claim.enclosure(of: \.first) { pieces in
      switch self {
      case .count(let count):
        EnclosureProof.zeroCount(
          of: pieces, is: count, in: claim.variables[0], on: claim.domain)
      case .points(let ends):
        EnclosureProof.zeros(
          of: pieces, areAt: ends.compactMap(\.expression), in: claim.variables[0],
          on: claim.domain)
      }
    }
  }

  /// One root within the allowance of each point, and no other.
  func closeness(_ claim: Claim, _ allowance: Rational) -> ProofOutcome {
    guard case .points(let ends) = self else { return .unknown("a count is exact or false") }
    let centers = ends.compactMap(\.below).sorted()
    for (a, b) in zip(centers, centers.dropFirst()) where b - a <= allowance * 2 {
      return .unknown("the roots are too near to each other")
    }
    let variable = claim.variables[0]
    let near = centers.map { center in
      claim.domain[variable].intersection(.closed(center - allowance, center + allowance))
    }
    return claim.enclosure(of: \.first) { pieces in
      func hasRoots(count: Int, in interval: RationalInterval) -> ProofOutcome {
        EnclosureProof.zeroCount(
          of: pieces, is: count, in: variable, on: Domain([variable: interval]))
      }
      return .all([(centers.count, claim.domain[variable])] + near.map { (1, $0) }, hasRoots)
    }
  }

  func search(_ claim: Claim) -> Decision {
    let f = claim.functions[0].checked
    switch self {
    case .count(let count): return claim.sampling.rootCount(f, is: count)
    case .points(let ends): return claim.sampling.roots(f, at: ends.compactMap(\.expression))
    }
  }

  // MARK: As it is written

  /// "f(x) = 0 ⟺ x = 1 ∨ x = 2", "f(x) = 0 at exactly 2 points"
  func statement(_ f: FormulaTree, _ claim: Claim) -> FormulaTree {
    let equation = FormulaTree.relation(f, "=", .number("0"))
    let never = FormulaTree.relation(f, "≠", .number("0"))
    switch self {
    case .count(let count):
      return count == 0 ? never : .remark(equation, claim.context.words.holds(at: count))
    case .points(let ends):
      let equations = ends.map {
        FormulaTree.relation(.variable(claim.variables[0]), "=", $0.formula)
      }
      guard let first = equations.first else { return never }
      return .infix("⟺", [equation, equations.count == 1 ? first : .infix("∨", equations)])
    }
  }

  func text(_ f: String, _ variable: String) -> String {
    switch self {
    case .count(let count): return "\(f) = 0 at exactly \(count) \(count == 1 ? "point" : "points")"
    case .points(let ends):
      let places = ends.map { "\(variable) = \($0.text)" }
      if places.isEmpty { return "\(f) ≠ 0" }
      return "\(f) = 0 exactly where \(places.joined(separator: " or "))"
    }
  }
}

extension RationalInterval {
  /// Whether a constant lies in it; nil where that is not certain.
  fileprivate func certainlyContains(_ constant: Expression) -> Bool? {
    if let number = constant.simplified().number { return contains(number) }
    // An irrational number is not one of the ends.
    for (end, side) in [(lower, 1), (upper, -1)] {
      guard let end else { continue }
      guard let sign = (try? constant - Expression(end.value))?.certainSign else { return nil }
      if sign != side { return false }
    }
    return true
  }
}

extension Diagnostic.Message {
  static func impossibleRoots(_ roots: String, isCount: Bool) -> Self {
    Self(
      id: "impossible-roots", text: "no function is 0 at \(roots)\(isCount ? " points" : "")")
  }
}
