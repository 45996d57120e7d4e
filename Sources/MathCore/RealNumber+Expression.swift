extension RealNumber {
  /// The value of an expression without variables; its parts are shared as the expression's are.
  ///
  /// - Throws: `undefined` where it has no real value, also for a variable.
  public init(_ expression: Expression) throws(ScalarFailure) {
    var memo: [ObjectIdentifier: RealNumber] = [:]
    self = try Self.value(of: expression, &memo)
  }

  private static func value(
    of expression: Expression, _ memo: inout [ObjectIdentifier: RealNumber]
  ) throws(ScalarFailure) -> RealNumber {
    if let known = memo[expression.identity] { return known }
    let value: RealNumber
    switch expression.node {
    case .number(let number): value = RealNumber(number)
    case .pi: value = .pi
    case .variable(let name): throw ScalarFailure.undefined(name)
    case .defined(let number): value = try RealNumber(number)
    case .negate(let x): value = try negate(self.value(of: x, &memo))
    case .add(let x, let y): value = try add(self.value(of: x, &memo), self.value(of: y, &memo))
    case .subtract(let x, let y):
      value = try subtract(self.value(of: x, &memo), self.value(of: y, &memo))
    case .multiply(let x, let y):
      value = try multiply(self.value(of: x, &memo), self.value(of: y, &memo))
    case .divide(let x, let y):
      value = try divide(self.value(of: x, &memo), self.value(of: y, &memo))
    case .power(let x, let y):
      value = try apply(.pow, self.value(of: x, &memo), self.value(of: y, &memo))
    case .apply(let function, let x): value = try apply(function, self.value(of: x, &memo))
    case .applyBinary(let function, let x, let y):
      value = try apply(function, self.value(of: x, &memo), self.value(of: y, &memo))
    }
    memo[expression.identity] = value
    return value
  }
}
