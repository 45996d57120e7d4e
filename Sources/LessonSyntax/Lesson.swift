public import Diagnostics

/// A parsed lesson: its front matter and its tree, kept in flat arrays so that depth costs no stack.
///
/// Nodes are in document order (pre-order); index 0 is the document. All spans are UTF-8 offsets
/// into `source`.
public struct Lesson: Sendable {
  /// The file, its path relative to the content folder: `02-its-slope.md`.
  public let source: SourceFile
  public let frontMatter: FrontMatter
  public let nodes: [Node]
  /// Cells in document order; `Node.Kind.cell` holds an index into this.
  public let cells: [Cell]
  /// Inline values in document order; `Node.Kind.inlineValue` holds an index into this.
  public let inlineValues: [InlineValue]
  /// What the parser found wrong.
  public let diagnostics: [Diagnostic]

  public init(
    source: SourceFile, frontMatter: FrontMatter, nodes: [Node], cells: [Cell],
    inlineValues: [InlineValue], diagnostics: [Diagnostic]
  ) {
    self.source = source
    self.frontMatter = frontMatter
    self.nodes = nodes
    self.cells = cells
    self.inlineValues = inlineValues
    self.diagnostics = diagnostics
  }

  /// The file name without `.md`: the page is `slug.html`.
  public var slug: String {
    let name = source.path.split(separator: "/").last.map(String.init) ?? source.path
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }

  /// The first line of a cell's block, without its line ending: where what is said of the cell as a
  /// whole is placed.
  public func fence(of cell: Cell) -> Span {
    let line = source.spanOfLine(source.line(at: cell.block.start))
    return Span(cell.block.start, min(line.end, max(cell.block.end, cell.block.start)))
  }

  public func children(of index: Int) -> [Int] {
    var result: [Int] = []
    var child = nodes[index].firstChild
    while let current = child {
      result.append(current)
      child = nodes[current].nextSibling
    }
    return result
  }
}

public struct Node: Sendable, Hashable {
  public var kind: Kind
  public var span: Span
  public var parent: Int?
  public var firstChild: Int?
  public var nextSibling: Int?

  public init(kind: Kind, span: Span, parent: Int? = nil) {
    self.kind = kind
    self.span = span
    self.parent = parent
  }

  public enum Kind: Sendable, Hashable {
    // Blocks
    case document
    case paragraph
    case heading(level: Int, anchor: String)
    case blockQuote
    /// `> [!NOTE]` and its kin: GitHub's five.
    case alert(Alert)
    /// `> [!THEOREM] Title #label`; the title's inlines are the children of a `blockTitle` child.
    case block(Block)
    case blockTitle
    case list(ListAttributes)
    /// `checked` is nil for an item that is no task.
    case item(checked: Bool?)
    /// A listing: any fenced or indented code that is not a cell.
    case code(CodeBlock)
    /// A cell with its `output` block, if one follows.
    case cell(Int)
    /// A ```` ```math ```` block or a `$$…$$` that stands alone in its paragraph.
    case displayMath(Math)
    case html(String)
    case thematicBreak
    /// Rows are `tableRow` children, the first one the header.
    case table(TableAttributes)
    case tableRow(isHeader: Bool)
    case tableCell(Alignment)
    case footnoteDefinition(Footnote)

    // Inlines
    case text(String)
    case softBreak
    case lineBreak
    case inlineCode(String)
    case inlineHTML(String)
    case inlineMath(Math)
    case emphasis
    case strong
    case strikethrough
    case link(Link)
    case image(Image)
    case footnoteReference(Footnote)
    /// `[0.88](eval:sigmoid(2))` and `lit:`, `run:` links; its children are the text.
    case inlineValue(Int)
    /// `[Figure 1](#curve)`, `[](slope.md#curve)`: resolved by Pages; children are the text.
    case reference(Reference)
    /// `[](cite:verhulst1838)`
    case citation(Citation)
  }

  public enum Alert: String, Sendable, Hashable, CaseIterable {
    case note = "NOTE"
    case tip = "TIP"
    case important = "IMPORTANT"
    case warning = "WARNING"
    case
      caution = "CAUTION"
  }

  public enum BlockKind: String, Sendable, Hashable, CaseIterable {
    case theorem = "THEOREM"
    case definition = "DEFINITION"
    case lemma = "LEMMA"
    case proof = "PROOF"
    case
      example = "EXAMPLE"
    case exercise = "EXERCISE"
    case solution = "SOLUTION"
  }

  public struct Block: Sendable, Hashable {
    public var kind: BlockKind
    public var label: Label?
    /// `[!SOLUTION]-`
    public var isFolded: Bool
    public init(kind: BlockKind, label: Label? = nil, isFolded: Bool = false) {
      self.kind = kind
      self.label = label
      self.isFolded = isFolded
    }
  }

  public struct ListAttributes: Sendable, Hashable {
    /// Nil for a bullet list.
    public var start: Int?
    public var isTight: Bool
    public init(start: Int?, isTight: Bool) {
      self.start = start
      self.isTight = isTight
    }
  }

  public enum Alignment: String, Sendable, Hashable { case none, left, center, right }

  public struct TableAttributes: Sendable, Hashable {
    public var alignments: [Alignment]
    /// From `Table: caption #label` in the paragraph after the table, which is not a node then.
    public var caption: Excerpt?
    public var label: Label?
    public init(alignments: [Alignment], caption: Excerpt? = nil, label: Label? = nil) {
      self.alignments = alignments
      self.caption = caption
      self.label = label
    }
  }

  public struct Footnote: Sendable, Hashable {
    public var label: String
    /// From 1, in the order of first reference.
    public var number: Int
    /// A reference's own number among those to one note, from 1; a definition's count of them.
    public var occurrence: Int
    public init(label: String, number: Int, occurrence: Int) {
      self.label = label
      self.number = number
      self.occurrence = occurrence
    }
  }

  public struct Link: Sendable, Hashable {
    /// After CommonMark's unescaping, as cmark gives it.
    public var destination: String
    public var title: String
    public var destinationSpan: Span
    public init(destination: String, title: String, destinationSpan: Span) {
      self.destination = destination
      self.title = title
      self.destinationSpan = destinationSpan
    }
  }

  public struct Image: Sendable, Hashable {
    public var source: String
    public var caption: String
    public var label: Label?
    public var sourceSpan: Span
    public init(source: String, caption: String, label: Label?, sourceSpan: Span) {
      self.source = source
      self.caption = caption
      self.label = label
      self.sourceSpan = sourceSpan
    }
  }

  public struct Reference: Sendable, Hashable {
    /// `slope.md` of `slope.md#curve`; nil for this lesson.
    public var file: String?
    /// `curve`; nil for a link to a whole lesson.
    public var label: String?
    public var title: String
    public var destinationSpan: Span
    public var linkText: LinkText
    public init(
      file: String?, label: String?, title: String, destinationSpan: Span, linkText: LinkText
    ) {
      self.file = file
      self.label = label
      self.title = title
      self.destinationSpan = destinationSpan
      self.linkText = linkText
    }
  }

  public struct Citation: Sendable, Hashable {
    public var key: String
    public var keySpan: Span
    public init(key: String, keySpan: Span) {
      self.key = key
      self.keySpan = keySpan
    }
  }
}

/// `#name` after a cell's fence, in a title, or after a caption.
public struct Label: Sendable, Hashable {
  public var name: String
  public var span: Span
  public init(name: String, span: Span) {
    self.name = name
    self.span = span
  }
}

/// TeX, verbatim.
public struct Math: Sendable, Hashable {
  public var tex: Excerpt
  /// Of a labelled ```` ```math #label ````.
  public var label: Label?
  /// `$$…$$` inside a paragraph is display style too.
  public var isDisplay: Bool
  public init(tex: Excerpt, label: Label? = nil, isDisplay: Bool) {
    self.tex = tex
    self.label = label
    self.isDisplay = isDisplay
  }
}

/// A listing.
public struct CodeBlock: Sendable, Hashable {
  /// The info string's first word; empty for indented code.
  public var language: String
  /// The whole info string, as cmark gives it.
  public var info: String
  public var text: Excerpt
  public var label: Label?
  public var visibility: Cell.Visibility?
  public var isUnchecked: Bool
  public var file: String?
  public init(
    language: String, info: String, text: Excerpt, label: Label? = nil,
    visibility: Cell.Visibility? = nil, isUnchecked: Bool = false, file: String? = nil
  ) {
    self.language = language
    self.info = info
    self.text = text
    self.label = label
    self.visibility = visibility
    self.isUnchecked = isUnchecked
    self.file = file
  }
}

/// A fenced block whose code is evaluated or run.
public struct Cell: Sendable, Hashable {
  public enum Mode: Sendable, Hashable { case swiftEval, swiftRun, pythonRun }
  public enum Visibility: String, Sendable, Hashable, CaseIterable { case show, fold, hide }

  public var mode: Mode
  public var source: Excerpt
  public var label: Label?
  /// Nil: definitions are shown, displays folded.
  public var visibility: Visibility?
  public var options: Options
  /// The text of the ```` ```output ```` block directly after it.
  public var output: Excerpt?
  /// The whole fenced block, and that of the output, where there is one.
  public var block = Span(0, 0)
  public var outputBlock: Span?
  /// Index of its node.
  public var node: Int

  public struct Options: Sendable, Hashable {
    public var timeout: Double?
    public var tolerance: Double?
    public var fails = false
    public var isVolatile = false
    public var file: String?
    public init() {}
  }

  public init(
    mode: Mode, source: Excerpt, label: Label?, visibility: Visibility?, options: Options,
    output: Excerpt?, node: Int
  ) {
    self.mode = mode
    self.source = source
    self.label = label
    self.visibility = visibility
    self.options = options
    self.output = output
    self.node = node
  }
}

/// A link whose text is a published value.
public struct InlineValue: Sendable, Hashable {
  public enum Scheme: String, Sendable, Hashable, CaseIterable { case eval, run, lit }

  public var scheme: Scheme
  /// The destination after the scheme, with its place in the file byte for byte where it has one.
  public var expression: Excerpt
  /// The link's text as the author wrote it; empty means: insert the value.
  public var text: String
  public var linkText: LinkText
  /// `decimals: 4`
  public var title: String
  /// Between the quotes; nil without a title.
  public var titleSpan: Span?
  /// Between the brackets.
  public var textSpan: Span { linkText.span }
  /// The number of cells that stand before it: it sees only what they define.
  public var cellsBefore: Int
  public var node: Int

  public init(
    scheme: Scheme, expression: Excerpt, text: String, linkText: LinkText, title: String,
    cellsBefore: Int, node: Int
  ) {
    self.scheme = scheme
    self.expression = expression
    self.text = text
    self.linkText = linkText
    self.title = title
    self.cellsBefore = cellsBefore
    self.node = node
  }
}
