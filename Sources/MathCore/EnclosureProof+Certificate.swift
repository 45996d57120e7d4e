/// What is proved by enclosures, as claims of certificates: of `sign`, `zeros` or `monotone`.
///
/// That values lie between two numbers are two claims: of the signs of the differences. What is
/// claimed of a function by cases are claims of each of them, where it applies.
extension EnclosureClaim {
  /// None where an expression holds a number that has no certificate, or where it is not known on an
  /// interval which case applies.
  func certificates(_ proofs: [CellProof]) -> [Certificate] {
    guard let parts = parts(proofs) else { return [] }
    let aims = slope != nil || zeros == .counted ? [.values] : targets.aims
    let claims = parts.flatMap { part in aims.map { certificate(of: $0, part) } }
    let present = claims.compactMap { $0 }
    return present.count == claims.count ? present : []
  }

  private typealias Part = (function: Expression, domain: [RationalInterval], proofs: [CellProof])

  /// The whole of a function without cases, else each cell; nil where several may apply in one.
  private func parts(_ proofs: [CellProof]) -> [Part]? {
    if pieces.count == 1, pieces[0].conditions.isEmpty {
      return [(pieces[0].value, domain, proofs)]
    }
    let parts = proofs.compactMap { proof -> Part? in
      let present = Set(proof.cell.cases.map(\.piece))
      guard present.count == 1, let piece = present.first else { return nil }
      return (pieces[piece].value, proof.cell.domain, [proof])
    }
    return parts.count == proofs.count ? parts : nil
  }

  private func certificate(of aim: EnclosureAim, _ part: Part) -> Certificate? {
    let end = Expression(aim.end)
    let difference = aim.end.isZero ? part.function : try? part.function.minus(end)
    let function = difference.flatMap { Certificate.Field("function", $0) }
    let domain = Domain(
      Dictionary(zip(variables, part.domain), uniquingKeysWith: { a, _ in a }))
    let claim: Certificate? =
      if let slope {
        .claim(
          "monotone", on: domain,
          [
            function, .init("variable", .text(slope)),
            .init("direction", .number(targets == EnclosureTargets(signs: .positive) ? 1 : -1)),
            .init("defined", .object([])),
          ])
      } else if zeros == .counted {
        .claim(
          "zeros", on: domain,
          [
            function, .init("variable", .text(variables[0])),
            .init("count", .number(part.proofs.zeroCount ?? 0)),
          ])
      } else {
        .claim("sign", on: domain, [function, .init("signs", aim.signs)])
      }
    guard case .object(let fields) = claim else { return nil }
    let writing = CellWriting(aim: aim, countsZeros: zeros == .counted, variables: variables)
    return .object(fields + [.init("proof", writing.proof(of: part.proofs))])
  }
}

/// What a certificate says of values: the signs of their differences from a number.
struct EnclosureAim {
  let end: Rational
  let signs: SignSet

  /// Values as they are.
  static let values = EnclosureAim(end: .zero, signs: .nonzero)
}

extension EnclosureTargets {
  /// What together says that values lie in one of the targets.
  fileprivate var aims: [EnclosureAim] {
    guard intervals.count == 1, let target = intervals.first else { return [.values] }
    let ends: [(end: RationalInterval.End?, side: SignSet)] = [
      (target.lower, .positive), (target.upper, .negative),
    ]
    let aims = ends.compactMap { end, side in
      end.map { EnclosureAim(end: $0.value, signs: $0.isClosed ? side.union(.zero) : side) }
    }
    return aims.isEmpty ? [EnclosureAim(end: .zero, signs: .any)] : aims
  }
}
