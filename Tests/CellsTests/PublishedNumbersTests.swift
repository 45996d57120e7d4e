import Diagnostics
import Testing

@testable import Cells

/// Numbers whose digits binary64 gets wrong, or which lie on or beside a tie.
@Suite struct PublishedNumbersTests {
  private func run(_ text: String) -> LessonRun { LessonRun(LessonRun.sigmoid + text) }

  /// What is reported but for the warnings that Swift computes something else.
  private func mistakes(_ run: LessonRun) -> [String] {
    run.reports.filter { !$0.hasPrefix("computed-differs") }
  }

  @Test(arguments: [
    ("1 - sigmoid(30)", "9.3576229688392989538e-14"),
    ("log(sigmoid(-800))", "−800.00000000000000000"),
    ("sqrt(1e10 + 1) - sqrt(1e10)", "4.9999999998750000000e-6"),
    ("sin(1e22)", "−0.85220084976718880177"),
    ("cos(1.5707963267948966)", "1.9231321691639751442e-17"),
    ("exp(Double.pi * sqrt(163))", "262537412640768743.99999999999925007"),
    // Rump's polynomial (1988), at 77617 and 33096: −54767/66192.
    (
      "333.75 * pow(33096, 6) + pow(77617, 2) * (11 * pow(77617, 2) * pow(33096, 2)"
        + " - pow(33096, 6) - 121 * pow(33096, 4) - 2) + 5.5 * pow(33096, 8) + 77617.0 / (2 * 33096)",
      "−0.82739605994682136814"
    ),
    ("sigmoid(-10000)", "1.135483865e-4343"),
    ("exp(exp(exp(0.5)))", "181.33130360854569352"),
  ])
  func hardValuesAreRight(_ expression: String, _ text: String) {
    let run = run("[\(text)](<eval:\(expression)>)")
    #expect(mistakes(run) == [])
    #expect(run.values == [text])
  }

  /// Half a unit of the last digit shown, and 10⁻¹² of a unit more or less.
  @Test(arguments: [
    ("0.1235 - 0.00005", "0.1234"), ("0.1235 - 0.00005 + 1e-16", "0.1235"),
    ("0.1235 - 0.00005 - 1e-16", "0.1234"), ("0.1234 + 0.00005", "0.1234"),
    ("0.1236 - 0.00005", "0.1236"), ("2.5", "2"), ("3.5", "4"), ("-2.5", "−2"),
    ("2.5 + 1e-12", "3"),
    ("-0.5", "0"), ("1.005", "1.00"), ("1.015", "1.02"), ("2.675", "2.68"),
    ("sqrt(2) - sqrt(2) + 0.125", "0.12"), ("pow(sqrt(2), 2) / 16 + 1e-12", "0.13"),
    ("log(exp(0.125))", "0.12"), ("sqrt(0.015625) + exp(-40)", "0.13"),
    ("sqrt(0.015625) - exp(-40)", "0.12"), ("sqrt(0.140625)", "0.38"),
  ])
  func tiesGoToTheEvenDigit(_ expression: String, _ text: String) {
    let run = run("[\(text)](<eval:\(expression)>)")
    #expect(mistakes(run) == [])
  }

  @Test(arguments: [
    ("[](<eval:0.1 + 0.2>)", "0.3"), ("[](<eval:1.0 / 3>)", "0.333333"),
    ("[](<eval:1.0 / 8>)", "0.125"), ("[](<eval:asComputed(0.1)>)", "0.100000"),
    ("[](<eval:asComputed(1 / 0.0)>)", "∞"), ("[](<eval:asComputed(-1 / 0.0)>)", "−∞"),
    ("[](<eval:asComputed(0 / 0.0)>)", "not a number"),
    ("[](<eval:asComputed(0.1 + 0.2) - 0.3>)", "4.44089\u{A0}×\u{A0}10⁻¹⁷"),
    ("[](<eval:pow(0.5, 60)>)", "8.67362\u{A0}×\u{A0}10⁻¹⁹"),
    (#"[](<eval:sigmoid(log(25.0 / 9))> "notation: .fraction")"#, "25/34"),
    (#"[](<eval:exp(1)> "notation: .fraction")"#, "2.71828"),
    (#"[](<eval:pow(2.0, 70)> "notation: .fraction")"#, "1180591620717411303424"),
    (#"[](<eval:1 - sigmoid(40)> "notation: .percent")"#, "0.00\u{A0}%"),
    (#"[](<eval:exp(-2)> "significant: 3, notation: .scientific")"#, "1.35\u{A0}×\u{A0}10⁻¹"),
    ("[](<eval:exp(log(3))>)", "3"), ("[](<eval:-1 * 0.0>)", "0"),
  ])
  func whatIsInsertedIsTheRealValue(_ text: String, _ expected: String) {
    let run = run(text)
    #expect(mistakes(run) == [])
    #expect(run.values == [expected])
  }

  @Test(
    arguments: [
      ("[< 1](eval:sigmoid(800))", []), ("[> 0](eval:sigmoid(-800))", []),
      ("[≤ 1/4](<eval:sigmoid(0) * (1 - sigmoid(0))>)", []),
      ("[< 1/4](<eval:sigmoid(0) * (1 - sigmoid(0))>)", ["stale-value: < 1/4"]),
      ("[25/34](<eval:sigmoid(log(25) - log(9))>)", []),
      ("[1/3](<eval:asComputed(1.0 / 3)>)", ["stale-value: 1/3"]),
      ("[≥ 2](<eval:pow(sqrt(2), 2)>)", []),
      ("[> 2](<eval:pow(sqrt(2), 2)>)", ["stale-value: > 2"]),
    ] as [(String, [String])])
  func comparisonsAndFractionsAreCertain(_ text: String, _ reports: [String]) {
    #expect(mistakes(run(text)) == reports)
  }

  @Test func whereSwiftComputesAnotherNumberIsAWarningWithTheWaysOut() throws {
    let run = run(
      "It is [9.3576e-14](<eval:1 - sigmoid(30)>), or [0.0000](<eval:1 - sigmoid(30)>).")
    #expect(run.reports == ["computed-differs: 1 - sigmoid(30)"])
    let warning = try #require(run.results.diagnostics.first)
    #expect(warning.severity == .warning)
    #expect(
      warning.message.text
        == "Swift computes 9.348077867343818e-14, the real value is "
        + "9.3576229688392989…\u{A0}×\u{A0}10⁻¹⁴")
    #expect(warning.help.joined().contains("asComputed"))
    #expect(run.values == ["9.3576e-14", "0.0000"])
  }

  @Test func aColumnIsWarnedAboutOnceAtItsExpression() throws {
    let run = LessonRun(
      cell: """
        Table("t", over: [1, 30, 36]) { x in
          Column("x", x)
          Column("d", 1 - sigmoid(x), significant: 6)
          Column("c", asComputed(1 - sigmoid(x)), significant: 6)
        }
        """)
    #expect(run.reports == ["computed-differs: 1 - sigmoid(x)"])
    #expect(run.results.diagnostics.first?.label == "in row 2, for 30")
    #expect(
      try #require(run.tables.first).rows.map { $0[1].text } == [
        "2.68941\u{A0}×\u{A0}10⁻¹", "9.35762\u{A0}×\u{A0}10⁻¹⁴", "2.31952\u{A0}×\u{A0}10⁻¹⁶",
      ])
  }

  /// Certain in mathematics, false in Swift.
  @Test(arguments: [
    ("< 1", "1 - 1e-20"), ("> 0", "1e-20 + 1 - 1"), ("≤ 0.3", "0.1 + 0.2"),
  ])
  func aComparisonThatSwiftAnswersOtherwiseIsAWarning(_ text: String, _ expression: String) {
    #expect(run("[\(text)](<eval:\(expression)>)").reports == ["computed-differs: \(expression)"])
    #expect(run("[≥ 0.3](<eval:0.3>), [≤ 1/3](<eval:1.0 / 3>)").reports == [])
  }

  @Test func numbersWithinArraysAndTuplesAreCompared() {
    let lesson = "```swift eval\nlet a = 0.1 + 0.2 - 0.3 + 1e-10\n```\n\n"
    for expression in ["[a, 0.02]", "(0.02, a)"] {
      #expect(
        LessonRun(lesson + "[](<eval:\(expression)>)").reports == [
          "computed-differs: \(expression)"
        ])
    }
    #expect(LessonRun(lesson + "[](<eval:[0.1 + 0.2, 0.02]>)").reports == [])
  }

  /// Swift's shortest text has no more digits than it needs; that is no rounding.
  @Test(arguments: [
    ("(1.005 * 100).rounded() / 100", true), ("floor(4.35 * 100) / 100", true),
    ("1 + 1e-20", false), ("1e-20 + 1 - 1", false), ("0.01 + 1e16 - 1e16", true),
  ])
  func aShortTextIsComparedToo(_ cell: String, differs: Bool) {
    #expect(LessonRun(cell: cell).reports == (differs ? ["computed-differs: \(cell)"] : []))
  }

  @Test func plainValuesAreComparedToo() {
    #expect(LessonRun(cell: "0.1 + 0.2").reports == [])
    #expect(LessonRun(cell: "[1 - sigmoid(30)]").reports == ["computed-differs: [1 - sigmoid(30)]"])
  }

  /// 0, but not by any rule that is known; no number of bits shows that.
  @Test(arguments: [
    "tgamma(1.5) - sqrt(Double.pi) / 2", "lgamma(3) - log(2)",
  ])
  func whatNoBitsAndNoRuleTellIsUndecided(_ zero: String) throws {
    let run = run("[](<eval:\(zero)>)")
    #expect(run.reports == ["undecided: \(zero)"])
    #expect(run.values == ["failed"])
    // A question that bits do answer is answered.
    #expect(mistakes(self.run("[0.000](<eval:\(zero)>)")) == [])
  }

  @Test func anUndecidedCellIsReportedAtItsColumnWithItsRow() {
    let run = LessonRun(
      cell: #"Table("t", over: [2.5, 1.5]) { x in Column("d", tgamma(x) - sqrt(Double.pi) / 2) }"#)
    #expect(run.tables.isEmpty)
    #expect(run.reports == ["undecided: tgamma(x) - sqrt(Double.pi) / 2"])
    #expect(run.results.diagnostics.first?.label == "in row 2, for 1.5")
  }

  @Test func whatIsUndefinedIsAnErrorWithItsRow() {
    let run = LessonRun(
      cell: #"Table("t", over: [1, 0]) { x in Column("r", 1 / (1 - exp(x * 0)) + x) }"#)
    #expect(run.tables.isEmpty)
    #expect(run.results.diagnostics.map(\.message.id) == ["undefined"])
    #expect(run.results.diagnostics.first?.label == "in row 1, for 1")
  }

  @Test func notesFollowTheLanguage() throws {
    let lesson =
      LessonRun.sigmoid + """
        ```swift eval
        Table("t", over: [20.0, -20.0]) { x in
          Column("σ", sigmoid(x), decimals: 4)
          Column("%", sigmoid(x), decimals: 1, notation: .percent)
          Column("−σ", -sigmoid(x), decimals: 4)
        }
        ```

        """
    let english = try #require(LessonRun(lesson).tables.first)
    #expect(
      english.notes == [
        "less than 1", "less than 100\u{A0}%", "more than −1", "more than 0", "more than 0\u{A0}%",
        "less than 0",
      ])
    #expect(english.rows.map { $0.map(\.note) } == [[0, 1, 2], [3, 4, 5]])
    #expect(english.rows[1].map(\.text) == ["0.0000", "0.0\u{A0}%", "0.0000"])
    let settings = Notebook.Settings(language: "de-AT")
    let german = try #require(LessonRun(lesson, settings: settings).tables.first)
    #expect(german.notes.prefix(2) == ["kleiner als 1", "kleiner als 100\u{A0}%"])
    #expect(german.notes[3] == "größer als 0")
  }

  @Test func theBasisOfDigitsIsKept() throws {
    let run = run(
      "[](<eval:1.0/8>) [0.8808](eval:sigmoid(2)) [](<eval:asComputed(0.1)>) "
        + "[9.3576229688392989538e-14](<eval:1 - sigmoid(30)>)")
    let bases = run.results.inlineValues.map { outcome -> NumberBasis.Decision? in
      if case .value(_, _, let basis) = outcome { basis?.decision } else { nil }
    }
    #expect(
      bases == [.exact, .enclosure(bits: 53), .asComputed, .enclosure(bits: 128)])
  }
}
