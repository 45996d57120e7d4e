/// Elementary functions in double-double where that decides the rounding: all but about one
/// argument in five hundred of those that programs use.
///
/// Each result comes with a bound of its relative error, at least four times that of the kernel;
/// where the bound does not exclude a second Double, where the result may leave the normal numbers,
/// or where the argument is special, the answer is nil and `CorrectRounding` decides.
enum FastEvaluation {
  private static let bound = 0x1p-64
  static let wideBound = 0x1p-63

  @inline(__always)
  static func value(of function: ElementaryFunction, at x: Double) -> Double? {
    switch function {
    case .exp: exp(x)
    case .exp2: exp2(x)
    case .expm1: expm1(x)
    case .log: x.isNormal && x > 0 ? log(x).rounded(relativeError: wideBound) : nil
    case .log2:
      x.isNormal && x > 0
        ? (log(x) * LogarithmKernel.inverseOfLogarithmOfTwo).rounded(relativeError: wideBound) : nil
    case .log10:
      x.isNormal && x > 0
        ? (log(x) * LogarithmKernel.inverseOfLogarithmOfTen).rounded(relativeError: wideBound) : nil
    case .log1p: log1p(x)
    case .sin, .cos, .tan: circular(function, x)
    case .atan: atan(x)
    case .sinh, .cosh, .tanh: hyperbolic(function, x)
    case .asin, .acos, .asinh, .acosh, .atanh: inverse(function, x)
    case .sqrt, .cbrt, .erf, .erfc, .tgamma, .lgamma, .abs,
      .floor, .ceil, .trunc, .round:
      nil
    }
  }

  /// Where the series start x + O(x²), and x itself is the nearest Double.
  static let tiny = 0x1p-60

  private static func exp(_ x: Double) -> Double? {
    guard x.magnitude < 708 else { return nil }
    return scaled(ExponentialKernel.exp(DoubleDouble(x)))
  }

  private static func exp2(_ x: Double) -> Double? {
    guard x.magnitude < 1021 else { return nil }
    return scaled(ExponentialKernel.exp2(x))
  }

  @inline(__always)
  private static func scaled(_ parts: ExponentialKernel.Parts) -> Double? {
    parts.unscaled.rounded(relativeError: bound)
      .map { $0 * ExponentialKernel.power(of: parts.scale) }
  }

  private static func expm1(_ x: Double) -> Double? {
    if x.magnitude < tiny { return x }
    guard x.magnitude < 700 else { return nil }
    return ExponentialKernel.expm1(DoubleDouble(x)).rounded(relativeError: bound)
  }

  @inline(__always)
  private static func log(_ x: Double) -> DoubleDouble {
    LogarithmKernel.log(DoubleDouble(x))
  }

  private static func log1p(_ x: Double) -> Double? {
    if x.magnitude < tiny { return x }
    guard x > -1, x < 0x1p100 else { return nil }
    return LogarithmKernel.log1p(x).rounded(relativeError: wideBound)
  }

  private static func circular(_ function: ElementaryFunction, _ x: Double) -> Double? {
    guard x.magnitude < CircularKernel.argumentLimit else { return nil }
    if function == .cos { return CircularKernel.cos(x).rounded(relativeError: bound) }
    if x.magnitude < tiny { return x }
    return function == .sin
      ? CircularKernel.sin(x).rounded(relativeError: bound)
      : CircularKernel.tan(x).rounded(relativeError: wideBound)
  }

  private static func atan(_ x: Double) -> Double? {
    let magnitude = x.magnitude
    if magnitude < tiny { return x }
    guard magnitude < 0x1p200 else { return nil }
    let value = CircularKernel.atan(DoubleDouble(magnitude)).rounded(relativeError: wideBound)
    return x < 0 ? value.map { -$0 } : value
  }

  /// By e^|x|, or e^|x| − 1 where small values must keep their digits.
  private static func hyperbolic(_ function: ElementaryFunction, _ x: Double) -> Double? {
    let magnitude = x.magnitude
    if function == .cosh {
      guard magnitude < 350 else { return nil }
      let parts = ExponentialKernel.exp(DoubleDouble(magnitude))
      let e = parts.unscaled.scaled(by: ExponentialKernel.power(of: parts.scale))
      return (e + DoubleDouble(1) / e).scaled(by: 0.5).rounded(relativeError: bound)
    }
    if magnitude < tiny { return x }
    let value: Double?
    if function == .sinh {
      guard magnitude < 350 else { return nil }
      let e = ExponentialKernel.expm1(DoubleDouble(magnitude))
      value = (e + e / (e + 1)).scaled(by: 0.5).rounded(relativeError: wideBound)
    } else {
      // 1 − tanh 22 is less than a quarter of an ulp of 1.
      guard magnitude < 22 else { return x.isNaN ? nil : x < 0 ? -1 : 1 }
      let e = ExponentialKernel.expm1(DoubleDouble(2 * magnitude))
      value = (e / (e + 2)).rounded(relativeError: wideBound)
    }
    return x < 0 ? value.map { -$0 } : value
  }
}

// MARK: Two variables

extension FastEvaluation {
  @inline(__always)
  static func value(of function: BinaryFunction, at x: Double, _ y: Double) -> Double? {
    switch function {
    case .pow: pow(x, y)
    case .atan2: atan2(x, y)
    case .hypot: hypot(x, y)
    case .fmod, .min, .max, .copysign: nil
    }
  }

  private static func pow(_ x: Double, _ y: Double) -> Double? {
    guard x.isNormal, y.isFinite else { return nil }
    let isWhole = y == y.rounded(.towardZero)
    if isWhole, y.magnitude <= 32 { return wholePower(x, Int(y)) }
    guard x > 0 || (isWhole && y.magnitude < 0x1p53) else { return nil }
    let logarithm = LogarithmKernel.log(DoubleDouble(x.magnitude))
    guard y.magnitude > 0x1p-500, y.magnitude < 0x1p500 else { return nil }
    let exponent = logarithm * DoubleDouble(y)
    guard exponent.high.magnitude < 700 else { return nil }
    let parts = ExponentialKernel.exp(exponent)
    let error = bound * (1 + exponent.high.magnitude)
    guard let value = parts.unscaled.rounded(relativeError: error) else { return nil }
    let magnitude = value * ExponentialKernel.power(of: parts.scale)
    let isNegative = x < 0 && Int(y) & 1 != 0
    return isNegative ? -magnitude : magnitude
  }

  /// xⁿ by repeated squaring, |n| ≤ 32: exact products up to 106 bits, then errors below 2⁻¹⁰¹
  /// each.
  private static func wholePower(_ x: Double, _ n: Int) -> Double? {
    switch n {
    case 0: return 1
    case 1: return x
    case 2: return x * x
    case -1: return 1 / x
    default: break
    }
    var power = DoubleDouble(1)
    var square = DoubleDouble(x)
    var rest = n.magnitude
    while true {
      if rest & 1 == 1 { power = power * square }
      rest >>= 1
      if rest == 0 { break }
      square = square * square
    }
    guard power.high.magnitude < 0x1p900, power.high.magnitude > 0x1p-900,
      x.magnitude < 0x1p900, x.magnitude > 0x1p-900
    else { return nil }
    let value = n < 0 ? DoubleDouble(1) / power : power
    return value.rounded(relativeError: 0x1p-92)
  }
}
