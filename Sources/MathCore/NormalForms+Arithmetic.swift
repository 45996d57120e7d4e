/// Arithmetic of rational functions.
extension NormalForms {
  mutating func add(
    _ a: RationalFunction, _ b: RationalFunction
  ) throws(NormalFormFailure) -> RationalFunction {
    if a.numerator.isZero { return b }
    if b.numerator.isZero { return a }
    if a.denominator == b.denominator {
      return try cancelled(a.numerator + b.numerator, a.denominator)
    }
    let common = a.denominator.merged(with: b.denominator, max)
    let missingInA = common.merged(with: a.denominator) { $0 - $1 }
    let missingInB = common.merged(with: b.denominator) { $0 - $1 }
    let left = try product(a.numerator, expanded(missingInA))
    let right = try product(b.numerator, expanded(missingInB))
    return try cancelled(left + right, common)
  }

  mutating func multiply(
    _ a: RationalFunction, _ b: RationalFunction
  ) throws(NormalFormFailure) -> RationalFunction {
    if let value = a.constant { return try scaled(b, by: value) }
    if let value = b.constant { return try scaled(a, by: value) }
    return try cancelled(
      product(a.numerator, b.numerator), a.denominator.merged(with: b.denominator, +))
  }

  private mutating func scaled(
    _ x: RationalFunction, by factor: Rational
  ) throws(NormalFormFailure) -> RationalFunction {
    try requireCoefficient(of: x.numerator.coefficientSize + factor.bitSize)
    return x.scaled(by: factor)
  }

  /// 1/x; notes where x is not proved to be different from 0.
  mutating func inverse(
    of x: RationalFunction, written: Expression
  ) throws(NormalFormFailure) -> RationalFunction {
    if x.numerator.isZero { throw NormalFormFailure.undefined("\(written) is 0") }
    if x.constant == nil {
      let isProved = try !signs(of: x.numerator).contains(.zero)
      if isProved {
        noteProved(SideCondition(written, .notEqual, 0))
      } else {
        assume(SideCondition(written, .notEqual, 0))
      }
    }
    return try inverse(of: x)
  }

  /// 1/x, where x is known or assumed to be different from 0.
  mutating func inverse(of x: RationalFunction) throws(NormalFormFailure) -> RationalFunction {
    let parts = try factors(of: x.numerator)
    guard let factor = parts.coefficient.inverse else {
      throw NormalFormFailure.undefined("the divisor is 0")
    }
    var top = try product(
      expanded(x.denominator), Polynomial(parts.monomial.raised(to: -1), factor))
    var below: [RationalFunction.Factor] = []
    for factor in parts.factors {
      if let rational = rationalised(factor) {
        top = try product(top, rational)
      } else {
        below.append(factor)
      }
    }
    return try cancelled(top, below)
  }

  /// 1/√n as √n/n.
  private func rationalised(_ factor: RationalFunction.Factor) -> Polynomial? {
    guard factor.polynomial.terms.count == 1, let term = factor.polynomial.terms.first,
      term.coefficient.isOne, term.monomial.factors.count == 1,
      let root = term.monomial.factors.first,
      case .root(let radicand) = generators[root.generator].kind,
      let number = radicand.constant
    else { return nil }
    let exponent = root.exponent * Rational(factor.power)
    let whole = -(-exponent).floor
    guard let inverse = whole.int.flatMap({ number.power(-$0) }) else { return nil }
    return Polynomial(Monomial(root.generator, whole - exponent), inverse)
  }

  mutating func power(
    _ x: RationalFunction, _ exponent: Int
  ) throws(NormalFormFailure) -> RationalFunction {
    if exponent > 1, x.denominator.isEmpty, x.numerator.terms.count == 1,
      let term = x.numerator.terms.first
    {
      // One term stays one, however high its power.
      guard let value = term.coefficient.power(exponent, limit: Self.largestCoefficient) else {
        throw NormalFormFailure.budget("coefficients above \(Self.largestCoefficient) bits")
      }
      let monomial = term.monomial.raised(to: Rational(exponent))
      return try RationalFunction(product(Polynomial(monomial, value), .one))
    }
    guard exponent <= Self.largestDegree else {
      throw NormalFormFailure.budget("powers above \(Self.largestDegree)")
    }
    var result = RationalFunction.one
    for _ in 0..<max(0, exponent) { result = try multiply(result, x) }
    return result
  }

  /// The product of two polynomials, with the relations between generators applied.
  mutating func product(
    _ a: Polynomial, _ b: Polynomial
  ) throws(NormalFormFailure) -> Polynomial {
    let bits = a.coefficientSize + b.coefficientSize
    try requireCoefficient(of: bits)
    try spend(a.terms.count * b.terms.count * Rational.work(onBits: bits))
    let result = try reduced(a * b)
    // Signs of powers are read off their exponents: those must stay small enough to be read.
    let isTooHigh = result.terms.contains { term in
      term.monomial.factors.contains { $0.exponent.bitSize > 48 }
    }
    if isTooHigh { throw NormalFormFailure.budget("powers with exponents above 48 bits") }
    guard result.terms.count <= Self.largestTermCount else {
      throw NormalFormFailure.budget("more than \(Self.largestTermCount) terms")
    }
    return result
  }

  mutating func expanded(
    _ factors: [RationalFunction.Factor]
  ) throws(NormalFormFailure) -> Polynomial {
    var result = Polynomial.one
    for factor in factors {
      for _ in 0..<factor.power { result = try product(result, factor.polynomial) }
    }
    return result
  }

  /// Divides out the denominator's factors that divide the numerator.
  mutating func cancelled(
    _ numerator: Polynomial, _ denominator: [RationalFunction.Factor]
  ) throws(NormalFormFailure) -> RationalFunction {
    guard !numerator.isZero else { return .zero }
    var numerator = numerator
    var kept: [RationalFunction.Factor] = []
    for factor in denominator {
      var power = factor.power
      while power > 0 {
        let quotient = numerator.exactQuotient(by: factor.polynomial, work: &remainingWork)
        try spend(numerator.terms.count)
        guard let quotient else { break }
        numerator = quotient
        power -= 1
      }
      if power > 0 {
        kept.append(RationalFunction.Factor(polynomial: factor.polynomial, power: power))
      }
    }
    return RationalFunction(numerator, over: kept)
  }

  /// Writes powers of generators with a relation by lower ones.
  mutating func reduced(_ polynomial: Polynomial) throws(NormalFormFailure) -> Polynomial {
    var current = polynomial
    for _ in 0..<64 {
      guard let (generator, limit, replacement) = relation(in: current) else { return current }
      try spend(current.terms.count)
      var terms: [Polynomial.Term] = []
      for term in current.terms {
        let exponent = term.monomial.exponent(of: generator)
        guard exponent >= limit, let times = exponent.divided(by: limit)?.floor.int else {
          terms.append(term)
          continue
        }
        let rest =
          term.monomial.removing(generator)
          * Monomial(generator, exponent - limit * Rational(times))
        var factor = Polynomial(rest, term.coefficient)
        for _ in 0..<times {
          try spend(
            factor.terms.count * replacement.terms.count
              * Rational.work(onBits: factor.coefficientSize + replacement.coefficientSize))
          factor = factor * replacement
        }
        terms += factor.terms
        guard terms.count <= 4 * Self.largestTermCount else {
          throw NormalFormFailure.budget("more than \(Self.largestTermCount) terms")
        }
      }
      current = Polynomial(collecting: terms)
    }
    throw NormalFormFailure.budget("relations nested more than 64 deep")
  }

  /// The last generator with a relation that applies: g^limit may be written as a polynomial in
  /// earlier generators.
  private func relation(in polynomial: Polynomial) -> (Int, Rational, Polynomial)? {
    for generator in polynomial.generators.reversed() {
      let relation: (Rational, Polynomial)?
      switch generators[generator].kind {
      case .cosine(let angle):
        relation = numbers[.sine(angle)].map {
          (2, Polynomial.one - Polynomial(Monomial($0, 2)))
        }
      case .root(let p): relation = (1, p)
      case .cubeRoot(let p): relation = (3, p)
      case .absolute(let p): relation = (2, p * p)
      case .variable, .pi, .defined, .exponential, .sine, .logarithm, .function, .binaryFunction:
        relation = nil
      }
      guard let (limit, replacement) = relation else { continue }
      if polynomial.terms.contains(where: { $0.monomial.exponent(of: generator) >= limit }) {
        return (generator, limit, replacement)
      }
    }
    return nil
  }
}
