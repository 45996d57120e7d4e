import Cells
import Markup

/// A computed table: caption, heads with their scope, numbers aligned on the decimal point.
struct TableHTML {
  let element: Element

  /// - Parameter caption: markup; none for the table of a figure's data.
  init(_ table: TableOutput, caption: String?, id: String? = nil) {
    var attributes: Attributes = ["class": "values"]
    attributes["id"] = id
    var children: [Element] = []
    if let caption { children.append(Element("caption", [:], [.markup(caption)])) }
    let columns = table.columns.indices.map { NumberColumn(table, column: $0) }
    children.append(Self.head(table, columns))
    children.append(Self.body(table, columns))
    var parts = [
      Element(
        "div", ["class": "scroll", "tabindex": "0"], [Element("table", attributes, children)])
    ]
    if let notes = Self.notes(table) { parts.append(notes) }
    element = Element("div", ["class": "table"], parts)
  }

  private static func head(_ table: TableOutput, _ columns: [NumberColumn]) -> Element {
    let heads = table.columns.indices.map { column in
      Element("th", with(["scope": "col"], columns[column]), text: table.columns[column])
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

/// What numbers of a column are padded to, so that their decimal points stand in one line.
///
/// Numbers are set flush right in figures of one width; what a number lacks behind its point is made
/// up with spaces as wide as a figure or a point, which assistive technology does not read and
/// copying leaves out.
struct NumberColumn: Sendable {
  let isNumeric: Bool
  /// The longest of the column's ends, from the decimal point on.
  private let longestTail: [Character]

  static let text = NumberColumn()

  private init() {
    isNumeric = false
    longestTail = []
  }

  init(_ table: TableOutput, column: Int) {
    var longest: [Character] = []
    var numbers = 0
    for row in table.rows where row.indices.contains(column) {
      guard let width = row[column].integerWidth else { continue }
      numbers += 1
      let tail = Array(row[column].text.dropFirst(width))
      if tail.count > longest.count { longest = tail }
    }
    isNumeric = numbers > 0
    longestTail = longest
  }

  func content(of cell: TableOutput.Cell) -> [Element] {
    var content: [Element] = [.text(cell.text)]
    var noteWidth = 0
    if let note = cell.note {
      let mark = TableHTML.mark(note)
      noteWidth = mark.count
      content.append(Element("sup", ["class": "note-mark"], text: mark))
    }
    guard isNumeric, let width = cell.integerWidth else { return content }
    let tail = cell.text.dropFirst(width).count
    if tail < longestTail.count {
      let padding = String(longestTail[tail...].map(Self.space))
      content.append(
        Element(
          "span", ["class": noteWidth > 0 ? "pad pad-note" : "pad", "aria-hidden": "true"],
          text: padding))
    }
    return content
  }

  /// The space that is as wide as a character of a number.
  private static func space(for character: Character) -> Character {
    switch character {
    case ".", ",", "\u{202F}", "\u{2009}", "\u{A0}", " ": "\u{2008}"
    default: "\u{2007}"
    }
  }
}
