import Cells
import LessonSyntax
import Markup
import MathCore
import Testing

@testable import Pages

@Suite struct FigureDataTests {
  private func table(_ columns: [String], _ rows: [[String]]) -> TableOutput {
    TableOutput(
      caption: "", columns: columns, rows: rows.map { $0.map { TableOutput.Cell(text: $0) } })
  }

  private func figure(_ tables: [TableOutput]) -> FigureOutput {
    FigureOutput(caption: "", svg: Element("svg"), description: "", data: tables, width: 640)
  }

  private func texts(_ tables: [TableOutput], language: String = "en") -> [String] {
    FigureData(
      figure(tables), number: 2, slug: "l", typography: NumberTypography(language: language)
    ).files.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func numbersAreWrittenAsProgramsReadThem() {
    let rows = [["−1.5", "1.2\u{A0}×\u{A0}10⁻⁵"], ["1\u{202F}000", ""]]
    #expect(texts([table(["x", "y"], rows)]) == ["x,y\r\n-1.5,1.2e-5\r\n1000,\r\n"])
    #expect(texts([table(["x"], [["−0,25"]])], language: "de") == ["x\r\n-0.25\r\n"])
  }

  @Test func textThatIsNoNumberIsQuotedWhereItMustBe() {
    let rows = [["−a", "say \"x\", y"]]
    #expect(
      texts([table(["f(x, y)", "−"], rows)]) == ["\"f(x, y)\",−\r\n−a,\"say \"\"x\"\", y\"\r\n"])
  }

  @Test func theFileOfEachTableIsOfferedUnderTheFigure() {
    var builder = LessonBuilder(path: "l.md")
    let tables = [table(["x"], [["1"]]), table(["empty"], []), table(["x"], [["2"]])]
    builder.addCell("Chart()", outputs: [.figure(figure(tables))])
    let site = SiteInput(settings: SiteSettings(), lessons: [builder.input])
    let files = SitePages.pages(for: site).files
    #expect(
      files.map(\.path).filter { $0.hasSuffix(".csv") } == ["l/figure-1-2.csv", "l/figure-1.csv"])
    let page = files.first { $0.path == "l.html" }.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(
      LessonSummary(builder.input.lesson, builder.input.results).files == [
        "l/figure-1.csv", "l/figure-1-2.csv",
      ])
    for name in ["figure-1.csv", "figure-1-2.csv"] {
      #expect(page?.contains("<a href=\"l/\(name)\" download=\"\">\(name)</a>") == true)
    }
  }
}
