/// A polynomial in one indeterminate with exact coefficients.
public struct UnivariatePolynomial: Hashable, Sendable {
  /// By ascending power; the last is not 0. Empty is the zero polynomial.
  public let coefficients: [Rational]

  public init(_ coefficients: [Rational]) {
    var coefficients = coefficients
    while coefficients.last?.isZero == true { coefficients.removeLast() }
    self.coefficients = coefficients
  }

  public var isZero: Bool { coefficients.isEmpty }
  /// −1 for the zero polynomial.
  public var degree: Int { coefficients.count - 1 }
  var leading: Rational { coefficients.last ?? .zero }

  public func callAsFunction(_ x: Rational) -> Rational {
    coefficients.reversed().reduce(.zero) { $0 * x + $1 }
  }

  public var derivative: UnivariatePolynomial {
    UnivariatePolynomial(
      coefficients.enumerated().dropFirst().map { Rational($0.offset) * $0.element })
  }

  public static func + (a: Self, b: Self) -> Self {
    let count = max(a.coefficients.count, b.coefficients.count)
    return Self((0..<count).map { a[$0] + b[$0] })
  }

  public static func - (a: Self, b: Self) -> Self { a + b.scaled(by: -1) }

  public static func * (a: Self, b: Self) -> Self {
    guard !a.isZero, !b.isZero else { return Self([]) }
    var product = Array(repeating: Rational.zero, count: a.coefficients.count + b.degree)
    for (i, x) in a.coefficients.enumerated() where !x.isZero {
      for (j, y) in b.coefficients.enumerated() { product[i + j] = product[i + j] + x * y }
    }
    return Self(product)
  }

  subscript(power: Int) -> Rational {
    coefficients.indices.contains(power) ? coefficients[power] : .zero
  }

  func scaled(by factor: Rational) -> Self { Self(coefficients.map { $0 * factor }) }

  /// Divided by a positive number, so that the coefficients are whole numbers without a common
  /// divisor: signs stay, sizes shrink.
  var primitive: Self {
    guard !isZero else { return self }
    var divisor = Rational.zero
    var multiple = Rational.one
    for coefficient in coefficients {
      divisor = Rational.greatestCommonDivisor(divisor, coefficient.numerator)
      let denominator = coefficient.denominator
      let shared = Rational.greatestCommonDivisor(multiple, denominator)
      multiple = (multiple * denominator).divided(by: shared) ?? multiple
    }
    guard let factor = multiple.divided(by: divisor) else { return self }
    return scaled(by: factor)
  }

  /// Quotient and remainder; nil for a zero divisor.
  func divided(by divisor: Self) -> (quotient: Self, remainder: Self)? {
    guard let inverse = divisor.leading.inverse else { return nil }
    guard degree >= divisor.degree else { return (Self([]), self) }
    var rest = coefficients
    var quotient = Array(repeating: Rational.zero, count: degree - divisor.degree + 1)
    for power in quotient.indices.reversed() {
      let factor = rest[power + divisor.degree] * inverse
      quotient[power] = factor
      guard !factor.isZero else { continue }
      for (offset, coefficient) in divisor.coefficients.enumerated() {
        rest[power + offset] = rest[power + offset] - factor * coefficient
      }
    }
    return (Self(quotient), Self(Array(rest.prefix(divisor.degree))))
  }

  /// Primitive; its sign is not determined.
  func greatestCommonDivisor(with other: Self) -> Self {
    var (a, b) = (primitive, other.primitive)
    while !b.isZero {
      guard let (_, remainder) = a.divided(by: b) else { break }
      (a, b) = (b, remainder.primitive)
    }
    return a
  }

  /// Squarefree polynomials a₁, a₂, … without common roots, so that the polynomial is a constant
  /// times a₁·a₂²·a₃³… (Yun 1976).
  var squarefreeFactors: [Self] {
    guard degree > 0 else { return [] }
    var factors: [Self] = []
    let shared = greatestCommonDivisor(with: derivative)
    guard var rest = divided(by: shared)?.quotient,
      var slope = derivative.divided(by: shared)?.quotient
    else { return [] }
    slope = slope - rest.derivative
    while rest.degree > 0 {
      let factor = rest.greatestCommonDivisor(with: slope)
      guard let nextRest = rest.divided(by: factor)?.quotient,
        let nextSlope = slope.divided(by: factor)?.quotient
      else { break }
      factors.append(factor)
      rest = nextRest
      slope = nextSlope - rest.derivative
    }
    return factors
  }

  /// What Euclid's algorithm on it and its derivative costs: coefficients grow as long as the degree
  /// falls.
  var euclideanWork: Int {
    degree * degree * (20 + Rational.work(onBits: degree * bitSize))
  }

  /// The greatest size of a coefficient, in bits.
  var bitSize: Int { coefficients.map(\.bitSize).max() ?? 0 }
}
