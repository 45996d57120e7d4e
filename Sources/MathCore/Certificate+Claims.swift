/// How certificates write claims: so that they can be proved again from their expressions. A claim
/// about functions holds for every point of its `domain`, where all of its functions are defined.
/// Expressions and domains are written as `Certificate+Expressions.swift` says, and a `proof` P, which
/// most claims have, as `Certificate+Proofs.swift` says.
///
///     {"kind": "equal", "left": f, "right": g, "domain": D, "proof": P}
///     {"kind": "derivative", "function": f, "slope": g, "variable": "x", "domain": D, "proof": P}
///                    f is differentiable, and g is its derivative
///     {"kind": "sign", "function": f, "signs": [0, 1], "domain": D, "proof": P}
///                    the signs that f may have: −1, 0 or 1 (all three: f is only defined); of a
///                    constant, with "bits": 512 besides where it takes an enclosure of so many
///     {"kind": "monotone", "function": f, "variable": "x", "direction": 1, "domain": D,
///      "defined": P, "proof": P}
///                    f is strictly increasing (−1: decreasing): it is defined, and by P its slope
///                    inside has this sign, or is 0 at single points
///     {"kind": "zeros", "function": f, "variable": "x", "count": 2, "domain": D, "proof": P}
///     {"kind": "zeros", "function": f, "variable": "x", "points": [c, …], "domain": D,
///      "proof": P}
///                    f is 0 at these different constants, and at no other point: by P it has no more
///                    zeros
///     {"kind": "limit", "function": f, "variable": "x", "at": p, "from": [-1, 1], "is": q,
///      "domain": {}}
///                    f tends to q as x tends to p from these sides (none at infinity); p and q are
///                    constants, or "inf" or "-inf"
///     {"kind": "definition", "left": f, "right": g, "domain": {}}
///                    two constants are equal, as f − g is a multiple of one of the equations that
///                    define the numbers in them
///     {"kind": "comparisons", "numbers": [["1/3", "<", "1/2"], …]}
///                    rational numbers are so compared: by <, = or >
extension Certificate {
  static func claim(_ kind: String, on domain: Domain, _ fields: [Field?]) -> Certificate? {
    let present = fields.compactMap { $0 }
    // A field is missing where an expression has no certificate.
    guard present.count == fields.count else { return nil }
    return .object(
      [Field("kind", .text(kind))] + present + [Field("domain", .domain(domain))])
  }

  /// Of a constant, as an enclosure at this precision shows them.
  static func sign(_ signs: SignSet, of constant: Expression, precision: Int) -> Certificate? {
    var fields: [Field?] = [.init("function", constant), .init("signs", signs)]
    if precision > 256 { fields.append(.init("bits", .number(precision))) }
    return .claim("sign", on: .reals, fields)
  }

  /// Of rational numbers: with the sign of the difference of each pair.
  public static func comparisons(_ pairs: [(left: Rational, order: Int, right: Rational)])
    -> Certificate
  {
    let numbers = pairs.map { left, order, right in
      Certificate.list([
        .rational(left), .text(order < 0 ? "<" : order == 0 ? "=" : ">"), .rational(right),
      ])
    }
    return .object([Field("kind", .text("comparisons")), Field("numbers", .list(numbers))])
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

  /// What proves a claim; by enclosures of the whole domain where nothing else does.
  init(_ key: String, _ demonstration: Demonstration?) {
    self.init(key, demonstration?.proof ?? .object([]))
  }

  init(_ key: String, _ signs: SignSet) { self.init(key, .signs(signs)) }
}

extension Certificate {
  static func signs(_ signs: SignSet) -> Certificate {
    let each: [(SignSet, Int)] = [(.negative, -1), (.zero, 0), (.positive, 1)]
    return .list(each.filter { signs.contains($0.0) }.map { .number($0.1) })
  }
}

extension Certificate {
  /// Of a claim that a function has these signs.
  func proof(ofSigns signs: SignSet) -> Certificate? {
    guard case .object(let fields) = self,
      fields.contains(Field("signs", signs))
    else { return nil }
    return fields.first { $0.key == "proof" }?.value
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
    let proof = demonstration.proof.map { [Certificate.Field("proof", $0)] } ?? []
    return .proved(demonstration.with(certificates: [.object(fields + proof)]))
  }
}
