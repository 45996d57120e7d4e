import Foundation
import Testing

@testable import LemmaKit

@Suite struct LessonRenderingTests {
  @Test func aFragmentIsTheArticleAlone() {
    let rendering = LessonRendering.render(text: "Some *text*.\n", asFragment: true)
    #expect(rendering.html == "<p>Some <em>text</em>.</p>\n")
    #expect(rendering.diagnostics.isEmpty)
  }

  @Test func aPageIsWhole() {
    let rendering = LessonRendering.render(text: "# Title\n\nText.\n", asFragment: false)
    #expect(rendering.html.hasPrefix("<!DOCTYPE html>"))
    #expect(rendering.html.contains("<title>Title"))
  }

  @Test func aLessonUsesWhatStandsBesideIt() throws {
    let folder = try TemporaryFolder()
    try folder.writeSite([
      "one": "---\nuses: [Shared.swift]\n---\n\n[](eval:twice(21)) and $\\half$.\n"
    ])
    try folder.write("func twice(_ n: Int) -> Int { 2 * n }\n", to: "content/Shared.swift")
    try folder.write(
      "title: S\nlessons: [one.md]\nmacros:\n  half: \\frac12\n", to: "content/site.yaml")
    let rendering = try LessonRendering.render(file: folder["content/one.md"], asFragment: true)
    #expect(rendering.diagnostics.isEmpty)
    #expect(rendering.html.contains("42"))
    #expect(rendering.html.contains("<mfrac>"))
  }

  @Test func aLessonInAFolderUsesItsSite() throws {
    let folder = try TemporaryFolder()
    try folder.write("func twice(_ n: Int) -> Int { 2 * n }\n", to: "content/Shared.swift")
    try folder.write("title: S\nlessons: [guide/deep/one.md]\n", to: "content/site.yaml")
    try folder.write(
      "---\nuses: [Shared.swift]\n---\n\n[](eval:twice(21)), [5](eval:twice(2))\n",
      to: "content/guide/deep/one.md")
    let rendering = try LessonRendering.render(
      file: folder["content/guide/deep/one.md"], asFragment: true)
    #expect(rendering.html.contains("42"))
    #expect(rendering.diagnostics.map(\.message.id) == ["stale-value"])
    #expect(rendering.diagnostics.first?.file.path == folder["content/guide/deep/one.md"])
  }

  @Test func aLessonsPlaceIsInTheNearestSite() throws {
    let folder = try TemporaryFolder()
    try folder.write("title: S\n", to: "content/site.yaml")
    try folder.write("Text.\n", to: "content/guide/one.md")
    let root = folder["content"]
    #expect(LessonPlace(of: root + "/guide/one.md").folder == root)
    #expect(LessonPlace(of: root + "/guide/../guide/one.md").path == "guide/one.md")
    #expect(LessonPlace(of: root + "/guide/./one.md").folder == root + "/guide/./..")
  }

  @Test func aLessonShowsWhatIsOnRecordAndRunsNothing() throws {
    let folder = try TemporaryFolder()
    let cell = "# One\n\n```python run #sum\nprint(1 + 1)\n```\n"
    try folder.writeSite(["one": cell])
    let render = { try LessonRendering.render(file: folder["content/one.md"], asFragment: true) }
    #expect(try render().diagnostics.map(\.message.id) == ["missing-record"])
    #expect(try SiteFix(content: folder["content"]).records == 1)
    let recorded = try render()
    #expect(recorded.diagnostics.isEmpty)
    #expect(recorded.html.contains("<samp>2</samp>"))
  }

  @Test func whatIsMissingIsNamedWhereItIsUsed() throws {
    let folder = try TemporaryFolder()
    try folder.write("---\nuses: [None.swift]\n---\n\nText.\n", to: "one.md")
    let rendering = try LessonRendering.render(file: folder["one.md"], asFragment: true)
    let diagnostic = try #require(rendering.diagnostics.first)
    #expect(diagnostic.message.id == "missing-file")
    #expect(diagnostic.file.text(in: diagnostic.span) == "None.swift")
    #expect(diagnostic.file.path == folder["one.md"])
  }

  @Test func anExpressionPrintsItsValue() {
    #expect(ExpressionRun.evaluate("1 + 1").output == "2\n")
    #expect(ExpressionRun.evaluate("[1 < 2]").output == "[true]\n")
    #expect(ExpressionRun.evaluate("let a = 3\na * a").output == "9\n")
    #expect(ExpressionRun.evaluate("1 +").hasErrors)
  }

  @Test(arguments: [
    ("0.1 + 0.2", "0.3", "0.30000000000000004"), ("0.5", "0.5", "0.5"),
    ("1.0 / 3", "1/3", "0.3333333333333333"),
    ("sqrt(2)", "1.4142135623730950488…", "1.4142135623730951"),
    ("1 - 1 / (1 + exp(-30))", "9.3576229688392989538…\u{A0}×\u{A0}10⁻¹⁴", "9.348077867343818e-14"),
    ("-exp(log(2))", "−2", "-2.0"), ("asComputed(0.1)", "0.10000000000000000555…", "0.1"),
    ("asComputed(-1 / 0.0)", "−∞", "-inf"),
    (
      "[0.1, sin(1)]", "[0.1, 0.84147098480789650665…]",
      "[0.1, 0.8414709848078965]"
    ),
    (#"(1, "a", x: 0.1 * 3)"#, #"(1, "a", x: 0.3)"#, #"(1, "a", x: 0.30000000000000004)"#),
  ])
  func numbersArePrintedInBothReadings(_ expression: String, real: String, swift: String) {
    #expect(
      ExpressionRun.evaluate(expression).output == "real   \(real)\nSwift  \(swift)\n")
  }

  @Test func whereTheReadingsAreFarApartIsAWarning() throws {
    let run = ExpressionRun.evaluate("1 - 1 / (1 + exp(-30))")
    #expect(run.diagnostics.map(\.message.id) == ["computed-differs"])
    #expect(!run.hasErrors)
  }
}
