/// The exponential function in double-double: relative error below 2⁻⁶⁸.
///
/// x = k · log 2/128 + r, |r| ≤ log 2/256: eˣ = 2^⌊k/128⌋ · 2^(k mod 128 / 128) · eʳ, the second
/// factor from a table, the third from its series: in double-double up to r², where the rest, below
/// 2⁻²⁷, needs no more than 53 bits.
enum ExponentialKernel {
  /// 2^(j/128).
  private static let table: [DoubleDouble] = {
    let constants = KernelConstants()
    return (0..<128).map { constants.value(.exp2, Double($0) / 128) }
  }()

  /// log 2/128: k has at most 18 bits, so that k times each of the first two pieces is exact.
  private static let step: (Double, Double, Double) = {
    let constants = KernelConstants()
    let pieces = constants.logarithmOfTwo(over: 128, bits: [34, 34, 53])
    return (pieces[0], pieces[1], pieces[2])
  }()

  private static let logarithmOfTwo: DoubleDouble = {
    let constants = KernelConstants()
    let pieces = constants.logarithmOfTwo(over: 1, bits: [53, 53])
    return DoubleDouble(pieces[0], pieces[1])
  }()

  /// 2^scale · factor · (1 + rest).
  struct Parts {
    var scale: Int
    var factor: DoubleDouble
    var rest: DoubleDouble

    @inline(__always)
    var unscaled: DoubleDouble {
      let product = factor * rest
      let s = DoubleDouble.orderedSum(factor.high, product.high)
      return .orderedSum(s.high, s.low + (factor.low + product.low))
    }
  }

  /// The exponential of x, |x| ≤ 745.
  @inline(__always)
  static func exp(_ x: DoubleDouble) -> Parts {
    let k = nearestWhole(x.high * 184.66496523378732)
    let step = step
    let coarse = x.high - k * step.0
    let r = DoubleDouble.sum(coarse, -(k * step.1))
    return parts(k, .orderedSum(r.high, r.low + (x.low - k * step.2)))
  }

  /// 2ˣ, |x| ≤ 1074.
  @inline(__always)
  static func exp2(_ x: Double) -> Parts {
    let k = nearestWhole(x * 128)
    return parts(k, DoubleDouble(x - k * 0x1p-7) * logarithmOfTwo)
  }

  /// eˣ − 1 for |x| ≤ 700, with a small relative error for small x, too: 1 leaves the table's value
  /// before the small rest joins.
  @inline(__always)
  static func expm1(_ x: DoubleDouble) -> DoubleDouble {
    let parts = exp(x)
    let factor = parts.factor.scaled(by: power(of: parts.scale))
    let whole = DoubleDouble.sum(factor.high, -1)
    let rest = factor * parts.rest
    let s = DoubleDouble.sum(whole.high, rest.high)
    return .orderedSum(s.high, s.low + (whole.low + factor.low + rest.low))
  }

  /// 2ⁿ, −1022 ≤ n ≤ 1023.
  @inline(__always)
  static func power(of n: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: n &+ 1023) << 52)
  }

  @inline(__always)
  private static func parts(_ k: Double, _ r: DoubleDouble) -> Parts {
    let index = Int(k)
    return Parts(scale: index >> 7, factor: table[index & 127], rest: expm1OfSmall(r))
  }

  @inline(__always)
  private static func expm1OfSmall(_ r: DoubleDouble) -> DoubleDouble {
    let x = r.high
    let square = DoubleDouble.product(x, x)
    let series =
      1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120 + x * (1.0 / 720 + x * (1.0 / 5040))))
    let tail = square.high * x * series
    let halfLow = 0.5 * square.low + x * r.low
    let s = DoubleDouble.orderedSum(x, 0.5 * square.high)
    return .orderedSum(s.high, s.low + (r.low + halfLow + tail))
  }

  /// The nearest whole number, ties to even, for |x| < 2⁵¹.
  @inline(__always)
  static func nearestWhole(_ x: Double) -> Double {
    (x + 0x1.8p52) - 0x1.8p52
  }
}
