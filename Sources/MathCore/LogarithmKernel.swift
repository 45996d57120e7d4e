/// The natural logarithm in double-double: relative error below 2⁻⁶⁶, near 1, too.
///
/// x = 2ᵉ · m, m between √½ and √2; c ≈ 1/m from a table by seven bits of m, r = m·c − 1, |r| ≤ 2⁻⁷:
/// log x = e · log 2 − log c + log(1 + r). Around 1 c is 1, so that nothing cancels.
enum LogarithmKernel {
  private struct Entry {
    var inverse: Double
    /// −log of `inverse`.
    var logarithm: DoubleDouble
  }

  private static let table: [Entry] = {
    let constants = KernelConstants()
    return (0..<128).map { index in
      if index == 0 || index == 127 { return Entry(inverse: 1, logarithm: DoubleDouble(0)) }
      let middle = (1 + (Double(index) + 0.5) / 128) * (index >= 53 ? 0.5 : 1)
      let inverse = (256 / middle).rounded() / 256
      return Entry(inverse: inverse, logarithm: -constants.value(.log, inverse))
    }
  }()

  /// log 2: an exponent times the first piece is exact.
  private static let logarithmOfTwo: (Double, Double) = {
    let constants = KernelConstants()
    let pieces = constants.logarithmOfTwo(over: 1, bits: [41, 53])
    return (pieces[0], pieces[1])
  }()

  static let inverseOfLogarithmOfTwo: DoubleDouble = {
    let constants = KernelConstants()
    return constants.inverseLogarithm(of: 2)
  }()

  static let inverseOfLogarithmOfTen: DoubleDouble = {
    let constants = KernelConstants()
    return constants.inverseLogarithm(of: 10)
  }()

  /// The logarithm of a positive normal number.
  @inline(__always)
  static func log(_ x: DoubleDouble) -> DoubleDouble {
    let bits = x.high.bitPattern
    let index = Int(truncatingIfNeeded: (bits >> 45) & 127)
    let isUpper = index >= 53
    let exponent = Int(truncatingIfNeeded: bits >> 52) &- (isUpper ? 1022 : 1023)
    let significandBits = (bits & 0xF_FFFF_FFFF_FFFF) | (isUpper ? 0x3FE << 52 : 0x3FF << 52)
    let m = Double(bitPattern: significandBits)
    let entry = table[index]
    let product = DoubleDouble.product(m, entry.inverse)
    let low = x.low == 0 ? 0 : x.low / x.high * m * entry.inverse
    let r = DoubleDouble.sum(product.high - 1, product.low + low)
    let e = Double(exponent)
    let (twoHigh, twoLow) = logarithmOfTwo
    let whole = DoubleDouble.sum(e * twoHigh, entry.logarithm.high)
    let rest = log1pOfSmall(r)
    let s = DoubleDouble.sum(whole.high, rest.high)
    return .orderedSum(
      s.high, s.low + (whole.low + rest.low + (entry.logarithm.low + e * twoLow)))
  }

  /// log(1 + x) for 0 ≤ x < 2²⁰¹.
  @inline(__always)
  static func log1p(_ x: DoubleDouble) -> DoubleDouble {
    x.high < 0x1p-7 ? log1pOfSmall(x) : log(x + 1)
  }

  /// log(1 + x) for x > −1, x < 2¹⁰⁰.
  @inline(__always)
  static func log1p(_ x: Double) -> DoubleDouble {
    if x.magnitude < 0x1p-7 { return log1pOfSmall(DoubleDouble(x)) }
    return log(.sum(1, x))
  }

  /// The series, |r| ≤ 2⁻⁷: in double-double up to r², then twelve terms in all.
  @inline(__always)
  private static func log1pOfSmall(_ r: DoubleDouble) -> DoubleDouble {
    let x = r.high
    let square = DoubleDouble.product(x, x)
    let upper = 1.0 / 8 - x * (1.0 / 9 - x * (1.0 / 10 - x * (1.0 / 11 - x * (1.0 / 12))))
    let series =
      1.0 / 3 - x * (1.0 / 4 - x * (1.0 / 5 - x * (1.0 / 6 - x * (1.0 / 7 - x * upper))))
    let tail = square.high * x * series
    let s = DoubleDouble.orderedSum(x, -0.5 * square.high)
    return .orderedSum(s.high, s.low + ((r.low - (0.5 * square.low + x * r.low)) + tail))
  }
}
