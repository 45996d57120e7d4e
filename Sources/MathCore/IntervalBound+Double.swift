/// Directed rounding from rounding to nearest: the residual of a sum, product, quotient or square
/// root is a Double (Dekker, 1971), and its sign tells on which side the true result lies;
/// elsewhere a neighbour bounds it. Nothing depends on the processor's rounding mode.
extension Double: IntervalBound {
  public var precision: Int { 53 }
  public var signum: Int { self > 0 ? 1 : self < 0 ? -1 : 0 }
  public func double(_ direction: RoundingDirection) -> Double { self }
  public var rational: Rational? { Rational(exactly: self) }
  public var int: Int? { magnitude <= 0x1p53 ? Int(exactly: self) : nil }

  public static func whole(_ value: Int, precision: Int) -> Double { Double(value) }
  public static func infinity(precision: Int) -> Double { .infinity }
  public static func pi(precision: Int, _ direction: RoundingDirection) -> Double {
    // The nearest Double is less than π.
    direction == .down ? .pi : Double.pi.nextUp
  }

  public static func rounded(
    _ value: Rational, precision: Int, _ direction: RoundingDirection
  ) -> Double {
    if case .small(let numerator, let denominator) = value.storage,
      numerator.magnitude <= 1 << 53, denominator <= 1 << 53
    {
      return divide(Double(numerator), Double(denominator), direction)
    }
    let nearest = value.double
    guard let exact = Rational(exactly: nearest) else {
      return finite(nearest, unless: direction)
    }
    switch direction {
    case .down: return exact > value ? nearest.nextDown : nearest
    case .up: return exact < value ? nearest.nextUp : nearest
    }
  }

  public static func rounded(
    _ value: BigFloat, precision: Int, _ direction: RoundingDirection
  ) -> Double {
    value.double(direction)
  }

  public static func add(_ a: Double, _ b: Double, _ direction: RoundingDirection) -> Double {
    let sum = DoubleDouble.sum(a, b)
    // The error of an infinite sum is not a number, and no direction.
    return moved(sum.high, by: sum.low, direction)
  }

  public static func multiply(_ a: Double, _ b: Double, _ direction: RoundingDirection) -> Double {
    if a == 0 || b == 0 { return 0 }
    let product = a * b
    guard product.magnitude >= 0x1p-960 else {
      return neighbour(of: product, isPositive: (a > 0) == (b > 0), direction)
    }
    return moved(product, by: (-product).addingProduct(a, b), direction)
  }

  public static func divide(_ a: Double, _ b: Double, _ direction: RoundingDirection) -> Double {
    let quotient = a / b
    if a == 0 || !b.isFinite || quotient.isInfinite && !a.isFinite { return quotient }
    guard quotient.magnitude >= 0x1p-960, a.magnitude >= 0x1p-960 else {
      return neighbour(of: quotient, isPositive: (a > 0) == (b > 0), direction)
    }
    let residual = a.addingProduct(-quotient, b)
    return moved(quotient, by: b > 0 ? residual : -residual, direction)
  }

  public static func power(
    _ a: Double, _ exponent: Int, _ direction: RoundingDirection
  ) -> Double {
    if exponent == 1 { return a }
    if exponent == 2 { return multiply(a, a, direction) }
    guard exponent <= 1 << 53 else {
      return BigFloat.power(BigFloat(a), exponent, direction).double(direction)
    }
    let nearest = BinaryFunction.pow.value(at: a, Double(exponent))
    if a == 0 || !a.isFinite || isExactPower(a, exponent, nearest) { return nearest }
    return neighbour(of: nearest, isPositive: a > 0 || exponent % 2 == 0, direction)
  }

  public static func constants(of tape: TapeConstants, precision: Int) -> [DoubleInterval] {
    tape.doubles
  }

  public static func digamma(_ x: Double, _ direction: RoundingDirection) -> Double {
    BigFloat.digamma(BigFloat(x), direction).double(direction)
  }

  public static func value(
    of function: ElementaryFunction, at x: Double, _ direction: RoundingDirection
  ) -> Double {
    let nearest = function.value(at: x)
    if nearest.isNaN || function.isExact(at: x, value: nearest) { return nearest }
    if function == .sqrt {
      return moved(nearest, by: x.addingProduct(-nearest, nearest), direction)
    }
    let range = function.range
    switch direction {
    case .down: return Swift.max(nearest.nextDown, range.lowerBound)
    case .up: return Swift.min(nearest.nextUp, range.upperBound)
    }
  }

  public static func value(
    of function: BinaryFunction, at x: Double, _ y: Double, _ direction: RoundingDirection
  ) -> Double {
    let nearest = function.value(at: x, y)
    if nearest.isNaN || function.isExact(at: x, y, value: nearest) { return nearest }
    // What is left are powers of positive numbers, lengths, and angles with the sign of x.
    return neighbour(of: nearest, isPositive: function != .atan2 || x >= 0, direction)
  }
}

extension Double {
  /// The next Double on the side of the error; the true value is `nearest` + `error`.
  @inline(__always)
  private static func moved(
    _ nearest: Double, by error: Double, _ direction: RoundingDirection
  ) -> Double {
    if nearest.isInfinite { return finite(nearest, unless: direction) }
    switch direction {
    case .down: return error < 0 ? nearest.nextDown : nearest
    case .up: return error > 0 ? nearest.nextUp : nearest
    }
  }

  /// A finite value that overflowed is bounded by the largest Double on its inner side.
  private static func finite(_ value: Double, unless direction: RoundingDirection) -> Double {
    switch direction {
    case .down: value == .infinity ? .greatestFiniteMagnitude : value
    case .up: value == -.infinity ? -.greatestFiniteMagnitude : value
    }
  }

  /// A bound of a value whose nearest Double and sign are known: 0 where that underflowed.
  private static func neighbour(
    of nearest: Double, isPositive: Bool, _ direction: RoundingDirection
  ) -> Double {
    switch direction {
    case .down: isPositive ? Swift.max(0, nearest.nextDown) : nearest.nextDown
    case .up: isPositive ? nearest.nextUp : Swift.min(0, nearest.nextUp)
    }
  }

  /// Whether `value` is the exact power; false where it may be or the exponent is large.
  static func isExactPower(_ a: Double, _ exponent: Int, _ value: Double) -> Bool {
    guard exponent <= 64, value.isFinite, value.magnitude >= 0x1p-960 else { return false }
    var product = a
    for _ in 1..<exponent {
      let next = product * a
      guard (-next).addingProduct(product, a) == 0 else { return false }
      product = next
    }
    return product == value
  }
}
