import Cells
import Diagnostics
import LessonSyntax
import SwiftEval

/// Runs the `swift run` cells of a lesson: compiled together, and each a process of its own.
struct SwiftRuns {
  let compiler: SwiftCompiler
  let program: SwiftProgram
  let lesson: Lesson

  /// What the cells gave, by cell.
  ///
  /// A cell that must fail is compiled alone, since its errors are no errors of others; so is every cell
  /// that the compiler finds errors in, for the others' sake.
  ///
  /// - Parameter cells: into the lesson's cells, in order.
  func outcomes(of cells: [Int]) throws(CommandFailure) -> [Int: RunOutcome] {
    guard !cells.isEmpty else { return [:] }
    var modules = try SwiftModules(compiler: compiler, program: program)
    var outcomes: [Int: RunOutcome] = [:]
    var together: [Int] = []
    for cell in cells {
      if lesson.cells[cell].options.fails {
        outcomes[cell] = try outcome(of: cell, compiled: modules.compile([cell]))
        continue
      }
      let diagnostics = program.diagnostics(of: cell)
      if diagnostics.isEmpty {
        together.append(cell)
      } else {
        outcomes[cell] = refused(diagnostics)
      }
    }
    for batch in program.batches(of: together) {
      try run(batch, in: &modules, &outcomes)
    }
    return outcomes
  }

  private func run(
    _ cells: [Int], in modules: inout SwiftModules, _ outcomes: inout [Int: RunOutcome]
  ) throws(CommandFailure) {
    let result = try modules.compile(cells)
    if case .compiled = result {
      for cell in cells { outcomes[cell] = try outcome(of: cell, of: cells, compiled: result) }
      return
    }
    guard cells.count > 1 else {
      for cell in cells { outcomes[cell] = try outcome(of: cell, compiled: result) }
      return
    }
    let blamed = cells.filter { cell in isBlamed(cell, by: result) }
    // An error that is in no cell, or in all of them, says nothing about who else has one.
    let alone = blamed.isEmpty ? cells : blamed
    for cell in alone {
      outcomes[cell] = try outcome(of: cell, compiled: modules.compile([cell]))
    }
    let others = cells.filter { !alone.contains($0) }
    if !others.isEmpty { try run(others, in: &modules, &outcomes) }
  }

  private func isBlamed(_ cell: Int, by result: SwiftCompiler.Compilation) -> Bool {
    guard case .refused(let output) = result else { return false }
    return output.diagnostics.contains { $0.severity == .error && isInside($0, cell) }
  }

  private func isInside(_ diagnostic: Diagnostic, _ cell: Int) -> Bool {
    let block = lesson.cells[cell].block
    return diagnostic.file == lesson.source && block.start <= diagnostic.span.start
      && diagnostic.span.start <= block.end
  }
}

// MARK: Outcomes

extension SwiftRuns {
  private func outcome(
    of cell: Int, of batch: [Int] = [], compiled result: SwiftCompiler.Compilation
  ) throws(CommandFailure) -> RunOutcome {
    switch result {
    case .compiled(let path, let output):
      var outcome = try run(cell, program: path, arguments: batch.count > 1 ? ["\(cell)"] : [])
      outcome.diagnostics += output.diagnostics.filter { isInside($0, cell) }
      return outcome
    case .refused(let output):
      let all = output.diagnostics(
        othersIn: lesson.source, at: lesson.fence(of: lesson.cells[cell]))
      return refused(all.filter { $0.severity == .error || isInside($0, cell) })
    case .stopped(let limit):
      return RunOutcome(ending: .stopped(limit: limit.description))
    }
  }

  /// Its standard error is what the compiler says, without the places, which move.
  private func refused(_ diagnostics: [Diagnostic]) -> RunOutcome {
    let errors = diagnostics.filter { $0.severity == .error }
    return RunOutcome(
      standardError: errors.map { "error: \($0.message.text)\n" }.joined(), ending: .refused,
      diagnostics: diagnostics)
  }

  private func run(
    _ cell: Int, program path: String, arguments: [String]
  ) throws(CommandFailure) -> RunOutcome {
    let folder = try WorkFolder()
    var limits = ProgramLimits()
    if let timeout = lesson.cells[cell].options.timeout {
      limits.wallTime = Int(timeout.rounded(.up))
      limits.cpuTime = max(limits.cpuTime, 2 * limits.wallTime)
    }
    let result = try compiler.runner.run(
      Program(
        path, arguments, environment: ["SWIFT_BACKTRACE": "enable=no"], in: folder, limits: limits))
    let report = CrashReport(
      String(decoding: result.errors, as: UTF8.self), files: program.sourceFiles)
    let fails = lesson.cells[cell].options.fails
    return RunOutcome(
      standardOutput: String(decoding: result.output, as: UTF8.self),
      standardError: report.text, ending: ending(result.ending), files: try files(in: folder),
      diagnostics: fails ? [] : report.diagnostic.map { [$0] } ?? [])
  }

  private func ending(_ ending: ProgramResult.Ending) -> RunOutcome.Ending {
    switch ending {
    case .exited(let status): .exited(status)
    case .signalled(let signal): .signalled(signal)
    case .stopped(let limit): .stopped(limit: limit.description)
    }
  }

  private func files(in folder: WorkFolder) throws(CommandFailure) -> [RunFile] {
    var files: [RunFile] = []
    for path in try FileSystem.files(below: folder.path) {
      guard path.lowercased().hasSuffix(".svg") || path.lowercased().hasSuffix(".csv"),
        FileSystem.kind(of: folder[path]) == .file
      else { continue }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      files.append(RunFile(name: name, bytes: try FileSystem.read(folder[path])))
    }
    return files
  }
}

/// The modules that are compiled for a lesson, in one folder: what the compiler keeps of the libraries
/// serves them all.
private struct SwiftModules {
  let compiler: SwiftCompiler
  let program: SwiftProgram
  let folder: WorkFolder
  private var count = 0

  init(compiler: SwiftCompiler, program: SwiftProgram) throws(CommandFailure) {
    self.compiler = compiler
    self.program = program
    folder = try WorkFolder()
  }

  mutating func compile(_ cells: [Int]) throws(CommandFailure) -> SwiftCompiler.Compilation {
    count += 1
    return try compiler.compile(
      program.files(running: cells), of: program.sourceFiles, to: "\(count)", in: folder)
  }
}
