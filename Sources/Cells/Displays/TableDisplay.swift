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
    var table = TableOutput(caption: call.text("caption") ?? "", columns: [], rows: [])
    for value in values {
      guard let made = context.call(function, [value]) else { return nil }
      let columns = made.listElements.compactMap { RecordCall($0) }
      let headers = columns.map { $0.text("header") ?? "" }
      if table.columns.isEmpty { table.columns = headers }
      guard headers.count == table.columns.count else {
        report(.unequalColumns)
        return nil
      }
      table.rows.append(
        columns.map { cell($0["value"] ?? .void, ValueFormat($0), &table.notes) })
    }
    return table
  }

  private func grid() -> TableOutput? {
    guard let rows = self.rows("rows"), let columns = self.rows("columns"),
      let function = call.function("value")
    else { return nil }
    let format = ValueFormat(call)
    var table = TableOutput(
      caption: call.text("caption") ?? "", columns: [""] + columns.map { plain($0) }, rows: [],
      hasRowHeaders: true)
    for row in rows {
      var cells = [cell(row, ValueFormat(), &table.notes)]
      for column in columns {
        guard let value = context.call(function, [row, column]) else { return nil }
        cells.append(cell(value, format, &table.notes))
      }
      table.rows.append(cells)
    }
    return table
  }

  private func cell(
    _ value: CellValue, _ format: ValueFormat, _ notes: inout [String]
  ) -> TableOutput.Cell {
    guard let number = format.published(value, typography: context.typography) else {
      return TableOutput.Cell(text: plain(value))
    }
    var note: Int?
    if let text = number.concealment?.text {
      note = notes.firstIndex(of: text) ?? notes.count
      if note == notes.count { notes.append(text) }
    }
    return TableOutput.Cell(text: number.text, integerWidth: number.integerWidth, note: note)
  }

  private func plain(_ value: CellValue) -> String {
    switch value.unwrapped {
    case .string(let text): text
    case .bool(let isTrue): String(isTrue)
    case .character(let character): String(character)
    default:
      ValueFormat().published(value, typography: context.typography)?.text
        ?? value.description(type: .error)
    }
  }

  private func report(_ message: Diagnostic.Message) {
    context.report(message, in: call.record.excerpt, at: call.record.span)
  }
}

extension PublishedNumber.Concealment {
  /// What a note beside the number says.
  var text: String {
    switch self {
    case .less(let bound): "less than \(bound)"
    case .greater(let bound): "greater than \(bound)"
    }
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
