import Cells
import Diagnostics
import LessonSyntax
import SwiftEval

/// Runs the run cells of a build's lessons, as far as the build asks for it.
struct CellRunner: Sendable {
  private let planner: RunPlanner
  private let settings: RunSettings
  private let services: RunServices

  init(_ folder: ContentFolder, _ settings: RunSettings, content: String) throws(CommandFailure) {
    planner = try RunPlanner(folder.tree, settings: folder.settings)
    self.settings = settings
    services = RunServices(settings, python: folder.settings.python, content: content)
  }

  var startedPrograms: Int { services.startedPrograms }

  /// What is wrong with the site's records as a whole.
  var diagnostics: [Diagnostic] { planner.records.diagnostics }

  func runs(of lesson: Lesson) throws(CommandFailure) -> LessonRuns {
    let program = planner.program(of: lesson)
    var runs = LessonRuns(plan: planner.plan(lesson, program: program))
    let cells = runs.plan.cellsToRun(settings.mode, in: lesson)
    let outcomes = try outcomes(of: cells, in: lesson, program)
    runs.take(outcomes, mode: settings.mode, in: lesson)
    runs.reportRecords(settings.mode == .stale ? .warning : .error, in: lesson)
    return runs
  }

  private func outcomes(
    of cells: [Int], in lesson: Lesson, _ program: SwiftProgram?
  ) throws(CommandFailure) -> [Int: RunOutcome] {
    var outcomes: [Int: RunOutcome] = [:]
    let swift = cells.filter { lesson.cells[$0].mode == .swiftRun }
    if let program, !swift.isEmpty {
      let compiler = try SwiftCompiler(runner: services.runner())
      let runs = SwiftRuns(compiler: compiler, program: program, lesson: lesson)
      outcomes.merge(try runs.outcomes(of: swift)) { first, _ in first }
    }
    let python = cells.filter { lesson.cells[$0].mode == .pythonRun }
    if !python.isEmpty {
      let environment = try services.pythonEnvironment()
      let runs = PythonRuns(environment: environment, runner: try services.runner())
      outcomes.merge(try runs.outcomes(of: python, in: lesson)) { first, _ in first }
    }
    return outcomes
  }
}

extension CellRunner {
  /// The warning that cells ran without a sandbox, once for a build: at the first cell that ran.
  func sandboxDiagnostic(_ lessons: [(Lesson, LessonRuns)]) -> Diagnostic? {
    guard let reason = services.sandboxObjection,
      let (lesson, runs) = lessons.first(where: { !$0.1.outcomes.isEmpty }),
      let first = runs.outcomes.keys.min()
    else { return nil }
    return Diagnostic(
      .warning, .noSandbox(reason), in: lesson.source, at: lesson.fence(of: lesson.cells[first]),
      help: ["`--require-sandbox` refuses to run cells so, `--no-run` runs none"])
  }
}

extension Diagnostic.Message {
  static let noSandboxID = "no-sandbox"

  static func noSandbox(_ reason: String) -> Self {
    Self(
      id: noSandboxID, text: "run cells ran with the user's rights, without a sandbox: \(reason)")
  }
}
