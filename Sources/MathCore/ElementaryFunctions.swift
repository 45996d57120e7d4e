/// The one place that computes elementary functions of binary64 numbers.
///
/// Every result is the Double nearest to the true value (ties to even), subnormals included, so
/// that the same program prints the same digits on every system. Special values are those of C99,
/// Annex F: domain errors give nan, poles give infinities.
extension ElementaryFunction {
  /// The correctly rounded value of the function at `x`.
  public func value(at x: Double) -> Double {
    switch self {
    case .sqrt: return x.squareRoot()
    case .abs: return x.magnitude
    case .floor: return x.rounded(.down)
    case .ceil: return x.rounded(.up)
    case .trunc: return x.rounded(.towardZero)
    case .round: return x.rounded(.toNearestOrAwayFromZero)
    case .exp, .expm1, .exp2, .log, .log1p, .log2, .log10, .cbrt, .sin, .cos, .tan, .asin, .acos,
      .atan, .sinh, .cosh, .tanh, .asinh, .acosh, .atanh, .erf, .erfc, .tgamma, .lgamma:
      return FastEvaluation.value(of: self, at: x) ?? CorrectRounding.value(of: self, at: x)
    }
  }
}

extension BinaryFunction {
  /// The correctly rounded value of the function at `(x, y)`.
  ///
  /// `min` and `max` treat nan as Swift's global functions do: they compare, and a comparison with
  /// nan is false.
  public func value(at x: Double, _ y: Double) -> Double {
    switch self {
    case .min: return y < x ? y : x
    case .max: return y >= x ? y : x
    case .copysign: return Double(signOf: y, magnitudeOf: x)
    case .fmod: return x.truncatingRemainder(dividingBy: y)
    case .pow, .atan2, .hypot:
      return FastEvaluation.value(of: self, at: x, y)
        ?? CorrectRounding.value(of: self, at: x, y)
    }
  }
}
