import Cells
import Diagnostics
import LessonSyntax
import Testing

@testable import Pages

/// Run cells on the page, with what they recorded.
@Suite struct RunCellTests {
  private let svg = RunFile(
    name: "curve.svg", bytes: Array("<svg \(Self.namespace) width=\"300\" height=\"200\"/>".utf8))
  private static let namespace = "xmlns=\"http://www.w3.org/2000/svg\""
  private let csv = RunFile(name: "curve.csv", bytes: Array("x,y\n0,1\n".utf8))

  /// A lesson whose one cell is a program with the label `#curve`.
  private func lesson(
    path: String = "lesson.md", mode: Cell.Mode = .pythonRun, output: String? = nil,
    files: [RunFile] = [], options: (inout Cell.Options) -> Void = { _ in }
  ) -> LessonBuilder {
    var builder = LessonBuilder(path: path, source: "```python run #curve\ndraw()\n```\n")
    builder.addCell("draw()\n", label: "curve", outputs: output.map { [.text($0)] } ?? [])
    builder.cells[0].mode = mode
    builder.cells[0].block = Span(0, 31)
    options(&builder.cells[0].options)
    builder.results.recordedFiles = [files]
    return builder
  }

  private func image(_ source: String, description: String) -> Tree {
    .node(
      .image(
        .init(
          source: source, caption: "The curve.", label: Label(name: "figure", span: Span(0, 0)),
          sourceSpan: Span(0, 0))),
      description.isEmpty ? [] : [.text(description)])
  }

  @Test func aProgramIsMarkedAndItsOutputNamed() {
    #expect(
      lesson(output: "done\n").fragment.html == """
        <div class="cell" id="curve">
        <p class="cell-note">Python program</p>
        <pre><code class="language-python">draw()
        </code></pre>
        <p class="cell-note">Output</p>
        <pre class="output"><samp>done
        </samp></pre>

        </div>

        """)
    #expect(lesson(mode: .swiftRun).fragment.html.contains(">Swift program<"))
  }

  @Test func aProgramThatPrintsNothingHasNoOutput() {
    #expect(!lesson().fragment.html.contains("Output"))
    #expect(!lesson().fragment.html.contains("<samp>"))
  }

  @Test func anErrorAndOneRunOfManyAreSaidToBe() {
    let error = lesson(output: "NameError: x\n") { $0.fails = true }
    #expect(error.fragment.html.contains("<p class=\"cell-note\">Error message</p>"))
    let timing = lesson(output: "3 ms\n") { $0.isVolatile = true }
    #expect(timing.fragment.html.contains(">Output of one run; yours will differ</p>"))
    let german = timing.fragment(language: "de").html
    #expect(german.contains(">Python-Programm</p>"))
    #expect(german.contains(">Ausgabe eines Laufs; jeder andere gibt etwas anderes aus</p>"))
  }

  @Test func anImageShowsTheRecordedFigureAtItsSize() {
    var builder = lesson(files: [svg, csv])
    builder.add(.paragraph(image("recorded/lesson/curve.svg", description: "A curve.")))
    let fragment = builder.fragment
    #expect(fragment.diagnostics.isEmpty)
    #expect(
      fragment.html.contains(
        "<img src=\"recorded/lesson/curve.svg\" class=\"recorded\" width=\"300\" height=\"200\""
          + " alt=\"A curve.\" />"))
    #expect(
      fragment.html.contains(
        "Data: <a href=\"recorded/lesson/curve.csv\" download=\"\">curve.csv</a></p>"))
    #expect(!fragment.html.contains("download=\"\">curve.svg"))
  }

  @Test func aWideFigureScrolls() {
    let wide = RunFile(
      name: "curve.svg", bytes: Array("<svg \(Self.namespace) viewBox=\"0 0 900 9\"/>".utf8))
    for (file, scrolls) in [(svg, false), (wide, true)] {
      var builder = lesson(files: [file])
      builder.add(.paragraph(image("recorded/lesson/curve.svg", description: "A curve.")))
      let html = builder.fragment.html
      #expect(html.contains("<div class=\"plate-body\" tabindex=\"0\"><img ") == scrolls)
      #expect(html.contains("alt=\"A curve.\" /></div>\n<figcaption>") == scrolls)
    }
  }

  @Test func aFigureNeedsADescription() {
    var builder = lesson(files: [svg])
    builder.add(.paragraph(image("recorded/lesson/curve.svg", description: "")))
    #expect(builder.fragment.diagnostics.map(\.message.id) == ["no-description"])
  }

  @Test func aFigureThatNoImageShowsIsAnErrorAtItsCell() {
    let diagnostics = lesson(path: "part/lesson.md", files: [svg]).fragment.diagnostics
    #expect(diagnostics.map(\.message.id) == ["figure-not-shown"])
    #expect(diagnostics.first?.span == Span(0, 20))
    #expect(
      diagnostics.first?.help == [
        "show it: `![what it shows](../recorded/lesson/curve.svg \"caption #label\")`"
      ])
  }

  @Test func aFigureThatRunsAScriptIsAnErrorAtItsCell() {
    let bad = RunFile(name: "curve.svg", bytes: Array("<svg onload=\"x\"/>".utf8))
    var builder = lesson(files: [bad])
    builder.add(.paragraph(image("recorded/lesson/curve.svg", description: "A curve.")))
    #expect(builder.fragment.diagnostics.map(\.message.id) == ["bad-figure"])
  }

  @Test func figuresOfOtherLessonsCanBeShown() {
    var other = LessonBuilder(path: "other.md", title: "Other")
    other.add(.paragraph(image("recorded/lesson/curve.svg", description: "A curve.")))
    other.add(.paragraph(image("recorded/lesson/curves.svg", description: "None.")))
    var builder = lesson(files: [svg])
    builder.add(.paragraph(image("recorded/lesson/curve.svg", description: "A curve.")))
    let pages = SitePages.pages(
      for: SiteInput(
        settings: SiteSettings(title: "Site"), lessons: [other.input, builder.input],
        staticFiles: []))
    #expect(
      pages.diagnostics.map(\.message.text) == [
        "there is no file `recorded/lesson/curves.svg` in the site"
      ])
    let page = pages.files.first { $0.path == "other.html" }
    #expect(
      page.map { String(decoding: $0.bytes, as: UTF8.self).contains("width=\"300\"") } == true)
  }

  @Test func whatIsRecordedIsPublished() {
    let input = lesson(path: "part/lesson.md", files: [svg, csv]).input
    let files = LessonFiles.files(of: input, SiteSettings()).filter { $0.path != "lesson.md" }
    #expect(files.map(\.path) == ["recorded/lesson/curve.svg", "recorded/lesson/curve.csv"])
    #expect(files.map(\.bytes) == [svg.bytes, csv.bytes])
  }
}
