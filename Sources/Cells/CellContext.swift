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
  lazy var evaluator = Evaluator(
    vocabulary: DisplayVocabulary.vocabulary, sliderPositions: sliderPositions)
  /// The index of the value of each slider that has not its own, by name.
  private let sliderPositions: [String: Int]
  let settings: Notebook.Settings
  /// What the run cells above gave.
  var runs: RunResults
  var diagnostics: [Diagnostic] = []
  /// Functions that took more steps than any may: they are not called again.
  private var exhausted: Set<ObjectIdentifier> = []

  func isExhausted(_ function: FunctionValue) -> Bool {
    exhausted.contains(ObjectIdentifier(function))
  }

  /// Of figures that share theirs with other frames.
  let commonScales: FrameScales
  /// What figures span by themselves, where the lesson has sliders.
  var ownScales = FrameScales()
  /// The lesson has declared a slider so far.
  var hasSliders = false

  init(
    settings: Notebook.Settings, runs: RunResults = RunResults(),
    sliderPositions: [String: Int] = [:], commonScales: FrameScales = FrameScales()
  ) {
    self.settings = settings
    self.runs = runs
    self.sliderPositions = sliderPositions
    self.commonScales = commonScales
  }

  var typography: NumberTypography { settings.typography }
  var words: StatementWords { .words(for: settings.language) }

  func report(
    _ message: Diagnostic.Message, in excerpt: Excerpt, at span: Span, label: String? = nil,
    help: [String] = []
  ) {
    diagnostics.append(
      Diagnostic(.error, message, in: excerpt.file, at: span, label: label, help: help))
  }

  /// Reports what may come up again and again: at each row, at each point.
  func reportOnce(_ diagnostic: Diagnostic) {
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  /// Calls a function of the lesson; what went wrong is reported, once for each place.
  ///
  /// - Parameter circumstance: "in row 3, for 0.5".
  func call(
    _ function: FunctionValue, _ arguments: [CellValue], _ circumstance: String? = nil
  ) -> CellValue? {
    defer { diagnostics += evaluator.takeWarnings() }
    do {
      return try evaluator.call(function, arguments)
    } catch {
      var failure = error.diagnostic
      if let circumstance { failure.label = circumstance }
      reportOnce(failure)
      return nil
    }
  }

  /// The same for a function of one number.
  func call(_ function: FunctionValue, at x: Double) -> Double? {
    do {
      return try evaluator.call(function, at: x)
    } catch {
      reportOnce(error.diagnostic)
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
        reportOnce(error.diagnostic)
      }
      return nil
    }
  }

  /// Warns where Swift computes something else than the digits that are shown: once for each place.
  ///
  /// - Parameters:
  ///   - place: the power of ten of the last digit shown; nil where the value is shown whole.
  ///   - local: the expression, as offsets into the excerpt's text.
  func compare(
    _ reading: Reading, place: Int?, in excerpt: Excerpt, at local: Span, label: String? = nil
  ) throws(ScalarFailure) {
    guard let difference = try ComputedDifference(reading, place: place) else { return }
    warn(difference, in: excerpt, at: local, label: label)
  }

  func warn(
    _ difference: ComputedDifference, in excerpt: Excerpt, at local: Span, label: String? = nil
  ) {
    let span = excerpt.span(local)
    let message = Diagnostic.Message.computedDiffers(difference)
    guard !diagnostics.contains(where: { $0.message.id == message.id && $0.span == span }) else {
      return
    }
    diagnostics.append(
      Diagnostic(
        .warning, message, in: excerpt, at: local, label: label, help: ComputedDifference.waysOut))
  }
}
