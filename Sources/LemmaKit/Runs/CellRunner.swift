import Cells
import Diagnostics
import LessonSyntax

/// Runs the run cells of a build's lessons, as far as the build asks for it.
struct CellRunner: Sendable {
  private let planner: RunPlanner
  private let settings: RunSettings

  init(_ folder: ContentFolder, settings: RunSettings) throws(CommandFailure) {
    planner = try RunPlanner(folder)
    self.settings = settings
  }

  func runs(of lesson: Lesson) throws(CommandFailure) -> LessonRuns {
    var runs = LessonRuns(plan: planner.plan(lesson))
    runs.take([:], mode: settings.mode, in: lesson)
    return runs
  }
}
