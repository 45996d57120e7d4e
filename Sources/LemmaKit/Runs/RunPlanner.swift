import Cells
import Diagnostics
import LessonSyntax
import SwiftEval

/// Looks up what is on record of a lesson's run cells, and what each of them depends on.
struct RunPlanner: Sendable {
  let records: Records
  private let versions: [String]
  private let tree: DiskFileTree

  init(_ tree: DiskFileTree, settings: SiteSettings) throws(CommandFailure) {
    records = try Records(in: tree)
    versions = settings.python?.requirements ?? []
    self.tree = tree
  }

  func plan(_ lesson: Lesson) -> RunPlan { plan(lesson, program: program(of: lesson)) }

  /// - Parameter program: of the lesson; nil where it has no `swift run` cell.
  func plan(_ lesson: Lesson, program: SwiftProgram?) -> RunPlan {
    var above: [Int: String] = [:]
    var python = ""
    for (index, cell) in lesson.cells.enumerated() {
      switch cell.mode {
      case .swiftEval: break
      case .swiftRun: above[index] = program?.dependency(of: index)
      case .pythonRun:
        above[index] = python
        python += cell.source.text + "\n"
      }
    }
    return RunPlan(lesson, above: above, versions: versions, records: records)
  }

  /// The Swift of a lesson as programs; nil where it runs none.
  func program(of lesson: Lesson) -> SwiftProgram? {
    guard lesson.cells.contains(where: { $0.mode == .swiftRun }) else { return nil }
    var pieces = SharedFiles(of: lesson, in: tree).excerpts.map {
      ProgramPiece(source: $0, role: .sharedFile)
    }
    for (index, cell) in lesson.cells.enumerated() {
      switch cell.mode {
      case .swiftEval:
        pieces.append(ProgramPiece(source: cell.source, role: .evalCell, cell: index))
      case .swiftRun:
        let role = ProgramPiece.Role.runCell(mustFail: cell.options.fails)
        pieces.append(ProgramPiece(source: cell.source, role: role, cell: index))
      case .pythonRun: break
      }
    }
    return SwiftProgram(pieces: pieces, vocabulary: DisplayVocabulary.vocabulary)
  }
}
