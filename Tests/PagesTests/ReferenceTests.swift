import Cells
import Diagnostics
import LessonSyntax
import Testing

@testable import Pages

@Suite struct ReferenceTests {
  private static let check = CellOutput.check(
    CheckOutput(
      statement: nil, text: "a", verdict: Verdict(strength: .proved, method: .exactArithmetic)))
  private static let table = CellOutput.table(TableOutput(caption: "", columns: [], rows: []))

  /// A lesson with a table, then a check, each under a label.
  private func lesson(_ source: String = "", path: String = "a.md") -> LessonBuilder {
    var builder = LessonBuilder(path: path, source: source, title: "Title of " + path)
    builder.addCell("t", label: "values", outputs: [Self.table])
    builder.addCell("c", label: "slope", outputs: [Self.check, Self.table])
    return builder
  }

  @Test func emptyTextsAreFilledIn() {
    var builder = lesson()
    builder.add(.paragraph(builder.reference("", label: "slope")))
    let made = builder.fragment
    #expect(made.html.contains("<p><a href=\"#slope\">Check\u{A0}1</a></p>"))
    #expect(made.diagnostics.isEmpty)
  }

  @Test func generatedWordsFollowTheLanguage() {
    var builder = lesson()
    builder.add(.paragraph(builder.reference("", label: "values")))
    #expect(builder.fragment(language: "de-AT").html.contains("Tabelle\u{A0}1</a>"))
  }

  @Test func aWrongNumberIsReportedWithItsCorrection() throws {
    var builder = lesson("See [Table 7](#values).")
    builder.add(.paragraph(builder.reference("Table 7", label: "values")))
    let diagnostics = builder.fragment.diagnostics
    let found = try #require(diagnostics.first)
    #expect(found.message.id == "stale-reference")
    #expect(found.edit == Edit(replace: Span(5, 12), with: "Table 1"))
  }

  @Test func otherTextsAreLeftAlone() {
    for text in ["the values", "table 1", "Table 1", "Table of it"] {
      var builder = lesson("[\(text)](#values)")
      builder.add(.paragraph(builder.reference(text, label: "values")))
      #expect(builder.fragment.diagnostics.isEmpty, "\(text)")
    }
  }

  @Test func anUnknownLabelNamesTheNearest() throws {
    var builder = lesson("[x](#value)")
    builder.add(.paragraph(builder.reference("x", label: "value")))
    let found = try #require(builder.fragment.diagnostics.first)
    #expect(found.message.id == "broken-link")
    #expect(found.help == ["did you mean `#values`?"])
    #expect(found.span == Span(4, 10))
  }

  @Test func labelsOfOtherLessonsSayWhereTheyStand() {
    let other = lesson(path: "b.md")
    var builder = lesson("[Table 2](b.md#values) [](b.md#values) [](b.md)")
    builder.add(
      .paragraph(
        builder.reference("", file: "b.md", label: "values"),
        builder.reference("", file: "b.md", label: nil),
        builder.reference("Table 2", file: "b.md", label: "values"),
        builder.reference("x", file: "c.md", label: nil)))
    let site = SiteInput(settings: SiteSettings(), lessons: [builder.input, other.input])
    let made = SitePages.pages(for: site)
    let page = made.files.first { $0.path == "a.html" }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    #expect(page?.contains("<a href=\"b.html#values\">Table\u{A0}1 of Title of b.md</a>") == true)
    #expect(page?.contains("<a href=\"b.html\">Title of b.md</a>") == true)
    #expect(made.diagnostics.map(\.message.id).sorted() == ["broken-link", "stale-reference"])
  }

  @Test func afterAFailedCellNumbersAreNotChecked() {
    var builder = lesson("[Table 9](#values) [](#slope)")
    let reference = builder.reference("Table 9", label: "values")
    builder.add(.paragraph(reference, builder.reference("", label: "slope")))
    builder.results.outputs[1] = []
    builder.nodes[builder.cells[1].node].span = Span(0, 1)
    builder.results.diagnostics = [
      Diagnostic(
        .error, Diagnostic.Message(id: "x", text: "x"), in: builder.source, at: Span(0, 1))
    ]
    #expect(builder.fragment.diagnostics.isEmpty)
  }

  @Test func missingFilesAreReportedWhereFilesAreKnown() {
    var builder = lesson("")
    for target in [
      "img/a.png", "img/b.png", "/img/a.png", "https://x.org/y", "a.html", "#x", "",
      "file:///etc/passwd",
    ] {
      builder.add(
        .paragraph(
          .node(.link(.init(destination: target, title: "", destinationSpan: Span(0, 0))), [])))
    }
    let site = SiteInput(
      settings: SiteSettings(), lessons: [builder.input], staticFiles: ["img/a.png"])
    let texts = SitePages.pages(for: site).diagnostics.map(\.message.text)
    #expect(
      texts == [
        "`file:///etc/passwd` is not published: it could run a script or read a reader's files",
        "there is no file `/img/a.png` in the site", "there is no file `img/b.png` in the site",
        "this link leads nowhere: it has no destination",
      ])
  }
}
