import Cells
import Diagnostics
import Foundation
import LessonSyntax
import Testing

@testable import LemmaKit

/// The Python cells of a lesson, run once.
struct PythonLessonRun {
  let lesson: Lesson
  /// In the order of the cells.
  let outcomes: [RunOutcome]

  /// - Parameter python: nil is the `python3` of this machine.
  init(_ text: String, python: SiteSettings.Python? = nil) throws {
    lesson = LessonParser.parse(SourceFile(path: "lesson.md", text: text))
    let content = try TemporaryFolder()
    let runs = PythonRuns(
      environment: try PythonEnvironment(python, content: content.path),
      runner: ProgramRunner(sandbox: try .probe()))
    let byCell = try runs.outcomes(of: Array(lesson.cells.indices), in: lesson)
    outcomes = byCell.sorted { $0.key < $1.key }.map(\.value)
  }

  /// A lesson of these cells alone; each begins three lines below the end of the one before it.
  init(cells: String..., python: SiteSettings.Python? = nil) throws {
    try self.init(
      cells.map { "```python run\n\($0)\n```\n" }.joined(separator: "\n"), python: python)
  }

  var outputs: [String] { outcomes.map(\.standardOutput) }
  var errors: [String] { outcomes.map(\.standardError) }
  var endings: [RunOutcome.Ending] { outcomes.map(\.ending) }

  func files(_ cell: Int) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: outcomes[cell].files.map {
        ($0.name, String(decoding: $0.bytes, as: UTF8.self))
      })
  }

  /// `LINE:COLUMN TEXT ID: MESSAGE` of each diagnostic.
  func report(_ cell: Int) -> [String] {
    outcomes[cell].diagnostics.map { diagnostic in
      let place = lesson.source.location(at: diagnostic.span.start)
      let text = lesson.source.text(in: diagnostic.span)
      return
        "\(place.line):\(place.column) \(text) \(diagnostic.message.id): \(diagnostic.message.text)"
    }
  }
}

/// The environment with the packages that the course pins.
enum CoursePython {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  static let settings = SiteSettings.Python(executable: root + "/.venv/bin/python")

  static let isInstalled = FileManager.default.fileExists(
    atPath: root + "/.venv/installed/content-requirements.txt")

  static let instruction: Comment =
    "`Tools/python-packages content/requirements.txt` installs the packages"
}
