/// A product of powers of generators, which are numbered.
///
/// Exponents are rational: a generator that is positive can be taken to any power, one that is not
/// negative to any positive power; the others have whole positive exponents.
struct Monomial: Hashable, Sendable {
  struct Factor: Hashable, Sendable {
    let generator: Int
    let exponent: Rational
  }

  /// By ascending generator; no exponent is 0.
  let factors: [Factor]

  static let one = Monomial(factors: [])

  init(factors: [Factor]) { self.factors = factors }

  init(_ generator: Int, _ exponent: Rational = 1) {
    factors = exponent.isZero ? [] : [Factor(generator: generator, exponent: exponent)]
  }

  func exponent(of generator: Int) -> Rational {
    factors.first { $0.generator == generator }?.exponent ?? .zero
  }

  func removing(_ generator: Int) -> Monomial {
    Monomial(factors: factors.filter { $0.generator != generator })
  }

  func raised(to exponent: Rational) -> Monomial {
    if exponent.isZero { return .one }
    return Monomial(
      factors: factors.map {
        Factor(generator: $0.generator, exponent: $0.exponent * exponent)
      })
  }

  static func * (a: Monomial, b: Monomial) -> Monomial {
    if a.factors.isEmpty { return b }
    if b.factors.isEmpty { return a }
    var result: [Factor] = []
    var (i, j) = (0, 0)
    while i < a.factors.count || j < b.factors.count {
      if j == b.factors.count
        || (i < a.factors.count && a.factors[i].generator < b.factors[j].generator)
      {
        result.append(a.factors[i])
        i += 1
      } else if i == a.factors.count || b.factors[j].generator < a.factors[i].generator {
        result.append(b.factors[j])
        j += 1
      } else {
        let sum = a.factors[i].exponent + b.factors[j].exponent
        if !sum.isZero {
          result.append(Factor(generator: a.factors[i].generator, exponent: sum))
        }
        i += 1
        j += 1
      }
    }
    return Monomial(factors: result)
  }

  static func / (a: Monomial, b: Monomial) -> Monomial { a * b.raised(to: -1) }
}

/// Lexicographic: the exponent of the first generator in which two differ decides. Multiplying both
/// sides by a monomial keeps the order.
extension Monomial: Comparable {
  static func < (a: Monomial, b: Monomial) -> Bool {
    for (x, y) in zip(a.factors, b.factors) {
      if x.generator != y.generator {
        return x.generator < y.generator ? x.exponent.sign < 0 : y.exponent.sign > 0
      }
      if x.exponent != y.exponent { return x.exponent < y.exponent }
    }
    if a.factors.count > b.factors.count { return a.factors[b.factors.count].exponent.sign < 0 }
    if b.factors.count > a.factors.count { return b.factors[a.factors.count].exponent.sign > 0 }
    return false
  }
}

/// A sum of monomials with exact coefficients.
struct Polynomial: Hashable, Sendable {
  struct Term: Hashable, Sendable {
    let monomial: Monomial
    let coefficient: Rational
  }

  /// By descending monomial; no coefficient is 0.
  let terms: [Term]

  static let zero = Polynomial(sorted: [])
  static let one = Polynomial(.one)

  private init(sorted terms: [Term]) { self.terms = terms }

  init(_ value: Rational) {
    terms = value.isZero ? [] : [Term(monomial: .one, coefficient: value)]
  }

  init(_ monomial: Monomial, _ coefficient: Rational = 1) {
    terms = coefficient.isZero ? [] : [Term(monomial: monomial, coefficient: coefficient)]
  }

  /// Like terms are collected.
  init(collecting terms: some Sequence<Term>) {
    var sums: [Monomial: Rational] = [:]
    for term in terms {
      sums[term.monomial, default: .zero] = sums[term.monomial, default: .zero] + term.coefficient
    }
    self.terms =
      sums
      .filter { !$0.value.isZero }
      .map { Term(monomial: $0.key, coefficient: $0.value) }
      .sorted { $0.monomial > $1.monomial }
  }

  var isZero: Bool { terms.isEmpty }

  /// The size of its largest coefficient, in bits.
  var coefficientSize: Int { terms.lazy.map(\.coefficient.bitSize).max() ?? 0 }

  /// The value of a polynomial without generators.
  var constant: Rational? {
    if terms.isEmpty { return .zero }
    return terms.count == 1 && terms[0].monomial == .one ? terms[0].coefficient : nil
  }

  /// The generators that occur, ascending.
  var generators: [Int] {
    Set(terms.flatMap { $0.monomial.factors.map(\.generator) }).sorted()
  }

  static func + (a: Self, b: Self) -> Self {
    if a.isZero { return b }
    if b.isZero { return a }
    var result: [Term] = []
    result.reserveCapacity(a.terms.count + b.terms.count)
    var (i, j) = (0, 0)
    while i < a.terms.count, j < b.terms.count {
      let (x, y) = (a.terms[i], b.terms[j])
      if x.monomial == y.monomial {
        let sum = x.coefficient + y.coefficient
        if !sum.isZero { result.append(Term(monomial: x.monomial, coefficient: sum)) }
        i += 1
        j += 1
      } else if x.monomial > y.monomial {
        result.append(x)
        i += 1
      } else {
        result.append(y)
        j += 1
      }
    }
    result += a.terms[i...]
    result += b.terms[j...]
    return Self(sorted: result)
  }

  static func - (a: Self, b: Self) -> Self { a + b.scaled(by: -1) }

  func scaled(by factor: Rational) -> Self {
    if factor.isZero { return .zero }
    if factor.isOne { return self }
    return Self(
      sorted: terms.map { Term(monomial: $0.monomial, coefficient: $0.coefficient * factor) })
  }

  /// Multiplication by a monomial keeps the order of the terms.
  func multiplied(by monomial: Monomial) -> Self {
    if monomial == .one { return self }
    return Self(
      sorted: terms.map { Term(monomial: $0.monomial * monomial, coefficient: $0.coefficient) })
  }

  /// As in the free ring: relations between generators are applied by the `NormalForms`.
  static func * (a: Self, b: Self) -> Self {
    if let value = a.constant { return b.scaled(by: value) }
    if let value = b.constant { return a.scaled(by: value) }
    if b.terms.count == 1 {
      return a.multiplied(by: b.terms[0].monomial).scaled(by: b.terms[0].coefficient)
    }
    return Self(
      collecting: a.terms.lazy.flatMap { x in
        b.terms.lazy.map { y in
          Term(monomial: x.monomial * y.monomial, coefficient: x.coefficient * y.coefficient)
        }
      })
  }

  /// The positive number that divided out leaves whole coefficients without a common divisor.
  var content: Rational {
    var divisor = Rational.zero
    var multiple = Rational.one
    for term in terms {
      divisor = Rational.greatestCommonDivisor(divisor, term.coefficient.numerator)
      let denominator = term.coefficient.denominator
      let shared = Rational.greatestCommonDivisor(multiple, denominator)
      multiple = (multiple * denominator).divided(by: shared) ?? multiple
    }
    return divisor.divided(by: multiple) ?? .one
  }

  /// The monomial of the least exponents, over all terms, of each generator.
  var monomialContent: Monomial {
    guard let first = terms.first?.monomial else { return .one }
    var result = first
    for generator in generators {
      let least = terms.map { $0.monomial.exponent(of: generator) }.min() ?? .zero
      result = result.removing(generator) * Monomial(generator, least)
    }
    return result
  }

  /// Coefficients in powers of g^(1/step), where g is the only generator and no exponent is negative.
  func univariate(maximalDegree: Int) -> (generator: Int, step: Int, UnivariatePolynomial)? {
    let generators = generators
    guard generators.count == 1, let generator = generators.first else { return nil }
    let exponents = terms.map { $0.monomial.exponent(of: generator) }
    var step = Rational.one
    for exponent in exponents {
      let shared = Rational.greatestCommonDivisor(step, exponent.denominator)
      step = (step * exponent.denominator).divided(by: shared) ?? step
    }
    guard let width = step.int, let highest = exponents.max(),
      !exponents.contains(where: { $0.sign < 0 }),
      let degree = (highest * step).int, degree <= maximalDegree
    else { return nil }
    var coefficients = Array(repeating: Rational.zero, count: degree + 1)
    for (term, exponent) in zip(terms, exponents) {
      guard let power = (exponent * step).int, coefficients.indices.contains(power) else {
        return nil
      }
      coefficients[power] = term.coefficient
    }
    return (generator, width, UnivariatePolynomial(coefficients))
  }

  /// A polynomial in g^(1/step) as one in generators.
  init(_ polynomial: UnivariatePolynomial, in generator: Int, step: Int) {
    self.init(
      collecting: polynomial.coefficients.enumerated().compactMap { power, coefficient in
        guard let exponent = Rational(power, over: step) else { return nil }
        return Term(monomial: Monomial(generator, exponent), coefficient: coefficient)
      })
  }
}
