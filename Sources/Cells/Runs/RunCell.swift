import Diagnostics
import LessonSyntax

/// A run cell as its lesson sees it: how it ended, what it printed, and what is on record.
struct RunCell {
  let cell: Cell
  let lesson: Lesson
  let context: CellContext

  /// Compares a run of now with the record; without one, the record stands.
  func result(of run: CellRun?) -> RunResult {
    let recorded = ProgramOutput(cell.output?.text ?? "")
    let files = run?.files ?? []
    guard let outcome = run?.outcome else { return RunResult(output: recorded, files: files) }
    guard outcome.isExpected(of: cell) else {
      context.diagnostics += outcome.diagnostics
      reportEnding(of: outcome)
      return RunResult(output: recorded, files: files, hasFailed: true)
    }
    // The errors of a cell that fails are what it is there to show.
    if !cell.options.fails {
      context.diagnostics += outcome.diagnostics
      noteErrors(of: outcome)
    }
    return RunResult(output: output(of: outcome, recorded), files: files)
  }

  private func output(of outcome: RunOutcome, _ recorded: ProgramOutput) -> ProgramOutput {
    if cell.options.isVolatile, cell.output != nil { return recorded }
    let printed =
      cell.options.fails
      ? ProgramOutput(ProgramOutput(outcome.standardError).lastLine ?? "")
      : ProgramOutput(outcome.standardOutput)
    return RecordedOutput(cell: cell, lesson: lesson, context: context)
      .compared(with: printed, isRequired: true)
  }
}

extension RunCell {
  /// Says what its errors do not say already.
  private func reportEnding(of outcome: RunOutcome) {
    let errors = ProgramOutput(outcome.standardError)
    let isExplained = outcome.diagnostics.hasErrors
    switch outcome.ending {
    case .exited(0): report(.unexpectedSuccess)
    case .exited(let status):
      if !isExplained { report(.failedRun(status: status), label: errors.lastLine) }
    case .signalled(let signal):
      if !isExplained { report(.endedBySignal(signal), label: errors.lastLine) }
    case .refused: if !isExplained { report(.refusedProgram, label: errors.firstLine) }
    case .stopped(let limit): report(.stoppedRun(limit))
    case .notReached: report(.unreachedCell)
    }
  }

  private func noteErrors(of outcome: RunOutcome) {
    guard let line = ProgramOutput(outcome.standardError).firstLine else { return }
    context.diagnostics.append(
      Diagnostic(
        .note, .standardError, in: lesson.source, at: lesson.fence(of: cell), label: line))
  }

  private func report(_ message: Diagnostic.Message, label: String? = nil) {
    context.diagnostics.append(
      Diagnostic(
        .error, message, in: lesson.source, at: lesson.fence(of: cell), label: label))
  }
}

extension Diagnostic.Message {
  static let unexpectedSuccess = Self(
    id: "unexpected-success", text: "this cell `fails`, it is said, and it succeeded")

  static func failedRun(status: Int) -> Self {
    Self(id: "failed-run", text: "this cell ended with exit status \(status)")
  }

  static func endedBySignal(_ signal: Int) -> Self {
    let names = [
      2: "SIGINT", 4: "SIGILL", 5: "SIGTRAP", 6: "SIGABRT", 8: "SIGFPE", 9: "SIGKILL",
      11: "SIGSEGV", 13: "SIGPIPE", 14: "SIGALRM", 15: "SIGTERM",
    ]
    let name = names[signal].map { " (\($0))" } ?? ""
    return Self(id: "failed-run", text: "this cell was ended by signal \(signal)\(name)")
  }

  static let refusedProgram = Self(
    id: "refused-program", text: "this cell is not a program that can be run")

  static func stoppedRun(_ limit: String) -> Self {
    Self(id: "run-limit", text: "this cell was ended at a limit: \(limit)")
  }

  static let unreachedCell = Self(
    id: "unreached-cell",
    text: "this cell was not run: one above it ended the process that they share")

  static let standardError = Self(
    id: "standard-error", text: "this cell writes to standard error, which is not shown")
}
