extension ElementaryFunction {
  /// Whether the Double nearest to the function's value at a Double is the value itself, where that
  /// is known: elsewhere these functions are irrational (Lindemann; Weierstrass, 1885), or nobody
  /// knows.
  func isExact(at x: Double, value: Double) -> Bool {
    if !x.isFinite, value.isInfinite || value == 0 { return true }
    switch self {
    case .abs, .floor, .ceil, .trunc, .round: return true
    case .exp, .expm1, .sin, .cos, .tan, .asin, .atan, .sinh, .cosh, .tanh, .asinh, .atanh, .erf,
      .erfc, .log1p, .sqrt:
      return x == 0
    case .log, .acosh, .acos: return x == 1
    case .exp2: return x.magnitude <= 1022 && x == x.rounded()
    case .log2: return Double.isWhole(value) && ElementaryFunction.exp2.value(at: value) == x
    case .log10:
      return Double.isWhole(value) && 0...22 ~= value
        && BinaryFunction.pow.value(at: 10, value) == x
    case .cbrt: return x == 0 || Double.isExactPower(value, 3, x)
    case .tgamma: return 1...23 ~= x && Double.isWhole(x)
    case .lgamma: return x == 1 || x == 2
    }
  }

  /// Holds every value of the function that a neighbour of its rounded value could leave.
  var range: ClosedRange<Double> {
    switch self {
    case .exp, .exp2, .sqrt, .acos, .acosh, .abs: 0...(.infinity)
    case .expm1: -1...(.infinity)
    case .cosh: 1...(.infinity)
    case .sin, .cos, .tanh, .erf: -1...1
    case .erfc: 0...2
    case .log, .log1p, .log2, .log10, .cbrt, .tan, .asin, .atan, .sinh, .asinh, .atanh, .tgamma,
      .lgamma, .floor, .ceil, .trunc, .round:
      -(.infinity)...(.infinity)
    }
  }
}

extension BinaryFunction {
  /// As for one variable; the powers of negative numbers are another function's business.
  func isExact(at x: Double, _ y: Double, value: Double) -> Bool {
    switch self {
    case .min, .max, .fmod, .copysign: return true
    case .pow:
      return !x.isFinite || !y.isFinite || x == 0 || x == 1 || y == 0
        || Self.isExactHalfPower(x, y, value)
    case .atan2: return x == 0 && y > 0
    case .hypot:
      if x == 0 || y == 0 || value.isInfinite && !(x.isFinite && y.isFinite) { return true }
      let sum = DoubleDouble.sum(x * x, y * y)
      return sum.low == 0 && Double.isExactPower(x, 2, x * x) && Double.isExactPower(y, 2, y * y)
        && Double.isExactPower(value, 2, sum.high)
    }
  }
}

extension BinaryFunction {
  /// For x to the power n or n/2: its square is a whole power.
  private static func isExactHalfPower(_ x: Double, _ y: Double, _ value: Double) -> Bool {
    guard let double = (2 * y).int, 1...64 ~= double else { return false }
    if double % 2 == 0 { return Double.isExactPower(x, double / 2, value) }
    let square = pow.value(at: x, 2 * y)
    return Double.isExactPower(x, double, square) && Double.isExactPower(value, 2, square)
  }
}

extension Double {
  fileprivate static func isWhole(_ x: Double) -> Bool { x == x.rounded() && x.isFinite }
}
