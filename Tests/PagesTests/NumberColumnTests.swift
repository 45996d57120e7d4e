import Cells
import Testing

@testable import Pages

@Suite struct NumberColumnTests {
  @Test func decimalPointsStandInOneLine() {
    let table = TableOutput(
      caption: "", columns: ["p"],
      rows: [
        [.init(text: "100 %", integerWidth: 3)], [.init(text: "78.64 %", integerWidth: 2)],
      ])
    let html = TableHTML(table, title: .label("Shares")).element.markup
    #expect(html.contains("100 %<span class=\"pad\" data-lacking=\".00\"></span></td>"))
    #expect(html.contains("<td class=\"number\">78.64 %</td>"))
  }

  @Test func plainNumbersMakeRoomForPowersOfTen() {
    let table = TableOutput(
      caption: "", columns: ["x"],
      rows: [
        [.init(text: "0.5251", integerWidth: 1)], [.init(text: "1.0 × 10⁻⁷", integerWidth: 1)],
        [.init(text: "1.0 × 10⁻¹³", integerWidth: 1)],
      ])
    let html = TableHTML(table, title: .label("Gradients")).element.markup
    #expect(html.contains("0.5251<span class=\"pad\" data-lacking=\" × 10⁻¹³\">"))
    #expect(html.contains("1.0 × 10⁻⁷<span class=\"pad\" data-lacking=\"000³\">"))
    #expect(html.contains("1.0 × 10⁻¹³<span class=\"pad\" data-lacking=\"000\">"))
  }

  @Test func notesAreMarkedByLetters() {
    #expect([0, 25, 26, 27].map(TableHTML.mark) == ["a", "z", "aa", "ab"])
  }
}
