/// Sine, cosine and arc tangent in double-double: relative errors below 2⁻⁶⁶.
///
/// x = k · π/256 + r, |r| ≤ π/512; the sine of the sum by that of k · π/256 from a table. π/256 has
/// 152 bits in four pieces, so that r has a small relative error next to multiples of π, too.
enum CircularKernel {
  /// k keeps 20 bits.
  static let argumentLimit = 8192.0

  /// sin(kπ/256), all round.
  private static let table: [DoubleDouble] = {
    let constants = KernelConstants()
    let quarter = (0...128).map { constants.value(.sin, Double($0) / 256, timesPi: true) }
    return (0..<512).map { index in
      let half = index & 255
      let value = quarter[half <= 128 ? half : 256 - half]
      return index < 256 ? value : -value
    }
  }()

  private static let step: (Double, Double, Double, Double) = {
    let constants = KernelConstants()
    let pieces = constants.pi(over: 256, bits: [33, 33, 33, 53])
    return (pieces[0], pieces[1], pieces[2], pieces[3])
  }()

  private struct Reduced {
    var index: Int
    /// sin r.
    var sine: DoubleDouble
    /// cos r − 1.
    var cosine: DoubleDouble
  }

  @inline(__always)
  static func sin(_ x: Double) -> DoubleDouble {
    let reduced = reduced(x)
    return value(reduced, reduced.index)
  }

  @inline(__always)
  static func cos(_ x: Double) -> DoubleDouble {
    let reduced = reduced(x)
    return value(reduced, reduced.index &+ 128)
  }

  @inline(__always)
  static func tan(_ x: Double) -> DoubleDouble {
    let reduced = reduced(x)
    return value(reduced, reduced.index) / value(reduced, reduced.index &+ 128)
  }

  @inline(__always)
  private static func value(_ reduced: Reduced, _ index: Int) -> DoubleDouble {
    let sine = table[index & 511]
    let cosine = table[(index &+ 128) & 511]
    let first = cosine * reduced.sine
    let second = sine * reduced.cosine
    let s = DoubleDouble.sum(sine.high, first.high)
    let t = DoubleDouble.sum(s.high, second.high)
    return .orderedSum(t.high, t.low + (s.low + (sine.low + first.low + second.low)))
  }

  @inline(__always)
  private static func reduced(_ x: Double) -> Reduced {
    let k = ExponentialKernel.nearestWhole(x * 81.48733086305042)
    let step = step
    let coarse = x - k * step.0
    let fine = DoubleDouble.sum(coarse, -(k * step.1))
    let finest = DoubleDouble.sum(fine.high, -(k * step.2))
    let r = DoubleDouble.orderedSum(finest.high, finest.low + (fine.low - k * step.3))
    let y = r.high
    let square = DoubleDouble.product(y, y)
    let z = square.high
    let sineTail = y * z * (-1.0 / 6 + z * (1.0 / 120 - z * (1.0 / 5040)))
    let cosineTail = z * z * (1.0 / 24 - z * (1.0 / 720 - z * (1.0 / 40320)))
    let cosineLow = -0.5 * square.low - y * r.low
    return Reduced(
      index: Int(k), sine: .orderedSum(y, r.low + sineTail),
      cosine: .orderedSum(-0.5 * z, cosineLow + cosineTail))
  }

  // MARK: Arc tangent

  /// atan(i/64).
  private static let arcs: [DoubleDouble] = {
    let constants = KernelConstants()
    return (0...64).map { constants.value(.atan, Double($0) / 64) }
  }()

  /// π/2.
  static let quarterTurn: DoubleDouble = {
    let constants = KernelConstants()
    let pieces = constants.pi(over: 2, bits: [53, 53])
    return DoubleDouble(pieces[0], pieces[1])
  }()

  /// The arc tangent of x ≥ 0, x between 2⁻²⁰⁰ and 2²⁰⁰: that of i/64 from a table, and that of
  /// (x − i/64)/(1 + x · i/64) by its series; above 1 that of 1/x.
  @inline(__always)
  static func atan(_ x: DoubleDouble) -> DoubleDouble {
    x.high <= 1 ? atanBelowOne(x) : quarterTurn + -atanBelowOne(DoubleDouble(1) / x)
  }

  @inline(__always)
  private static func atanBelowOne(_ x: DoubleDouble) -> DoubleDouble {
    let i = ExponentialKernel.nearestWhole(x.high * 64)
    let c = i * 0x1p-6
    let r =
      i == 0
      ? x
      : DoubleDouble.sum(x.high - c, x.low) / (DoubleDouble(1) + x * DoubleDouble(c))
    let y = r.high
    let z = y * y
    let series = -1.0 / 3 + z * (1.0 / 5 - z * (1.0 / 7 - z * (1.0 / 9 - z * (1.0 / 11))))
    let rest = DoubleDouble.orderedSum(y, r.low + y * z * series)
    return arcs[Int(i)] + rest
  }
}
