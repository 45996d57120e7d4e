extension CertifiedValues {
  /// The largest value of a function on a closed interval, its ends considered.
  public static func maximum(
    of pieces: [FunctionPiece], variable: String,
    over interval: (lower: Expression, upper: Expression)
  ) throws(CertifiedValueFailure) -> CertifiedValue {
    throw .undecided("the largest value is not found")
  }

  /// The least value of a function on a closed interval, its ends considered.
  public static func minimum(
    of pieces: [FunctionPiece], variable: String,
    over interval: (lower: Expression, upper: Expression)
  ) throws(CertifiedValueFailure) -> CertifiedValue {
    throw .undecided("the least value is not found")
  }

  /// The only point of a closed interval where the function has its largest value.
  ///
  /// - Throws: `several` where there are more.
  public static func argmax(
    of pieces: [FunctionPiece], variable: String,
    over interval: (lower: Expression, upper: Expression)
  ) throws(CertifiedValueFailure) -> CertifiedValue {
    throw .undecided("the place of the largest value is not found")
  }

  /// The only point of a closed interval where the function has its least value.
  ///
  /// - Throws: `several` where there are more.
  public static func argmin(
    of pieces: [FunctionPiece], variable: String,
    over interval: (lower: Expression, upper: Expression)
  ) throws(CertifiedValueFailure) -> CertifiedValue {
    throw .undecided("the place of the least value is not found")
  }
}
