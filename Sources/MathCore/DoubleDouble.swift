/// The unevaluated sum of two Doubles: about 106 bits, in binary64's exponent range.
///
/// The sums and products of two Doubles below are exact (Dekker, 1971; Knuth, TAOCP 2, 4.2.2) while
/// nothing overflows or underflows; the operations on two pairs have relative errors below 2⁻¹⁰¹,
/// a sum only where it does not cancel.
struct DoubleDouble: Sendable {
  var high: Double
  /// At most half an ulp of `high` after every operation.
  var low: Double

  @inline(__always)
  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  @inline(__always)
  static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    let t = s - a
    return DoubleDouble(s, (a - (s - t)) + (b - t))
  }

  /// The exact sum where |a| ≥ |b| or a = 0.
  @inline(__always)
  static func orderedSum(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    return DoubleDouble(s, b - (s - a))
  }

  @inline(__always)
  static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let p = a * b
    let (x, y) = (a * 134_217_729, b * 134_217_729)
    let (aHigh, bHigh) = (x - (x - a), y - (y - b))
    let (aLow, bLow) = (a - aHigh, b - bHigh)
    let error = ((aHigh * bHigh - p) + aHigh * bLow + aLow * bHigh) + aLow * bLow
    return DoubleDouble(p, error)
  }

  @inline(__always)
  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let s = sum(a.high, b.high)
    return orderedSum(s.high, s.low + (a.low + b.low))
  }

  @inline(__always)
  static func + (a: DoubleDouble, b: Double) -> DoubleDouble {
    let s = sum(a.high, b)
    return orderedSum(s.high, s.low + a.low)
  }

  @inline(__always)
  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let p = product(a.high, b.high)
    return orderedSum(p.high, p.low + (a.high * b.low + a.low * b.high))
  }

  @inline(__always)
  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let q = a.high / b.high
    let p = product(q, b.high)
    let rest = ((a.high - p.high) - p.low) + (a.low - q * b.low)
    return orderedSum(q, rest / b.high)
  }

  @inline(__always)
  func squareRoot() -> DoubleDouble {
    let root = high.squareRoot()
    let square = DoubleDouble.product(root, root)
    return .orderedSum(root, (((high - square.high) - square.low) + low) / (2 * root))
  }

  @inline(__always)
  static prefix func - (a: DoubleDouble) -> DoubleDouble {
    DoubleDouble(-a.high, -a.low)
  }

  /// This number times a power of two.
  @inline(__always)
  func scaled(by power: Double) -> DoubleDouble {
    DoubleDouble(high * power, low * power)
  }

  /// The Double nearest to every number within the relative error of this one; nil where they do
  /// not share one (Ziv, 1991).
  @inline(__always)
  func rounded(relativeError: Double) -> Double? {
    let error = high.magnitude * relativeError
    let (least, greatest) = (high + (low - error), high + (low + error))
    return least == greatest ? least : nil
  }
}
