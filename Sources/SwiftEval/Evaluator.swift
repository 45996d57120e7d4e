public import Diagnostics
public import MathCore

/// The Swift of one lesson: cells go in one after another, definitions stay, values come out.
///
/// A class because closures that come out of a cell refer to the lesson's globals, which later
/// cells may change. Confined to one task: a lesson is evaluated from top to bottom.
public final class Evaluator {
  /// - Parameters:
  ///   - vocabulary: the declarations of displays and checks, as Swift source; see `Vocabulary`.
  public init(vocabulary: Vocabulary, limits: Limits = .standard) {
    fatalError("not built yet")
  }

  /// Checks, compiles and runs one cell. Never throws: what went wrong is in the diagnostics,
  /// and what the cell defined before stays.
  public func evaluate(_ cell: Excerpt) -> CellEvaluation {
    fatalError("not built yet")
  }

  /// Evaluates one expression that sees the definitions so far; nothing it does remains.
  /// A Double where that type-checks, else its natural type.
  public func evaluate(expression: Excerpt) -> ExpressionEvaluation {
    fatalError("not built yet")
  }

  /// Calls a function value that came out of a cell, with fresh fuel.
  public func call(
    _ function: FunctionValue, _ arguments: [CellValue]
  ) throws(EvaluationFailure) -> CellValue {
    fatalError("not built yet")
  }

  /// Calls a function of one real variable; the fast way for tables and curves.
  public func call(
    _ function: FunctionValue, at x: Double
  ) throws(EvaluationFailure) -> Double {
    fatalError("not built yet")
  }

  /// The expression that a function computes, as a case for each path through its conditions.
  public func trace(
    _ function: FunctionValue, variables: [String]
  ) throws(TraceFailure) -> TracedFunction {
    fatalError("not built yet")
  }

  /// What stands in the source of a function value, for `Formula`: its typed body.
  public func definition(of function: FunctionValue) -> TypedFunction? {
    fatalError("not built yet")
  }
}

/// Values of the plain reading. Later a pair of readings takes the place of `Double`.
public typealias CellValue = Value<Double>

/// What one cell came to.
public struct CellEvaluation {
  /// What is displayed, in order: printed text and the values of top-level expressions.
  public var outputs: [Output]
  /// Every statement is a declaration (the source is shown) or none is displayed.
  public var hasDisplays: Bool
  public var diagnostics: [Diagnostic]

  public enum Output {
    /// What `print` wrote, adjacent calls joined, with its line ends.
    case printed(String)
    case value(CellValue, type: Type, span: Span)
  }
}

public struct ExpressionEvaluation {
  /// Nil where it failed; the diagnostics say why.
  public var value: CellValue?
  public var type: Type
  public var diagnostics: [Diagnostic]
}

/// A run that was stopped: a trap of Swift's or a limit, with the place in the lesson.
public struct EvaluationFailure: Error {
  public let diagnostic: Diagnostic
  public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

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
