import Cells
import LessonSyntax
import Markup

/// Markdown's own tables; those that cells compute are in `TableHTML`.
extension ArticleWriter {
  mutating func openTable(_ table: Node.TableAttributes, _ node: Int) {
    var name = ""
    if let number = numbering.nodes[node] {
      let captionID = TableHTML.captionID(ofTable: number)
      name = " aria-labelledby=\"\(captionID)\""
      line("<figure class=\"table\"" + id(table.label?.name) + ">\n<figcaption")
      out.write(markup: id(captionID) + ">")
      out.write(
        markup: captionMarkup(kind: .table, number: number, caption: table.caption?.text ?? ""))
      out.write(markup: "</figcaption>")
    }
    if style == .page { line("<div class=\"scroll\" tabindex=\"0\">") }
    line("<table" + (isWordy(node) ? " class=\"wordy\"" : "") + "\(name)>")
  }

  /// Whether the columns of a table would be too narrow to read on a phone, where it is stacked then:
  /// the first cell of each row beside the others.
  private func isWordy(_ table: Int) -> Bool {
    let rows = lesson.children(of: table)
    guard style == .page, let first = rows.first, lesson.children(of: first).count > 2 else {
      return false
    }
    let length = rows.reduce(0) { $0 + lesson.plainText(of: $1, results: results).count }
    return length > rows.count * Self.narrowRow
  }

  /// About two lines of letters on a phone.
  private static let narrowRow = 72

  mutating func closeTable(_ node: Int) {
    if closings.removeValue(forKey: node) != nil { line("</tbody>") }
    line("</table>")
    if style == .page { line("</div>") }
    if numbering.nodes[node] != nil { line("</figure>") }
    out.newline()
  }

  mutating func openRow(_ isHeader: Bool, _ node: Int) {
    if isHeader {
      isInTableHeader = true
      line("<thead>")
    } else if let table = lesson.nodes[node].parent, closings[table] == nil {
      closings[table] = "</tbody>"
      line("<tbody>")
    }
    line("<tr>")
  }

  mutating func closeRow(_ isHeader: Bool) {
    line("</tr>")
    guard isHeader else { return }
    isInTableHeader = false
    line("</thead>")
  }

  /// Whether a row of heads has none: GitHub's tables have to have such a row, HTML's have not.
  func isBlankHeader(_ row: Int) -> Bool {
    guard style == .page, case .tableRow(isHeader: true) = lesson.nodes[row].kind else {
      return false
    }
    return lesson.children(of: row).allSatisfy { lesson.nodes[$0].firstChild == nil }
  }

  /// A head without a word is none.
  private func isHead(_ cell: Int) -> Bool {
    isInTableHeader && (style == .fragment || lesson.nodes[cell].firstChild != nil)
  }

  mutating func closeTableCell(_ node: Int) { out.write(markup: isHead(node) ? "</th>" : "</td>") }

  mutating func openTableCell(_ alignment: Node.Alignment, _ node: Int) {
    out.newline()
    out.write(markup: isHead(node) ? "<th" : "<td")
    if alignment != .none {
      // `align` is what GitHub writes, and obsolete in HTML.
      switch style {
      case .fragment: out.write(markup: " align=\"\(alignment.rawValue)\"")
      case .page: out.write(markup: " class=\"align-\(alignment.rawValue)\"")
      }
    }
    if style == .page, isHead(node) { out.write(markup: " scope=\"col\"") }
    out.write(markup: ">")
  }
}
