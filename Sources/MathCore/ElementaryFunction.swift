/// The functions of one real variable that evaluated Swift and expressions share.
///
/// The raw value is the name in Swift. Functions of two variables (`pow`, `atan2`, `hypot`) are
/// in `BinaryFunction`.
public enum ElementaryFunction: String, Hashable, Sendable, CaseIterable {
  case exp, expm1, exp2, log, log1p, log2, log10, sqrt, cbrt
  case sin, cos, tan, asin, acos, atan
  case sinh, cosh, tanh, asinh, acosh, atanh
  case erf, erfc, tgamma, lgamma
  /// Piecewise linear or constant: their derivative exists between the corners.
  case abs, floor, ceil, trunc, round
}

/// The functions of two real variables that are not arithmetic.
public enum BinaryFunction: String, Hashable, Sendable, CaseIterable {
  case pow, atan2, hypot, fmod, min, max, copysign
}
