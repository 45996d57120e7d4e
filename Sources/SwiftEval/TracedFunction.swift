public import MathCore

/// A function as its paths: on each, the conditions that lead there and the value.
public struct TracedFunction: Sendable {
  public let variables: [String]
  /// Exactly one path where the function has no condition on its variables.
  public let paths: [FunctionPiece]
}

public enum TraceFailure: Error {
  /// More paths, steps or nodes than the limit, a loop that depends on a variable, a result that
  /// is no number: in the author's words.
  case untraceable(String)
  case failure(EvaluationFailure)
}
