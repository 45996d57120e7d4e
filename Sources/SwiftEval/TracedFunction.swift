public import MathCore

/// A function as its paths: on each, the conditions that lead there and the value.
public struct TracedFunction: Sendable {
  public struct Path: Sendable {
    public let conditions: [TracedCondition]
    public let value: Expression
  }
  public let variables: [String]
  /// Exactly one path where the function has no condition on its variables.
  public let paths: [Path]
}

public struct TracedCondition: Hashable, Sendable {
  public enum Relation: Hashable, Sendable { case less, lessOrEqual, equal, notEqual }
  public let left: Expression
  public let relation: Relation
  public let right: Expression
}

public enum TraceFailure: Error {
  /// More paths, steps or nodes than the limit, a loop that depends on a variable, a result that
  /// is no number: in the author's words.
  case untraceable(String)
  case failure(EvaluationFailure)
}

extension TracedCondition {
  init(_ condition: PathCondition) {
    left = condition.left
    right = condition.right
    relation =
      switch condition.relation {
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .equal: .equal
      case .notEqual: .notEqual
      }
  }
}
