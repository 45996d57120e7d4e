import Cells
import Diagnostics
import LessonSyntax
import Markup

/// Figures that run cells made, which the author places as images.
extension ArticleWriter {
  /// The recorded figure that an image shows, of this lesson or of another.
  func recordedFigure(_ image: Node.Image) -> RecordedFigure? {
    guard let path = contentPath(of: image) else { return nil }
    return summary.figures[path] ?? index.recordedFigure(at: path)
  }

  private func contentPath(of image: Node.Image) -> String? {
    guard !RelativePath.isExternal(image.source) else { return nil }
    return RelativePath.resolve(RelativePath.path(of: image.source), from: lesson.source.path)
  }

  /// Without a description, a figure says nothing to a reader who does not see it.
  mutating func checkDescription(of image: Node.Image, _ node: Int) {
    guard !lesson.plainText(of: node, results: results).contains(where: { !$0.isWhitespace }) else {
      return
    }
    report(
      Diagnostic(
        .error, .noDescription(image.source), in: lesson.source, at: lesson.nodes[node].span,
        help: ["say between the brackets what the figure shows: `![A curve that …](…)`"]))
  }

  /// Reports the figures that the lesson's cells made and that may not be published, or that no image
  /// of the lesson shows.
  mutating func checkRecordedFigures() {
    guard !summary.figures.isEmpty else { return }
    var shown: Set<String> = []
    for case .image(let image) in lesson.nodes.lazy.map(\.kind) {
      if let path = contentPath(of: image) { shown.insert(path) }
    }
    for (cell, files) in zip(lesson.cells, results.recordedFiles) {
      for file in files {
        let path = LessonFiles.path(ofRecorded: file.name, slug: summary.slug)
        guard let figure = summary.figures[path] else { continue }
        if let objection = figure.objection {
          report(
            Diagnostic(
              .error, .badFigure(path, objection), in: lesson.source, at: lesson.fence(of: cell)))
        }
        if !shown.contains(path) { reportNotShown(path, at: cell) }
      }
    }
  }

  private mutating func reportNotShown(_ path: String, at cell: Cell) {
    let link = RelativePath.link(to: path, from: lesson.source.path)
    report(
      Diagnostic(
        .error, .figureNotShown(path), in: lesson.source, at: lesson.fence(of: cell),
        help: ["show it: `![what it shows](\(link) \"caption #label\")`"]))
  }
}

extension Diagnostic.Message {
  static func figureNotShown(_ path: String) -> Self {
    Self(
      id: "figure-not-shown",
      text: "this cell makes the figure `\(path)`, and no image of the lesson shows it")
  }

  static func badFigure(_ path: String, _ objection: String) -> Self {
    Self(id: "bad-figure", text: "`\(path)` \(objection)")
  }

  static func noDescription(_ path: String) -> Self {
    Self(id: "no-description", text: "the figure `\(path)` has no description")
  }
}
