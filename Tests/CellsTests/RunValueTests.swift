import Diagnostics
import Testing

@testable import Cells

@Suite struct RunValueTests {
  private let cell = """
    ```python run #arange
    f()
    ```

    ```output
    mid = -1.28e-13
    count = 1200
    third = 0.3333333333333333
    close = True
    name = sigmoid
    x == 1
    twice = 1
    twice = 2
    open = … s
    big = 123456789012345678901
    ```

    ```python run #one
    f()
    ```

    ```output
    0.5
    ```

    ```python run #none
    ```

    ```swift eval #eval
    1
    ```


    """

  private func run(_ text: String) -> LessonRun { LessonRun(cell + text + "\n") }

  @Test(arguments: [
    "[-1.28e-13](run:#arange/mid)", "[−1.3 × 10⁻¹³](run:#arange/mid)", "[1200](run:#arange/count)",
    "[1,200](run:#arange/count)", "[0.333](run:#arange/third)", "[< 0.4](run:#arange/third)",
    "[True](run:#arange/close)", "[sigmoid](run:#arange/name)", "[0.5](run:#one)", "[½](run:#one)",
    "[50 %](run:#one)", "[123456789012345678901](run:#arange/big)",
  ])
  func rightTextsPass(_ text: String) {
    #expect(run(text).reports == [])
  }

  @Test(arguments: [
    ("[](run:#arange/mid)", "−1.28\u{A0}×\u{A0}10⁻¹³"), ("[](run:#arange/count)", "1200"),
    ("[](run:#arange/third)", "0.333333"), ("[](run:#arange/close)", "True"),
    ("[](run:#one)", "0.5"),
    (#"[](<run:#arange/third> "decimals: 2")"#, "0.33"),
  ])
  func missingTextsAreInserted(_ text: String, expected: String) {
    #expect(run(text).values == [expected])
  }

  @Test func numbersCountAsComputedByARun() {
    #expect(
      run("[0.33](run:#arange/third) [True](run:#arange/close)").results.inlineValues == [
        .value(text: "0.33", isComputed: true, basis: NumberBasis(.recorded)),
        .value(text: "True", isComputed: true),
      ])
  }

  @Test(arguments: [
    ("[-1.29e-13](run:#arange/mid)", "[-1.28e-13](run:#arange/mid)"),
    ("[0.334](run:#arange/third)", "[0.333](run:#arange/third)"),
    ("[False](run:#arange/close)", "[True](run:#arange/close)"),
  ])
  func wrongTextsAreMended(_ text: String, expected: String) {
    let run = run(text)
    #expect(run.results.diagnostics.map(\.message.id) == ["stale-value"])
    #expect(run.mended == cell + expected + "\n")
    #expect(LessonRun(run.mended).reports == [])
  }

  @Test func wordsAreEscapedAsMarkdownNeedsIt() {
    let text =
      cell.replacing("name = sigmoid", with: "name = a*b*[c]_d_") + "[x](run:#arange/name)\n"
    let run = LessonRun(text)
    #expect(run.mended.contains(#"[a\*b\*\[c\]\_d\_](run:#arange/name)"#))
    #expect(LessonRun(run.mended).reports == [])
  }

  @Test(arguments: [
    ("[1](run:#arrange/mid)", "unknown-run", "did you mean `#arange`?"),
    ("[1](run:arange/mid)", "unknown-run", "write `#label`, the label of a run cell above"),
    ("[1](run:#eval)", "unknown-run", "its values are written `eval:`"),
    ("[1](run:#arange/midd)", "unknown-run-value", "did you mean `#arange/mid`?"),
    (
      "[1](run:#arange)", "unknown-run-value",
      "it prints `mid`, `count`, `third`, `close`, `name`, `twice`, `open`, `big`"
    ),
    (
      "[1](run:#one/mid)", "unknown-run-value",
      "a value is named by the line that prints it: `mid = 0.5` is `#one/mid`"
    ),
    (
      "[1](run:#none)", "unknown-run-value",
      "a value is named by the line that prints it: `mid = 0.5` is `#none/mid`"
    ),
    ("[1](run:#arange/twice)", "ambiguous-run-value", nil),
    ("[1](run:#arange/open)", "open-run-value", nil),
  ])
  func whatIsNotThereIsNamed(_ text: String, id: String, help: String?) {
    let diagnostics = run(text).results.diagnostics
    #expect(diagnostics.map(\.message.id) == [id])
    #expect(diagnostics.first?.help.first == help)
  }

  @Test func onlyWhatStandsAboveCounts() {
    let run = LessonRun("[1](run:#one)\n\n" + cell)
    #expect(run.results.diagnostics.map(\.message.id) == ["run-below"])
  }

  /// So one `lemma fix` mends both.
  @Test func theValueIsThatOfTheRunWhereTheRecordIsStale() {
    let text = "```python run #a\nf()\n```\n\n```output\nx = 1\n```\n\n[1](run:#a/x)\n"
    let outcome = RunOutcome(standardOutput: "x = 2\n", ending: .exited(0))
    let run = LessonRun(text, runs: [0: CellRun(outcome: outcome)])
    #expect(run.reports == ["stale-output: x = 1", "stale-value: 1"])
    #expect(run.mended == text.replacing("x = 1", with: "x = 2").replacing("[1]", with: "[2]"))
    #expect(LessonRun(run.mended, runs: [0: CellRun(outcome: outcome)]).reports == [])
  }

  @Test func aCellThatFailedIsReportedOnce() {
    let text = "```python run #a\nf()\n```\n\n[1](run:#a/x)\n"
    let run = LessonRun(text, runs: [0: CellRun(outcome: RunOutcome(ending: .exited(1)))])
    #expect(run.results.diagnostics.map(\.message.id) == ["failed-run"])
    #expect(run.values == ["failed"])
  }
}
