import Diagnostics

@testable import SwiftEval

/// The programs of a lesson that is given by its cells.
struct LessonProgram {
  let program: SwiftProgram
  let file: SourceFile

  /// - Parameter cells: the text of each cell; the file holds them one after another.
  init(_ cells: (ProgramPiece.Role, String)...) {
    let file = SourceFile(path: "content/lesson.md", text: cells.map(\.1).joined())
    var pieces: [ProgramPiece] = []
    var start = 0
    for (index, (role, text)) in cells.enumerated() {
      let excerpt = Excerpt(text, in: file, at: start)
      pieces.append(ProgramPiece(source: excerpt, role: role, cell: index))
      start += text.utf8.count
    }
    self.file = file
    let chart = "struct Chart { init(_ caption: String) {} }"
    program = SwiftProgram(pieces: pieces, vocabulary: Vocabulary(declarations: [chart]))
  }

  /// What the last cell takes from those above it.
  var dependency: String { program.dependency(of: lastCell) }

  /// `LINE:COLUMN TEXT ID: MESSAGE` of each diagnostic of the last cell.
  var report: [String] {
    program.diagnostics(of: lastCell).map { diagnostic in
      let place = file.location(at: diagnostic.span.start)
      return "\(place.line):\(place.column) \(file.text(in: diagnostic.span)) "
        + "\(diagnostic.message.id): \(diagnostic.message.text)"
    }
  }

  private var lastCell: Int { program.lesson.pieces.count - 1 }
}

extension ProgramPiece.Role {
  static let run = ProgramPiece.Role.runCell(mustFail: false)
  static let failing = ProgramPiece.Role.runCell(mustFail: true)
}
