/// Writes expressions as rational functions of common generators, over a domain.
///
/// Each generator stands for a real function on the domain, and every rewriting is an identity of
/// such functions; so two expressions with one normal form are equal wherever both are defined. That
/// they are defined is collected in `unproved`: what was assumed (a denominator is not 0, the argument
/// of a logarithm is positive) but could not be proved here on the whole domain. Bounds are counts of
/// terms, degrees, bits and steps.
struct NormalForms {
  let domain: Domain
  /// What is added to variables: the generator of x stands for x + c.
  let shifts: [String: Rational]
  /// Side conditions that are needed and not proved, in the order in which they came up.
  var unproved: [SideCondition] = []
  /// Side conditions that were needed and proved.
  var proved: [SideCondition] = []
  /// How those were proved that signs of normal forms did not show.
  var settled: [SideCondition: Demonstration] = [:]
  /// Whether a sign was decided by counting roots.
  var usesSturm = false
  /// Where the argument of an absolute value changes its sign: on each side the formula is simpler.
  private(set) var corner: Corner?

  private(set) var generators: [Generator] = []
  private var numbers: [Generator.Kind: Int] = [:]
  private(set) var memo: [Expression: RationalFunction] = [:]
  var signMemo: [Polynomial: SignSet] = [:]
  /// How signs were found that a reader would not find at once.
  var signReasons: [SignReason] = []
  /// For each angle, the number of parts that it is measured in.
  var angleParts: [String: Int]
  var remainingWork = 400_000
  /// How deep proofs of signs are nested in each other.
  var signDepth = 0

  static let largestTermCount = 2000
  static let largestDegree = 240
  static let largestCoefficient = 20_000

  struct Corner: Hashable {
    let variable: String
    let point: Rational
  }

  init(
    domain: Domain, shifts: [String: Rational] = [:], angleParts: [String: Int] = [:]
  ) {
    self.domain = domain
    self.shifts = shifts
    self.angleParts = angleParts
  }

  /// The number of the generator of a kind, which is made if it is new.
  mutating func generator(_ kind: Generator.Kind) throws(NormalFormFailure) -> Int {
    if let known = numbers[kind] { return known }
    guard generators.count < 64 else {
      throw NormalFormFailure.budget("more than 64 different functions")
    }
    var made = try made(kind)
    // Making it may have made others, even this one.
    if let known = numbers[kind] { return known }
    let name = describe(kind)
    made.name = name.count <= 120 ? name : name.prefix(100) + "…\(generators.count)"
    made.isConstant = isConstant(kind)
    generators.append(made)
    numbers[kind] = generators.count - 1
    return generators.count - 1
  }

  mutating func quantity(_ kind: Generator.Kind) throws(NormalFormFailure) -> RationalFunction {
    RationalFunction(Polynomial(Monomial(try generator(kind))))
  }

  /// Notes where a polynomial of unknown sign is 0, if it is linear in x, or in eˣ with a zero at 0.
  mutating func noteCorner(of polynomial: Polynomial) {
    guard corner == nil,
      let (generator, step, linear) = polynomial.univariate(maximalDegree: 1), step == 1,
      let zero = (-linear[0]).divided(by: linear[1])
    else { return }
    switch generators[generator].kind {
    case .variable(let name) where range(ofVariable: name).interior.contains(zero):
      corner = Corner(variable: name, point: zero - (shifts[name] ?? .zero))
    case .exponential(let exponent):
      guard zero.isOne, let name = variable(exponent), domain[name].interior.contains(.zero) else {
        return
      }
      corner = Corner(variable: name, point: .zero)
    default: return
    }
  }

  func requireCoefficient(of bits: Int) throws(NormalFormFailure) {
    guard bits <= Self.largestCoefficient else {
      throw NormalFormFailure.budget("coefficients above \(Self.largestCoefficient) bits")
    }
  }

  mutating func spend(_ work: Int) throws(NormalFormFailure) {
    remainingWork -= work
    if remainingWork < 0 {
      throw NormalFormFailure.budget("more algebra than the limit allows")
    }
  }
}

/// From expressions.
extension NormalForms {
  mutating func form(of expression: Expression) throws(NormalFormFailure) -> RationalFunction {
    for part in expression.parts { _ = try formOfPart(part) }
    return try formOfPart(expression)
  }

  /// The forms of its parts are known.
  private mutating func formOfPart(
    _ expression: Expression
  ) throws(NormalFormFailure) -> RationalFunction {
    if let known = memo[expression] { return known }
    let result: RationalFunction
    switch expression.node {
    case .apply(let function, let x):
      let argument = try formOfPart(x)
      result = try apply(function, argument, written: x)
    case .applyBinary(let function, let x, let y):
      let a = try formOfPart(x)
      let b = try formOfPart(y)
      result = try apply(function, a, b, written: (x, y))
    case .power(let base, let exponent):
      let base = (form: try formOfPart(base), written: base)
      result = try power(base.form, written: base.written, exponent)
    default: result = try arithmetic(expression)
    }
    memo[expression] = result
    return result
  }

  private mutating func arithmetic(
    _ expression: Expression
  ) throws(NormalFormFailure) -> RationalFunction {
    switch expression.node {
    case .number(let value): return RationalFunction(value)
    case .pi: return try quantity(.pi)
    case .defined(let number): return try quantity(.defined(DefinedConstant(number)))
    case .variable(let name):
      let range = domain[name]
      if let lower = range.lower, lower.value == range.upper?.value {
        return RationalFunction(lower.value)
      }
      return try variable(name)
    case .negate(let x): return try formOfPart(x).negated
    case .add(let x, let y):
      let a = try formOfPart(x)
      return try add(a, formOfPart(y))
    case .subtract(let x, let y):
      let a = try formOfPart(x)
      return try add(a, formOfPart(y).negated)
    case .multiply(let x, let y):
      let a = try formOfPart(x)
      return try multiply(a, formOfPart(y))
    case .divide(let x, let y):
      let a = try formOfPart(x)
      return try multiply(a, inverse(of: formOfPart(y), written: y))
    // That the second has a value is among what its form noted.
    case .restricted(let x, _): return try formOfPart(x)
    case .power, .apply, .applyBinary: return .zero
    }
  }
}

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
    try requireCoefficient(of: a.coefficientSize + b.coefficientSize)
    try spend(
      a.terms.count * b.terms.count * Rational.work(onBits: a.coefficientSize + b.coefficientSize))
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
