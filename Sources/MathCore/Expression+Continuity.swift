extension Expression {
  /// Whether enclosures show that a function of one variable is defined and continuous at every point of
  /// an interval.
  public func isContinuous(in variable: String, on interval: RationalInterval) -> Bool {
    let tape = ExpressionTape([self], variables: [variable])
    let box = WideInterval(interval, precision: 128)
    return tape.values(at: [box], precision: 128)[0].definedness == .continuous
  }
}
