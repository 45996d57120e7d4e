/// Building with the neutral elements left out and numerals combined: `0 + x` is `x`, `2·3` is `6`.
///
/// Each is true wherever the plain operation is defined, except that `0·x` forgets where x is not.
extension Expression {
  /// Numerals stay apart where their combination would be larger than this.
  private static let largestFoldedBits = 4096

  static func folded(_ value: Rational?) -> Expression? {
    guard let value, value.bitSize <= largestFoldedBits else { return nil }
    return Expression(value)
  }

  func plus(_ other: Expression) throws(ScalarFailure) -> Expression {
    if number?.isZero == true { return other }
    if other.number?.isZero == true { return self }
    if let a = number, let b = other.number, let sum = Self.folded(a + b) { return sum }
    if case .negate(let x) = other.node { return try minus(x) }
    if let b = other.number, b.sign < 0 { return try self - Expression(-b) }
    return try self + other
  }

  func minus(_ other: Expression) throws(ScalarFailure) -> Expression {
    if other.number?.isZero == true { return self }
    if number?.isZero == true { return try other.negated() }
    if let a = number, let b = other.number, let difference = Self.folded(a - b) {
      return difference
    }
    if case .negate(let x) = other.node { return try plus(x) }
    if let b = other.number, b.sign < 0 { return try self + Expression(-b) }
    return try self - other
  }

  func negated() throws(ScalarFailure) -> Expression {
    if let value = number { return Expression(-value) }
    if case .negate(let x) = node { return x }
    if case .subtract(let x, let y) = node { return try y - x }
    return try -self
  }

  func times(_ other: Expression) throws(ScalarFailure) -> Expression {
    if number?.isZero == true || other.number?.isZero == true { return .zero }
    if number?.isOne == true { return other }
    if other.number?.isOne == true { return self }
    if let a = number, let b = other.number, let product = Self.folded(a * b) { return product }
    if number == -1 { return try other.negated() }
    if other.number == -1 { return try negated() }
    if case .negate(let x) = node { return try x.times(other).negated() }
    if case .negate(let y) = other.node { return try times(y).negated() }
    // Numerals stand in front.
    if other.number != nil { return try other * self }
    return try self * other
  }

  func over(_ other: Expression) throws(ScalarFailure) -> Expression {
    if other.number?.isOne == true { return self }
    if other.number == -1 { return try negated() }
    if let a = number, let b = other.number, let quotient = Self.folded(a.divided(by: b)) {
      return quotient
    }
    if number?.isZero == true, other.number?.isZero != true { return .zero }
    if case .negate(let x) = node { return try x.over(other).negated() }
    if case .negate(let y) = other.node { return try over(y).negated() }
    return try self / other
  }

  func power(_ exponent: Rational) throws(ScalarFailure) -> Expression {
    if exponent.isOne { return self }
    if exponent.isZero { return .one }
    if let base = number, let whole = exponent.int,
      let value = base.power(whole, limit: Self.largestFoldedBits)
    {
      return Expression(value)
    }
    return try raised(to: Expression(exponent))
  }

  /// The function applied, by its value where that is a known rational.
  static func applied(
    _ function: ElementaryFunction, _ x: Expression
  ) throws(ScalarFailure) -> Expression {
    if let value = x.number, let result = folded(function.rationalValue(at: value)) {
      return result
    }
    return try .apply(function, x)
  }
}
