import ArgumentParser
import Diagnostics
import LemmaKit

/// How a command treats run cells.
struct RunOptions: ParsableArguments {
  @Flag(help: "Run no cell: an output that is missing or stale is an error.")
  var noRun = false

  @Flag(help: "Run cells in a sandbox only; without one, fail.")
  var requireSandbox = false

  @Flag(help: "Say of each cell that ran why it did.")
  var explain = false

  /// - Parameter mode: the command's own, where cells may be run.
  func settings(_ mode: RunSettings.Mode) -> RunSettings {
    RunSettings(mode: noRun ? .none : mode, requiresSandbox: requireSandbox)
  }

  /// The notes to report beside what is wrong: why each cell ran, where that is asked for.
  func notes(_ explanations: [Diagnostic]) -> [Diagnostic] { explain ? explanations : [] }
}
