import Cells
public import Diagnostics
import LessonSyntax
import Pages

/// Swift that is evaluated by itself: what `lemma eval` prints, numbers in both readings.
public struct ExpressionRun: Sendable {
  /// Each line ended.
  public let output: String
  public let diagnostics: [Diagnostic]

  public var hasErrors: Bool { diagnostics.hasErrors }

  public func text(asJSON: Bool) -> String {
    asJSON ? JSONRenderer().render(diagnostics) : TextRenderer().render(diagnostics)
  }

  /// Evaluates the text as a lesson's only cell.
  public static func evaluate(_ text: String) -> ExpressionRun {
    // On a thread whose stack is as deep as an evaluation may need.
    [text].parallelMap(workers: 1, run).first ?? ExpressionRun(output: "", diagnostics: [])
  }

  private static func run(_ text: String) -> ExpressionRun {
    let source = SourceFile(path: "input.swift", text: text)
    let whole = Span(0, source.bytes.count)
    var document = Node(kind: .document, span: whole)
    document.firstChild = 1
    let cell = Cell(
      mode: .swiftEval, source: Excerpt(text, in: source, at: 0), label: nil, visibility: nil,
      options: Cell.Options(), output: nil, node: 1)
    let lesson = Lesson(
      source: source, frontMatter: FrontMatter(),
      nodes: [document, Node(kind: .cell(0), span: whole, parent: 0)], cells: [cell],
      inlineValues: [], diagnostics: [])
    let results = LessonEvaluation.evaluate(
      lesson, of: SiteSettings(), files: InMemoryFileTree(), showsBothReadings: true
    ).results
    return ExpressionRun(
      output: results.outputs.joined().map(plainText).joined(),
      diagnostics: results.diagnostics.sortedByPlace())
  }

  private static func plainText(of output: CellOutput) -> String {
    switch output {
    case .text(let text): text.hasSuffix("\n") ? text : text + "\n"
    case .table(let table): plainText(of: table)
    case .figure(let figure): figure.description + "\n"
    case .check(let check):
      "\(check.verdict.strength.rawValue): \(check.text) "
        + "(\(VerdictWords.english.name(of: check.verdict.method)))\n"
    case .formula(let formula): formula.markup + "\n"
    case .claims: ""
    case .slider(let slider):
      "\(slider.name): \(slider.values.joined(separator: ", "))\n"
    }
  }

  /// In columns; numbers are aligned on the decimal point.
  private static func plainText(of table: TableOutput) -> String {
    let columns = table.columns.indices.map { index -> [String] in
      let cells = table.rows.map {
        $0.indices.contains(index) ? $0[index] : TableOutput.Cell(text: "")
      }
      let integers = cells.compactMap(\.integerWidth).max() ?? 0
      let texts =
        [table.columns[index]]
        + cells.map { cell in
          String(repeating: " ", count: integers - (cell.integerWidth ?? integers)) + cell.text
        }
      let width = texts.map(\.count).max() ?? 0
      return texts.map { $0 + String(repeating: " ", count: width - $0.count) }
    }
    let lines = (0...table.rows.count).map { row in
      columns.map { $0[row] }.joined(separator: "  ").trimmingTrailingSpaces()
    }
    return (lines + table.notes).joined(separator: "\n") + "\n"
  }
}

extension String {
  fileprivate func trimmingTrailingSpaces() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
