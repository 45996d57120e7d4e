/// A function as X → ∞: a sum of terms, each a constant times a `Growth`, and a rest that grows no
/// faster than `error`.
///
/// The function is defined for all X that are large enough. Coefficients are constants as they come up:
/// one that is not a numeral may be 0 without being known to be, until `leading` asks.
struct AsymptoticSeries {
  struct Term {
    let growth: Growth
    let coefficient: Expression
  }

  /// The fastest growing first; all outgrow the rest.
  let terms: [Term]
  /// Nil where nothing is left out.
  let error: Growth?

  /// How many terms of a power series are used: 0/0 is decided where no more than these vanish.
  static let order = 10
  /// Terms beyond these belong to the rest.
  private static let largestCount = 24

  init(_ coefficients: [Growth: Expression], error: Growth? = nil) {
    let present = coefficients.filter { growth, coefficient in
      coefficient.number?.isZero != true && error.map { growth > $0 } ?? true
    }.sorted { $0.key > $1.key }
    terms = present.prefix(Self.largestCount).map { Term(growth: $0.key, coefficient: $0.value) }
    self.error = present.count > terms.count ? present[terms.count].key : error
  }

  init(_ constant: Expression) { self.init([.one: constant]) }

  static let zero = AsymptoticSeries([:])

  /// Nothing that is left out grows faster, and no term; nil for 0.
  var bound: Growth? { terms.first?.growth ?? error }

  /// The constant that it is; nil for other functions.
  var constant: Expression? {
    guard error == nil, let term = terms.first else { return error == nil ? .zero : nil }
    return terms.count == 1 && term.growth == .one ? term.coefficient : nil
  }
}

extension AsymptoticSeries {
  func plus(_ other: Self) throws(ScalarFailure) -> Self {
    var sum = coefficients
    for term in other.terms {
      sum[term.growth] = try (sum[term.growth] ?? .zero).plus(term.coefficient)
    }
    return Self(sum, error: [error, other.error].compactMap { $0 }.max())
  }

  func minus(_ other: Self) throws(ScalarFailure) -> Self { try plus(other.negated()) }

  func negated() throws(ScalarFailure) -> Self { try times(Self(-1)) }

  func times(_ other: Self) throws(ScalarFailure) -> Self {
    guard let bound, let otherBound = other.bound else { return .zero }
    var product: [Growth: Expression] = [:]
    for a in terms {
      for b in other.terms {
        let coefficient = try a.coefficient.times(b.coefficient)
        let growth = a.growth * b.growth
        product[growth] = try (product[growth] ?? .zero).plus(coefficient)
      }
    }
    let errors = [error.map { $0 * otherBound }, other.error.map { $0 * bound }]
    return Self(product, error: errors.compactMap { $0 }.max())
  }

  func over(_ other: Self) throws(ScalarFailure) -> Self {
    if let a = constant, let b = other.constant, b.certainSign != 0 { return Self(try a.over(b)) }
    return try times(other.raised(to: -1))
  }

  /// Σ cₖ·dᵏ of a series d that tends to 0, of the coefficients of a power series.
  func substituted(into coefficients: [Expression]) throws(ScalarFailure) -> Self {
    guard let bound else { return Self(coefficients.first ?? .zero) }
    guard bound < .one else { throw Self.undecided }
    var sum = Self.zero
    for coefficient in coefficients.reversed() {
      sum = try sum.times(self).plus(Self(coefficient))
    }
    let rest = bound.raised(to: Rational(coefficients.count))
    return Self(sum.coefficients, error: max(sum.error ?? rest, rest))
  }

  /// By its first term: (c·g·(1 + d))^r = cʳ·gʳ·(1 + d)ʳ.
  func raised(to exponent: Rational) throws(ScalarFailure) -> Self {
    if let whole = exponent.int, (0...16).contains(whole) {
      var product = Self(.one)
      for _ in 0..<whole { product = try product.times(self) }
      return product
    }
    guard let lead = try leading() else {
      if exponent.sign > 0 { return .zero }
      throw ScalarFailure.undefined("a division by 0")
    }
    guard lead.sign > 0 || exponent.isInteger else {
      throw ScalarFailure.undefined("a root of a negative number")
    }
    let known = lead.term.coefficient.number.flatMap {
      Expression.folded(BinaryFunction.pow.rationalValue(at: $0, exponent))
    }
    let coefficient = if let known { known } else { try lead.term.coefficient.power(exponent) }
    let front = Self([lead.term.growth.raised(to: exponent): coefficient])
    return try front.times(lead.deviation.substituted(into: Self.binomials(exponent)))
  }

  /// With its sign, and the d of c·g·(1 + d); nil for 0.
  ///
  /// - Throws: where the sign of a coefficient is not certain, or no term outgrows the rest.
  func leading() throws(ScalarFailure) -> (sign: Int, term: Term, deviation: Self)? {
    for (index, term) in terms.enumerated() {
      guard let sign = term.coefficient.certainSign else { throw Self.undecided }
      guard sign != 0 else { continue }
      let inverse = Self([term.growth.raised(to: -1): try Expression.one.over(term.coefficient)])
      let rest = Self(coefficients(from: index + 1), error: error)
      return (sign, term, try rest.times(inverse))
    }
    if error == nil { return nil }
    throw Self.undecided
  }

  /// The terms that grow, the constant one, and what tends to 0; nil where the rest may not.
  func parts() throws(ScalarFailure) -> (growing: [Term], constant: Expression, null: Self)? {
    guard error.map({ $0 < .one }) ?? true else { return nil }
    var growing: [Term] = []
    var constant = Expression.zero
    for term in terms where term.growth >= .one {
      guard let sign = term.coefficient.certainSign else { throw Self.undecided }
      if sign == 0 { continue }
      if term.growth == .one { constant = term.coefficient } else { growing.append(term) }
    }
    let small = coefficients.filter { $0.key < .one }
    return (growing, constant, Self(small, error: error))
  }

  static let undecided = ScalarFailure.limit("it is not decided which terms are the largest")

  private var coefficients: [Growth: Expression] { coefficients(from: 0) }

  private func coefficients(from index: Int) -> [Growth: Expression] {
    Dictionary(
      terms.dropFirst(index).map { ($0.growth, $0.coefficient) }, uniquingKeysWith: { a, _ in a })
  }

  /// The coefficients of (1 + d)ʳ.
  private static func binomials(_ exponent: Rational) -> [Expression] {
    var coefficient = Rational.one
    return (0..<order).map { k in
      defer {
        coefficient = coefficient * (exponent - Rational(k)) * (Rational(1, over: k + 1) ?? .zero)
      }
      return Expression(coefficient)
    }
  }
}
