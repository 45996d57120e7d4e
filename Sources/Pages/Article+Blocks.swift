import Cells
import LessonSyntax
import Markup

extension ArticleWriter {
  mutating func enterBlock(_ node: Int) -> Descent {
    switch lesson.nodes[node].kind {
    case .paragraph: return openParagraph(node)
    case .heading(let level, let anchor): openHeading(level, anchor)
    case .blockQuote: line("<blockquote>\n")
    case .alert(let alert): openAlert(alert)
    case .block(let block): openBlock(block, node)
    case .blockTitle: out.write(markup: "<span class=\"block-caption\">")
    case .list(let list): openList(list)
    case .item(let checked): openItem(checked)
    case .code(let code):
      writeListing(code)
      writeDownload(endingAt: node)
      return .skip
    case .cell(let cell):
      writeCell(cell)
      return .skip
    case .displayMath(let math):
      writeEquation(math, node)
      return .skip
    case .html(let html):
      out.newline()
      out.write(markup: TagFilter.filtered(html))
      out.newline()
      return .skip
    case .thematicBreak:
      line("<hr />\n")
      return .skip
    case .table(let table): openTable(table, node)
    case .tableRow(let isHeader):
      if isBlankHeader(node) { return .skip }
      openRow(isHeader, node)
    case .tableCell(let alignment): openTableCell(alignment, node)
    case .footnoteDefinition(let footnote): openFootnote(footnote, node)
    default: break
    }
    return .descend
  }

  mutating func leaveBlock(_ node: Int) {
    switch lesson.nodes[node].kind {
    case .paragraph: closeParagraph(node)
    case .heading(let level, let anchor): closeHeading(level, anchor, node)
    case .blockQuote: line("</blockquote>\n")
    case .alert: line("</div>\n")
    case .block: line((closings.removeValue(forKey: node) ?? "</section>") + "\n")
    case .blockTitle: closeBlockTitle(node)
    case .list(let list): line(list.start == nil ? "</ul>\n" : "</ol>\n")
    case .item: out.write(markup: "</li>\n")
    case .table: closeTable(node)
    case .tableRow(let isHeader): closeRow(isHeader)
    case .tableCell: closeTableCell(node)
    case .footnoteDefinition: closeFootnote(node)
    default: break
    }
  }

  /// Markup at the start of a line of its own.
  mutating func line(_ markup: String) {
    out.newline()
    out.write(markup: markup)
  }
}

extension ArticleWriter {
  /// Whether a paragraph stands in a tight list, whose items have no paragraphs of their own.
  private func isTight(_ paragraph: Int) -> Bool {
    guard let parent = lesson.nodes[paragraph].parent,
      let grandparent = lesson.nodes[parent].parent,
      case .list(let list) = lesson.nodes[grandparent].kind
    else { return false }
    return list.isTight
  }

  private mutating func openParagraph(_ node: Int) -> Descent {
    if isFigureParagraph(node) { return .descend }
    if let link = wholeFile(ofParagraph: node) {
      writeWholeFile(link)
      return .skip
    }
    if !isTight(node) { line("<p>") }
    return .descend
  }

  private mutating func closeParagraph(_ node: Int) {
    if isFigureParagraph(node) || isTight(node) { return }
    if let note = openBackReference, lesson.nodes[node].parent == note,
      lesson.nodes[node].nextSibling == nil
    {
      out.write(markup: " ")
      writeBackReferences(note)
    }
    out.write(markup: "</p>\n")
  }

  /// A paragraph that is one captioned image becomes a figure; in a fragment only where the image
  /// has a label, since a mere title is plain Markdown.
  func isFigureParagraph(_ node: Int) -> Bool {
    guard let image = lesson.figure(ofParagraph: node) else { return false }
    return style == .page || image.label != nil
  }

  private mutating func openHeading(_ level: Int, _ anchor: String) {
    line("<h\(level)" + id(anchor) + ">")
    headingStart = out.text.utf8.count
    headingIsRepeatable = true
  }

  private mutating func closeHeading(_ level: Int, _ anchor: String, _ node: Int) {
    let markup =
      headingIsRepeatable
      ? markup(since: headingStart)
      : MarkupWriter.escaped(lesson.plainText(of: node, results: results))
    headings.append(Article.Heading(level: level, anchor: anchor, markup: markup))
    if style == .page, level > 1, !anchor.isEmpty {
      writeAnchor(to: anchor)
    }
    out.write(markup: "</h\(level)>\n")
  }

  /// For the mouse alone: to others it would be a part of the heading, and a stop at each one, where
  /// the list of the page's sections has the same links.
  private mutating func writeAnchor(to heading: String) {
    out.write(markup: " ")
    out.open(
      "a",
      [
        "class": "anchor", "href": "#" + Destination.escaped(heading), "tabindex": "-1",
        "aria-hidden": "true",
      ])
    out.write(markup: "#</a>")
  }

  /// In a function of its own: a copy of the text that lived on would make the next write copy it.
  private func markup(since start: Int) -> String {
    let text = out.text
    return String(text[text.utf8.index(text.startIndex, offsetBy: start)...])
  }

  private mutating func openAlert(_ alert: Node.Alert) {
    let name = alert.rawValue.lowercased()
    line("<div class=\"alert alert-\(name)\">\n<p class=\"alert-title\">")
    out.write(text: words.alerts[alert] ?? alert.rawValue)
    out.write(markup: "</p>\n")
  }

  /// A theorem and its kin: a section, or a `<details>` that opens on demand.
  private mutating func openBlock(_ block: Node.Block, _ node: Int) {
    let kind = block.kind.numberedKind
    let number = numbering.nodes[node].map(String.init) ?? ""
    let attributes = " class=\"block block-\(kind.rawValue)\"" + id(block.label?.name)
    if block.isFolded {
      line("<details\(attributes)>\n<summary class=\"block-title\">")
      closings[node] = "</details>"
    } else {
      line("<section\(attributes)>\n<p class=\"block-title\">")
    }
    out.write(markup: "<span class=\"block-name\">")
    out.write(text: words.name(kind, number))
    out.write(markup: "</span>")
    if let child = lesson.nodes[node].firstChild, case .blockTitle = lesson.nodes[child].kind {
      out.write(markup: " ")
    } else {
      out.write(markup: block.isFolded ? "</summary>\n" : "</p>\n")
    }
  }

  private mutating func closeBlockTitle(_ node: Int) {
    out.write(markup: "</span>")
    let parent = lesson.nodes[node].parent
    out.write(markup: parent.flatMap { closings[$0] } == nil ? "</p>\n" : "</summary>\n")
  }

  private mutating func openList(_ list: Node.ListAttributes) {
    switch list.start {
    case nil: line("<ul>\n")
    case 1: line("<ol>\n")
    case let start?: line("<ol start=\"\(start)\">\n")
    }
  }

  private mutating func openItem(_ checked: Bool?) {
    out.newline()
    out.write(markup: "<li>")
    guard let checked else { return }
    out.write(markup: "<input type=\"checkbox\"")
    if checked { out.write(markup: " checked=\"\"") }
    out.write(markup: " disabled=\"\"")
    if style == .page {
      out.write(markup: " aria-label=\"")
      out.write(text: checked ? words.done : words.toDo)
      out.write(markup: "\"")
    }
    out.write(markup: " /> ")
  }
}
