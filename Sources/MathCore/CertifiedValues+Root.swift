extension CertifiedValues {
  /// The root of a function in a closed interval.
  ///
  /// - Throws: `none` or `several` where it is proved that there is not exactly one, `undecided` where
  ///   neither is proved, `invalid` where the function is undefined somewhere in the interval.
  public static func root(
    of pieces: [FunctionPiece], variable: String, in interval: (lower: Expression, upper: Expression)
  ) throws(CertifiedValueFailure) -> CertifiedValue {
    throw .undecided("the roots are not counted")
  }
}
