import Foundation
import Testing

@testable import Cells

@Suite struct AgreementCheckTests {
  /// A lesson whose run cell `#arrays` saved these files.
  private func run(
    _ files: [(name: String, text: String)],
    check: String =
      ##"AgreementCheck("It agrees", run: "#arrays", column: "s", sigmoid, over: "a")"##
  ) -> LessonRun {
    LessonRun(
      LessonRun.sigmoid + "```python run #arrays\nf()\n```\n\n```swift eval\n\(check)\n```\n",
      runs: [
        1: CellRun(files: files.map { RunFile(name: $0.name, bytes: Array($0.text.utf8)) })
      ])
  }

  private func run(_ text: String, check: String? = nil) -> LessonRun {
    let files = [(name: "arrays.csv", text: text)]
    return check.map { run(files, check: $0) } ?? run(files)
  }

  /// What a program computes with the platform's exponential function, written as Python writes it.
  private var computed: String {
    "a,s\n"
      + stride(from: -600, to: 600, by: 1).map { step in
        let a = Double(step) / 100
        return "\(a),\(1 / (1 + exp(-a)))\n"
      }.joined()
  }

  @Test func theProgramOfTheCourseAgrees() throws {
    let run = run(computed)
    #expect(run.reports == [])
    let check = try #require(run.checks.first)
    #expect(check.kind == "AgreementCheck")
    #expect(check.caption == "It agrees")
    #expect(check.text == "the column s of #arrays is sigmoid(a) to within 4 ulp")
    #expect(MathText(check.statement).lines == ["s≈sigmoid(a) to within 4 ulp"])
    #expect(check.explanation == "s and a: columns that the program saved")
    #expect(check.verdict.strength == .sampled)
    #expect(check.verdict.methodText == "all 1200 recorded arguments")
    #expect(check.verdict.domainText == "−6 ≤ a ≤ 5.99")
    let detail = try #require(check.verdict.detailText)
    let pattern = /the largest error is [01]\.\d\d ulp, at a = −?\d\.\d+/
    #expect(try pattern.wholeMatch(in: detail) != nil, "\(detail)")
  }

  /// σ(0) is ½, and beside it 2⁻⁵² is two ulps below and one above.
  @Test(arguments: [
    ("0.5", "0.00"), ("0.5000000000000001", "1.00"), ("0.49999999999999994", "0.50"),
    ("0.5000000000000004", "4.00"),
  ])
  func ulpsAreThoseOfTheRightValue(recorded: String, ulps: String) {
    let detail = run("a,s\n0,\(recorded)\n").checks.first?.verdict.detailText
    #expect(detail == "the largest error is \(ulps) ulp, at a = 0")
  }

  @Test func moreThanTheBoundIsACounterexample() throws {
    let run = run("a,s\n0,0.5\n2,0.8807970779778820\n")
    #expect(run.reports == ["refuted-check: sigmoid"])
    let verdict = try #require(run.checks.first?.verdict)
    #expect(verdict.strength == .refuted)
    let detail = try #require(verdict.detailText)
    #expect(
      detail.hasPrefix(
        "at a = 2: 0.880797077977882 is recorded, and the value is 0.8807970779778824"))
    #expect(detail.hasSuffix("ulp apart"))
  }

  @Test func theAuthorSetsTheBound() {
    let within = { (bound: String) in
      ##"AgreementCheck(run: "#arrays", column: "s", sigmoid, over: "a", within: \##(bound))"##
    }
    let text = "a,s\n0,0.5000000000000004\n"
    #expect(run(text, check: within("3.9")).reports == ["refuted-check: sigmoid"])
    #expect(run(text, check: within("4")).reports == [])
  }

  @Test func samplesAreNoProof() {
    let check =
      ##"AgreementCheck(run: "#arrays", column: "s", sigmoid, over: "a", requires: .proved)"##
    #expect(run("a,s\n0,0.5\n", check: check).reports == ["weak-verdict: sigmoid"])
  }

  @Test(arguments: [
    "# a,s\r\n0,0.5\r\n", "\u{FEFF}\"a\", \"s\"\n0 , 5.0e-01 \n\n", "b,s,a\n9,0.5,0\n",
    "s,a\n\"0.5\",0",
  ])
  func csvIsReadInItsVariants(_ text: String) {
    let run = run(text)
    #expect(run.reports == [])
    #expect(run.checks.count == 1)
  }

  @Test func theFileWithTheColumnsIsTaken() {
    let run = run([("arrays.csv", "x,y\n1,2\n"), ("arrays-2.csv", "a,s\n0,0.5\n")])
    #expect(run.reports == [])
    #expect(run.checks.count == 1)
  }

  @Test(arguments: [
    ("a,s\n0,0.5\n1,nan\n", "arrays.csv, line 3: `nan` in the column `s` is no finite number"),
    ("a,s\ninf,1\n", "arrays.csv, line 2: `inf` in the column `a` is no finite number"),
    ("a,s\n0,1e999\n", "arrays.csv, line 2: `1e999` in the column `s` is no finite number"),
    ("a,s\n0,0.5x\n", "arrays.csv, line 2: `0.5x` in the column `s` is no finite number"),
    ("a,s\n0,\n", "arrays.csv, line 2: `` in the column `s` is no finite number"),
    (
      "a,s\n0,0.5\n\n0,0.5,1\n",
      "arrays.csv, line 4: it has 3 values, and the first line names 2 columns"
    ),
    ("a,\"s\n0,0.5\n", "arrays.csv, line 1: a quotation mark is not closed"),
    ("a,\"s\"x\n", "arrays.csv, line 1: something stands after a quoted value"),
    ("", "arrays.csv, line 1: it is empty"), ("a,s\n", "arrays.csv, line 1: no rows follow it"),
  ])
  func badDataIsNamedWithItsLine(_ text: String, message: String) {
    let run = run(text)
    #expect(run.results.diagnostics.map(\.message.text) == [message])
    #expect(run.reports == [##"bad-data: "#arrays""##])
    #expect(run.checks.isEmpty)
  }

  @Test func otherEncodingsAreNamed() {
    let lesson =
      LessonRun.sigmoid + "```python run #arrays\nf()\n```\n\n```swift eval\n"
      + ##"AgreementCheck(run: "#arrays", column: "s", sigmoid, over: "a")"## + "\n```\n"
    let file = RunFile(name: "arrays.csv", bytes: [0xFF, 0xFE, 0x61])
    let run = LessonRun(lesson, runs: [1: CellRun(files: [file])])
    #expect(run.results.diagnostics.map(\.message.text) == ["arrays.csv, line 1: it is not UTF-8"])
  }

  @Test(arguments: [
    (##"run: "#array", column: "s", sigmoid, over: "a""##, ##"unknown-run: "#array""##),
    (##"run: "#arrays", column: "t", sigmoid, over: "a""##, #"unknown-column: "t""#),
    (##"run: "#arrays", column: "s", sigmoid, over: "x""##, #"unknown-column: "x""#),
    (##"run: "#arrays", column: "y", sigmoid, over: "a""##, #"unknown-column: "y""#),
    (##"run: "#arrays", column: "s", log, over: "a""##, "undefined-value: log"),
  ])
  func whatIsNotThereIsNamed(_ arguments: String, report: String) {
    let run = run(
      [("arrays.csv", "a,s\n-1,0.5\n"), ("arrays-2.csv", "y\n1\n")],
      check: "AgreementCheck(\(arguments))")
    #expect(run.reports == [report])
  }

  @Test func withoutDataThereIsNothingToCompare() {
    #expect(run([]).reports == [##"missing-data: "#arrays""##])
    #expect(run([("arrays.svg", "<svg/>")]).reports == [##"missing-data: "#arrays""##])
  }

  @Test func aCellThatFailedIsReportedOnce() {
    let lesson =
      LessonRun.sigmoid + "```python run #arrays\nf()\n```\n\n```swift eval\n"
      + ##"AgreementCheck(run: "#arrays", column: "s", sigmoid, over: "a")"## + "\n```\n"
    let run = LessonRun(lesson, runs: [1: CellRun(outcome: RunOutcome(ending: .exited(1)))])
    #expect(run.results.diagnostics.map(\.message.id) == ["failed-run"])
  }

  @Test func onlyWhatStandsAboveCounts() {
    let run = LessonRun(
      LessonRun.sigmoid + "```swift eval\n"
        + ##"AgreementCheck(run: "#arrays", column: "s", sigmoid, over: "a")"##
        + "\n```\n\n```python run #arrays\nf()\n```\n")
    #expect(run.reports == [##"run-below: "#arrays""##])
  }
}
