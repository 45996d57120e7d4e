extension RealNumber {
  /// The value of an expression without variables; its parts are shared as the expression's are.
  ///
  /// - Throws: `undefined` where it has no real value, `limit` for a variable.
  public init(_ expression: Expression) throws(ScalarFailure) {
    self = try expression.evaluate(in: [String: RealReading]()).real
  }
}
