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

  /// A value with the number that it is in its column's format; nil for what is no number.
  struct Entry {
    let value: CellValue
    let format: ValueFormat
    let source: CellSource
    let number: PublishedNumber?
  }

  /// Nil where the digits are not decided, which is reported.
  func entry(_ value: CellValue, _ format: ValueFormat, _ source: CellSource) -> Entry? {
    reporting(source) { () throws(ScalarFailure) in
      let number = try format.published(value, typography: context.typography)
      return Entry(value: value, format: format, source: source, number: number)
    }
  }

  /// The rows with one notation in each column.
  mutating func cells(_ rows: [[Entry]]) -> [[TableOutput.Cell]]? {
    let notations = (rows.first ?? []).indices.map { column in
      ColumnNotation(rows.map { $0[column] })
    }
    var result: [[TableOutput.Cell]] = []
    for row in rows {
      var cells: [TableOutput.Cell] = []
      for (entry, notation) in zip(row, notations) {
        guard let cell = cell(entry, notation) else { return nil }
        cells.append(cell)
      }
      result.append(cells)
    }
    return result
  }

  private mutating func cell(_ entry: Entry, _ notation: ColumnNotation) -> TableOutput.Cell? {
    guard var number = entry.number else { return TableOutput.Cell(text: plain(entry.value)) }
    guard let reading = entry.value.reading else { return TableOutput.Cell(text: number.text) }
    let source = entry.source
    let published = reporting(source) { () throws(ScalarFailure) in
      if let format = notation.format(for: entry) {
        number = try reading.real.published(format, typography: context.typography)
      }
      try context.compare(
        reading, place: number.place, in: source.excerpt, at: source.local,
        label: source.circumstance)
      return number
    }
    return published.map { number in
      TableOutput.Cell(
        text: number.text, integerWidth: number.integerWidth,
        note: number.concealment.map { collected.index(of: $0) },
        basis: NumberBasis(reading.real, precision: number.precision, source: source.text))
    }
  }

  private func reporting<Result>(
    _ source: CellSource, _ make: () throws(ScalarFailure) -> Result
  ) -> Result? {
    do {
      return try make()
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
