/// A numeral times powers of other expressions.
struct ProductForm {
  struct Factor: Hashable {
    var base: Expression
    var exponent: Rational

    fileprivate var isPlain: Bool {
      switch base.node {
      case .variable, .pi: true
      default: false
      }
    }
  }

  var coefficient = Rational.one
  /// Each base once, in the order of their first occurrence.
  var factors: [Factor] = []

  init() {}

  /// Takes a simplified expression apart.
  init(_ expression: Expression) throws(ScalarFailure) {
    var open: [(Expression, isInverse: Bool)] = [(expression, false)]
    while let (part, isInverse) = open.popLast() {
      switch part.node {
      case .number(let value) where !(isInverse && value.isZero):
        coefficient = coefficient * (isInverse ? value.inverse ?? .one : value)
      case .negate(let x):
        coefficient = -coefficient
        open.append((x, isInverse))
      case .multiply(let x, let y): open += [(y, isInverse), (x, isInverse)]
      case .divide(let x, let y): open += [(y, !isInverse), (x, isInverse)]
      case .power(let base, let exponent):
        if let value = exponent.number, base.number == nil {
          try include(base, isInverse ? -value : value)
        } else {
          try include(part, isInverse ? -1 : 1)
        }
      default: try include(part, isInverse ? -1 : 1)
      }
    }
  }

  mutating func multiply(
    by other: ProductForm, exponent: Rational
  ) throws(ScalarFailure) {
    if let whole = exponent.int, let value = other.coefficient.power(whole, limit: 4096) {
      coefficient = coefficient * value
    } else {
      try include(Expression(other.coefficient), exponent)
    }
    for factor in other.factors { try include(factor.base, factor.exponent * exponent) }
  }

  private mutating func include(
    _ base: Expression, _ exponent: Rational
  ) throws(ScalarFailure) {
    if case .apply(.exp, let argument) = base.node {
      return try includeExponential(of: argument, exponent)
    }
    // √x² is x, where √x is defined.
    if case .apply(.sqrt, let inside) = base.node, (exponent * .half).isInteger {
      return try multiply(by: ProductForm(inside), exponent: exponent * .half)
    }
    if let index = factors.firstIndex(where: { $0.base == base }) {
      factors[index].exponent = factors[index].exponent + exponent
      if factors[index].exponent.isZero { factors.remove(at: index) }
    } else if !exponent.isZero {
      factors.append(Factor(base: base, exponent: exponent))
    }
  }

  /// e^a·e^b is e^(a + b).
  private mutating func includeExponential(
    of argument: Expression, _ exponent: Rational
  ) throws(ScalarFailure) {
    var sum = SumForm()
    let index = factors.firstIndex { factor in
      if case .apply(.exp, _) = factor.base.node { true } else { false }
    }
    if let index, case .apply(.exp, let known) = factors[index].base.node {
      try sum.add(known, isNegative: false)
    }
    var scaled = try ProductForm(argument)
    scaled.coefficient = scaled.coefficient * exponent
    try sum.add(scaled.expression(), isNegative: false)
    let total = try sum.expression()
    let merged = Factor(base: try .apply(.exp, total), exponent: 1)
    if let index {
      factors[index] = merged
      if total.number?.isZero == true { factors.remove(at: index) }
    } else if total.number?.isZero != true {
      factors.append(merged)
    }
  }

  /// Written as a quotient, with the sign in front: −(2·x)/(3·y).
  func expression() throws(ScalarFailure) -> Expression {
    if coefficient.isZero { return .zero }
    guard !factors.isEmpty else { return Expression(coefficient) }
    if let difference = try negatedSum() { return difference }
    let size = coefficient.magnitude
    // Long decimals stay in front; simple fractions share the fraction bar.
    let isSimple = size.denominator <= 1000
    var top = isSimple ? Expression(size.numerator) : Expression(size)
    var bottom = isSimple ? Expression(size.denominator) : .one
    for factor in inReadingOrder {
      if factor.exponent.sign > 0 {
        top = try top.timesInOrder(factor.base.power(factor.exponent))
      } else {
        bottom = try bottom.timesInOrder(factor.base.power(-factor.exponent))
      }
    }
    let quotient = bottom.number?.isOne == true ? top : try top / bottom
    return coefficient.sign < 0 ? try -quotient : quotient
  }

  /// π and powers of variables stand before everything else: 2·x·cos(x).
  private var inReadingOrder: [Factor] {
    factors.filter(\.isPlain) + factors.filter { !$0.isPlain }
  }

  /// −(a − b) is b − a.
  private func negatedSum() throws(ScalarFailure) -> Expression? {
    guard coefficient == -1, factors.count == 1, factors[0].exponent.isOne else { return nil }
    switch factors[0].base.node {
    case .add, .subtract:
      var sum = SumForm()
      try sum.add(factors[0].base, isNegative: true)
      return try sum.expression()
    default: return nil
    }
  }
}

extension Expression {
  /// The product without reordering, but for a factor 1.
  fileprivate func timesInOrder(_ other: Expression) throws(ScalarFailure) -> Expression {
    number?.isOne == true ? other : try self * other
  }
}
