extension CertifiedValues {
  /// The integral of a function over a closed interval; with the ends exchanged, its opposite.
  public static func integral(
    of pieces: [FunctionPiece], variable: String,
    over interval: (lower: Expression, upper: Expression)
  ) throws(CertifiedValueFailure) -> CertifiedValue {
    throw .undecided("the integral is not enclosed")
  }
}
