import Cells
import Diagnostics
import LessonSyntax
import Markup
import Typesetting

/// The article of a lesson: its Markdown as GitHub-flavoured HTML, with Lemma's additions.
///
/// The walk is iterative: depth costs no stack.
struct Article: Sendable {
  /// For whom the article is written.
  enum Style: Sendable, Hashable {
    /// GitHub-flavoured Markdown to the letter, but for the documented additions.
    case fragment
    /// A page of the site: no obsolete attributes, links to sections, wrappers that scroll.
    case page
  }

  /// A heading as the page's list of contents shows it.
  struct Heading: Sendable, Hashable {
    var level: Int
    var anchor: String
    /// Its markup where that holds no link or note, else its words.
    var markup: String
  }

  let html: String
  let headings: [Heading]
  let citations: [CitationPlace]
  let diagnostics: [Diagnostic]

  init(_ input: LessonInput, summary: LessonSummary, index: SiteIndex, style: Style) {
    var writer = ArticleWriter(input, summary: summary, index: index, style: style)
    writer.write()
    html = writer.out.text
    headings = writer.headings
    citations = writer.citations
    diagnostics = writer.diagnostics.sortedByPlace()
  }
}

/// Writes an article node by node.
struct ArticleWriter {
  let lesson: Lesson
  let results: LessonResults
  let index: SiteIndex
  let summary: LessonSummary
  let style: Article.Style
  let numbering: Numbering
  let references: References
  let typesetter: Typesetter

  var out = MarkupWriter()
  var diagnostics: [Diagnostic] = []
  var headings: [Article.Heading] = []
  /// The image whose alternative text is being written: no markup until it is left.
  var plainImage: Int?
  var hasFootnotes = false
  /// The footnote definition whose links back to the text are still to be written.
  var openBackReference: Int?
  /// Where the markup of the heading that is being written began, and whether it may be repeated.
  var headingStart = 0
  var headingIsRepeatable = true
  var isInTableHeader = false
  /// The opening marks before the next formula, which are written with it.
  var marksBeforeFormula: Substring = ""
  /// The closing marks after the last formula, which were written with it.
  var marksAfterFormula: Substring = ""
  var citations: [CitationPlace] = []
  /// How often each work has been cited so far, by its key.
  var citationCounts: [String: Int] = [:]
  /// How many parts of the page have frames so far.
  var framedParts = 0
  /// What closes each node that was opened by markup of more than one kind.
  var closings: [Int: String] = [:]

  var words: Words { index.words }

  init(
    _ input: LessonInput, summary: LessonSummary, index: SiteIndex, style: Article.Style
  ) {
    lesson = input.lesson
    results = input.results
    self.index = index
    self.summary = summary
    self.style = style
    numbering = Numbering(input.lesson, input.results)
    references = References(lesson: input.lesson, index: index, own: summary)
    typesetter = index.typesetter(for: input.lesson.frontMatter)
  }

  mutating func write() {
    guard !lesson.nodes.isEmpty else { return }
    checkRecordedFigures()
    checkCaptions()
    var node = 0
    while true {
      if enter(node) == .descend {
        if let child = lesson.nodes[node].firstChild {
          node = child
          continue
        }
        leave(node)
      }
      while node != 0, lesson.nodes[node].nextSibling == nil,
        let parent = lesson.nodes[node].parent
      {
        node = parent
        leave(node)
      }
      guard node != 0, let sibling = lesson.nodes[node].nextSibling else { break }
      node = sibling
    }
    closeFootnotes()
    writeReferenceList()
  }

  private mutating func enter(_ node: Int) -> Descent {
    if plainImage != nil { return enterPlain(node) }
    switch lesson.nodes[node].kind {
    case .document, .paragraph, .heading, .blockQuote, .alert, .block, .blockTitle, .list, .item,
      .code, .cell, .displayMath, .html, .thematicBreak, .table, .tableRow, .tableCell,
      .footnoteDefinition:
      return enterBlock(node)
    case .text, .softBreak, .lineBreak, .inlineCode, .inlineHTML, .inlineMath, .emphasis, .strong,
      .strikethrough, .link, .image, .footnoteReference, .inlineValue, .reference, .citation:
      return enterInline(node)
    }
  }

  private mutating func leave(_ node: Int) {
    if let image = plainImage {
      guard image == node else { return }
      plainImage = nil
    }
    switch lesson.nodes[node].kind {
    case .document, .paragraph, .heading, .blockQuote, .alert, .block, .blockTitle, .list, .item,
      .code, .cell, .displayMath, .html, .thematicBreak, .table, .tableRow, .tableCell,
      .footnoteDefinition:
      leaveBlock(node)
    case .text, .softBreak, .lineBreak, .inlineCode, .inlineHTML, .inlineMath, .emphasis, .strong,
      .strikethrough, .link, .image, .footnoteReference, .inlineValue, .reference, .citation:
      leaveInline(node)
    }
  }

  /// ` id="…"` of a label, or nothing.
  func id(_ name: String?) -> String {
    guard let name, !name.isEmpty else { return "" }
    return " id=\"" + MarkupWriter.escaped(name) + "\""
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}
