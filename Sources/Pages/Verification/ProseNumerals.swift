import Cells
import Diagnostics
import LessonSyntax
import MathCore

/// The numerals of a lesson's prose that are typed: no inline value computes them.
///
/// Prose is the text of paragraphs, list items, footnotes and the cells of Markdown tables, and
/// captions. Headings, titles of blocks, code, formulas, raw HTML, citations and inline values are no
/// prose; `NumeralScanner` says which digits in prose are numerals.
struct ProseNumerals {
  struct Found {
    var text: String
    /// Where it stands in the file, or the beginning of what it stands in.
    var span: Span
    var context: String
    /// The link to a place on the site that it is in, as an index of nodes.
    var link: Int?
    /// The display in whose caption it stands, and among whose numbers it is.
    var display: OutputPlace?
  }

  private(set) var found: [Found] = []
  private let lesson: Lesson
  private let results: LessonResults
  private let typography: NumberTypography

  init(_ lesson: Lesson, _ results: LessonResults, typography: NumberTypography) {
    self.lesson = lesson
    self.results = results
    self.typography = typography
    for (index, node) in lesson.nodes.enumerated() {
      if case .cell(let cell) = node.kind { scanCaptions(of: cell) }
      if case .paragraph = node.kind { scanBlock(index) }
      if case .tableCell = node.kind { scanBlock(index) }
      if case .table(let table) = node.kind, let caption = table.caption {
        collect(ProseText(caption: caption.text) { caption.fileOffset($0) })
      }
      if case .image(let image) = node.kind {
        collect(ProseText(caption: image.caption) { _ in node.span.start })
      }
    }
  }

  private mutating func scanBlock(_ block: Int) {
    var text = ProseText()
    lesson.walk(
      from: block, enter: { text.enter(lesson.nodes[$0], of: lesson, at: $0) },
      leave: { text.leave($0) })
    collect(text)
  }

  private mutating func scanCaptions(of cell: Int) {
    guard results.outputs.indices.contains(cell) else { return }
    for (index, output) in results.outputs[cell].enumerated() {
      guard let caption = output.caption else { continue }
      let place = OutputPlace(cell: cell, output: index)
      let start = results.span(of: place)?.start ?? 0
      let first = found.count
      collect(ProseText(caption: caption) { _ in start })
      guard found.count > first else { continue }
      var numbers = DisplayNumbers(
        output, source: lesson.source(of: place, results), typography: typography)
      for numeral in found.indices[first...] where numbers.holds(found[numeral].text) {
        found[numeral].display = place
      }
    }
  }

  private mutating func collect(_ text: ProseText) {
    for range in NumeralScanner.numerals(in: text.scalars, typography: typography) {
      found.append(
        Found(
          text: text.string(range), span: text.span(range), context: text.context(of: range),
          link: text.links.first { $0.range.contains(range.lowerBound) }?.node))
    }
  }
}

extension CellOutput {
  /// The author's caption, where the display has one.
  var caption: String? {
    switch self {
    case .table(let table): table.caption
    case .figure(let figure): figure.caption
    case .check(let check): check.caption
    case .claims(let claims): claims.caption
    case .text, .formula, .slider: nil
    }
  }
}

extension Lesson {
  /// The expression that makes an output; empty where it is not known.
  func source(of place: OutputPlace, _ results: LessonResults) -> String {
    guard let span = results.span(of: place), cells.indices.contains(place.cell),
      let local = cells[place.cell].source.local(span)
    else { return "" }
    return cells[place.cell].source.excerpt(local.start, local.end).text
  }
}

extension LessonResults {
  /// Where the expression of an output stands; nil for results made without it.
  func span(of place: OutputPlace) -> Span? {
    guard outputSpans.indices.contains(place.cell),
      outputSpans[place.cell].indices.contains(place.output)
    else { return nil }
    return outputSpans[place.cell][place.output]
  }
}
