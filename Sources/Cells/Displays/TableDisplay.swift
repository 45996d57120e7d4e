import Diagnostics
import MathCore
import SwiftEval

/// Makes the rows of a `Table`.
struct TableDisplay {
  let call: RecordCall
  let context: CellContext

  /// A page is no place for more rows.
  private static let largestRowCount = 2_000

  /// Nil where something failed, which is reported.
  func output() -> TableOutput? {
    call.function("value") == nil ? columns() : grid()
  }

  private func rows(_ parameter: String) -> [CellValue]? {
    let limit = Self.largestRowCount
    guard let values = call[parameter]?.elements(limit: limit + 1) else {
      report(.notEnumerable)
      return nil
    }
    guard values.count <= limit else {
      report(.tooManyRows(limit))
      return nil
    }
    return values
  }

  private func columns() -> TableOutput? {
    guard let values = rows("values"), let function = call.function("columns") else { return nil }
    var table = TableOutput(
      caption: call.text("caption", in: context.typography) ?? "", columns: [], rows: [])
    var writer = TableCellWriter(context: context)
    var entries: [[TableCellWriter.Entry]] = []
    for (index, value) in values.enumerated() {
      let row = "in row \(index + 1), for \(writer.plain(value))"
      guard let made = context.call(function, [value], row) else { return nil }
      let columns = made.listElements.compactMap { RecordCall($0) }
      let headers = columns.map { $0.text("header") ?? "" }
      if table.columns.isEmpty { table.columns = headers }
      guard headers.count == table.columns.count else {
        report(.unequalColumns)
        return nil
      }
      var cells: [TableCellWriter.Entry] = []
      for column in columns {
        let source = CellSource(column: column, circumstance: row)
        guard let value = column["value"], let format = format(of: column),
          let cell = writer.entry(value, format, source)
        else { return nil }
        cells.append(cell)
      }
      entries.append(cells)
    }
    return filled(table, entries, &writer)
  }

  private func grid() -> TableOutput? {
    guard let rows = self.rows("rows"), let columns = self.rows("columns"),
      let function = call.function("value"), let format = format(of: call)
    else { return nil }
    var writer = TableCellWriter(context: context)
    var entries: [[TableCellWriter.Entry]] = []
    let table = TableOutput(
      caption: call.text("caption", in: context.typography) ?? "",
      columns: [""] + columns.map { writer.plain($0) },
      rows: [], hasRowHeaders: true)
    for row in rows {
      let name = writer.plain(row)
      let head = CellSource(grid: call, circumstance: "in the row of \(name)")
      guard let header = writer.entry(row, ValueFormat(), head) else { return nil }
      var cells = [header]
      for column in columns {
        let source = CellSource(
          grid: call, circumstance: "in the row of \(name), for \(writer.plain(column))")
        guard let value = context.call(function, [row, column], source.circumstance),
          let cell = writer.entry(value, format, source)
        else { return nil }
        cells.append(cell)
      }
      entries.append(cells)
    }
    return filled(table, entries, &writer)
  }

  private func filled(
    _ table: TableOutput, _ entries: [[TableCellWriter.Entry]], _ writer: inout TableCellWriter
  ) -> TableOutput? {
    guard let rows = writer.cells(entries) else { return nil }
    var table = table
    table.rows = rows
    table.notes = writer.notes
    return table
  }

  /// Nil where its parts exclude each other, which is reported.
  private func format(of call: RecordCall) -> ValueFormat? {
    let format = ValueFormat(call)
    guard let conflict = format.conflict else { return format }
    context.report(conflict, in: call.record.excerpt, at: call.record.span)
    return nil
  }

  private func report(_ message: Diagnostic.Message) {
    context.report(message, in: call.record.excerpt, at: call.record.span)
  }
}

extension Diagnostic.Message {
  static let notEnumerable = Self(
    id: "not-enumerable", text: "these values cannot be counted one by one")

  static func tooManyRows(_ limit: Int) -> Self {
    Self(id: "too-many-rows", text: "a table has at most \(limit) rows and columns")
  }

  static let unequalColumns = Self(
    id: "unequal-columns", text: "the rows of this table have different numbers of columns")
}
