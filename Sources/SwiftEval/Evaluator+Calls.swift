public import Diagnostics
public import MathCore

extension Evaluator {
  /// Calls a function value that came out of a cell, in both readings, with fresh fuel.
  public func call(
    _ function: FunctionValue, _ arguments: [CellValue]
  ) throws(EvaluationFailure) -> CellValue {
    machine.prepare()
    defer { spend() }
    do {
      try requireAllowance()
      return try machine.call(function, arguments)
    } catch {
      throw failure(error, of: function)
    }
  }

  /// What Swift computes for a function of one real variable: the fast way for curves and searches.
  public func call(
    _ function: FunctionValue, at x: Double
  ) throws(EvaluationFailure) -> Double {
    machine.prepare()
    defer { spend() }
    do {
      try requireAllowance()
      return try machine.call(function, at: x)
    } catch {
      throw failure(error, of: function)
    }
  }

  /// The real value of a function of real variables, or the real values in its tuple: what curves are
  /// drawn by. Nil where the function is undefined.
  public func realValue(
    of function: FunctionValue, at point: RealNumber...
  ) throws(EvaluationFailure) -> Value<RealReading>? {
    try realValue(of: function, at: point)
  }

  public func realValue(
    of function: FunctionValue, at point: [RealNumber]
  ) throws(EvaluationFailure) -> Value<RealReading>? {
    machine.prepare()
    defer { spend() }
    do {
      try requireAllowance()
      return try machine.realValue(of: function, at: point)
    } catch {
      if case .scalar(.undefined) = Trap(error) { return nil }
      throw failure(error, of: function)
    }
  }

  /// What calls have noticed since the last cell, expression or call of this.
  public func takeWarnings() -> [Diagnostic] { machine.takeWarnings() }

  /// The expression that a function computes, as a case for each path through its conditions.
  ///
  /// - Parameter part: which number of a tuple; nil for a function whose value is a number.
  public func trace(
    _ function: FunctionValue, part: Int? = nil, variables: [String]
  ) throws(TraceFailure) -> TracedFunction {
    machine.prepare()
    do {
      return TracedFunction(
        variables: variables,
        paths: try machine.paths(of: function, part: part, variables: variables))
    } catch {
      throw traceFailure(error)
    }
  }

  private func traceFailure(_ error: any Error) -> TraceFailure {
    switch Trap(error) {
    case .scalar(.undecided):
      return .untraceable("it is not decided which way a condition goes")
    case .scalar(.withoutFormula): return .untraceable(ScalarFailure.withoutFormula.reason)
    case .scalar(.limit(let text)): return .untraceable(text)
    case .steps: return .untraceable("the function takes too many steps")
    case let trap:
      guard let place = machine.trapPlace else { return .untraceable(trap.message.text) }
      return .failure(
        EvaluationFailure(
          Diagnostic(.error, trap.message, in: place.excerpt, at: place.span, help: trap.help)))
    }
  }

  /// Takes what the call cost off the allowance.
  private func spend() { allowance -= limits.steps - max(0, machine.remainingSteps) }

  private func requireAllowance() throws {
    if allowance < 0 { throw Trap.steps(limits.callSteps) }
  }

  func failure(_ error: any Error, of function: FunctionValue) -> EvaluationFailure {
    EvaluationFailure(
      diagnostic(for: error, in: excerpt(of: function)), isFault: Trap(error).isFault)
  }

  /// The cell that a function stands in; of a derivative, that of the function it is the derivative of.
  private func excerpt(of function: FunctionValue) -> Excerpt {
    var function = function
    while case .derivative = function.target, case .function(let inner)? = function.captures.first {
      function = inner
    }
    return definition(of: function)?.excerpt ?? Excerpt("")
  }
}
