extension Evaluator {
  /// The exact derivative of a function of one variable, as `derivative(of:)` makes it.
  public func derivative(of function: FunctionValue) -> FunctionValue {
    FunctionValue(
      .derivative(withRespectTo: 0), captures: [.function(function)], depth: function.depth + 1)
  }

  /// The function that a function of one variable was made the derivative of; nil for every other.
  public func antiderivative(of function: FunctionValue) -> FunctionValue? {
    guard case .derivative = function.target, case .function(let inner)? = function.captures.first
    else { return nil }
    return inner
  }
}
