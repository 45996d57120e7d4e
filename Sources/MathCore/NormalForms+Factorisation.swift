/// A polynomial as a product.
struct Factorisation {
  var coefficient: Rational
  /// Powers of generators that may be negative.
  var monomial: Monomial
  var factors: [RationalFunction.Factor]
}

extension NormalForms {
  /// Splits off the content, powers of generators, and repeated factors where they are easily seen.
  mutating func factors(of polynomial: Polynomial) throws(NormalFormFailure) -> Factorisation {
    let content = polynomial.monomialContent
    let rest = polynomial.multiplied(by: content.raised(to: -1))
    var result = Factorisation(coefficient: .one, monomial: .one, factors: [])
    for factor in content.factors {
      if generators[factor.generator].isInvertible {
        result.monomial =
          result.monomial * Monomial(factor.generator, factor.exponent)
      } else if let power = factor.exponent.numerator.int, power > 0,
        let unit = factor.exponent.denominator.inverse
      {
        result.factors.append(
          RationalFunction.Factor(
            polynomial: Polynomial(Monomial(factor.generator, unit)), power: power))
      }
    }
    for (factor, power) in powers(in: rest) {
      var factor = factor.scaled(by: factor.content.inverse ?? .one)
      if factor.terms.first.map({ $0.coefficient.sign < 0 }) == true {
        factor = factor.scaled(by: -1)
      }
      if factor.constant == nil {
        result.factors.append(RationalFunction.Factor(polynomial: factor, power: power))
      }
    }
    // The leading coefficients tell what the factors leave.
    var leading = Rational.one
    for factor in result.factors {
      let lead = factor.polynomial.terms.first?.coefficient ?? .one
      try requireCoefficient(of: lead.bitSize * factor.power)
      leading = leading * (lead.power(factor.power) ?? .zero)
    }
    result.coefficient =
      (polynomial.terms.first?.coefficient ?? .zero).divided(by: leading) ?? .zero
    result.factors.sort { $0.polynomial.precedes($1.polynomial) }
    return result
  }

  private mutating func powers(in polynomial: Polynomial) -> [(Polynomial, Int)] {
    guard polynomial.constant == nil else { return [] }
    if let (generator, step, univariate) = polynomial.univariate(
      maximalDegree: Self.largestDegree)
    {
      let work = univariate.euclideanWork
      guard work <= remainingWork else { return [(polynomial, 1)] }
      remainingWork -= work
      return univariate.squarefreeFactors.enumerated().compactMap { index, factor in
        factor.degree > 0 ? (Polynomial(factor, in: generator, step: step), index + 1) : nil
      }
    }
    let monic = polynomial.scaled(by: polynomial.content.inverse ?? .one)
    let isNegative = monic.terms.first.map { $0.coefficient.sign < 0 } ?? false
    if let root = (isNegative ? monic.scaled(by: -1) : monic).squareRoot { return [(root, 2)] }
    return [(polynomial, 1)]
  }
}
