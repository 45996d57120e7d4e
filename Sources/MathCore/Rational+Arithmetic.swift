extension Rational {
  public static func + (a: Rational, b: Rational) -> Rational {
    if case .small(let an, let ad) = a.storage, case .small(let bn, let bd) = b.storage {
      if ad == 1, bd == 1 {
        let (sum, overflows) = an.addingReportingOverflow(bn)
        if !overflows, sum != Int64.min { return Rational(storage: .small(sum, 1)) }
      } else if let sum = smallSum(an, ad, bn, bd) {
        return sum
      }
    }
    return Rational(a.big + b.big)
  }

  public static func - (a: Rational, b: Rational) -> Rational { a + -b }

  public static prefix func - (a: Rational) -> Rational {
    switch a.storage {
    case .small(let numerator, let denominator):
      Rational(storage: .small(-numerator, denominator))
    case .big(let value): Rational(value.negated)
    }
  }

  public static func * (a: Rational, b: Rational) -> Rational {
    if case .small(let an, let ad) = a.storage, case .small(let bn, let bd) = b.storage {
      // Crosswise reduction first: the product is then in lowest terms.
      let left = greatestCommonDivisor(an.magnitude, UInt64(bd))
      let right = greatestCommonDivisor(bn.magnitude, UInt64(ad))
      let (top, topOverflows) = (an / left).multipliedReportingOverflow(by: bn / right)
      let (bottom, bottomOverflows) = (ad / right).multipliedReportingOverflow(by: bd / left)
      if !topOverflows, !bottomOverflows, top != Int64.min {
        return Rational(storage: .small(top, bottom))
      }
    }
    return Rational(a.big * b.big)
  }

  /// Nil where the divisor is 0.
  public func divided(by divisor: Rational) -> Rational? {
    guard let inverse = divisor.inverse else { return nil }
    return self * inverse
  }

  /// Nil for 0.
  public var inverse: Rational? {
    switch storage {
    case .small(0, _): nil
    case .small(let numerator, let denominator):
      Rational(storage: .small(numerator < 0 ? -denominator : denominator, abs(numerator)))
    case .big(let value): Rational(BigRational(1, over: 1) / value)
    }
  }

  /// Raised to an integer power; nil for negative powers of 0, and where the result would have more
  /// than `limit` bits.
  public func power(_ exponent: Int, limit: Int = Rational.largestBitSize) -> Rational? {
    if exponent == 0 { return .one }
    if isZero { return exponent > 0 ? .zero : nil }
    if self == .one { return .one }
    if self == -1 { return exponent % 2 == 0 ? .one : self }
    let (bits, overflows) = exponent.magnitude.multipliedReportingOverflow(by: UInt(bitSize))
    guard !overflows, bits <= UInt(max(0, limit)) else { return nil }
    return Rational(big.power(exponent))
  }

  /// The real n-th root where it is rational; nil where it is not, or for n < 1.
  public func root(_ n: Int) -> Rational? {
    guard n > 0 else { return nil }
    if n == 1 || isZero || isOne { return self }
    return big.root(n).map { Rational($0) }
  }

  /// The square root where it is rational.
  public var squareRoot: Rational? { root(2) }

  /// The largest whole number that is not above the value.
  public var floor: Rational {
    isInteger ? self : Rational(big.floor)
  }

  /// What an operation on numbers of a size costs, where one on small ones is 1: to put them in lowest
  /// terms takes the square of their length.
  static func work(onBits bits: Int) -> Int {
    let words = bits / 128
    return 1 + words * words / 16
  }

  /// No operation of ours makes a number of more bits without being asked to (a megabit).
  public static let largestBitSize = 1 << 20

  /// The greatest common divisor of two whole numbers, not negative.
  static func greatestCommonDivisor(_ a: Rational, _ b: Rational) -> Rational {
    if case .small(let a, 1) = a.storage, case .small(let b, 1) = b.storage {
      let divisor = greatestCommonDivisor(a.magnitude, b.magnitude)
      return Rational(storage: .small(divisor, 1))
    }
    return Rational(BigRational.gcdOfNumerators(a.big, b.big))
  }
}

extension Rational {
  private static func smallSum(_ an: Int64, _ ad: Int64, _ bn: Int64, _ bd: Int64) -> Rational? {
    let shared = greatestCommonDivisor(UInt64(ad), UInt64(bd))
    let (left, leftOverflows) = an.multipliedReportingOverflow(by: bd / shared)
    let (right, rightOverflows) = bn.multipliedReportingOverflow(by: ad / shared)
    let (top, topOverflows) = left.addingReportingOverflow(right)
    let (bottom, bottomOverflows) = (ad / shared).multipliedReportingOverflow(by: bd)
    guard !leftOverflows, !rightOverflows, !topOverflows, !bottomOverflows, top != Int64.min else {
      return nil
    }
    let divisor = greatestCommonDivisor(top.magnitude, UInt64(bottom))
    return Rational(storage: .small(top / divisor, bottom / divisor))
  }

  /// At most Int64.max where one argument is; never 0 where one argument is not.
  private static func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> Int64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return Int64(a)
  }
}
