extension CertifiedValues {
  /// The integral of a function over a closed interval; with the ends exchanged, its opposite.
  ///
  /// - Throws: `undecided` where the function is unbounded, or undefined on more than single points,
  ///   or its integral is not enclosed within the budget.
  public static func integral(
    of pieces: [FunctionPiece], variable: String,
    over interval: (lower: Expression, upper: Expression)
  ) throws(CertifiedValueFailure) -> CertifiedValue {
    if PathCondition.Relation.equal.isProved(interval.lower, interval.upper) {
      return .exact(.zero)
    }
    if PathCondition.Relation.less.isProved(interval.upper, interval.lower) {
      let opposite = try integral(
        of: pieces, variable: variable, over: (interval.upper, interval.lower))
      guard let value = try? opposite.expression.negated() else { return opposite }
      return .exact(value)
    }
    let problem = try CertifiedInterval(pieces, variable, interval)
    let scale = try problem.scale()
    let quadrature = try Quadrature(
      of: problem.pieces, variable: variable, over: problem.domain)
    let (f, place) = (problem.functionText, problem.text)
    guard quadrature.narrowed(precision: 40) != nil else {
      throw .undecided("the integral of \(f) over \(place) is not enclosed")
    }
    let certificate = integralCertificate(pieces, variable, interval)
    let number = DefinedNumber(
      description: "the integral of \(f) over \(place)", certificate: certificate
    ) { precision in
      guard let part = quadrature.narrowed(precision: precision + 4) else { return nil }
      return scale.enclosure(precision: precision + 4).map { part * $0 }
    }
    return .defined(number)
  }

  private static func integralCertificate(
    _ pieces: [FunctionPiece], _ variable: String, _ interval: (lower: Expression, upper: Expression)
  ) -> Certificate? {
    guard pieces.count == 1, let function = Certificate.expression(pieces[0].value),
      let lower = Certificate.expression(interval.lower),
      let upper = Certificate.expression(interval.upper)
    else { return nil }
    return .object([
      .init("kind", .text("integral")), .init("of", function), .init("variable", .text(variable)),
      .init("from", lower), .init("to", upper),
    ])
  }
}
