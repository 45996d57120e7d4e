import Cells
import Diagnostics
import Foundation
import LessonSyntax

/// Runs the Python cells of a lesson: in one process, in order.
struct PythonRuns {
  let environment: PythonEnvironment
  let runner: ProgramRunner

  /// What the cells gave, by cell. A cell that fails does not keep those below it from running, with what
  /// there is by then, as long as the process lives.
  ///
  /// - Parameter cells: into the lesson's cells, in order.
  func outcomes(of cells: [Int], in lesson: Lesson) throws(CommandFailure) -> [Int: RunOutcome] {
    guard !cells.isEmpty else { return [:] }
    let cells = cells.map { PythonCell(index: $0, lesson.cells[$0]) }
    let folder = try WorkFolder()
    let programs = folder.root + "/python"
    let results = folder.home + "/.lemma"
    for folder in [programs, results] { try FileSystem.makeFolder(folder) }
    let sources = [
      (PythonDriver.name, PythonDriver.source),
      (PythonMatplotlibBackend.name, PythonMatplotlibBackend.source),
    ]
    for (name, source) in sources {
      try FileSystem.write(Array(source.utf8), to: programs + "/" + name)
    }
    let job = PythonJob(
      lesson: lesson.source.path, salt: lesson.slug, mark: Self.mark(), cells: cells)
    let program = Program(
      environment.executable,
      PythonEnvironment.options + [programs + "/" + PythonDriver.name, results],
      // Sums of NumPy's depend on the number of threads.
      environment: ["OMP_NUM_THREADS": "1"], input: try job.encoded(), in: folder,
      readable: environment.readable, limits: Self.limits(of: cells))
    let result = try runner.run(program)
    let transcript = PythonTranscript(result, mark: job.mark, cells: cells.count)
    guard transcript.hasBegun else { throw environment.cannotRun(result) }
    return try PythonOutcomes(cells: cells, transcript: transcript, results: results).all()
  }

  /// What no cell can guess, and so not print.
  private static func mark() -> String {
    "lemma-" + (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }.joined()
  }

  /// Each cell's time is limited by the driver; here their sum is, with what the interpreter's start takes.
  private static func limits(of cells: [PythonCell]) -> ProgramLimits {
    var limits = ProgramLimits()
    let start = 10.0
    let sum = Int(cells.reduce(start) { $0 + $1.timeout }.rounded(.up))
    limits.cpuTime = max(limits.cpuTime, sum * limits.cpuTime / limits.wallTime)
    limits.wallTime = sum
    return limits
  }
}

/// A Python cell with its place in the lesson.
struct PythonCell {
  /// Into the lesson's cells.
  let index: Int
  let source: Excerpt
  /// Seconds.
  let timeout: Double
  /// The lesson's line on which it begins, from 1; its lines follow each other there.
  let firstLine: Int

  init(index: Int, _ cell: Cell) {
    self.index = index
    source = cell.source
    timeout = cell.options.timeout ?? Double(ProgramLimits().wallTime)
    firstLine = source.file.line(at: source.fileOffset(0)) + 1
  }
}

/// What the driver reads.
private struct PythonJob: Encodable {
  struct Cell: Encodable {
    var index: Int
    var source: String
    var line: Int
    var timeout: Double
  }

  let lesson: String
  /// Makes the identifiers in the lesson's figures differ from those in other lessons' figures.
  let salt: String
  let mark: String
  let cells: [Cell]

  init(lesson: String, salt: String, mark: String, cells: [PythonCell]) {
    self.lesson = lesson
    self.salt = salt
    self.mark = mark
    self.cells = cells.map {
      Cell(index: $0.index, source: $0.source.text, line: $0.firstLine, timeout: $0.timeout)
    }
  }

  func encoded() throws(CommandFailure) -> [UInt8] {
    do {
      return Array(try JSONEncoder().encode(self))
    } catch {
      throw .machine("cannot hand the cells of \(lesson) to Python: \(error)")
    }
  }
}
