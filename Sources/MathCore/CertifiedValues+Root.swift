extension CertifiedValues {
  /// The root of a function in a closed interval.
  ///
  /// - Throws: `none` or `several` where it is proved that there is not exactly one, `undecided` where
  ///   neither is proved, `invalid` where the function is undefined somewhere in the interval.
  public static func root(
    of pieces: [FunctionPiece], variable: String,
    in interval: (lower: Expression, upper: Expression)
  ) throws(CertifiedValueFailure) -> CertifiedValue {
    let problem = try CertifiedInterval(pieces, variable, interval)
    let (f, place) = (problem.functionText, problem.text)
    let claim = EnclosureProof.zeroClaim(
      problem.pieces, on: Domain([variable: problem.domain]))
    guard claim.variables == [variable] else {
      throw .invalid("\(f) does not depend on \(variable) alone")
    }
    let proofs: [CellProof]
    switch claim.result() {
    case .proved(let found): proofs = found
    case .refuted(let reason): throw .invalid("\(f) has no root in \(place): \(reason)")
    case .unknown(let reason):
      throw .undecided("the roots of \(f) in \(place) are not counted: \(reason)")
    }
    switch proofs.zeroCount {
    case 0: throw .none("\(f) has no root in \(place)")
    case 1: break
    case let count?: throw .several("\(f) has \(count) roots in \(place)")
    case nil: throw .undecided("two roots of \(f) in \(place) are not told apart")
    }
    let description = "the root of \(f) in \(place)"
    guard let root = root(proofs, variable, description) else {
      throw .undecided("the root of \(f) in \(place) is not found")
    }
    return problem.point(root, description: description)
  }

  private static func root(
    _ proofs: [CellProof], _ variable: String, _ description: String
  ) -> CertifiedValue? {
    if let exact = proofs.flatMap(\.zeros).first { return .exact(exact.point) }
    for proof in proofs {
      guard let box = proof.crossings.first else { continue }
      let function = proof.cell.cases[0].value
      return number(whereZero: function, variable, in: box, description: description)
    }
    return nil
  }

  /// The only zero in an interval: a closed form where one is proved.
  static func number(
    whereZero function: Expression, _ variable: String, in interval: RationalInterval,
    description: String
  ) -> CertifiedValue? {
    let root = RootIsolation(of: function, variable: variable, in: interval)
    guard let near = root.narrowed(precision: 48)?.double.midpoint else { return nil }
    let exact = ClosedForms.near(near).first { candidate in
      guard candidate.isIn(interval),
        let value = try? function.replacing(variable, with: candidate)
      else { return false }
      return value.enclosure(precision: 192)?.containsZero == true
        && Proof.equal(value, .zero).isProved
    }
    if let exact { return .exact(exact) }
    // So close that Newton's method shows the root to be the only one without further thought.
    let close = root.narrowed(precision: 16)?.rationalInterval
    let place = close.flatMap { $0.isPoint ? nil : $0 } ?? interval
    let certificate = Certificate.expression(function).map { function in
      Certificate.object([
        .init("kind", .text("solution")), .init("index", .number(0)),
        .init("of", .list([function])),
        .init("variables", .list([.text(variable)])), .init("in", .list([.interval(place)])),
      ])
    }
    let system = DefiningSystem(variables: [variable], equations: [function])
    return .defined(
      DefinedNumber(
        description: description, certificate: certificate, membership: (system, 0)
      ) { root.narrowed(precision: $0) })
  }
}
