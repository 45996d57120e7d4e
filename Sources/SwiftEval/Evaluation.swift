public import Diagnostics
public import MathCore

/// Values of both readings.
public typealias CellValue = Value<Reading>

/// What one cell came to.
public struct CellEvaluation {
  /// What is displayed, in order: printed text, the values of top-level expressions, sliders.
  public var outputs: [Output]
  /// False where every statement is a declaration or shows nothing.
  public var hasDisplays: Bool
  public var diagnostics: [Diagnostic]

  public enum Output {
    /// What `print` wrote, adjacent calls joined, with its line ends.
    case printed(String)
    /// The span counts in the cell's text.
    case value(CellValue, type: Type, span: Span)
    case slider(DeclaredSlider)
  }
}

public struct ExpressionEvaluation {
  /// Nil where it failed; the diagnostics say why, unless code that failed before is the reason.
  public var value: CellValue?
  public var type: Type
  public var diagnostics: [Diagnostic]
}

/// A run that was stopped: a trap of Swift's or a limit, with the place in the lesson.
public struct EvaluationFailure: Error {
  public let diagnostic: Diagnostic
  /// The program has no value here, as where Swift traps; else it is Lemma that could not go on.
  public let isFault: Bool

  public init(_ diagnostic: Diagnostic, isFault: Bool = false) {
    self.diagnostic = diagnostic
    self.isFault = isFault
  }
}
