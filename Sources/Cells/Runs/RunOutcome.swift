public import Diagnostics
public import LessonSyntax

/// What one run of a run cell gave.
public struct RunOutcome: Sendable, Hashable {
  public enum Ending: Sendable, Hashable {
    case exited(Int)
    case signalled(Int)
    /// Ended by Lemma at a limit, which is named: `10 seconds of wall time`.
    case stopped(limit: String)
    /// The compiler or the interpreter's parser did not accept it; the standard error says why.
    case refused
    /// An earlier cell ended the process that they share.
    case notReached
  }

  public var standardOutput: String
  public var standardError: String
  public var ending: Ending
  /// The figures (SVG) and the data (CSV) that it wrote, under the names that it gave them.
  public var files: [RunFile]
  /// The errors of the compiler or of the interpreter, at their places in the lesson.
  public var diagnostics: [Diagnostic]

  public init(
    standardOutput: String = "", standardError: String = "", ending: Ending,
    files: [RunFile] = [], diagnostics: [Diagnostic] = []
  ) {
    self.standardOutput = standardOutput
    self.standardError = standardError
    self.ending = ending
    self.files = files
    self.diagnostics = diagnostics
  }
}

extension RunOutcome {
  /// Whether the cell ended as its options say that it must.
  public func isExpected(of cell: Cell) -> Bool {
    switch ending {
    case .exited(let status): (status != 0) == cell.options.fails
    case .signalled, .refused: cell.options.fails
    case .stopped, .notReached: false
    }
  }

  /// The files under the names of their records, in order: `LABEL.svg`, `LABEL-2.svg`, `LABEL.csv`.
  public func recordedFiles(label: String) -> [RunFile] {
    // A colon is no part of a file's name everywhere.
    let stem = label.map { $0 == ":" ? "-" : String($0) }.joined()
    return ["csv", "svg"].flatMap { ending in
      files.filter { $0.name.lowercased().hasSuffix("." + ending) }.enumerated().map {
        number, file in
        let name = number == 0 ? stem : "\(stem)-\(number + 1)"
        return RunFile(name: "\(name).\(ending)", bytes: file.bytes)
      }
    }
  }
}

/// A file that a run cell wrote.
public struct RunFile: Sendable, Hashable {
  /// Without a folder: `arrays.csv`.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// What is known of a run cell when its lesson is evaluated: a run of now, or the record.
public struct CellRun: Sendable, Hashable {
  /// Nil where nothing was run, and what the lesson records stands.
  public var outcome: RunOutcome?
  /// Figures and data under their recorded names, `LABEL.svg`: of the run, or of the record.
  public var files: [RunFile]

  public init(outcome: RunOutcome? = nil, files: [RunFile] = []) {
    self.outcome = outcome
    self.files = files
  }
}
