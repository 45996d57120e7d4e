import Cells
import LessonSyntax
import Markup
import Testing

@testable import Pages

@Suite struct SearchIndexTests {
  private func entries(_ builder: LessonBuilder) -> [SearchEntry] {
    let summary = LessonSummary(builder.input.lesson, builder.input.results)
    let index = SiteIndex(
      settings: SiteSettings(), summaries: [summary],
      works: ["v": CitedWork(shortForm: "Verhulst (1838)", entry: [])])
    return SearchEntry.entries(of: builder.input, summary: summary, index: index)
  }

  @Test func eachSectionHasItsProseAndItsFormulas() {
    var builder = LessonBuilder(title: "The slope")
    builder.add(.heading(1, "The slope", anchor: "the-slope"))
    builder.add(.paragraph(.text("It is "), .math("\\sigma'"), .text(".")))
    builder.add(.heading(2, "A bound", anchor: "a-bound"))
    builder.add(.paragraph(.text("At most")))
    builder.add(.paragraph(.text("a quarter")))
    #expect(
      entries(builder) == [
        SearchEntry(anchor: "", title: "", text: "It is σ′.", keys: "\\sigma'"),
        SearchEntry(anchor: "a-bound", title: "A bound", text: "At most a quarter"),
      ])
  }

  @Test func whatHasALabelIsFoundByItsNameAndItsCaption() {
    var builder = LessonBuilder()
    let figure = FigureOutput(
      caption: "The curve", svg: Element("svg"), description: "", data: [], width: 640)
    builder.addCell("Chart()", label: "curve", outputs: [.figure(figure)])
    builder.add(.equation("e = mc^2", label: "energy"))
    builder.add(.equation("a = b"))
    #expect(
      entries(builder) == [
        SearchEntry(anchor: "", title: "", text: "a = b", keys: "a = b"),
        SearchEntry(
          anchor: "curve", title: "Figure\u{A0}1 · The curve", text: "", keys: "curve"),
        SearchEntry(
          anchor: "energy", title: "Equation\u{A0}1", text: "e = mc^2", keys: "energy e = mc^2"),
      ])
  }

  @Test func aLabelledBlockHoldsItsWordsAndTheSectionGoesOn() {
    var builder = LessonBuilder()
    let label = Label(name: "rule", span: .init(0, 0))
    builder.add(
      .node(
        .block(.init(kind: .theorem, label: label)),
        [.node(.blockTitle, [.text("The rule")]), .paragraph(.text("Inside"))]))
    builder.add(.paragraph(.text("After")))
    #expect(
      entries(builder) == [
        SearchEntry(anchor: "", title: "", text: "After"),
        SearchEntry(
          anchor: "rule", title: "Theorem\u{A0}1 · The rule", text: "Inside", keys: "rule"),
      ])
  }

  @Test func codeIsNotSearchedAndACitationIsByItsName() {
    var builder = LessonBuilder()
    builder.add(.listing("secret"))
    let citation = Node.Citation(key: "v", keySpan: .init(0, 0))
    builder.add(.paragraph(.text("By "), .node(.citation(citation), [])))
    #expect(entries(builder).map(\.text) == ["By Verhulst (1838)"])
  }

  @Test func aLineIsJSONAndNamesThePage() {
    let line = SearchIndex.line(
      [SearchEntry(anchor: "a", title: "b", text: "c\\d", keys: "e")], page: "q%231.html",
      title: "A \"title\"")
    #expect(line == #"["q%231.html","A \"title\"",["a","b","c\\d","e"]]"#)
    #expect(
      SearchIndex.script([line])
        == "var lemmaSearchIndex = [\n\(line)\n];\n" + Script.finding)
  }

  @Test func theIndexGrowsAsTheTextDoes() {
    func size(_ count: Int) -> Int {
      let lessons = (0..<count).map { number in
        var builder = LessonBuilder(path: "l\(1000 + number).md", title: "Lesson")
        builder.add(.paragraph(.text(String(repeating: "word ", count: 100))))
        return builder.input
      }
      let site = SiteInput(settings: SiteSettings(), lessons: lessons)
      let file = SitePages.pages(for: site).files.first { $0.path == SearchIndex.path }
      return file?.bytes.count ?? 0
    }
    let empty = size(0)
    #expect(size(20) - empty == 2 * (size(10) - empty) + 2)
  }
}
