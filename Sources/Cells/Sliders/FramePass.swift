import Diagnostics
import LessonSyntax
import SwiftEval

/// Evaluates a lesson with other values of its sliders, and makes only what depends on them.
struct FramePass {
  let lesson: Lesson
  let shared: [Excerpt]
  let settings: Notebook.Settings
  /// What the lesson's run cells gave.
  let runs: RunResults
  /// The index of each slider's value, by its name.
  let positions: [String: Int]
  /// Of figures that share theirs with other frames.
  let scales: FrameScales

  /// What is to be made: outputs by the places of their parts, and inline values.
  struct Selection {
    /// The cells that are run.
    var needed: Set<Int>
    var cells: [Int: Set<Span>] = [:]
    var inlineValues: Set<Int> = []
  }

  /// What the pass came to.
  struct Made {
    /// By cell; cells that show nothing of what is asked for are left out.
    var cells: [Int: ShownOutputs] = [:]
    var inlineValues: [Int: InlineValueCheck.Frame] = [:]
    /// What the figures span by themselves.
    var ownScales = FrameScales()
    var diagnostics: [Diagnostic] = []
  }

  func making(_ selection: Selection) -> Made {
    let context = CellContext(
      settings: settings, runs: runs, sliderPositions: positions, commonScales: scales)
    for file in shared { context.diagnostics += context.evaluator.evaluate(file).diagnostics }
    var made = Made()
    var values = selection.inlineValues.sorted()[...]
    for index in 0...lesson.cells.count {
      while let value = values.first, lesson.inlineValues[value].cellsBefore <= index {
        let check = InlineValueCheck(value: lesson.inlineValues[value], context: context)
        made.inlineValues[value] = check.frame(in: lesson.source)
        values.removeFirst()
      }
      guard selection.needed.contains(index) else { continue }
      let wanted = selection.cells[index]
      let cell = EvaluatedCell(lesson.cells[index], index: index, context: context) {
        wanted?.contains($0) ?? false
      }
      if wanted != nil { made.cells[index] = cell.shown }
    }
    made.ownScales = context.ownScales
    made.diagnostics = context.diagnostics
    return made
  }
}
