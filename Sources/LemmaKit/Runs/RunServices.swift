import LessonSyntax
import Synchronization

/// What all lessons of a build run their cells with. Nothing is looked for, and no program is started,
/// before the first cell has to run.
///
/// A class since lessons are worked on at once, and share it.
final class RunServices: Sendable {
  private struct State {
    var runner: ProgramRunner?
    var python: Result<PythonEnvironment, CommandFailure>?
  }

  private let settings: RunSettings
  private let python: SiteSettings.Python?
  private let content: String
  private let state = Mutex(State())

  /// - Parameter content: the folder of the lessons, as the user named it.
  init(_ settings: RunSettings, python: SiteSettings.Python?, content: String) {
    self.settings = settings
    self.python = python
    self.content = content
  }

  var startedPrograms: Int { state.withLock { $0.runner?.startedPrograms ?? 0 } }

  /// Why programs ran without a sandbox; nil where they had one, or none ran.
  var sandboxObjection: String? {
    guard case .none(let reason)? = state.withLock({ $0.runner?.sandbox }) else { return nil }
    return reason
  }

  func runner() throws(CommandFailure) -> ProgramRunner {
    try state.withLock { state throws(CommandFailure) in try runner(&state) }
  }

  private func runner(_ state: inout State) throws(CommandFailure) -> ProgramRunner {
    if let runner = state.runner { return runner }
    let sandbox = try settings.probe()
    if case .none(let reason) = sandbox, settings.requiresSandbox {
      throw .machine("there is no sandbox for run cells: \(reason)")
    }
    let runner = ProgramRunner(sandbox: sandbox, isInterruptible: true)
    state.runner = runner
    return runner
  }

  /// The interpreter, once it is known to have what the site pins.
  func pythonEnvironment() throws(CommandFailure) -> PythonEnvironment {
    try state.withLock { state throws(CommandFailure) in
      if let known = state.python { return try known.get() }
      let runner = try runner(&state)
      let result = Result { () throws(CommandFailure) in
        let environment = try PythonEnvironment(python, content: content)
        try environment.check(with: runner)
        return environment
      }
      state.python = result
      return try result.get()
    }
  }
}
