import Cells
import Diagnostics
import LessonSyntax
import Typesetting

extension Caption {
  /// What is wrong with a caption: with its formulas, and that it holds links, which captions have none
  /// of.
  static func diagnostics(of caption: Excerpt, typesetter: Typesetter) -> [Diagnostic] {
    pieces(of: caption.text).flatMap { piece -> [Diagnostic] in
      switch piece {
      case .plain(let start, let words):
        linkSpans(in: Array(words.utf8)).map { link in
          Diagnostic(
            .error, .linkInCaption, in: caption, at: Span(start + link.start, start + link.end),
            help: ["write the link in the text"])
        }
      case .formula(let start, let tex):
        typesetter.typeset(caption.excerpt(start, start + tex.utf8.count), display: false)
          .diagnostics
      case .code: []
      }
    }
  }

  /// `[text](destination)`, as far as that is one without brackets of its own.
  private static func linkSpans(in bytes: [UInt8]) -> [Span] {
    var spans: [Span] = []
    var open: Int?
    var position = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "["): open = position
      case UInt8(ascii: "]"):
        if let start = open, position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "(") {
          guard let end = bytes[position...].firstIndex(of: UInt8(ascii: ")")) else { return spans }
          spans.append(Span(start, end + 1))
          position = end
        }
        open = nil
      default: break
      }
      position += 1
    }
    return spans
  }
}

extension ArticleWriter {
  /// Reports what is wrong with the lesson's captions, and with the titles of its displays.
  mutating func checkCaptions() {
    for node in lesson.nodes {
      switch node.kind {
      case .table(let table): if let caption = table.caption { checkCaption(caption) }
      case .image(let image):
        checkCaption(
          Excerpt(image.caption, in: lesson.source, standingFor: image.sourceSpan))
      default: break
      }
    }
    for (cell, outputs) in results.outputs.enumerated() {
      for (output, made) in outputs.enumerated() {
        guard let caption = made.title else { continue }
        checkCaption(excerpt(ofCaption: caption, at: OutputPlace(cell: cell, output: output)))
      }
    }
  }

  private mutating func checkCaption(_ caption: Excerpt) {
    diagnostics += Caption.diagnostics(of: caption, typesetter: typesetter)
  }

  /// A display's caption where its call says it word for word, with backslashes doubled or in a raw
  /// literal; any other stands for the call.
  private func excerpt(ofCaption caption: String, at place: OutputPlace) -> Excerpt {
    let cell = lesson.cells[place.cell].source
    let span = results.span(of: place) ?? cell.span
    if let local = cell.local(span) {
      let call = cell.excerpt(local.start, local.end)
      if let found = call.excerpt(of: caption) { return found }
      if let found = call.excerpt(of: caption.replacing("\\", with: "\\\\")) {
        return found.withSingleBackslashes
      }
    }
    return Excerpt(caption, in: lesson.source, standingFor: span)
  }
}

extension Excerpt {
  fileprivate func excerpt(of part: String) -> Excerpt? {
    guard let range = text.firstRange(of: part) else { return nil }
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return excerpt(start, start + part.utf8.count)
  }

  /// One for two.
  fileprivate var withSingleBackslashes: Excerpt {
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var runs: [Run] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count { position += 1 }
      runs.append(Run(start: kept.count, fileStart: fileOffset(position)))
      kept.append(bytes[position])
      position += 1
    }
    return Excerpt(String(decoding: kept, as: UTF8.self), in: file, runs: runs)
  }
}

extension CellOutput {
  /// What the author calls the display.
  fileprivate var title: String? {
    if case .slider(let slider) = self { slider.title } else { caption }
  }
}

extension Diagnostic.Message {
  static let linkInCaption = Self(
    id: "link-in-caption", text: "a caption holds words, formulas and code; this link would be none"
  )
}
