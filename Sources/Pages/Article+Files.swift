import Cells
import Diagnostics
import LessonSyntax
import Markup

/// Files that the lesson's cells make, for download: those that cells with `file=` are joined to, and
/// the data that run cells recorded.
extension ArticleWriter {
  /// The file of which a node is the last part.
  func file(endingAt node: Int) -> TangledFile? {
    results.tangledFiles.first { $0.nodes.last == node }
  }

  /// Offers the file of which a node is the last part.
  mutating func writeDownload(endingAt node: Int) {
    guard let file = file(endingAt: node) else { return }
    let path = LessonFiles.path(of: file, slug: summary.slug)
    writeDownloads(words.download, [path])
  }

  /// Offers what a run cell recorded beside its figures.
  mutating func writeData(of cell: Int) {
    guard results.recordedFiles.indices.contains(cell) else { return }
    let paths = results.recordedFiles[cell].filter { !$0.isFigure }.map {
      LessonFiles.path(ofRecorded: $0.name, slug: summary.slug)
    }
    if !paths.isEmpty { writeDownloads(words.data, paths) }
  }

  private mutating func writeDownloads(_ word: String, _ paths: [String]) {
    out.write(Destination.downloads(word, paths))
    out.write(markup: "\n")
  }

  /// The name of the file that a paragraph shows whole: it is a link to it and nothing else.
  func wholeFile(ofParagraph node: Int) -> Node.Link? {
    // The last paragraph of a footnote takes the way back to the text: its link stays a link.
    guard openBackReference == nil, let child = lesson.nodes[node].firstChild,
      lesson.nodes[child].nextSibling == nil, lesson.nodes[child].firstChild == nil,
      case .link(let link) = lesson.nodes[child].kind, link.fileName != nil
    else { return nil }
    return link
  }

  /// A listing of the whole file under its name.
  mutating func writeWholeFile(_ link: Node.Link) {
    guard let file = tangledFile(of: link) else { return }
    let path = LessonFiles.path(of: file, slug: summary.slug)
    line("<figure class=\"file\">\n")
    out.write(Element("figcaption", [:], [Destination.download(path, name: file.name)]))
    out.write(markup: "\n")
    writeCode(file.text, language: file.language)
    out.write(markup: "</figure>\n")
  }

  /// The file that a link with the scheme `file:` names; one that is none is reported.
  mutating func tangledFile(of link: Node.Link) -> TangledFile? {
    guard let name = link.fileName else { return nil }
    if let file = results.tangledFiles.first(where: { $0.name == name }) { return file }
    let nearest = NearestName.nearest(to: name, in: results.tangledFiles.map(\.name))
    report(
      Diagnostic(
        .error, .unknownTangledFile(name), in: lesson.source, at: link.destinationSpan,
        help: nearest.map { ["did you mean `file:\($0)`?"] } ?? []))
    return nil
  }
}

extension Node.Link {
  /// `sigmoid.py` of `file:sigmoid.py`; nil for every other link, and for the addresses of files on a
  /// disk.
  var fileName: String? {
    guard destination.hasPrefix("file:"), !destination.hasPrefix("file:/") else { return nil }
    return String(destination.dropFirst("file:".count))
  }
}

extension RunFile {
  /// Anything else that a cell records is data.
  var isFigure: Bool { name.hasSuffix(".svg") }
}

extension Diagnostic.Message {
  static func unknownTangledFile(_ name: String) -> Self {
    Self(id: "broken-link", text: "no cell of this lesson is part of a file `\(name)`")
  }
}
