import Cells
import Markup

/// A computed table: caption, heads with their scope, numbers aligned on the decimal point.
struct TableHTML {
  let element: Element

  /// - Parameter caption: markup; none for the table of a figure's data.
  init(_ table: TableOutput, caption: String?, id: String? = nil) {
    var attributes: Attributes = ["class": "table"]
    attributes["id"] = id
    let columns = table.columns.indices.map { NumberColumn(table, column: $0) }
    let grid = Element(
      "table", ["class": "values"], [Self.head(table, columns), Self.body(table, columns)])
    // A caption of the table's own would be no wider than the table.
    var parts: [Element] = []
    if let caption { parts.append(Element("figcaption", [:], [.markup(caption)])) }
    parts.append(Element("div", ["class": "scroll", "tabindex": "0"], [grid]))
    if let notes = Self.notes(table) { parts.append(notes) }
    element = Element(caption == nil ? "div" : "figure", attributes, parts)
  }

  private static func head(_ table: TableOutput, _ columns: [NumberColumn]) -> Element {
    let heads = table.columns.indices.map { column in
      let name = table.columns[column]
      return name.isEmpty
        ? Element("td", with([:], columns[column]))
        : Element("th", with(["scope": "col"], columns[column]), text: name)
    }
    return Element("thead", [:], [Element("tr", [:], heads)])
  }

  private static func body(_ table: TableOutput, _ columns: [NumberColumn]) -> Element {
    let rows = table.rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let number = columns.indices.contains(column) ? columns[column] : .text
        let isHead = column == 0 && table.hasRowHeaders
        return Element(
          isHead ? "th" : "td", with(isHead ? ["scope": "row"] : [:], number),
          number.content(of: cell))
      }
      return Element("tr", [:], cells)
    }
    return Element("tbody", [:], rows)
  }

  private static func with(_ attributes: Attributes, _ column: NumberColumn) -> Attributes {
    var attributes = attributes
    if column.isNumeric { attributes["class"] = "number" }
    return attributes
  }

  private static func notes(_ table: TableOutput) -> Element? {
    guard !table.notes.isEmpty else { return nil }
    let notes = table.notes.enumerated().map { index, note in
      Element(
        "li", [:],
        [Element("span", ["class": "note-mark"], text: mark(index) + " "), .text(note)])
    }
    return Element("ul", ["class": "table-notes"], notes)
  }

  /// a, b, … z, aa, ab, …
  static func mark(_ index: Int) -> String {
    var letters: [UInt8] = []
    var rest = index
    repeat {
      letters.append(UInt8(0x61 + rest % 26))
      rest = rest / 26 - 1
    } while rest >= 0
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
