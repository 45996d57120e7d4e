import Cells
import Diagnostics
import LessonSyntax
import Pages

/// A lesson from its text to what its cells came to.
enum LessonEvaluation {
  /// - Parameters:
  ///   - files: where the shared Swift is that the lesson uses.
  ///   - runs: what is known of its run cells, by cell.
  static func evaluate(
    _ lesson: Lesson, of settings: SiteSettings, files: some FileTree, runs: [Int: CellRun] = [:],
    showsBothReadings: Bool = false
  ) -> LessonInput {
    let shared = SharedFiles(of: lesson, in: files)
    var notebook = Notebook.Settings(settings, lesson.frontMatter)
    notebook.showsBothReadings = showsBothReadings
    var results = Notebook.results(
      of: lesson, shared: shared.excerpts, settings: notebook, runs: runs)
    results.diagnostics += shared.diagnostics
    return LessonInput(lesson: lesson, results: results)
  }
}

/// The shared Swift that a lesson uses.
struct SharedFiles {
  private(set) var excerpts: [Excerpt] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(of lesson: Lesson, in files: some FileTree) {
    for path in lesson.frontMatter.uses {
      if let file = try? files.source(path) {
        if let notUTF8 = file.encodingDiagnostic { diagnostics.append(notUTF8) }
        excerpts.append(Excerpt(file.text, in: file, at: 0))
      } else {
        diagnostics.append(Self.missing(path, in: lesson))
      }
    }
  }

  /// Where the front matter names the file.
  private static func missing(_ path: String, in lesson: Lesson) -> Diagnostic {
    let frontMatter = lesson.frontMatter.span
    let text = lesson.source.text(in: frontMatter)
    var span = Span(frontMatter.start, frontMatter.start)
    if let range = text.firstRange(of: path) {
      let start =
        frontMatter.start + text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      span = Span(start, start + path.utf8.count)
    }
    return Diagnostic(.error, .missingSharedFile(path), in: lesson.source, at: span)
  }
}

extension Diagnostic.Message {
  static func missingSharedFile(_ path: String) -> Self {
    Self(id: "missing-file", text: "there is no file `\(path)` in the folder of the lessons")
  }
}
