import Cells
import Diagnostics
import LessonSyntax
import Markup
import Typesetting

extension ArticleWriter {
  mutating func writeInlineMath(_ math: Math, _ node: Int) {
    let typeset = typesetter.typeset(math.tex, display: math.isDisplay)
    diagnostics += typeset.diagnostics
    guard math.isDisplay else { return writeWithMarks(typeset.element, node) }
    // Phrasing content: `$$…$$` may stand in the middle of a paragraph.
    let number = typeset.tag ?? numbering.nodes[node].map(String.init)
    out.write(
      markup: "<span class=\"equation\"" + id(math.label?.name)
        + "><span class=\"equation-body\"\(scrollable)>")
    out.write(typeset.element)
    out.write(markup: "</span>")
    writeEquationNumber(number)
    out.write(markup: "</span>")
  }

  /// A formula on one line with the marks beside it: browsers would part them.
  private mutating func writeWithMarks(_ formula: Element, _ node: Int) {
    if style == .page, let next = lesson.nodes[node].nextSibling,
      case .text(let text) = lesson.nodes[next].kind
    {
      marksAfterFormula = text.prefix { ".,:;!?)]}…”’".contains($0) }
    }
    let value = valueBeside(node)
    let isAlone = marksBeforeFormula.isEmpty && marksAfterFormula.isEmpty && value == nil
    if !isAlone { out.write(markup: "<span class=\"unbroken\">") }
    out.write(text: String(marksBeforeFormula))
    out.write(formula)
    out.write(text: String(marksAfterFormula))
    if let value {
      closings[value] = "</span>"
    } else if !isAlone {
      out.write(markup: "</span>")
    }
    marksBeforeFormula = ""
  }

  /// The value whose sign of equality ends a short formula: the two stand on one line.
  private func valueBeside(_ node: Int) -> Int? {
    guard style == .page, case .inlineMath(let math) = lesson.nodes[node].kind,
      math.tex.text.utf8.count < 24, ["=", "\\approx"].contains(where: math.tex.text.hasSuffix),
      let space = lesson.nodes[node].nextSibling, case .text(" ") = lesson.nodes[space].kind,
      let next = lesson.nodes[space].nextSibling,
      case .inlineValue(let value) = lesson.nodes[next].kind,
      results.inlineValues.indices.contains(value),
      case .value(let text, isComputed: true, _) = results.inlineValues[value],
      text.utf8.count < 24
    else { return nil }
    return next
  }

  /// Text without the marks that stand with the formulas beside it.
  mutating func writeText(_ text: String, _ node: Int) {
    let words = text.dropFirst(marksAfterFormula.count)
    marksAfterFormula = ""
    if style == .page, let next = lesson.nodes[node].nextSibling,
      case .inlineMath(let math) = lesson.nodes[next].kind, !math.isDisplay
    {
      let end = words.lastIndex { !"([{“‘".contains($0) }.map(words.index(after:))
      marksBeforeFormula = words[(end ?? words.startIndex)...]
    }
    out.write(text: String(words.dropLast(marksBeforeFormula.count)))
  }

  mutating func writeEquation(_ math: Math, _ node: Int) {
    let typeset = typesetter.typeset(math.tex, display: true)
    diagnostics += typeset.diagnostics
    line("<div class=\"equation\"" + id(math.label?.name) + ">")
    out.write(markup: "<div class=\"equation-body\"\(scrollable)>")
    out.write(typeset.element)
    out.write(markup: "</div>")
    writeEquationNumber(typeset.tag ?? numbering.nodes[node].map(String.init))
    out.write(markup: "</div>\n")
  }

  /// What may be wider than a phone scrolls by itself, by keyboard too.
  private var scrollable: String { style == .page ? " tabindex=\"0\"" : "" }

  private mutating func writeEquationNumber(_ number: String?) {
    guard let number else { return }
    out.write(markup: "<span class=\"equation-number\">(")
    out.write(text: number)
    out.write(markup: ")</span>")
  }

  /// "Figure 2. The caption", the caption's own `$…$` and backquotes set as in the text.
  func captionMarkup(kind: NumberedKind, number: Int, caption: String) -> String {
    var text = Caption(caption, typesetter: typesetter).markup
    let name =
      "<span class=\"caption-name\">"
      + MarkupWriter.escaped(words.name(kind, String(number))) + "</span>"
    if !text.isEmpty { text = " <span class=\"caption-text\">" + text + "</span>" }
    return name + text
  }
}
