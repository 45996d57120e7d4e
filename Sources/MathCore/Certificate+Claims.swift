/// How certificates write what is proved by algebra: as the claim itself, which can be proved again
/// from its expressions. Each holds for every point of its `domain`, where all of its functions are
/// defined; expressions and domains are written as `Certificate+Expressions.swift` says. Each has
/// `steps` besides, which prove it: those of `Certificate+Steps.swift`.
///
///     {"kind": "defined", "function": f, "domain": D}
///     {"kind": "equal", "left": f, "right": g, "domain": D}
///     {"kind": "definition", "left": f, "right": g, "domain": {}}
///                    the same of constants, as f − g is a multiple of one of the equations that
///                    define the numbers in them
///     {"kind": "derivative", "function": f, "slope": g, "variable": "x", "domain": D}
///                    f is differentiable, and g is its derivative
///     {"kind": "sign", "function": f, "signs": [0, 1], "domain": D}
///                    the signs that f may have: −1, 0 or 1
///     {"kind": "sign", …, "variable": "x", "from": "0", "proofs": [derivative, sign, …]}
///                    the same, since f has a sign at this end of the domain, which its slope (of
///                    which the proofs say what it is, and that it has a sign) leads away from 0;
///                    steps of f on the domain with that end
///     {"kind": "monotone", "function": f, "variable": "x", "slope": g, "direction": 1, "domain": D}
///                    f is strictly increasing (−1: decreasing), since g = f′ (−f′) is positive inside,
///                    or 0 at single points; steps of f and g, and under `defined` those of f
///     {"kind": "zeros", "function": f, "variable": "x", "points": [c, …], "domain": D}
///                    f is 0 at these constants, which are different, and at no other point; steps
///                    of f, unless it is `monotone`: a certificate of that
///     {"kind": "zeros", "function": f, "variable": "x", "count": 2, "domain": D}
///     {"kind": "limit", "function": f, "variable": "x", "at": p, "from": [-1, 1],
///      "is": q, "domain": {}}
///                    f tends to q as x tends to p from these sides (none at infinity); p and q are
///                    constants, or "inf" or "-inf"
extension Certificate {
  static func claim(_ kind: String, on domain: Domain, _ fields: [Field?]) -> Certificate? {
    let present = fields.compactMap { $0 }
    // A field is missing where an expression has no certificate.
    guard present.count == fields.count else { return nil }
    return .object(
      [Field("kind", .text(kind))] + present + [Field("domain", .domain(domain))])
  }
}

extension Certificate.Field {
  /// Nil where the expression cannot be written.
  init?(_ key: String, _ expression: Expression) {
    guard let value = Certificate.expression(expression) else { return nil }
    self.init(key, value)
  }

  /// Nil where the point cannot be written.
  init?(_ key: String, _ point: LimitPoint) {
    switch point {
    case .infinity: self.init(key, .text("inf"))
    case .negativeInfinity: self.init(key, .text("-inf"))
    case .finite(let constant): self.init(key, constant)
    }
  }

  /// The steps of a proof.
  init(_ key: String, _ outcome: ProofOutcome) {
    self.init(key, .list(outcome.demonstration?.steps ?? []))
  }

  init(_ key: String, _ signs: SignSet) {
    let each: [(SignSet, Int)] = [(.negative, -1), (.zero, 0), (.positive, 1)]
    self.init(key, .list(each.filter { signs.contains($0.0) }.map { .number($0.1) }))
  }
}

extension ProofOutcome {
  var demonstration: Demonstration? { if case .proved(let proof) = self { proof } else { nil } }

  /// A proof with its certificate; without one nothing counts as proved.
  func certified(by certificate: Certificate?) -> ProofOutcome {
    guard case .proved(let demonstration) = self else { return self }
    guard case .object(let fields) = certificate else {
      return .unknown("a number in it cannot be written down")
    }
    let steps = Certificate.Field("steps", .list(demonstration.steps))
    return .proved(demonstration.with(certificates: [.object(fields + [steps])]))
  }
}
