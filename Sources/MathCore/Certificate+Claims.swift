/// How certificates write what is proved by algebra: as the claim itself, which can be proved again
/// from its expressions. Each holds for every point of its `domain`, where all of its functions are
/// defined; expressions and domains are written as `Certificate+Expressions.swift` says.
///
///     {"kind": "defined", "function": f, "domain": D}
///     {"kind": "equal", "left": f, "right": g, "domain": D}
///     {"kind": "derivative", "function": f, "slope": g, "variable": "x", "domain": D}
///                    f is differentiable, and g is its derivative
///     {"kind": "sign", "function": f, "signs": [0, 1], "domain": D}
///                    the signs that f may have: −1, 0 or 1
///     {"kind": "monotone", "function": f, "variable": "x", "direction": 1, "domain": D}
///                    f is strictly increasing (−1: decreasing)
///     {"kind": "zeros", "function": f, "variable": "x", "points": [c, …], "domain": D}
///                    f is 0 at these constants, which are different, and at no other point
///     {"kind": "zeros", "function": f, "variable": "x", "count": 2, "domain": D}
///     {"kind": "limit", "function": f, "variable": "x", "at": p, "is": q, "domain": {}}
///                    p and q are constants, or "inf" or "-inf"
extension Certificate {
  static func claim(_ kind: String, on domain: Domain, _ fields: [Field?]) -> Certificate? {
    let present = fields.compactMap { $0 }
    // A field is missing where an expression has no certificate.
    guard present.count == fields.count else { return nil }
    return .object(
      [Field("kind", .text(kind))] + present + [Field("domain", .domain(domain))])
  }

  static func limit(
    of f: Expression, _ variable: String, at point: LimitPoint, is value: LimitPoint
  ) -> Certificate? {
    claim(
      "limit", on: .reals,
      [
        .init("function", f), .init("variable", .text(variable)), .init("at", point),
        .init("is", value),
      ])
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

  init(_ key: String, _ signs: SignSet) {
    let each: [(SignSet, Int)] = [(.negative, -1), (.zero, 0), (.positive, 1)]
    self.init(key, .list(each.filter { signs.contains($0.0) }.map { .number($0.1) }))
  }
}

extension ProofOutcome {
  /// A proof with its certificate; without one nothing counts as proved.
  func certified(by certificate: Certificate?) -> ProofOutcome {
    guard case .proved(let demonstration) = self else { return self }
    guard let certificate else { return .unknown("a number in it cannot be written down") }
    return .proved(demonstration.with(certificates: [certificate]))
  }
}
