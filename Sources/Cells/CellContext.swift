import Diagnostics
import Figures
import MathCore
import SwiftEval

/// What displays and checks need of the lesson that they stand in, and where they report.
///
/// A class because everything that a lesson evaluates adds to one list of diagnostics; confined to
/// the lesson's task.
final class CellContext {
  /// Made when it is first needed: a lesson of text alone does not wait for the vocabulary.
  lazy var evaluator = Evaluator(vocabulary: DisplayVocabulary.vocabulary)
  let settings: Notebook.Settings
  var diagnostics: [Diagnostic] = []
  /// Functions that took more steps than any may: they are not called again.
  private var exhausted: Set<ObjectIdentifier> = []

  func isExhausted(_ function: FunctionValue) -> Bool {
    exhausted.contains(ObjectIdentifier(function))
  }

  init(settings: Notebook.Settings) {
    self.settings = settings
  }

  var typography: NumberTypography { settings.typography }

  func report(
    _ message: Diagnostic.Message, in excerpt: Excerpt, at span: Span, label: String? = nil,
    help: [String] = []
  ) {
    diagnostics.append(
      Diagnostic(.error, message, in: excerpt.file, at: span, label: label, help: help))
  }

  /// Calls a function of the lesson; what went wrong is reported, once for each place.
  func call(_ function: FunctionValue, _ arguments: [CellValue]) -> CellValue? {
    do {
      return try evaluator.call(function, arguments)
    } catch {
      if !diagnostics.contains(error.diagnostic) { diagnostics.append(error.diagnostic) }
      return nil
    }
  }

  /// The same for a function of one number.
  func call(_ function: FunctionValue, at x: Double) -> Double? {
    do {
      return try evaluator.call(function, at: x)
    } catch {
      if !diagnostics.contains(error.diagnostic) { diagnostics.append(error.diagnostic) }
      return nil
    }
  }

  /// What stops a run that would go on for too long.
  private static let limits: Set<String> = [
    "fuel-exhausted", "recursion-limit", "memory-limit",
  ]

  /// A value for a search, which meets points where a function traps: there it is undefined, and that
  /// is not reported. What takes too long is, and the function is undefined from then on.
  func sample(_ function: FunctionValue, at point: [Double]) -> Double? {
    guard !isExhausted(function) else { return nil }
    do {
      if point.count == 1 { return try evaluator.call(function, at: point[0]) }
      return try evaluator.call(function, point.map { .scalar(Reading($0)) }).number
    } catch {
      if Self.limits.contains(error.diagnostic.message.id) {
        exhausted.insert(ObjectIdentifier(function))
        if !diagnostics.contains(error.diagnostic) { diagnostics.append(error.diagnostic) }
      }
      return nil
    }
  }

  /// The exact real number that a piece of Swift means, as an expression without variables; nil where
  /// it cannot be followed.
  func exact(_ text: String, in file: SourceFile) -> Expression? {
    let closure = Excerpt(
      "{ () -> Double in (\(text)) }", in: file, runs: [Excerpt.Run(start: 0, fileStart: 0)])
    guard case .function(let function)? = evaluator.evaluate(expression: closure).value,
      let traced = try? evaluator.trace(function, variables: []), traced.paths.count == 1,
      traced.paths[0].conditions.isEmpty
    else { return nil }
    let value = traced.paths[0].value
    return value.variables.isEmpty ? value : nil
  }
}
