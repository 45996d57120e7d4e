import Diagnostics
import MathCore

extension Evaluator {
  /// Calls a function value that came out of a cell, with fresh fuel.
  public func call(
    _ function: FunctionValue, _ arguments: [CellValue]
  ) throws(EvaluationFailure) -> CellValue {
    prepare()
    defer { spend() }
    do {
      try requireAllowance()
      return try machine.call(function, arguments)
    } catch {
      throw failure(error, of: function)
    }
  }

  /// Calls a function of one real variable; the fast way for tables and curves.
  public func call(
    _ function: FunctionValue, at x: Double
  ) throws(EvaluationFailure) -> Double {
    prepare()
    defer { spend() }
    do {
      try requireAllowance()
      if let value = try machine.callScalar(function, x) { return value }
      guard case .scalar(let value) = try machine.call(function, [.scalar(x)]) else {
        throw Trap.precondition("the function's value is no number")
      }
      return value
    } catch {
      throw failure(error, of: function)
    }
  }

  /// Takes what the call cost off the allowance.
  private func spend() { allowance -= limits.steps - max(0, machine.fuel.pointee) }

  private func requireAllowance() throws {
    if allowance < 0 { throw Trap.steps(limits.callSteps) }
  }

  func failure(_ error: any Error, of function: FunctionValue) -> EvaluationFailure {
    EvaluationFailure(diagnostic(for: error, in: excerpt(of: function)))
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
