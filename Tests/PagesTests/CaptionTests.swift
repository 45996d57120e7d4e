import Cells
import Diagnostics
import Figures
import Markup
import Testing
import Typesetting

@testable import Pages

@Suite struct CaptionTests {
  @Test func captionsMayHoldMathematicsAndCode() {
    let caption = Caption("The `sin` of $x$, for $5 and $10", typesetter: .init()).markup
    #expect(caption.hasPrefix("The <code>sin</code> of <math>"))
    #expect(caption.hasSuffix("for $5 and $10"))
  }

  @Test func theWordsOfACaptionHaveNoTeX() {
    let caption = Caption(
      "The `sin` of $\\frac{x}{2}$, in $2^{-53}$ or $\\ln 9$", typesetter: .init())
    #expect(caption.plainText == "The sin of x/2, in 2^(−53) or ln 9")
  }

  @Test(arguments: [
    ("\\frac{1}{1 + e^{-x}}", "1/(1+e^(−x))"), ("\\sigma'(x) \\le \\frac14", "σ′(x) ≤ 1/4"),
    ("\\sqrt{x + 1}", "√(x+1)"), ("x_1 + x_{max}", "x1+x_max"),
    ("\\begin{cases} 1 & x > 0 \\\\ 0 & x < 0 \\end{cases}", "{1 x > 0; 0 x < 0"),
  ])
  func aFormulaIsOneLineOfText(tex: String, text: String) {
    #expect(Caption("$\(tex)$", typesetter: Typesetter()).plainText == text)
  }

  @Test(arguments: [
    (#"Table("a $\nope$", over: [1]) {}"#, "\\nope"),
    (##"Table(#"a $\nope$"#, over: [1]) {}"##, "\\nope"),
    (#"Table(title, over: [1]) {}"#, "T"),
  ])
  func aFormulaOfACaptionIsReportedWhereItStands(_ code: String, _ mark: String) throws {
    var builder = LessonBuilder(source: code)
    let caption = "a $\\nope$"
    builder.addCell(
      code, outputs: [.table(TableOutput(caption: caption, columns: ["x"], rows: []))])
    builder.cells[0].source = Excerpt(code, in: builder.source, at: 0)
    builder.results.outputSpans = [[Span(0, code.utf8.count)]]
    let found = try #require(builder.fragment.diagnostics.first)
    #expect(found.message.id == "unknown-tex-command")
    #expect(found.file.text(in: Span(found.span.start, found.span.start + mark.utf8.count)) == mark)
  }

  @Test func aLinkInACaptionIsReported() {
    let text = "On [0, 1] (see [a](b.md) and `[c](d)`)"
    let found = Caption.diagnostics(of: Excerpt(text), typesetter: .init())
    #expect(found.map(\.message.id) == ["link-in-caption"])
    #expect(found.map { $0.file.text(in: $0.span) } == ["[a](b.md)"])
  }

  @Test func theNameOfADrawingHasNoTeX() {
    var builder = LessonBuilder()
    let title = Element("title", text: "Half of \\pi")
    let table = TableOutput(
      caption: "Half of $\\pi$", columns: ["x"], rows: [[.init(text: "1", integerWidth: 1)]])
    builder.addCell(
      "Chart()",
      outputs: [
        .figure(
          FigureOutput(
            caption: "Half of $\\pi$", svg: Element("svg", [:], [title]), description: "",
            data: [table], width: 640))
      ])
    let html = builder.fragment.html
    #expect(html.contains("<svg><title>Half of π</title></svg>"))
    #expect(html.contains("<figcaption id=\"lemma-figure-1-data-1\">Half of <math>"))
  }
}
