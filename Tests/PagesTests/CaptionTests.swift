import Cells
import Figures
import Markup
import Testing

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
    #expect(caption.plainText == "The sin of x/2, in 2^−53 or ln 9")
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
