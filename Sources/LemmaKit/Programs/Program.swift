/// A program to run once, with all that it may see and use.
struct Program: Sendable {
  /// An absolute path.
  var executable: String
  var arguments: [String]
  /// Beside, or instead of, what `ProgramEnvironment` gives every program.
  var environment: [String: String]
  /// Its standard input, whole.
  var input: [UInt8]
  /// Where it runs, and the only place where it may write.
  var folder: WorkFolder
  /// Files and folders that it must see wherever they are: in a sandbox `/tmp` and `/run` hold nothing
  /// else, and the rest of the system can be read anyway.
  var readable: [String]
  var limits: ProgramLimits

  init(
    _ executable: String, _ arguments: [String] = [], environment: [String: String] = [:],
    input: [UInt8] = [], in folder: WorkFolder, readable: [String] = [],
    limits: ProgramLimits = ProgramLimits()
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.input = input
    self.folder = folder
    self.readable = readable
    self.limits = limits
  }
}

/// How a program ended, and what it had written by then.
struct ProgramResult: Sendable, Hashable {
  enum Ending: Sendable, Hashable {
    case exited(Int)
    case signalled(Int)
    /// Ended by Lemma, with all the processes that it had started.
    case stopped(ProgramLimit)
  }

  /// Standard output, at most as long as the limit of the output allows.
  var output: [UInt8]
  /// Standard error, likewise.
  var errors: [UInt8]
  var ending: Ending
}
