public import Diagnostics
public import Markup
public import Typesetting

/// What the cells and inline values of a lesson came to: everything that the page needs of them.
public struct LessonResults: Sendable {
  /// For each cell of the lesson, in order, its outputs in the order in which they were made.
  public var outputs: [[CellOutput]]
  /// For each of those outputs, where in the lesson the expression stands that made it.
  public var outputSpans: [[Span]]
  /// For each inline value of the lesson.
  public var inlineValues: [InlineOutcome]
  /// True for cells that hold definitions only: their source is shown unless an option says otherwise.
  public var isDefinition: [Bool]
  /// For each cell of the lesson, the figures and data on record that it wrote; empty where no cell
  /// wrote any.
  public var recordedFiles: [[RunFile]] = []
  public var tangledFiles: [TangledFile] = []
  /// The frames of those outputs that depend on sliders; the output itself is the one in which every
  /// slider has its own value.
  public var outputFrames: [OutputPlace: Frames<CellOutput>] = [:]
  /// The same of inline values, by their index.
  public var inlineFrames: [Int: Frames<InlineOutcome>] = [:]
  public var diagnostics: [Diagnostic]

  public init(
    outputs: [[CellOutput]] = [], outputSpans: [[Span]] = [], inlineValues: [InlineOutcome] = [],
    isDefinition: [Bool] = [], diagnostics: [Diagnostic] = []
  ) {
    self.outputs = outputs
    self.outputSpans = outputSpans
    self.inlineValues = inlineValues
    self.isDefinition = isDefinition
    self.diagnostics = diagnostics
  }
}

/// One display of a cell.
public enum CellOutput: Sendable, Hashable {
  /// What was printed, or a plain value as Swift prints it.
  case text(String)
  case table(TableOutput)
  case figure(FigureOutput)
  case check(CheckOutput)
  /// MathML, display style.
  case formula(Element)
  /// The checks of lessons: made when every lesson of the site is evaluated.
  case claims(ClaimsOutput)
  case slider(SliderOutput)
}

/// The word that a generated number follows: "Table 2".
public enum NumberedKind: String, Sendable, Hashable, CaseIterable {
  case figure, table, check, equation, theorem, definition, lemma, proof, example, exercise,
    solution
}

extension CellOutput {
  /// The kind under which this output is numbered and captioned.
  public var numberedKind: NumberedKind? {
    switch self {
    case .text: nil
    case .table: .table
    case .figure: .figure
    case .check: .check
    case .formula: nil
    case .claims: .table
    case .slider: nil
    }
  }
}

/// A table of published values; numbers align on the decimal point.
public struct TableOutput: Sendable, Hashable {
  public struct Cell: Sendable, Hashable {
    /// As published: with `−`, grouped digits, `× 10⁻⁵`.
    public var text: String
    /// How many characters stand before the decimal point (or the end, where there is none); nil
    /// for text that is no number.
    public var integerWidth: Int?
    /// A generated note, as an index into `notes`: "less than 1".
    public var note: Int?
    /// How the digits were decided; nil for text that is no number.
    public var basis: NumberBasis?

    public init(
      text: String, integerWidth: Int? = nil, note: Int? = nil, basis: NumberBasis? = nil
    ) {
      self.text = text
      self.integerWidth = integerWidth
      self.note = note
      self.basis = basis
    }
  }

  /// Plain text with `$…$` and backquotes for code, as in a heading.
  public var caption: String
  public var columns: [String]
  public var rows: [[Cell]]
  public var notes: [String]
  /// The first column heads the rows of a grid.
  public var hasRowHeaders: Bool

  public init(
    caption: String, columns: [String], rows: [[Cell]], notes: [String] = [],
    hasRowHeaders: Bool = false
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.notes = notes
    self.hasRowHeaders = hasRowHeaders
  }
}

/// A chart as SVG, with what a reader needs who does not see it.
public struct FigureOutput: Sendable, Hashable {
  public var caption: String
  /// The `<svg>` element, with `<title>` and `<desc>`; ids in it start with `idPrefix`.
  public var svg: Element
  /// The generated description (or the author's accessibility label).
  public var description: String
  public var data: [TableOutput]
  /// Points: a figure wider than the measure of the text may stand out of it.
  public var width: Double

  public init(
    caption: String, svg: Element, description: String, data: [TableOutput], width: Double
  ) {
    self.caption = caption
    self.svg = svg
    self.description = description
    self.data = data
    self.width = width
  }
}

public struct CheckOutput: Sendable, Hashable {
  /// What made it, as the author wrote it: `BoundCheck`, `#expect`.
  public var kind: String
  /// The author's caption, if the check has one.
  public var caption: String?
  /// What is claimed, as MathML (`<math display="block">`) where it can be typeset.
  public var statement: Element?
  /// What unusual signs in the statement mean: "fl: as computed in binary64".
  public var explanation: String?
  /// How its formulas write the names of the code.
  public var notation = FormulaNotation()
  /// What is claimed, as plain text: `σ′(x) = σ(x) · (1 − σ(x)) for all real x`.
  public var text: String
  public var verdict: Verdict

  public init(
    kind: String = "", caption: String? = nil, statement: Element?, explanation: String? = nil,
    text: String, verdict: Verdict
  ) {
    self.kind = kind
    self.caption = caption
    self.statement = statement
    self.explanation = explanation
    self.text = text
    self.verdict = verdict
  }
}

/// `Claims(of:)`, which lists the checks of lessons.
public struct ClaimsOutput: Sendable, Hashable {
  /// A lesson, or one claim of it, as the author named it, and where.
  public struct Name: Sendable, Hashable {
    public var file: String
    /// `bounds` of `curve.md#bounds`; nil for all claims of the lesson.
    public var label: String?
    public var span: Span

    public init(_ text: String, span: Span) {
      let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      file = String(parts[0])
      label = parts.count > 1 ? String(parts[1]) : nil
      self.span = span
    }
  }

  /// The author's caption, if there is one.
  public var caption: String?
  /// Nil for every lesson of the site.
  public var names: [Name]?

  public init(caption: String? = nil, names: [Name]?) {
    self.caption = caption
    self.names = names
  }
}

/// What an inline value publishes.
public enum InlineOutcome: Sendable, Hashable {
  /// The text on the page, whether Lemma checked or inserted it, and how its digits were decided
  /// (nil for what is no number, or not computed).
  case value(text: String, isComputed: Bool, basis: NumberBasis? = nil)
  /// The text is wrong or the expression does not evaluate; reported already.
  case failed
}
