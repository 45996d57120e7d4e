import Diagnostics
import Testing

@testable import Cells

@Suite struct InlineValuesTests {
  private func run(_ text: String) -> LessonRun { LessonRun(LessonRun.sigmoid + text) }

  @Test(arguments: [
    "[0.8808](eval:sigmoid(2))", "[1/2](eval:sigmoid(0))", "[½](eval:sigmoid(0))",
    "[−0.005](<eval:-1.0 / 200>)", "[9.53674e-7](<eval:pow(4, -10)>)",
    "[1.36 × 10⁻¹](<eval:exp(-2)+0.001>)", "[50 %](eval:sigmoid(0))", "[<1](eval:sigmoid(40))",
    "[≥ 0.88](eval:sigmoid(2))", "[1,200](<eval:1200>)", "[true](<eval:sigmoid(0) == 0.5>)",
    "[4.39445](<eval:2 * log(9)>)", "[0.5](<eval:1 / 2>)", "[2](lit:)",
    "[18446744073709551615](eval:UInt64.max)",
  ])
  func rightTextsPass(_ text: String) {
    #expect(run(text).reports == [])
  }

  @Test(arguments: [
    ("[](eval:sigmoid(2))", "0.880797"), ("[](eval:sigmoid(0))", "0.5"), ("[](<eval:1/4>)", "0.25"),
    ("[](<eval:[1, 2].count>)", "2"), (#"[](<eval:sigmoid(2)> "decimals: 4")"#, "0.8808"),
    (#"[](<eval:sigmoid(2)> "significant: 2, notation: .percent")"#, "88\u{A0}%"),
    (#"[](<eval:"a" + "b">)"#, "ab"), ("[](eval:UInt64(7_500_001))", "7500001"),
    (#"[](eval:UInt64(7) "decimals: 2")"#, "7.00"),
  ])
  func missingTextsAreInserted(_ text: String, expected: String) {
    #expect(run(text).values == [expected])
  }

  @Test func aWrongDigitIsShownAsTheDesignShowsIt() throws {
    let run = run("The slope there is [0.1051](<eval:derivative(of: sigmoid)(2)>).")
    let diagnostic = try #require(run.results.diagnostics.first)
    #expect(run.results.diagnostics.count == 1)
    #expect(diagnostic.message.id == "stale-value")
    #expect(diagnostic.message.text == "0.1051 is not the value of derivative(of: sigmoid)(2)")
    #expect(diagnostic.label?.hasPrefix("0.1050 to four decimals (0.10499358540350") == true)
    #expect(diagnostic.help == ["`lemma fix` rewrites it"])
    #expect(diagnostic.edit == Edit(replace: diagnostic.span, with: "0.1050"))
    #expect(run.lesson.source.text(in: diagnostic.span) == "0.1051")
    #expect(run.values == ["failed"])
  }

  @Test(arguments: [
    ("[1/3](eval:sigmoid(0))", "stale-value: 1/3"),
    ("[< 0.5](eval:sigmoid(2))", "stale-value: < 0.5"),
    ("[a](run:#cell/x)", "unknown-run: #cell/x"),
    (#"[](<eval:sigmoid(2)> "digits: 4")"#, "bad-format: digits: 4"),
    ("[](eval:sigmoid)", "not-publishable: sigmoid"), ("[](lit:)", "empty-literal: "),
  ])
  func whatIsWrongIsReportedAtItsPlace(_ text: String, report: String) {
    #expect(run(text).reports == [report])
  }

  @Test func valuesSeeOnlyWhatStandsAbove() {
    let run = LessonRun("[1](eval:later)\n\n```swift eval\nlet later = 1\n```\n\n[1](eval:later)\n")
    #expect(run.reports == ["unknown-name: later"])
    #expect(run.values == ["failed", "1"])
  }
}
