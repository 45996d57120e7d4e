import Cells
import Diagnostics
import LessonSyntax

/// The numerals of a lesson's prose that are typed, and that nothing computes.
///
/// Prose is the text of paragraphs, list items, footnotes and the cells of Markdown tables, and
/// captions. Headings, titles of blocks, code, formulas, raw HTML, references, citations and inline
/// values are no prose; `NumeralScanner` says which digits in prose are numerals.
struct ProseNumerals {
  struct Found {
    var text: String
    /// Where it begins in the file, or the piece of text that it stands in.
    var offset: Int
    var context: String
  }

  private(set) var found: [Found] = []
  private let lesson: Lesson

  init(_ lesson: Lesson, _ results: LessonResults) {
    self.lesson = lesson
    for (index, node) in lesson.nodes.enumerated() {
      if case .cell(let cell) = node.kind { scanCaptions(of: cell, results) }
      if case .paragraph = node.kind { scanBlock(index) }
      if case .tableCell = node.kind { scanBlock(index) }
      if case .table(let table) = node.kind, let caption = table.caption {
        scanCaption(caption.text) { caption.fileOffset($0) }
      }
      if case .image(let image) = node.kind {
        scanCaption(image.caption) { _ in node.span.start }
      }
    }
  }

  private mutating func scanBlock(_ block: Int) {
    var text = ProseText()
    lesson.walk(
      from: block, enter: { text.enter(lesson.nodes[$0], of: lesson, at: $0) }, leave: { _ in })
    collect(text)
  }

  private mutating func scanCaptions(of cell: Int, _ results: LessonResults) {
    guard results.outputs.indices.contains(cell) else { return }
    for (index, output) in results.outputs[cell].enumerated() {
      let spans = results.outputSpans.indices.contains(cell) ? results.outputSpans[cell] : []
      let offset = spans.indices.contains(index) ? spans[index].start : 0
      let caption: String? =
        switch output {
        case .table(let table): table.caption
        case .figure(let figure): figure.caption
        case .check(let check): check.caption
        case .claims(let claims): claims.caption
        case .text, .formula, .slider: nil
        }
      if let caption { scanCaption(caption) { _ in offset } }
    }
  }

  /// - Parameter place: where an offset of the caption stands in the file.
  private mutating func scanCaption(_ caption: String, place: (Int) -> Int) {
    var text = ProseText()
    for piece in Caption.pieces(of: caption) {
      switch piece {
      case .plain(let start, let plain):
        text.append(plain) { place(start + $0) }
      case .formula, .code: text.appendGap()
      }
    }
    collect(text)
  }

  private mutating func collect(_ text: ProseText) {
    for range in NumeralScanner.numerals(in: text.scalars) {
      found.append(
        Found(
          text: text.string(range), offset: text.offsets[range.lowerBound],
          context: text.context(of: range)))
    }
  }
}

/// The text of one block as a reader sees it, with the way back to the file; what is no prose is a
/// gap.
struct ProseText {
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var offsets: [Int] = []
  private static let gap: Unicode.Scalar = "\u{FFFC}"

  mutating func append(_ text: String, place: (Int) -> Int) {
    var offset = 0
    for scalar in text.unicodeScalars {
      scalars.append(scalar)
      offsets.append(place(offset))
      offset += UTF8.width(scalar)
    }
  }

  mutating func appendGap() {
    scalars.append(Self.gap)
    offsets.append(offsets.last ?? 0)
  }

  mutating func enter(_ node: Node, of lesson: Lesson, at index: Int) -> Descent {
    switch node.kind {
    case .text(let text):
      // A text with escapes or entities is longer in the file: its numerals are where it begins.
      let isVerbatim = lesson.source.text(in: node.span) == text
      append(text) { node.span.start + (isVerbatim ? $0 : 0) }
    case .softBreak, .lineBreak: append(" ") { _ in node.span.start }
    case .link(let link) where link.destination.hasSuffix(lesson.plainText(of: index)):
      // An address that stands for itself.
      appendGap()
      return .skip
    case .inlineCode, .inlineHTML, .inlineMath, .image, .footnoteReference, .inlineValue,
      .reference, .citation:
      appendGap()
      return .skip
    default: break
    }
    return .descend
  }

  func string(_ range: Range<Int>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[range])
    return text
  }

  /// The words around a numeral: up to 30 characters on each side.
  func context(of range: Range<Int>) -> String {
    var start = max(0, range.lowerBound - 30)
    var end = min(scalars.count, range.upperBound + 30)
    if start > 0 {
      while start < range.lowerBound, scalars[start] != " " { start += 1 }
    }
    if end < scalars.count {
      while end > range.upperBound, scalars[end - 1] != " " { end -= 1 }
    }
    let words = string(start..<end).replacing("\u{FFFC}", with: "…").split(separator: " ")
    return (start > 0 ? "… " : "") + words.joined(separator: " ")
      + (end < scalars.count ? " …" : "")
  }
}
