import Diagnostics
import Testing

@testable import Cells

@Suite struct RunCellTests {
  /// A lesson whose first cell was run now.
  private func run(_ text: String, _ outcome: RunOutcome) -> LessonRun {
    LessonRun(text, runs: [0: CellRun(outcome: outcome)])
  }

  private func printing(_ text: String) -> RunOutcome {
    RunOutcome(standardOutput: text, ending: .exited(0))
  }

  private func lesson(_ recorded: String, options: String = "") -> String {
    "```python run\(options)\nf()\n```\n\n```output\n\(recorded)```\n\nText.\n"
  }

  // MARK: Records

  @Test func withoutARunTheRecordStands() {
    let run = LessonRun(lesson("1\n2\n"))
    #expect(run.reports == [])
    #expect(run.texts == ["1\n2"])
  }

  @Test func whatPrintsNothingHasNoOutput() {
    let run = run("```python run\nx = 1\n```\n", printing(""))
    #expect(run.reports == [])
    #expect(run.results.outputs == [[]])
    #expect(self.run(lesson(""), printing("\n\n")).reports == [])
  }

  @Test func anotherOutputIsReportedAtItsLineAndMended() throws {
    let run = run(lesson("a = 1\nb = 2\nc = 3\n"), printing("a = 1\nb = 5\nc = 3\n"))
    #expect(run.reports == ["stale-output: b = 2"])
    let diagnostic = try #require(run.results.diagnostics.first)
    #expect(diagnostic.label == "the cell prints `b = 5`")
    #expect(diagnostic.help == ["`lemma fix` rewrites the block"])
    #expect(diagnostic.edit?.replacement == "b = 5\n")
    #expect(run.mended == lesson("a = 1\nb = 5\nc = 3\n"))
    #expect(run.texts == ["a = 1\nb = 2\nc = 3"])
  }

  @Test(arguments: [
    ("a\nb\n", "a\n", "b", "the cell prints no such line", "a\n"),
    ("a\n", "a\nb\n", "```", "here the cell prints `b`", "a\nb\n"),
    ("", "a\n", "```", "here the cell prints `a`", "a\n"),
    ("a\nc\n", "a\nb\nc\n", "c", "here the cell prints `b`", "a\nb\nc\n"),
    ("a\n\n\n", "b\n", "a", "the cell prints `b`", "b\n\n\n"),
  ])
  func linesThatAreMissingOrTooMany(
    recorded: String, printed: String, place: String, label: String, mended: String
  ) {
    let run = run(lesson(recorded), printing(printed))
    #expect(run.reports == ["stale-output: \(place)"])
    #expect(run.results.diagnostics.first?.label == label)
    #expect(run.mended == lesson(mended))
    #expect(self.run(run.mended, printing(printed)).reports == [])
  }

  @Test func severalLinesAreShownAsADiff() {
    let old = (1...9).map { "x\($0) = 0\n" }.joined()
    let new = (1...9).map { "x\($0) = \($0 == 5 ? 0 : 1)\n" }.joined()
    let help = run(lesson(old), printing(new)).results.diagnostics.first?.help ?? []
    #expect(help.prefix(4) == ["- x1 = 0", "+ x1 = 1", "- x2 = 0", "+ x2 = 1"])
    #expect(!help.contains { $0.contains("x5") })
    #expect(help.suffix(2) == ["… and 4 more", "`lemma fix` rewrites the block"])
    let fewer = run(lesson("a\nb\nc\n"), printing("a\nx\n")).results.diagnostics.first
    #expect(fewer?.help.prefix(3) == ["- b", "- c", "+ x"])
  }

  @Test func aLongLineIsCutAroundTheDifference() throws {
    let start = String(repeating: "0123456789", count: 20)
    let run = run(lesson(start + "old\n"), printing(start + "new\n"))
    let label = try #require(run.results.diagnostics.first?.label)
    #expect(label.hasPrefix("the cell prints `…"))
    #expect(label.hasSuffix("new`"))
    #expect(label.count < 110)
  }

  @Test func whatIsPrintedNeedsABlock() throws {
    let text = "```python run\nprint(1)\n```\n\nText.\n"
    let run = run(text, printing("1\n\n2\n"))
    #expect(run.reports == ["missing-output: ```python run"])
    #expect(run.results.diagnostics.first?.label == "the cell prints `1`")
    #expect(
      run.mended == "```python run\nprint(1)\n```\n\n```output\n1\n\n2\n```\n\nText.\n")
    #expect(self.run(run.mended, printing("1\n\n2\n")).reports == [])
  }

  @Test(arguments: [
    (
      "> ```python run\n> f()\n> ```\n>\n> Text.\n",
      "> ```\n>\n> ```output\n> 1\n>\n>  2\n> ```\n>\n"
    ),
    (">```python run\n>f()\n>```\n", "\n>```\n>\n> ```output\n> 1\n>\n>  2\n> ```\n"),
    ("- ```python run\n  f()\n  ```\n- b\n", "  ```\n  ```output\n  1\n\n   2\n  ```\n- b\n"),
    (
      "1. a\n\n   ```python run\n   f()\n   ```\n",
      "   ```\n\n   ```output\n   1\n\n    2\n   ```\n"
    ),
    (
      "```python run\r\nf()\r\n```\r\nText.\r\n",
      "```\r\n\r\n```output\r\n1\r\n\r\n 2\r\n```\r\nText.\r\n"
    ),
    ("\u{FEFF}```python run\nf()\n```", "f()\n```\n\n```output\n1\n\n 2\n```"),
    ("~~~python run\nf()\n~~~~  \nText.\n", "~~~~  \n\n```output\n1\n\n 2\n```\nText.\n"),
    ("  ```python run\n  f()\n  ```\n", "  ```\n\n  ```output\n  1\n\n   2\n  ```\n"),
  ])
  func theBlockKeepsWhatItStandsIn(_ text: String, expected: String) {
    let outcome = printing("1\n\n 2\n")
    let run = run(text, outcome)
    #expect(run.mended.contains(expected))
    let again = self.run(run.mended, outcome)
    #expect(again.reports == [])
    #expect(again.texts == ["1\n\n 2"])
    #expect(again.mended == run.mended)
  }

  @Test func theFenceIsLongerThanWhatItHolds() {
    let outcome = printing("````\n~~~\n")
    let run = run("```python run\nf()\n```\n", outcome)
    #expect(run.mended.hasSuffix("\n`````output\n````\n~~~\n`````\n"))
    #expect(self.run(run.mended, outcome).reports == [])
    let longer = self.run(lesson("1\n"), outcome)
    #expect(longer.mended.contains("\n`````output\n````\n~~~\n`````\n\nText."))
    #expect(self.run(longer.mended, outcome).reports == [])
  }

  @Test(arguments: [
    "> ```python run\n> f()\n\nText.\n", "> ```python run\n> f()\n```\ng()\n```\n",
    "- ```python run\n  f()\n\n```\ng()\n```\n", "```python run\nf()", "```python run\nf()\n``\n",
  ])
  func aCellWithoutAClosingFenceIsLeftAlone(_ text: String) {
    let run = run(text, printing("1\n"))
    #expect(run.results.diagnostics.map(\.help) == [["close the cell's fence first"]])
    #expect(run.results.diagnostics.allSatisfy { $0.edit == nil })
  }

  @Test(arguments: [
    ("```python run\nf()\n```\n\n```output\n1", "```python run\nf()\n```\n\n```output\n2\n```"),
    (
      "> ```python run\n> f()\n> ```\n> ```output\n> 1\nText.\n",
      "> ```python run\n> f()\n> ```\n> ```output\n> 2\n> ```\nText.\n"
    ),
    (
      "- ```python run\n  f()\n  ```\n  ```output\n  1\n- b\n",
      "- ```python run\n  f()\n  ```\n  ```output\n  2\n  ```\n- b\n"
    ),
  ])
  func aBlockThatEndsWithWhatItStandsInIsClosed(_ text: String, expected: String) {
    let run = run(text, printing("2\n"))
    #expect(run.mended == expected)
    #expect(self.run(expected, printing("2\n")).reports == [])
    let without = self.run(text, printing(""))
    #expect(without.mended == expected.replacing(/[\n> ]*```output[^`]*```/, with: ""))
  }

  @Test func aBlockOfNothingIsTakenAway() {
    let run = run(lesson("1\n"), printing(""))
    #expect(run.reports == ["stale-output: 1"])
    #expect(run.results.diagnostics.first?.label == "the cell prints nothing")
    #expect(run.mended == "```python run\nf()\n```\n\nText.\n")
  }

  // MARK: What agrees

  @Test(arguments: [
    ("took … s\n", "took 0.31 s\n"), ("a\n…\nd\n", "a\nb\nc\nd\n"), ("…\n", "anything\n"),
    ("a … c … e\n", "a b c d e\n"), ("…b\n", "a bb\n"),
  ])
  func anEllipsisStandsForAnyText(recorded: String, printed: String) {
    #expect(run(lesson(recorded), printing(printed)).reports == [])
  }

  @Test(arguments: [
    ("took … s\n", "took 0.31 ms\n"), ("a … c … e\n", "a c b e\n"), ("a\n…\n", "b\nc\n"),
    ("…a\n", "ab\n"),
  ])
  func anEllipsisDoesNotStandForOtherText(recorded: String, printed: String) {
    #expect(run(lesson(recorded), printing(printed)).reports.count == 1)
  }

  @Test func linesThatAgreeStayAsTheyAre() {
    let run = run(
      lesson("took … s\nx = 1.0\ny = 2\n…\nend\n", options: " tolerance=0.1"),
      printing("took 3 s\nx = 1.01\ny = 3\n?\nend\n"))
    #expect(run.reports == ["stale-output: y = 2"])
    #expect(run.mended == lesson("took … s\nx = 1.0\ny = 3\n…\nend\n", options: " tolerance=0.1"))
  }

  @Test(arguments: [
    ("x=0.25,\n", "x=0.2500001,\n", "1e-6"), ("0.1\n", "0.2\n", "0.1"),
    ("-1e-17\n", "1e-17\n", "1e-12"),
    ("[-1. 2.]\n", "[ -1.0  2.00 ]\n", "0"), ("(1+2j)\n", "(1+2.0001j)\n", "1e-3"),
    ("1_0\n", "1_0\n", "0"),
    ("5 … 0.3\n", "5 a 0.31\n", "0.02"), ("1e5\n", "100000\n", "0"),
  ])
  func numbersAgreeWithinTheTolerance(recorded: String, printed: String, tolerance: String) {
    #expect(
      run(lesson(recorded, options: " tolerance=\(tolerance)"), printing(printed)).reports == [])
  }

  @Test(arguments: [
    ("0.1\n", "0.20000000000000001\n", "0.1"), ("x=0.25\n", "y=0.25\n", "1"),
    ("1 2\n", "1 2 3\n", "9"),
    ("log2\n", "log3\n", "9"), ("nan\n", "0\n", "9"), ("1 a\n", "1 b\n", "9"),
    ("a b\n", "ab\n", "9"),
  ])
  func otherwiseNumbersDiffer(recorded: String, printed: String, tolerance: String) {
    #expect(
      run(lesson(recorded, options: " tolerance=\(tolerance)"), printing(printed)).reports.count
        == 1)
  }

  @Test func withoutAToleranceDigitsAreCompared() {
    #expect(run(lesson("0.1\n"), printing("0.10\n")).reports == ["stale-output: 0.1"])
  }

  @Test(arguments: [
    ("a  \t\r\nb\r\n\n", "a\nb"), ("10 %\r20 %\n", "10 %\n20 %"),
    ("\u{1B}[1;31mred\u{1B}[0m\n", "red"), ("\u{1B}]0;title\u{07}text\u{1B}(B\n", "text"),
    ("\u{1B}]8;;https://example.org\u{1B}\\link\n", "link"),
    ("a\u{08}b\u{0}c\td\n", "a\u{FFFD}b\u{FFFD}c\td"),
    ("\u{85}\u{1B}", "\u{FFFD}"),
  ])
  func outputIsRecordedAsText(printed: String, text: String) {
    #expect(ProgramOutput(printed).text == text)
    let run = run("```python run\nf()\n```\n", printing(printed))
    let again = self.run(run.mended, printing(printed))
    #expect(again.reports == [])
    #expect(again.texts == [text])
  }

  @Test func evalCellsAreComparedInTheSameWay() {
    let text = "```swift eval\nprint(1)\nprint(2)\n```\n\n```output\n1\n3\n```\n"
    let run = LessonRun(text)
    #expect(run.reports == ["stale-output: 3"])
    #expect(run.mended == text.replacing("3", with: "2"))
    #expect(LessonRun("```swift eval\nprint(1)\n```\n").reports == [])
  }

  // MARK: Endings

  private func ending(
    _ ending: RunOutcome.Ending, errors: String = "", options: String = "",
    diagnostics: [Diagnostic] = []
  ) -> [String] {
    let outcome = RunOutcome(
      standardOutput: "other\n", standardError: errors, ending: ending, diagnostics: diagnostics)
    return run(lesson("1\n", options: options), outcome).results.diagnostics.map { diagnostic in
      "\(diagnostic.severity) \(diagnostic.message.id): \(diagnostic.message.text)"
        + (diagnostic.label.map { " | \($0)" } ?? "")
    }
  }

  @Test func aCellThatFailsIsReportedAndItsOutputIsNotCompared() {
    #expect(
      ending(.exited(3), errors: "a\nlast\n\n")
        == ["error failed-run: this cell ended with exit status 3 | last"])
    #expect(
      ending(.signalled(11)) == ["error failed-run: this cell was ended by signal 11 (SIGSEGV)"])
    #expect(
      ending(.refused, errors: "error: no\nmore\n")
        == ["error refused-program: this cell is not a program that can be run | error: no"])
    #expect(
      ending(.stopped(limit: "10 seconds of wall time"))
        == ["error run-limit: this cell was ended at a limit: 10 seconds of wall time"])
    #expect(
      ending(.notReached) == [
        "error unreached-cell: this cell was not run: one above it ended the process that they share"
      ])
  }

  @Test func anErrorAtItsPlaceSaysIt() {
    let place = Diagnostic(
      .error, .init(id: "python-error", text: "no"),
      in: SourceFile(path: "lesson.md", text: "x"), at: Span(0, 1))
    #expect(ending(.exited(1), diagnostics: [place]) == ["error python-error: no"])
    #expect(ending(.refused, diagnostics: [place]) == ["error python-error: no"])
    #expect(ending(.stopped(limit: "64 MB"), diagnostics: [place]).count == 2)
  }

  @Test func aCellThatMustFailIsComparedByItsLastErrorLine() {
    let place = Diagnostic(
      .error, .init(id: "python-error", text: "no"),
      in: SourceFile(path: "lesson.md", text: "x"), at: Span(0, 1))
    let outcome = RunOutcome(
      standardOutput: "before\n", standardError: "Traceback\nValueError: no\n\n",
      ending: .exited(1),
      diagnostics: [place])
    #expect(run(lesson("ValueError: no\n", options: " fails"), outcome).reports == [])
    #expect(
      run(lesson("ValueError: yes\n", options: " fails"), outcome).reports == [
        "stale-output: ValueError: yes"
      ])
    #expect(
      ending(.exited(0), options: " fails")
        == ["error unexpected-success: this cell `fails`, it is said, and it succeeded"])
    #expect(ending(.signalled(4), errors: "1\n", options: " fails") == [])
    #expect(ending(.refused, errors: "1\n", options: " fails") == [])
    #expect(ending(.stopped(limit: "64 MB"), options: " fails").count == 1)
    #expect(ending(.notReached, options: " fails").count == 1)
  }

  @Test func aVolatileCellMustOnlySucceed() {
    #expect(ending(.exited(0), options: " volatile") == [])
    #expect(ending(.exited(1), options: " volatile").count == 1)
    let run = run("```python run volatile\nf()\n```\n", printing("3.1 s\n"))
    #expect(run.mended.contains("```output\n3.1 s\n```"))
  }

  @Test func standardErrorOfACellThatSucceedsIsANote() {
    let outcome = RunOutcome(
      standardOutput: "1\n", standardError: "\nwarning: old\nmore\n", ending: .exited(0))
    let run = run(lesson("1\n"), outcome)
    #expect(run.reports == ["standard-error: ```python run"])
    #expect(run.results.diagnostics.first?.severity == .note)
    #expect(run.results.diagnostics.first?.label == "warning: old")
  }
}
