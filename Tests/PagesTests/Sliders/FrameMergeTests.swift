import Markup
import Testing

@testable import Pages

@Suite struct FrameMergeTests {
  private func merge(_ frames: [Element], standard: Int = 0) -> FrameMerge {
    FrameMerge(frames, standard: standard, sliders: ["k"], firstPart: 5)
  }

  @Test func onlyWhatDiffersHasFrames() {
    let frames = ["1", "2", "3"].map { value in
      Element(
        "p", [:],
        [.text("a long text that is the same in every frame, "), Element("b", text: value)])
    }
    let merged = merge(frames, standard: 1)
    #expect(
      merged.element.markup
        == "<p>a long text that is the same in every frame, <b data-part=\"5\">2</b></p>")
    #expect(
      merged.templates.map(\.markup) == [
        "<template data-frames=\"5\" data-sliders=\"k\"><b>1</b><b>3</b></template>"
      ])
  }

  @Test func manySmallPartsAreOne() {
    let frames = [1, 2].map { factor in
      Element("tr", [:], (1...4).map { Element("td", text: String($0 * factor)) })
    }
    let merged = merge(frames)
    #expect(merged.templates.count == 1)
    #expect(merged.element.markup.hasPrefix("<tr data-part=\"5\">"))
  }

  @Test func textIsExchangedWithItsElement() {
    let merged = merge(["a", "b"].map { Element("p", [:], [Element("i"), .text($0)]) })
    #expect(merged.element.markup == "<p data-part=\"5\"><i></i>a</p>")
  }

  @Test func partsOfOtherLanguagesStandInTheirOwnRoot() {
    let frames = ["M0", "M1"].map { path in
      Element("div", [:], [Element("svg", [:], [Element("g"), Element("path", ["d": path])])])
    }
    #expect(
      merge(frames).templates.map(\.markup) == [
        "<template data-frames=\"5\" data-sliders=\"k\"><svg><path d=\"M1\"></path></svg></template>"
      ])
  }

  @Test func whatHoldsADrawingStays() {
    let frames = ["1", "2"].map { width in
      Element("div", [:], [Element("svg", ["width": width])])
    }
    let merged = merge(frames)
    #expect(merged.element.markup == "<div><svg width=\"1\" data-part=\"5\"></svg></div>")
    #expect(
      merged.templates.map(\.markup) == [
        "<template data-frames=\"5\" data-sliders=\"k\"><svg><svg width=\"2\"></svg></svg></template>"
      ])
  }

  @Test func aFormulaIsExchangedWithWhatHoldsIt() {
    #expect(
      merge(["1", "2"].map { Element("math", [:], [.text($0)]) }).element.markup
        == "<div data-part=\"5\"><math>1</math></div>")
  }

  @Test func noIDStandsTwice() {
    let frames = ["a", "b"].map { name in
      Element(
        "p", ["id": "x", "class": name],
        [
          Element("i", ["id": "y"]), Element("a", ["href": "#y", "aria-labelledby": "y z"]),
          Element("u", ["fill": "url(#y)"]),
        ])
    }
    #expect(
      merge(frames).templates.map(\.markup) == [
        "<template data-frames=\"5\" data-sliders=\"k\"><p class=\"b\"><i id=\"y-1\"></i>"
          + "<a href=\"#y-1\" aria-labelledby=\"y-1 z\"></a><u fill=\"url(#y-1)\"></u></p></template>"
      ])
  }

  @Test func whatAReaderOpenedStays() {
    let frames = ["1", "2"].map { value in
      Element(
        "details", [:],
        [Element("summary", text: "S"), Element("b", text: value), Element("i", text: value)])
    }
    let merged = merge(frames)
    #expect(merged.element.markup.hasPrefix("<details><summary>"))
    #expect(merged.templates.count == 2)
  }
}
