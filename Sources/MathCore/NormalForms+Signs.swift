/// How the sign of a polynomial was found that its terms do not show.
enum SignReason: Hashable, Sendable {
  /// A multiple of the polynomial is a square and a rest.
  case square(of: Polynomial, times: Polynomial, Polynomial, plus: Polynomial)
  /// The exponential of a multiple of it is 1 and an excess.
  case exponential(of: Polynomial, times: Rational, RationalFunction)

  var polynomial: Polynomial {
    switch self {
    case .square(let polynomial, _, _, _), .exponential(let polynomial, _, _): polynomial
    }
  }
}

/// Signs of polynomials in generators over the domain.
extension NormalForms {
  mutating func signs(of function: RationalFunction) throws(NormalFormFailure) -> SignSet {
    var result = try signs(of: function.numerator)
    for factor in function.denominator {
      // The denominator is not 0 wherever the function is defined.
      let signs = try signs(of: factor.polynomial).subtracting(.zero)
      result = result * signs.raised(to: factor.power)
    }
    return result
  }

  /// All signs that the polynomial can take; more than it does take where that cannot be told.
  mutating func signs(of polynomial: Polynomial) throws(NormalFormFailure) -> SignSet {
    if let constant = polynomial.constant { return SignSet(of: constant) }
    if let known = signMemo[polynomial] { return known }
    signDepth += 1
    defer { signDepth -= 1 }
    guard signDepth <= 12 else { return .any }
    let result = try computedSigns(of: polynomial)
    signMemo[polynomial] = result
    return result
  }

  private mutating func computedSigns(
    of polynomial: Polynomial
  ) throws(NormalFormFailure) -> SignSet {
    var best = signsOfTerms(polynomial)
    if best.rawValue.nonzeroBitCount == 1 { return best }
    let content = polynomial.monomialContent
    let rest = polynomial.multiplied(by: content.raised(to: -1))
    if content != .one {
      return best.intersection(signs(of: content) * (try signs(of: rest)))
    }
    if let (generator, step, univariate) = rest.univariate(maximalDegree: Self.largestDegree) {
      try spend(univariate.euclideanWork)
      usesSturm = true
      let range = try range(of: generator, root: step)
      return best.intersection(univariate.signs(on: range))
    }
    let square = rest.terms.first.map { $0.coefficient.sign < 0 } ?? false
    let lead = rest.terms.first?.coefficient.magnitude.inverse ?? .one
    if let root = rest.scaled(by: square ? -lead : lead).squareRoot {
      let signs = try signs(of: root).raised(to: 2)
      best = best.intersection(square ? signs.negated : signs)
      signReasons.append(
        .square(of: rest, times: Polynomial(square ? -lead : lead), root, plus: .zero))
    }
    best = best.intersection(range(of: rest).signs)
    if best.rawValue.nonzeroBitCount > 1 {
      best = best.intersection(try signsByNorm(rest))
      best = best.intersection(try signsByDiscriminant(rest))
    }
    if best.isSuperset(of: .nonzero), let signs = try signsByExponential(rest) {
      best = best.intersection(signs)
    }
    return best
  }

  func signsOfTerms(_ polynomial: Polynomial) -> SignSet {
    polynomial.terms.reduce(.zero) { sum, term in
      sum + SignSet(of: term.coefficient) * signs(of: term.monomial)
    }
  }

  func signs(of monomial: Monomial) -> SignSet {
    monomial.factors.reduce(.positive) { product, factor in
      let signs = generators[factor.generator].signs
      if let exponent = factor.exponent.int { return product * signs.raised(to: exponent) }
      if factor.exponent.isInteger { return .any }
      // A fractional power exists of what is not negative only, and is not negative.
      return product * signs.intersection(.nonnegative)
    }
  }

  /// A sum of logarithms and other terms is positive where its exponential is above 1:
  /// ln(1 + u) − x > 0, as (1 + u)/u > 1.
  mutating func signsByExponential(_ sum: Polynomial) throws(NormalFormFailure) -> SignSet? {
    var scale = Rational.one
    var hasLogarithm = false
    for term in sum.terms {
      let shared = Rational.greatestCommonDivisor(scale, term.coefficient.denominator)
      scale = (scale * term.coefficient.denominator).divided(by: shared) ?? scale
      guard term.monomial.factors.count == 1, let factor = term.monomial.factors.first,
        factor.exponent.isOne, case .logarithm = generators[factor.generator].kind
      else { continue }
      hasLogarithm = true
    }
    guard hasLogarithm, signDepth <= 4 else { return nil }
    let scaled = sum.scaled(by: scale)
    guard scaled.terms.allSatisfy({ $0.coefficient.magnitude <= 24 }) else { return nil }
    let ratio = try exponential(of: RationalFunction(scaled))
    let excess = try add(ratio, RationalFunction(-1))
    signReasons.append(.exponential(of: sum, times: scale, excess))
    return try signs(of: excess)
  }
}

/// Ranges of generators.
extension NormalForms {
  /// The values of g^(1/root) on the domain.
  mutating func range(
    of generator: Int, root: Int
  ) throws(NormalFormFailure) -> RationalInterval {
    let own = generators[generator]
    guard root > 1 else { return own.range }
    if case .exponential(let term) = own.kind, let unit = Rational(1, over: root) {
      return range(of: term).scaled(by: unit).exponential
    }
    return own.range.root(root)
  }

  /// An interval that holds all values of one term with coefficient 1.
  func range(of term: RationalFunction) -> RationalInterval {
    guard term.denominator.isEmpty, term.numerator.terms.count == 1,
      let monomial = term.numerator.terms.first?.monomial
    else { return .reals }
    return range(of: monomial)
  }

  /// An interval that holds all values of a polynomial, each term on its own.
  func range(of polynomial: Polynomial) -> RationalInterval {
    polynomial.terms.reduce(.point(0)) { sum, term in
      sum + range(of: term.monomial).scaled(by: term.coefficient)
    }
  }

  private func range(of monomial: Monomial) -> RationalInterval {
    var result = RationalInterval.point(1)
    for factor in monomial.factors {
      let own = generators[factor.generator].range
      guard let step = factor.exponent.denominator.int,
        step == 1 || own.signs.isSubset(of: .nonnegative),
        let power = own.root(step).raised(to: factor.exponent.numerator)
      else { return .reals }
      result = result * power
    }
    return result
  }

  /// Whether a generator of the kind is made of numerals, π, roots, exponentials and logarithms only.
  func isConstant(_ kind: Generator.Kind) -> Bool {
    switch kind {
    case .pi, .defined: true
    case .root(let p), .logarithm(let p): p.generators.allSatisfy { generators[$0].isConstant }
    case .exponential(let x):
      x.denominator.isEmpty && x.numerator.generators.allSatisfy { generators[$0].isConstant }
    case .variable, .sine, .cosine, .cubeRoot, .absolute, .function, .binaryFunction: false
    }
  }

  /// Whether g^(1/root) takes every value of its range, exactly once each, as the one variable of
  /// the domain runs through its interval.
  func isExact(_ generator: Int, root: Int, range: RationalInterval) -> Bool {
    switch generators[generator].kind {
    case .variable: return root == 1
    case .exponential(let term):
      guard term.denominator.isEmpty, term.numerator.terms.count == 1,
        let factors = term.numerator.terms.first?.monomial.factors, factors.count == 1,
        factors[0].exponent.isOne, case .variable = generators[factors[0].generator].kind
      else { return false }
      // Ends of x at which e^x is known exactly.
      let x = generators[factors[0].generator].range
      return x.lower.map { $0.value.isZero } ?? true && x.upper.map { $0.value.isZero } ?? true
    case .pi, .defined, .sine, .cosine, .root, .cubeRoot, .absolute, .logarithm, .function,
      .binaryFunction:
      return false
    }
  }
}

extension RationalInterval {
  /// The values of xⁿ; nil where they are not easily told.
  fileprivate func raised(to exponent: Rational) -> RationalInterval? {
    if exponent.isOne { return self }
    guard let n = exponent.int, n > 1, n <= 64 else { return nil }
    func power(_ end: End) -> End? {
      end.value.power(n).map { End($0, isClosed: end.isClosed) }
    }
    if n % 2 == 1 || !signs.contains(.negative) {
      return RationalInterval(lower: lower.flatMap(power), upper: upper.flatMap(power))
    }
    if !signs.contains(.positive) {
      return RationalInterval(lower: upper.flatMap(power), upper: lower.flatMap(power))
    }
    guard let low = lower.flatMap(power), let high = upper.flatMap(power) else {
      return .nonnegative
    }
    let top =
      low.value == high.value
      ? End(low.value, isClosed: low.isClosed || high.isClosed)
      : (low.value > high.value ? low : high)
    return RationalInterval(lower: End(.zero, isClosed: true), upper: top)
  }
}
