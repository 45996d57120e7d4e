extension Expression {
  /// A shorter way to write it: numerals combined, like terms and powers collected, neutral elements
  /// left out, minus signs in front.
  ///
  /// Equal to the expression wherever that is defined; it can be defined at more points (x/x becomes
  /// 1). Products of sums are not multiplied out. Simplifying again changes nothing. An expression
  /// that would get too high stays as it is.
  public func simplified() -> Expression {
    var current = self
    for _ in 0..<6 {
      var simplification = Simplification()
      guard let next = try? simplification.simplified(all: current) else { return current }
      if next == current { return current }
      current = next
    }
    return current
  }
}

/// Works from the leaves up; shared parts are simplified once.
private struct Simplification {
  private var memo: [ObjectIdentifier: Expression] = [:]

  mutating func simplified(all expression: Expression) throws(ScalarFailure) -> Expression {
    for part in expression.parts { _ = try simplified(part) }
    return try simplified(expression)
  }

  private mutating func simplified(_ expression: Expression) throws(ScalarFailure) -> Expression {
    if let known = memo[expression.identity] { return known }
    let result = try computed(expression)
    memo[expression.identity] = result
    return result
  }

  private mutating func computed(_ expression: Expression) throws(ScalarFailure) -> Expression {
    switch expression.node {
    case .number, .pi, .variable, .defined: return expression
    case .negate(let x):
      var product = try ProductForm(simplified(x))
      product.coefficient = -product.coefficient
      return try product.expression()
    case .add(let x, let y), .subtract(let x, let y):
      var sum = SumForm()
      try sum.add(simplified(x), isNegative: false)
      let isDifference = if case .subtract = expression.node { true } else { false }
      try sum.add(simplified(y), isNegative: isDifference)
      return try sum.expression()
    case .multiply(let x, let y):
      var product = try ProductForm(simplified(x))
      try product.multiply(by: ProductForm(simplified(y)), exponent: 1)
      return try product.expression()
    case .divide(let x, let y):
      let divisor = try simplified(y)
      guard divisor.number?.isZero != true else { return try simplified(x) / divisor }
      var product = try ProductForm(simplified(x))
      try product.multiply(by: ProductForm(divisor), exponent: -1)
      return try product.expression()
    case .power(let base, let exponent):
      return try power(simplified(base), simplified(exponent))
    case .apply(let function, let x): return try function.simplified(at: simplified(x))
    case .applyBinary(let function, let x, let y):
      let (x, y) = (try simplified(x), try simplified(y))
      if let a = x.number, let b = y.number,
        let value = Expression.folded(function.rationalValue(at: a, b))
      {
        return value
      }
      return try .apply(function, x, y)
    }
  }

  private func power(
    _ base: Expression, _ exponent: Expression
  ) throws(ScalarFailure) -> Expression {
    guard let value = exponent.number else { return try base.raised(to: exponent) }
    if let number = base.number,
      let folded = Expression.folded(BinaryFunction.pow.rationalValue(at: number, value))
    {
      return folded
    }
    if value.isOne { return base }
    if value.isZero { return .one }
    guard value.isInteger, base.number?.isZero != true else {
      return try base.raised(to: exponent)
    }
    var product = ProductForm()
    try product.multiply(by: ProductForm(base), exponent: value)
    return try product.expression()
  }
}

/// A numeral times powers of other expressions.
private struct ProductForm {
  struct Factor: Hashable {
    var base: Expression
    var exponent: Rational
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
    for factor in factors {
      if factor.exponent.sign > 0 {
        top = try top.timesInOrder(factor.base.power(factor.exponent))
      } else {
        bottom = try bottom.timesInOrder(factor.base.power(-factor.exponent))
      }
    }
    let quotient = bottom.number?.isOne == true ? top : try top / bottom
    return coefficient.sign < 0 ? try -quotient : quotient
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

/// Numerals times products, in the order of their first occurrence.
private struct SumForm {
  private var terms: [ProductForm] = []
  private var places: [Set<ProductForm.Factor>: Int] = [:]

  mutating func add(_ expression: Expression, isNegative: Bool) throws(ScalarFailure) {
    var open = [(expression, isNegative)]
    while let (part, isNegative) = open.popLast() {
      switch part.node {
      case .add(let x, let y): open += [(y, isNegative), (x, isNegative)]
      case .subtract(let x, let y): open += [(y, !isNegative), (x, isNegative)]
      case .negate(let x): open.append((x, !isNegative))
      default:
        var product = try ProductForm(part)
        if isNegative { product.coefficient = -product.coefficient }
        include(product)
      }
    }
  }

  private mutating func include(_ product: ProductForm) {
    let key = Set(product.factors)
    if let place = places[key] {
      let sum = terms[place].coefficient + product.coefficient
      terms[place].coefficient = sum
    } else {
      places[key] = terms.count
      terms.append(product)
    }
  }

  /// A positive term first, if there is one.
  func expression() throws(ScalarFailure) -> Expression {
    var present = terms.filter { !$0.coefficient.isZero }
    guard !present.isEmpty else { return .zero }
    if let first = present.firstIndex(where: { $0.coefficient.sign > 0 }) {
      present.insert(present.remove(at: first), at: 0)
    }
    var result = try present[0].expression()
    for var term in present.dropFirst() {
      let isNegative = term.coefficient.sign < 0
      if isNegative { term.coefficient = -term.coefficient }
      let written = try term.expression()
      result = isNegative ? try result - written : try result + written
    }
    return result
  }
}

extension Expression {
  /// The product without reordering, but for a factor 1.
  fileprivate func timesInOrder(_ other: Expression) throws(ScalarFailure) -> Expression {
    number?.isOne == true ? other : try self * other
  }
}

extension ElementaryFunction {
  /// Of a simplified argument.
  fileprivate func simplified(at x: Expression) throws(ScalarFailure) -> Expression {
    if let value = x.number, let result = Expression.folded(rationalValue(at: value)) {
      return result
    }
    switch (self, x.node) {
    case (.log, .apply(.exp, let inner)), (.exp, .apply(.log, let inner)): return inner
    case (.abs, .apply(.abs, _)), (.abs, .apply(.exp, _)), (.abs, .apply(.sqrt, _)): return x
    default: break
    }
    switch self {
    case .sin, .tan, .asin, .atan, .sinh, .tanh, .asinh, .atanh, .erf, .cbrt:
      if let opposite = try Self.opposite(of: x) { return try -(.apply(self, opposite)) }
    case .cos, .cosh, .abs:
      if let opposite = try Self.opposite(of: x) { return try .apply(self, opposite) }
    default: break
    }
    return try .apply(self, x)
  }

  /// −x, where x is written with a minus sign in front.
  private static func opposite(of x: Expression) throws(ScalarFailure) -> Expression? {
    if case .negate(let inner) = x.node { return inner }
    if let value = x.number, value.sign < 0 { return Expression(-value) }
    return nil
  }
}
