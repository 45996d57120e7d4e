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
    if let exact = problem.polynomialIntegral(scale) { return .exact(exact) }
    let (f, place) = (problem.functionText, problem.text)
    guard
      let quadrature = Quadrature(
        of: problem.pieces, variable: variable, over: problem.domain),
      quadrature.narrowed(precision: 40) != nil
    else {
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
    _ pieces: [FunctionPiece], _ variable: String,
    _ interval: (lower: Expression, upper: Expression)
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

extension CertifiedInterval {
  /// Above this degree, integrals are enclosed.
  private static let largestDegree = 16

  /// Σ f⁽ᵏ⁾(a)·(b − a)ᵏ⁺¹/(k + 1)! for a polynomial without cases; nil for other functions.
  fileprivate func polynomialIntegral(_ scale: Expression) -> Expression? {
    guard pieces.count == 1, let low = domain.lower?.value, let high = domain.upper?.value,
      pieces[0].value.isPolynomial(in: variable)
    else { return nil }
    var derivative = pieces[0].value.simplified()
    var weight = high - low
    var sum = Expression.zero
    for order in 0...Self.largestDegree {
      if derivative.number?.isZero == true { return try? sum.times(scale).simplified() }
      guard let value = try? derivative.replacing(variable, with: Expression(low)),
        let next = try? sum.plus(value.times(Expression(weight))),
        let slope = try? derivative.derivative(withRespectTo: variable),
        let quotient = (weight * (high - low)).divided(by: Rational(order + 2))
      else { return nil }
      (sum, derivative, weight) = (next.simplified(), slope.simplified(), quotient)
    }
    return nil
  }
}

extension Expression {
  /// Whether it is made of the variable and constants, which must have values, by addition,
  /// multiplication and whole powers alone.
  fileprivate func isPolynomial(in variable: String) -> Bool {
    parts.allSatisfy { part in
      if part.variables.isEmpty { return part.enclosure(precision: 64)?.isDefined == true }
      switch part.node {
      case .variable, .negate, .add, .subtract, .multiply: return true
      case .divide(_, let divisor): return divisor.variables.isEmpty
      case .power(_, let exponent): return (exponent.number?.int ?? -1) >= 0
      case .number, .pi, .defined, .apply, .applyBinary, .restricted: return false
      }
    }
  }
}
