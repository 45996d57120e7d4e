/// A document as cmark-gfm read it, as values: nodes in pre-order, index 0 the document.
struct MarkdownTree: Sendable {
  var nodes: [MarkdownNode]
}

/// A node of cmark-gfm's tree.
struct MarkdownNode: Sendable {
  enum Kind: Sendable, Equatable {
    case document, blockQuote, item, htmlBlock, paragraph, thematicBreak, footnoteDefinition
    case list(isOrdered: Bool, start: Int, isTight: Bool)
    case task(isChecked: Bool)
    case heading(level: Int)
    /// The info string after unescaping, as cmark gives it.
    case codeBlock(isFenced: Bool, info: String)
    /// One letter a column: `l`, `c`, `r` or 0.
    case table(alignments: [UInt8])
    case tableRow(isHeader: Bool)
    case tableCell
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, math
    case link(url: String, title: String)
    case image(url: String, title: String)
    case footnoteReference
    /// A kind that this version of cmark-gfm does not make.
    case unknown
  }

  var kind: Kind
  var parent: Int
  var firstChild: Int?
  var nextSibling: Int?
  /// The number of ancestors.
  var depth: Int
  /// Lines from 1; right for blocks, and a hint for inlines.
  var startLine: Int
  var endLine: Int
  /// In bytes from 1; right for blocks other than table rows and cells.
  var startColumn: Int
  /// The text of text, code, HTML, footnotes.
  var literal: String
  /// What the inlines of a paragraph, heading or table cell were read from.
  var content: [UInt8]

  var holdsInlines: Bool {
    switch kind {
    case .paragraph, .heading, .tableCell: true
    default: false
    }
  }
}
