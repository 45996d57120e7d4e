/// A quotient of polynomials in generators; the denominator is kept as a product of powers.
struct RationalFunction: Hashable, Sendable {
  struct Factor: Hashable, Sendable {
    /// With a positive leading coefficient and whole coefficients without a common divisor.
    let polynomial: Polynomial
    /// Positive.
    let power: Int
  }

  let numerator: Polynomial
  /// In a fixed order, each polynomial once.
  let denominator: [Factor]

  init(_ numerator: Polynomial, over denominator: [Factor] = []) {
    self.numerator = numerator
    self.denominator = numerator.isZero ? [] : denominator
  }

  init(_ value: Rational) { self.init(Polynomial(value)) }

  static let zero = RationalFunction(Rational.zero)
  static let one = RationalFunction(Rational.one)

  var constant: Rational? { denominator.isEmpty ? numerator.constant : nil }

  func scaled(by factor: Rational) -> RationalFunction {
    RationalFunction(numerator.scaled(by: factor), over: denominator)
  }

  var negated: RationalFunction { scaled(by: -1) }

  /// Each term of the numerator over the whole denominator: its coefficient, and the rest.
  var terms: [(coefficient: Rational, rest: RationalFunction)] {
    numerator.terms.map {
      ($0.coefficient, RationalFunction(Polynomial($0.monomial), over: denominator))
    }
  }
}

extension [RationalFunction.Factor] {
  /// For each polynomial of either, what `combine` makes of its two powers; 0 leaves it out.
  func merged(
    with other: [RationalFunction.Factor], _ combine: (Int, Int) -> Int
  ) -> [RationalFunction.Factor] {
    var result: [RationalFunction.Factor] = []
    for factor in self {
      let power = other.first { $0.polynomial == factor.polynomial }?.power ?? 0
      let combined = combine(factor.power, power)
      if combined > 0 {
        result.append(RationalFunction.Factor(polynomial: factor.polynomial, power: combined))
      }
    }
    for factor in other where !contains(where: { $0.polynomial == factor.polynomial }) {
      let combined = combine(0, factor.power)
      if combined > 0 {
        result.append(RationalFunction.Factor(polynomial: factor.polynomial, power: combined))
      }
    }
    return result.sorted { $0.polynomial.precedes($1.polynomial) }
  }
}

extension Monomial {
  /// Whether no exponent is negative.
  fileprivate var isWhole: Bool { !factors.contains { $0.exponent.sign < 0 } }
}

extension Polynomial {
  /// An order without meaning, to list polynomials in.
  func precedes(_ other: Polynomial) -> Bool {
    if terms.count != other.terms.count { return terms.count < other.terms.count }
    for (a, b) in zip(terms, other.terms) {
      if a.monomial != b.monomial { return a.monomial < b.monomial }
      if a.coefficient != b.coefficient { return a.coefficient < b.coefficient }
    }
    return false
  }

  /// The quotient where the divisor divides the polynomial exactly, by long division of the leading
  /// terms; nil where it does not, or after too many steps. `work` is lowered by what the terms looked at cost.
  func exactQuotient(by divisor: Polynomial, work: inout Int) -> Polynomial? {
    guard let lead = divisor.terms.first, let inverse = lead.coefficient.inverse else { return nil }
    if divisor.terms.count == 1 {
      let content = monomialContent
      let divides = lead.monomial.factors.allSatisfy {
        content.exponent(of: $0.generator) >= $0.exponent
      }
      guard divides else { return nil }
      return multiplied(by: lead.monomial.raised(to: -1)).scaled(by: inverse)
    }
    let content = monomialContent
    var rest = multiplied(by: content.raised(to: -1))
    let weight = Rational.work(onBits: coefficientSize + divisor.coefficientSize)
    var quotient: [Term] = []
    // The last terms divide, too, if the polynomials do.
    guard let end = divisor.terms.last?.monomial, let restEnd = rest.terms.last?.monomial,
      (restEnd / end).isWhole
    else { return nil }
    while let top = rest.terms.first {
      work -= (rest.terms.count + divisor.terms.count) * weight
      let ratio = top.monomial / lead.monomial
      guard quotient.count < 400, work > 0, ratio.isWhole else { return nil }
      let factor = Term(monomial: ratio, coefficient: top.coefficient * inverse)
      quotient.append(factor)
      rest = rest - divisor.multiplied(by: ratio).scaled(by: factor.coefficient)
    }
    return Polynomial(collecting: quotient).multiplied(by: content)
  }

  /// The polynomial of positive leading coefficient whose square this is, if there is one.
  var squareRoot: Polynomial? {
    guard let lead = terms.first, let root = lead.coefficient.squareRoot, terms.count <= 60 else {
      return nil
    }
    let leading = Polynomial(lead.monomial.raised(to: .half), root)
    guard leading.isWhole, let twice = leading.terms.first else { return nil }
    guard let inverse = (twice.coefficient * 2).inverse else { return nil }
    var result = leading
    var rest = self - leading * leading
    for _ in 0..<terms.count {
      guard let top = rest.terms.first else { return result }
      let next = Polynomial(top.monomial / twice.monomial, top.coefficient * inverse)
      guard next.isWhole else { return nil }
      rest = rest - (result.scaled(by: 2) + next) * next
      result = result + next
    }
    return rest.isZero ? result : nil
  }

  private var isWhole: Bool {
    terms.allSatisfy { term in term.monomial.factors.allSatisfy { $0.exponent.isInteger } }
  }
}
