/// Powers, roots, logarithms and absolute values: what needs signs of factors.
extension NormalForms {
  mutating func power(
    _ x: RationalFunction, written: Expression, _ exponent: Expression
  ) throws(NormalFormFailure) -> RationalFunction {
    let y = try form(of: exponent)
    if let constant = y.constant {
      if let whole = constant.int {
        if whole >= 0 { return try power(x, whole) }
        guard whole != Int.min else { throw NormalFormFailure.budget("a power too large") }
        return try power(inverse(of: x, written: written), -whole)
      }
      try require(
        x, constant.sign > 0 ? .nonnegative : .positive,
        SideCondition(written, constant.sign > 0 ? .notLess : .greater, 0))
      if x.numerator.isZero { return .zero }
      return try rationalPower(x, constant)
    }
    try require(x, .positive, SideCondition(written, .greater, 0))
    return try exponential(of: multiply(y, logarithm(of: x)))
  }

  /// x^exponent of an x that is known or assumed to be not negative (positive, for negative
  /// exponents).
  mutating func rationalPower(
    _ x: RationalFunction, _ exponent: Rational
  ) throws(NormalFormFailure) -> RationalFunction {
    if x.numerator.isZero { return .zero }
    if let whole = exponent.int {
      return whole >= 0 ? try power(x, whole) : try power(inverse(of: x), -max(whole, -1 << 20))
    }
    guard exponent.magnitude <= Rational(Self.largestDegree), exponent.bitSize <= 40 else {
      throw NormalFormFailure.budget("powers above \(Self.largestDegree)")
    }
    let parts = try SignedFactors(of: x, in: &self, for: .root)
    var result = try power(ofConstant: parts.coefficient, exponent)
    for factor in parts.monomial.factors {
      let raised = Monomial(factor.generator, factor.exponent * exponent)
      result = try multiply(result, RationalFunction(Polynomial(raised)))
    }
    for (base, power) in parts.factors {
      result = try multiply(result, root(base, Rational(power) * exponent))
    }
    return result
  }

  /// p^exponent for a p that is not negative: the whole part as a power, the rest as a generator's.
  private mutating func root(
    _ p: Polynomial, _ exponent: Rational
  ) throws(NormalFormFailure) -> RationalFunction {
    let whole = exponent.floor
    let fraction = exponent - whole
    guard let count = whole.int else { throw NormalFormFailure.budget("a power too large") }
    let base = RationalFunction(p)
    var result = count >= 0 ? try power(base, count) : try power(inverse(of: base), -count)
    guard !fraction.isZero else { return result }
    if p.terms.count == 1, let term = p.terms.first, term.coefficient.isOne,
      term.monomial.factors.count == 1, let factor = term.monomial.factors.first,
      generators[factor.generator].hasRoots
    {
      let monomial = Monomial(factor.generator, factor.exponent * fraction)
      result = try multiply(result, RationalFunction(Polynomial(monomial)))
    } else {
      let generator = try generator(.root(p))
      result = try multiply(result, RationalFunction(Polynomial(Monomial(generator, fraction))))
    }
    return result
  }

  private mutating func power(
    ofConstant value: Rational, _ exponent: Rational
  ) throws(NormalFormFailure) -> RationalFunction {
    var result = RationalFunction.one
    for (prime, power) in value.primePowers {
      let factor = try root(Polynomial(prime), Rational(power) * exponent)
      result = try multiply(result, factor)
    }
    return result
  }

  mutating func cubeRoot(_ x: RationalFunction) throws(NormalFormFailure) -> RationalFunction {
    let signs = try signs(of: x)
    guard let third = Rational(1, over: 3) else { return x }
    if signs.isSubset(of: .nonnegative) { return try rationalPower(x, third) }
    if signs.isSubset(of: .nonpositive) { return try rationalPower(x.negated, third).negated }
    // ∛(p/q) = ∛(p·q²)/q
    let below = try expanded(x.denominator)
    let inside = try product(x.numerator, product(below, below))
    let sign = inside.terms.first.map { Rational($0.coefficient.sign) } ?? .one
    let top = try quantity(.cubeRoot(inside.scaled(by: sign))).scaled(by: sign)
    return try multiply(top, inverse(of: RationalFunction(below)))
  }

  mutating func absoluteValue(_ x: RationalFunction) throws(NormalFormFailure) -> RationalFunction {
    let signs = try signs(of: x)
    if signs.isSubset(of: .nonnegative) { return x }
    if signs.isSubset(of: .nonpositive) { return x.negated }
    let parts = try SignedFactors(of: x, in: &self, for: .absoluteValue)
    var result = RationalFunction(parts.coefficient)
    result = try multiply(result, RationalFunction(Polynomial(parts.monomial)))
    for (base, power) in parts.factors {
      result = try multiply(result, root(base, Rational(power)))
    }
    return result
  }

  /// ln x of an x that is known or assumed to be positive.
  mutating func logarithm(of x: RationalFunction) throws(NormalFormFailure) -> RationalFunction {
    let parts = try SignedFactors(of: x, in: &self, for: .logarithm)
    var result = RationalFunction.zero
    for (prime, power) in parts.coefficient.primePowers {
      let term = try quantity(.logarithm(Polynomial(prime))).scaled(by: Rational(power))
      result = try add(result, term)
    }
    for factor in parts.monomial.factors {
      let term = try logarithm(ofGenerator: factor.generator)
      result = try add(result, term.scaled(by: factor.exponent))
    }
    for (base, power) in parts.factors {
      let term: RationalFunction
      if base.terms.count == 1, base.terms[0].coefficient.isOne,
        base.terms[0].monomial.factors.count == 1,
        let factor = base.terms[0].monomial.factors.first
      {
        term = try logarithm(ofGenerator: factor.generator).scaled(by: factor.exponent)
      } else {
        term = try quantity(.logarithm(base))
      }
      result = try add(result, term.scaled(by: Rational(power)))
    }
    return result
  }

  private mutating func logarithm(
    ofGenerator generator: Int
  ) throws(NormalFormFailure) -> RationalFunction {
    switch generators[generator].kind {
    case .exponential(let term): return term
    case .root(let p): return try logarithm(of: RationalFunction(p))
    case .variable, .pi, .defined, .sine, .cosine, .cubeRoot, .absolute, .logarithm, .function,
      .binaryFunction:
      return try quantity(.logarithm(Polynomial(Monomial(generator))))
    }
  }
}

/// A quantity that is not negative, as a product of factors none of which is negative.
private struct SignedFactors {
  /// Positive.
  var coefficient: Rational
  /// Of generators that are not negative.
  var monomial = Monomial.one
  /// With positive or negative powers.
  var factors: [(Polynomial, Int)] = []

  enum Purpose { case root, logarithm, absoluteValue }

  /// For an absolute value x may be negative: the factors are those of |x|.
  init(
    of x: RationalFunction, in forms: inout NormalForms, for purpose: Purpose
  ) throws(NormalFormFailure) {
    var canVanish = false
    let top = try forms.factors(of: x.numerator)
    coefficient = top.coefficient.magnitude
    // The sign of what is not known to be positive: it makes up for the signs taken out.
    var sign = top.coefficient.sign
    var unknown = Polynomial.one
    var unknownCount = 0
    var unknownBelow: [RationalFunction.Factor] = []
    for factor in top.monomial.factors {
      let signs = forms.generators[factor.generator].signs
      if signs.isSubset(of: .positive) {
        monomial = monomial * Monomial(factor.generator, factor.exponent)
      } else {
        let power = factor.exponent.int ?? 1
        try add(Polynomial(Monomial(factor.generator)), power, signs)
      }
    }
    for factor in top.factors {
      try add(factor.polynomial, factor.power, forms.signs(of: factor.polynomial))
    }
    for factor in x.denominator {
      let signs = try forms.signs(of: factor.polynomial).subtracting(.zero)
      try add(factor.polynomial, -factor.power, signs)
    }

    func add(
      _ p: Polynomial, _ power: Int, _ signs: SignSet
    ) throws(NormalFormFailure) {
      if power > 0, signs.contains(.zero) { canVanish = true }
      if signs.isSubset(of: .nonnegative) {
        factors.append((p, power))
        return
      }
      if signs.isSubset(of: .nonpositive) {
        factors.append((p.scaled(by: -1), power))
        if power % 2 != 0 { sign = -sign }
        return
      }
      if power % 2 != 0 { forms.noteCorner(of: p) }
      if power % 2 == 0 || purpose == .absoluteValue {
        let generator = try forms.generator(.absolute(p))
        factors.append((Polynomial(Monomial(generator)), power))
      } else if power > 0 {
        unknownCount += 1
        unknown = try forms.product(unknown, p)
        let rest = try forms.generatorOfEvenPower(p, power - 1)
        if let rest { factors.append(rest) }
      } else {
        // 1/p = p/p²
        unknownCount += 1
        unknown = try forms.product(unknown, p)
        unknownBelow.append(RationalFunction.Factor(polynomial: p, power: 1 - power))
      }
    }
    for factor in unknownBelow {
      if let rest = try forms.generatorOfEvenPower(factor.polynomial, -factor.power) {
        factors.append(rest)
      }
    }
    // √(a·b) is √a·√b only where b has no other sign at the zeros of a.
    if purpose == .root, unknownCount > 0, canVanish, !factors.isEmpty {
      throw NormalFormFailure.budget("a root of factors of unknown sign")
    }
    if unknown.constant == nil {
      factors.append((unknown.scaled(by: Rational(sign)), 1))
    }
  }
}

extension NormalForms {
  /// |p|^power for an even power, as a factor that is not negative.
  fileprivate mutating func generatorOfEvenPower(
    _ p: Polynomial, _ power: Int
  ) throws(NormalFormFailure) -> (Polynomial, Int)? {
    guard power != 0 else { return nil }
    return (Polynomial(Monomial(try generator(.absolute(p)))), power)
  }
}

extension Rational {
  /// Numbers above 1 whose powers multiply to the magnitude: primes below 1,000 and what is left.
  var primePowers: [(base: Rational, power: Int)] {
    var result: [(Rational, Int)] = []
    for (part, sign) in [(numerator.magnitude, 1), (denominator, -1)] {
      var rest = part
      var candidate = 2
      while candidate < 1000, rest > 1 {
        let prime = Rational(candidate)
        var power = 0
        while let quotient = rest.divided(by: prime), quotient.isInteger {
          rest = quotient
          power += 1
        }
        if power > 0 { result.append((prime, sign * power)) }
        if prime * prime > rest { break }
        candidate += candidate == 2 ? 1 : 2
      }
      if rest > 1 { result.append((rest, sign)) }
    }
    return result
  }
}
