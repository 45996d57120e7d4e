extension TracedScalar {
  /// A constant: the real number, exactly, beside what Swift computes for it.
  ///
  /// ±∞ and what is not a number become an expression that is undefined.
  public init(_ real: RealNumber, binary64: Double) {
    self.init(constant: real.expression, binary64: binary64, exact: real.rational)
  }
}
