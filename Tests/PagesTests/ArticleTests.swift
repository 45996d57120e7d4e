import Cells
import Diagnostics
import LessonSyntax
import Markup
import Testing

@testable import Pages

@Suite struct ArticleTests {
  private func fragment(_ trees: Tree...) -> String {
    var builder = LessonBuilder()
    for tree in trees { builder.add(tree) }
    return builder.fragment.html
  }

  @Test func depthCostsNoStack() {
    var builder = LessonBuilder()
    var parent = 0
    for _ in 0..<50_000 { parent = builder.add(.node(.blockQuote, []), under: parent) }
    builder.add(.paragraph(.text("deep")), under: parent)
    #expect(builder.fragment.html.contains("<p>deep</p>"))
  }

  @Test func linksThatRunScriptsAreEmptied() {
    for bad in ["javascript:alert(1)", "JavaScript:x", "vbscript:x", "data:text/html,x"] {
      let link = Tree.node(
        .link(.init(destination: bad, title: "", destinationSpan: Span(0, 0))), [.text("a")])
      #expect(fragment(.paragraph(link)) == "<p><a href=\"\">a</a></p>\n")
    }
    let image = Tree.node(
      .image(
        .init(
          source: "data:image/png;base64,AA", caption: "", label: nil, sourceSpan: Span(0, 0))),
      [.text("a")])
    #expect(
      fragment(.paragraph(image)) == "<p><img src=\"data:image/png;base64,AA\" alt=\"a\" /></p>\n")
  }

  @Test func rawHTMLPassesTheTagFilter() {
    #expect(
      fragment(.node(.html("<b><script>x</script>\n"), [])) == "<b>&lt;script>x&lt;/script>\n")
    #expect(
      fragment(.paragraph(.node(.inlineHTML("<!-- <title> -->"), [])))
        == "<p><!-- <title> --></p>\n")
  }

  private func table(heads: [String]) -> Tree {
    func row(_ texts: [String], isHeader: Bool) -> Tree {
      .node(
        .tableRow(isHeader: isHeader),
        texts.map { .node(.tableCell(.none), $0.isEmpty ? [] : [.text($0)]) })
    }
    return .node(
      .table(.init(alignments: [.none, .none])),
      [row(heads, isHeader: true), row(["a", "b"], isHeader: false)])
  }

  private func page(_ tree: Tree, in builder: LessonBuilder = LessonBuilder()) -> String {
    var builder = builder
    builder.add(tree)
    let index = SiteIndex(settings: SiteSettings(), summaries: [])
    return String(
      decoding: LessonPage.render(builder.input, index: index).file.bytes, as: UTF8.self)
  }

  @Test func onAPageATableHasNoEmptyHeads() {
    #expect(!page(table(heads: ["", ""])).contains("<thead>"))
    let half = page(table(heads: ["", "p"]))
    #expect(half.contains("<td></td>\n<th scope=\"col\">p</th>"))
    #expect(fragment(table(heads: ["", ""])).contains("<th></th>\n<th></th>"))
  }

  @Test func noLineBreaksBetweenAFormulaAndTheMarksBesideIt() {
    let formulas = page(
      .paragraph(
        .text("Add (or not) ("), .math("x"), .text("), then "), .math("y"), .text(" to it.")))
    #expect(formulas.contains("Add (or not) <span class=\"unbroken\">(<math>"))
    #expect(formulas.contains("</math>),</span> then <math>"))
    #expect(formulas.contains("</math> to it.</p>"))
  }

  @Test func noLineBreaksBetweenASignOfEqualityAndItsValue() {
    for (tex, isBound) in [("x =", true), ("x", false), ("x + 1 + x + 1 + x + 1 + x =", false)] {
      var builder = LessonBuilder()
      let value = builder.value("2", of: "x")
      let html = page(.paragraph(.math(tex), .text(" "), value, .text(" then")), in: builder)
      #expect(html.contains("<p><span class=\"unbroken\"><math>") == isBound)
      #expect(html.contains(">2</span></span> then</p>") == isBound)
    }
  }

  @Test func largeListingsSaySo() {
    let line = "let x = 1\n"
    #expect(page(.listing(String(repeating: line, count: 16))).contains("<pre><code>"))
    #expect(page(.listing(String(repeating: line, count: 17))).contains("<pre class=\"long\">"))
    let lines = [String(repeating: "x", count: 64), String(repeating: "x", count: 65)]
    #expect(page(.listing(lines.joined(separator: "\n"))).contains("<pre><code tabindex"))
    #expect(page(.listing(lines[1])).contains("<pre class=\"wide\">"))
  }

  @Test func theSpacesOfATightListAreGitHubs() {
    let list = Tree.node(
      .list(.init(start: 3, isTight: true)),
      [
        .node(.item(checked: true), [.paragraph(.text("a"))]),
        .node(.item(checked: nil), [.paragraph(.text("b"))]),
      ])
    #expect(
      fragment(list) == """
        <ol start="3">
        <li><input type="checkbox" checked="" disabled="" /> a</li>
        <li>b</li>
        </ol>

        """)
  }

  @Test func anImagesDescriptionIsPlain() {
    let image = Tree.node(
      .image(.init(source: "/u", caption: "t", label: nil, sourceSpan: Span(0, 0))),
      [.text("a "), .node(.strong, [.text("b")]), .node(.softBreak, []), .text("\"c\"")])
    #expect(
      fragment(.paragraph(image))
        == "<p><img src=\"/u\" alt=\"a b &quot;c&quot;\" title=\"t\" /></p>\n")
  }

  @Test func definitionsAreShownAndDisplaysFolded() {
    var builder = LessonBuilder()
    builder.addCell("let a = 1\n", isDefinition: true)
    builder.addCell("a\n", outputs: [.text("1\n")])
    builder.addCell("a + 1\n", visibility: .hide, outputs: [.text("2\n")])
    let html = builder.fragment.html
    #expect(html.components(of: "<details").count == 2)
    #expect(html.contains("<pre class=\"output\"><samp>1\n</samp></pre>"))
    #expect(!html.contains("a + <span"))
  }

  @Test func publishedValuesSayWhatTheyAreComputedFrom() {
    var builder = LessonBuilder()
    let value = builder.value("0.88", of: "sigmoid(2) < 1")
    builder.add(.node(.paragraph, [value]))
    #expect(
      builder.fragment.html
        == "<p><span class=\"value\" title=\"computed: sigmoid(2) &lt; 1\">0.88</span></p>\n")
  }

  @Test func aFailedValueKeepsTheAuthorsText() {
    var builder = LessonBuilder()
    let value = builder.value("0.88", of: "f(2)")
    builder.results.inlineValues = [.failed]
    builder.add(.node(.paragraph, [value]))
    #expect(builder.fragment.html == "<p>0.88</p>\n")
  }

  @Test func aTableOfSentencesIsStackedOnPhones() {
    func isWordy(_ cell: String) -> Bool {
      let text = "| a | b | c |\n|---|---|---|\n| x | \(cell) | \(cell) |\n"
      let lesson = LessonParser.parse(SourceFile(path: "a.md", text: text))
      let site = SiteInput(
        settings: SiteSettings(),
        lessons: [LessonInput(lesson: lesson, results: LessonResults())])
      let file = SitePages.pages(for: site).files.first { $0.path == "a.html" }
      return file.map { String(decoding: $0.bytes, as: UTF8.self) }?.contains(
        "<table class=\"wordy\">")
        ?? false
    }
    #expect(isWordy(String(repeating: "so many words ", count: 8)) && !isWordy("few words"))
  }

  @Test func aCheckSaysItsVerdictInWords() {
    var builder = LessonBuilder()
    let verdict = Verdict(
      strength: .sampled, method: .points(1024), domain: VerdictDomain([.reals(["x"])]))
    builder.addCell(
      "check", label: "slope",
      outputs: [.check(CheckOutput(statement: nil, text: "a < b", verdict: verdict))])
    let html = builder.fragment.html
    #expect(html.contains("<figure class=\"check check-sampled\" id=\"slope\">"))
    #expect(html.contains("<span class=\"badge badge-sampled\" title=\"No counterexample"))
    #expect(html.contains("at 1024 points, for all real x"))
    #expect(html.contains("a &lt; b"))
  }

  @Test func citedWorksAreListedOnce() {
    var builder = LessonBuilder()
    let citation = Tree.node(.citation(.init(key: "v", keySpan: Span(0, 1))), [])
    builder.add(.paragraph(citation, citation))
    let works = ["v": CitedWork(shortForm: "Verhulst (1838)", entry: [.plain("Verhulst.")])]
    let html = builder.fragment(works: works).html
    for id in ["lemma-cite-v", "lemma-cite-v-2"] {
      #expect(
        html.contains(
          "<a class=\"citation\" id=\"\(id)\" href=\"#lemma-work-v\">Verhulst (1838)</a>"))
    }
    #expect(html.components(of: "<li id=\"lemma-work-v\">").count == 2)
  }

  @Test func anUnknownWorkIsReported() {
    var builder = LessonBuilder()
    builder.add(.paragraph(.node(.citation(.init(key: "verhulst", keySpan: Span(0, 1))), [])))
    let works = ["verhulst1": CitedWork(shortForm: "", entry: [])]
    let found = builder.fragment(works: works).diagnostics
    #expect(found.map(\.message.id) == ["unknown-citation"])
    #expect(found.first?.help == ["did you mean `verhulst1`?"])
  }
}

extension LessonBuilder {
  var fragment: (html: String, diagnostics: [Diagnostic]) { fragment() }

  func fragment(
    works: [String: CitedWork] = [:], language: String = "en"
  ) -> (html: String, diagnostics: [Diagnostic]) {
    let index = SiteIndex(
      settings: SiteSettings(language: language),
      summaries: [LessonSummary(input.lesson, input.results)], works: works, isWholeSite: false)
    return LessonPage.fragment(input, index: index)
  }
}

extension String {
  func components(of separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
