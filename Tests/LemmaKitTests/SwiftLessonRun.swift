import Cells
import Diagnostics
import Foundation
import LessonSyntax
import SwiftEval
import Testing

@testable import LemmaKit

/// The `swift run` cells of a lesson, compiled and run once.
struct SwiftLessonRun {
  let lesson: Lesson
  let program: SwiftProgram
  let outcomes: [Int: RunOutcome]
  let compilations: Int

  static var isPossible: Bool { Program.path(ofProgram: "swiftc") != nil }

  init(_ text: String) throws {
    lesson = LessonParser.parse(SourceFile(path: "content/lesson.md", text: text))
    let pieces = lesson.cells.enumerated().map { index, cell in
      let role =
        cell.mode == .swiftEval
        ? ProgramPiece.Role.evalCell : .runCell(mustFail: cell.options.fails)
      return ProgramPiece(source: cell.source, role: role, cell: index)
    }
    program = SwiftProgram(pieces: pieces, vocabulary: DisplayVocabulary.vocabulary)
    let runner = ProgramRunner(sandbox: try .probe())
    let compiler = try SwiftCompiler(runner: runner)
    let cells = lesson.cells.indices.filter { [lesson] in lesson.cells[$0].mode == .swiftRun }
    outcomes = try SwiftRuns(compiler: compiler, program: program, lesson: lesson)
      .outcomes(of: cells)
    compilations = runner.startedPrograms - outcomes.values.filter { $0.ending != .refused }.count
  }

  /// In the order of the cells.
  var outputs: [String] { outcomes.sorted { $0.key < $1.key }.map(\.value.standardOutput) }

  /// `LINE TEXT: MESSAGE` of each diagnostic.
  func report(_ cell: Int) -> [String] {
    (outcomes[cell]?.diagnostics ?? []).map { diagnostic in
      let line = lesson.source.location(at: diagnostic.span.start).line
      return "\(line) \(lesson.source.text(in: diagnostic.span)): \(diagnostic.message.text)"
    }
  }

  /// The outcome of one cell that is compiled for itself.
  func outcomeAlone(_ cell: Int) throws -> RunOutcome? {
    let compiler = try SwiftCompiler(runner: ProgramRunner(sandbox: try .probe()))
    return try SwiftRuns(compiler: compiler, program: program, lesson: lesson)
      .outcomes(of: [cell])[cell]
  }

  /// What an ordinary `main.swift` of the definitions and the cell prints.
  func plainOutput(_ cell: Int) throws -> String {
    let source = program.dependency(of: cell) + lesson.cells[cell].source.text
    let program = try Self.compiled("import Foundation\n" + source)
    let result = try ProgramRunner(sandbox: try .probe()).run(
      Program(program["main"], in: program))
    return String(decoding: result.output, as: UTF8.self)
  }

  /// The folder with the program `main` that `swiftc` makes of a text.
  static func compiled(_ text: String) throws -> WorkFolder {
    let folder = try WorkFolder()
    try FileSystem.write(Array(text.utf8), to: folder["main.swift"])
    let compiler = try #require(Program.path(ofProgram: "swiftc"))
    let result = try ProgramRunner(sandbox: try .probe()).run(
      Program(compiler, ["-swift-version", "5", "main.swift"], in: folder))
    #expect(
      result.ending == .exited(0), "\(text)\n\(String(decoding: result.errors, as: UTF8.self))")
    return folder
  }
}
