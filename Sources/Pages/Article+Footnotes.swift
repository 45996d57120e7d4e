import LessonSyntax
import Markup

extension ArticleWriter {
  mutating func openFootnote(_ footnote: Node.Footnote, _ node: Int) {
    if !hasFootnotes {
      hasFootnotes = true
      line("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    }
    out.newline()
    out.write(markup: "<li id=\"fn-" + Destination.escaped(footnote.label) + "\">\n")
    openBackReference = node
  }

  mutating func closeFootnote(_ node: Int) {
    if openBackReference == node {
      writeBackReferences(node)
      out.write(markup: "\n")
    }
    out.write(markup: "</li>\n")
  }

  /// Links from a note to each of the places that refer to it.
  mutating func writeBackReferences(_ node: Int) {
    openBackReference = nil
    guard case .footnoteDefinition(let footnote) = lesson.nodes[node].kind else { return }
    let label = Destination.escaped(footnote.label)
    let name = style == .page ? MarkupWriter.escaped(words.backToText) : "Back to content"
    let attributes = "class=\"footnote-backref\" data-footnote-backref aria-label=\"\(name)\""
    out.write(markup: "<a href=\"#fnref-\(label)\" \(attributes)>↩</a>")
    guard footnote.occurrence > 1 else { return }
    for number in 2...footnote.occurrence {
      out.write(
        markup: " <a href=\"#fnref-\(label)-\(number)\" \(attributes)>"
          + "↩<sup class=\"footnote-ref\">\(number)</sup></a>")
    }
  }

  mutating func writeFootnoteReference(_ footnote: Node.Footnote) {
    let label = Destination.escaped(footnote.label)
    let occurrence = footnote.occurrence > 1 ? "-\(footnote.occurrence)" : ""
    out.write(
      markup: "<sup class=\"footnote-ref\"><a href=\"#fn-\(label)\" id=\"fnref-\(label)"
        + "\(occurrence)\" data-footnote-ref>\(footnote.number)</a></sup>")
  }

  mutating func closeFootnotes() {
    if hasFootnotes { line("</ol>\n</section>\n") }
  }
}
