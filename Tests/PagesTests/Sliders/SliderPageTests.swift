import Cells
import Diagnostics
import LessonSyntax
import Markup
import Testing

@testable import Pages

@Suite struct SliderPageTests {
  private let slider = SliderOutput(
    name: "k", title: "steepness", values: ["1", "2"], standard: 0)

  @Test func aSliderWaitsForTheScript() {
    var builder = LessonBuilder()
    builder.addCell("let k = Slider(…)", visibility: .hide, outputs: [.slider(slider)])
    #expect(
      builder.fragment.html == """
        <div class="cell">
        <div class="slider" data-slider="k"><label for="lemma-slider-k">steepness</label> \
        <output for="lemma-slider-k" aria-live="off" data-part="0">1</output>
        <input type="range" id="lemma-slider-k" aria-label="steepness" min="0" max="1" value="0" \
        aria-valuetext="1" autocomplete="off" disabled=""><div class="slider-names" \
        aria-hidden="true"><span>1</span><span>2</span></div><span class="slider-status" role="status" \
        data-text="Updated for steepness {value}"></span></div>\
        <template data-frames="0" data-sliders="k">\
        <output for="lemma-slider-k" aria-live="off">2</output></template>
        </div>

        """)
  }

  @Test func manyNumbersAreNotNamedBelowTheRange() {
    func hasNames(_ count: Int) -> Bool {
      var builder = LessonBuilder()
      let slider = SliderOutput(
        name: "k", title: "steepness", values: (1...count).map(String.init), standard: 0)
      builder.addCell("let k = Slider(…)", outputs: [.slider(slider)])
      return builder.fragment.html.contains("slider-names")
    }
    #expect(hasNames(6) && !hasNames(7))
  }

  @Test func aFormulaIsInTheNameOfASlider() {
    let slider = SliderOutput(
      name: "eta", title: "the step $\\eta_1$ of `f`", values: ["1", "2"], standard: 0)
    var builder = LessonBuilder()
    builder.addCell("let eta = Slider(…)", outputs: [.slider(slider)])
    let html = builder.fragment.html
    #expect(html.contains("aria-label=\"the step η1 of f\""))
    #expect(html.contains("data-text=\"Updated for the step η1 of f {value}\""))
  }

  @Test func partsAreNumberedOverThePage() {
    var builder = LessonBuilder()
    builder.addCell("let k = Slider(…)", outputs: [.slider(slider)])
    let value = builder.value("1", of: "k")
    builder.add(.paragraph(value))
    builder.results.inlineFrames[0] = Frames(
      sliders: ["k"],
      contents: [.value(text: "1", isComputed: true), .value(text: "2", isComputed: true)],
      standard: 0)
    #expect(
      builder.fragment.html.contains(
        "<span class=\"value\" title=\"computed: k\" data-part=\"1\">1</span>"
          + "<template data-frames=\"1\" data-sliders=\"k\">"))
  }

  @Test func theDataOfAFigureSayForWhichValueTheyAre() {
    var builder = LessonBuilder(path: "l.md")
    let table = TableOutput(
      caption: "", columns: ["x"], rows: [[TableOutput.Cell(text: "1")]])
    let figures = ["a", "b"].map { caption in
      CellOutput.figure(
        FigureOutput(
          caption: caption, svg: Element("svg"), description: "", data: [table], width: 640))
    }
    builder.addCell("let k = Slider(…)", outputs: [.slider(slider)])
    builder.addCell("Chart()", outputs: [figures[1]])
    builder.addCell("Chart()", outputs: [figures[0]])
    builder.results.outputFrames[OutputPlace(cell: 1, output: 0)] = Frames(
      sliders: ["k"], contents: figures, standard: 1)
    let site = SiteInput(settings: SiteSettings(), lessons: [builder.input])
    let page = SitePages.pages(for: site).files.first { $0.path == "l.html" }
      .map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(page?.contains(">figure-1.csv</a> (steepness = 1)</p>") == true)
    #expect(page?.contains(">figure-2.csv</a></p>") == true)
  }

  @Test func framesThatAreTooLargeAreReported() {
    var builder = LessonBuilder()
    let texts = (0..<3).map { CellOutput.text(String(repeating: "\($0)", count: 140_000)) }
    builder.addCell("print(k)", outputs: [texts[0]])
    builder.results.outputFrames[OutputPlace(cell: 0, output: 0)] = Frames(
      sliders: ["k"], contents: texts, standard: 0)
    #expect(builder.fragment.diagnostics.map(\.message.id) == ["too-large-frames"])
    #expect(!builder.fragment.html.contains("<template"))
  }
}
