import Cells
import Markup

/// A computed table: caption, heads with their scope, numbers aligned on the decimal point.
struct TableHTML {
  let element: Element

  /// What the table is called.
  enum Title {
    /// Markup, seen above the table.
    case caption(String, id: String)
    /// For those who cannot see where it stands.
    case label(String)
  }

  init(_ table: TableOutput, title: Title, id: String? = nil) {
    var attributes: Attributes = ["class": "table"]
    attributes["id"] = id
    let columns = table.columns.indices.map { NumberColumn(table, column: $0) }
    let rows = [Self.head(table, columns), Self.body(table, columns)]
    let notes = Self.notes(table).map { [$0] } ?? []
    switch title {
    case .caption(let caption, let captionID):
      // A caption of the table's own would be no wider than the table.
      let names: Attributes = ["class": "values", "aria-labelledby": captionID]
      element = Element(
        "figure", attributes,
        [
          Element("figcaption", ["id": captionID], [.markup(caption)]),
          Self.scroller(Element("table", names, rows)),
        ] + notes)
    case .label(let label):
      let names: Attributes = ["class": "values", "aria-label": label]
      element = Element("div", attributes, [Self.scroller(Element("table", names, rows))] + notes)
    }
  }

  /// The id of a numbered table's caption.
  static func captionID(ofTable number: Int) -> String { "lemma-table-\(number)" }

  private static func scroller(_ grid: Element) -> Element {
    Element("div", ["class": "scroll", "tabindex": "0"], [grid])
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
