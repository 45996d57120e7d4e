/// The inverse functions by the kernels of the logarithm and the arc tangent.
///
/// The forms below have no cancellation: their relative errors are those of the kernels and a few
/// units of 2⁻¹⁰¹.
extension FastEvaluation {
  static func inverse(_ function: ElementaryFunction, _ x: Double) -> Double? {
    let magnitude = x.magnitude
    let value: DoubleDouble
    switch function {
    case .acos:
      guard magnitude < 1 else { return nil }
      // 2 atan √((1 − x)/(1 + x)).
      let ratio = DoubleDouble.sum(1, -x) / DoubleDouble.sum(1, x)
      return CircularKernel.atan(ratio.squareRoot()).scaled(by: 2)
        .rounded(relativeError: wideBound)
    case .acosh:
      guard x > 1, x < 0x1p200 else { return nil }
      let t = DoubleDouble.sum(x, -1)
      return LogarithmKernel.log1p(t + (t * (t + 2)).squareRoot())
        .rounded(relativeError: wideBound)
    case .asin:
      if magnitude < tiny { return x }
      guard magnitude < 1 else { return nil }
      let cosine = (DoubleDouble.sum(1, -x) * DoubleDouble.sum(1, x)).squareRoot()
      value = CircularKernel.atan(DoubleDouble(magnitude) / cosine)
    case .asinh:
      if magnitude < tiny { return x }
      guard magnitude < 0x1p200 else { return nil }
      let square = DoubleDouble.product(x, x)
      value = LogarithmKernel.log1p(square / ((square + 1).squareRoot() + 1) + magnitude)
    case .atanh:
      if magnitude < tiny { return x }
      guard magnitude < 1 else { return nil }
      let ratio = DoubleDouble(2 * magnitude) / DoubleDouble.sum(1, -magnitude)
      value = LogarithmKernel.log1p(ratio).scaled(by: 0.5)
    default: return nil
    }
    let rounded = value.rounded(relativeError: wideBound)
    return x < 0 ? rounded.map { -$0 } : rounded
  }

  static func hypot(_ x: Double, _ y: Double) -> Double? {
    guard isModerate(x, limit: 400), isModerate(y, limit: 400) else { return nil }
    let square = DoubleDouble.product(x, x) + DoubleDouble.product(y, y)
    return square.squareRoot().rounded(relativeError: wideBound)
  }

  static func atan2(_ y: Double, _ x: Double) -> Double? {
    guard isModerate(x, limit: 90), isModerate(y, limit: 90) else { return nil }
    let acute = CircularKernel.atan(DoubleDouble(y.magnitude) / DoubleDouble(x.magnitude))
    let angle = x > 0 ? acute : CircularKernel.quarterTurn.scaled(by: 2) + -acute
    let value = angle.rounded(relativeError: wideBound)
    return y < 0 ? value.map { -$0 } : value
  }

  /// Whether |x| lies between 2^−limit and 2^limit.
  private static func isModerate(_ x: Double, limit: Int) -> Bool {
    x.magnitude > ExponentialKernel.power(of: -limit)
      && x.magnitude < ExponentialKernel.power(of: limit)
  }
}
