import Diagnostics
import MathCore
import SwiftEval

/// Where a table's cell comes from, for what is said about it.
struct CellSource {
  let excerpt: Excerpt
  /// The expression of the cell's column, in the excerpt's text.
  let local: Span
  /// "in row 3, for 0.5".
  let circumstance: String

  init(column: RecordCall, circumstance: String) {
    let text = CallText(column.record)
    let unlabelled = text.labelled(nil)
    self.init(text, unlabelled.count > 1 ? unlabelled[1] : nil, circumstance)
  }

  /// A grid has one expression, its closure.
  init(grid call: RecordCall, circumstance: String) {
    let text = CallText(call.record)
    self.init(text, text.labelled("value").last ?? text.arguments.last, circumstance)
  }

  private init(_ text: CallText, _ argument: CallText.Argument?, _ circumstance: String) {
    excerpt = text.excerpt
    local = argument?.local ?? Span(0, text.excerpt.text.utf8.count)
    self.circumstance = circumstance
  }

  var text: String { excerpt.text(local) }
}

/// Writes the cells of one table, and collects the notes that they need.
struct TableCellWriter {
  let context: CellContext
  private var collected: TableNotes
  var notes: [String] { collected.texts }

  init(context: CellContext) {
    self.context = context
    collected = TableNotes(language: context.settings.language)
  }

  /// Nil where the digits are not decided, which is reported.
  mutating func cell(
    _ value: CellValue, _ format: ValueFormat, _ source: CellSource
  ) -> TableOutput.Cell? {
    do {
      guard let number = try format.published(value, typography: context.typography) else {
        return TableOutput.Cell(text: plain(value))
      }
      guard let reading = value.reading else { return TableOutput.Cell(text: number.text) }
      try context.compare(
        reading, place: number.place, in: source.excerpt, at: source.local,
        label: source.circumstance)
      return TableOutput.Cell(
        text: number.text, integerWidth: number.integerWidth,
        note: number.concealment.map { collected.index(of: $0) },
        basis: NumberBasis(reading.real, precision: number.precision, source: source.text))
    } catch {
      context.report(
        error.message, in: source.excerpt, at: source.excerpt.span(source.local),
        label: source.circumstance)
      return nil
    }
  }

  /// A value as the head of a column, or in a message.
  func plain(_ value: CellValue) -> String {
    switch value.unwrapped {
    case .string(let text): text
    case .bool(let isTrue): String(isTrue)
    case .character(let character): String(character)
    default:
      (try? ValueFormat().published(value, typography: context.typography))?.text
        ?? value.description(type: .error)
    }
  }
}
