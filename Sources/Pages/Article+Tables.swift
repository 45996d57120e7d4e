import Cells
import LessonSyntax
import Markup

/// Markdown's own tables; those that cells compute are in `TableHTML`.
extension ArticleWriter {
  mutating func openTable(_ table: Node.TableAttributes, _ node: Int) {
    if let number = numbering.nodes[node] {
      line("<figure class=\"table\"" + id(table.label?.name) + ">\n<figcaption>")
      out.write(
        markup: captionMarkup(kind: .table, number: number, caption: table.caption?.text ?? ""))
      out.write(markup: "</figcaption>")
    }
    if style == .page { line("<div class=\"scroll\" tabindex=\"0\">") }
    line("<table>")
  }

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

  mutating func openTableCell(_ alignment: Node.Alignment) {
    out.newline()
    out.write(markup: isInTableHeader ? "<th" : "<td")
    if alignment != .none {
      // `align` is what GitHub writes, and obsolete in HTML.
      switch style {
      case .fragment: out.write(markup: " align=\"\(alignment.rawValue)\"")
      case .page: out.write(markup: " class=\"align-\(alignment.rawValue)\"")
      }
    }
    if style == .page, isInTableHeader { out.write(markup: " scope=\"col\"") }
    out.write(markup: ">")
  }
}
