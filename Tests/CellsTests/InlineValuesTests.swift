import Diagnostics
import MathCore
import Testing

@testable import Cells

@Suite struct InlineValuesTests {
  private func run(_ text: String) -> LessonRun { LessonRun(LessonRun.sigmoid + text) }

  @Test(arguments: [
    "[0.8808](eval:sigmoid(2))", "[1/2](eval:sigmoid(0))", "[½](eval:sigmoid(0))",
    "[−0.005](<eval:-1.0 / 200>)", "[9.53674e-7](<eval:pow(4, -10)>)",
    "[1.36 × 10⁻¹](<eval:exp(-2)+0.001>)", "[50 %](eval:sigmoid(0))", "[<1](eval:sigmoid(20))",
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

  /// The author's form is clear: the digits stay, and the signs are put right.
  @Test(arguments: [
    ("[<= 0.2](<eval:1.0 / 8>)", "≤ 0.2"), ("[>= 0.1](<eval:1.0 / 8>)", "≥ 0.1"),
    ("[+0.12](<eval:1.0 / 8>)", "0.12"), ("[–0.12](<eval:-1.0 / 8>)", "−0.12"),
    ("[1.2 · 10⁻¹](<eval:1.0 / 8>)", "1.2 × 10⁻¹"), ("[1.25×10^-1](<eval:1.0 / 8>)", "1.25×10⁻¹"),
    ("[12,34,567](eval:1234567)", "1,234,567"), ("[1234,567](eval:1234567)", "1,234,567"),
    ("[1234,567](eval:1234568)", "1,234,568"), ("[3,0](eval:2.675)", "2.7"),
    ("[**9.1**](eval:9.25)", "**9.2**"),
  ])
  func aTextThatIsNearlyRightKeepsItsForm(_ text: String, mended: String) {
    let run = run(text)
    #expect(run.results.diagnostics.count == 1)
    #expect(run.mended.contains("[\(mended)](<") || run.mended.contains("[\(mended)](eval:"))
    #expect(LessonRun(run.mended).reports == [])
  }

  /// The comma's language reads a point, too: which of the two groups digits is seen by the value.
  @Test(
    arguments: [
      ("1.125", "1.125", "1,125"), ("1.126", "1.125", "1,125"), ("1.124", "1125", "1.125"),
      ("0.125", "0.125", nil), ("1.5", "1.5", nil),
    ] as [(String, String, String?)])
  func aPointAmongCommasIsReadAsTheValueSays(text: String, value: String, mended: String?) {
    let run = LessonRun(
      "[\(text)](eval:\(value))", settings: .init(typography: NumberTypography(language: "de")))
    #expect(run.mended == "[\(mended ?? text)](eval:\(value))")
  }

  @Test(arguments: [
    "$0.12", "0.12 €", "125 ‰", "0.13 &plusmn; 1", "p < 0.05", "3⁄8", "3 / 8", "1 1/2", "0.333…",
    "an eighth",
  ])
  func whatIsNoNumberIsLeftAlone(_ text: String) throws {
    let run = run("[\(text)](<eval:1.0 / 8>)")
    let diagnostic = try #require(run.results.diagnostics.first)
    #expect(run.results.diagnostics.count == 1)
    #expect(diagnostic.message.id == "unreadable-number")
    #expect(diagnostic.label == "the value is 0.125")
    #expect(diagnostic.help == ["units and words stand outside of the brackets"])
    #expect(diagnostic.edit == nil)
  }

  @Test(arguments: ["∞", "−∞", "-∞", "not a number"])
  func whatIsNoRealNumberIsComparedAsText(_ text: String) {
    let expressions = [
      "∞": "1 / 0.0", "−∞": "-1 / 0.0", "-∞": "-1 / 0.0", "not a number": "0 / 0.0",
    ]
    #expect(run("[\(text)](<eval:asComputed(\(expressions[text] ?? ""))>)").reports == [])
    #expect(run("[\(text)](<eval:asComputed(2 / 0.5)>)").reports.count == 1)
  }

  /// Markup within the text that has no place of its own in it.
  @Test func anEditThatWouldLoseMarkupIsNoEdit() {
    let run = run("[9.**1**](eval:9.25)")
    #expect(run.reports == ["stale-value: 9.**1**"])
    #expect(run.results.diagnostics.first?.edit == nil)
    #expect(run.results.diagnostics.first?.help == [])
  }

  @Test(arguments: [
    (#"[](<eval:1 / 8> "decimals: 2, significant: 1")"#, "decimals: 2, significant: 1"),
    (#"[](<eval:1 / 8> "decimals: 2, decimals: 3")"#, "decimals: 2, decimals: 3"),
    (#"[](<eval:1 / 8> "notation: .fraction, decimals: 3")"#, "notation: .fraction, decimals: 3"),
    (#"[0.1](<eval:1 / 8> "decimals: 2")"#, "decimals: 2"),
    (#"[1/8](<eval:1 / 8> "notation: .percent")"#, "notation: .percent"),
  ])
  func formatsThatContradictEachOtherAreReported(_ text: String, place: String) {
    #expect(run(text).reports == ["bad-format: \(place)"])
  }

  @Test func aFormatMayAgreeWithTheText() {
    #expect(
      run(#"[0.12](<eval:1 / 8> "decimals: 2"), [-0.12](<eval:-1 / 8> "decimals: 2")"#).reports
        == [])
  }

  @Test func valuesSeeOnlyWhatStandsAbove() {
    let run = LessonRun("[1](eval:later)\n\n```swift eval\nlet later = 1\n```\n\n[1](eval:later)\n")
    #expect(run.reports == ["unknown-name: later"])
    #expect(run.values == ["failed", "1"])
  }
}
