import Testing

@testable import Cells

@Suite struct NotebookTests {
  @Test func plainValuesAreShownAsSwiftPrintsThem() {
    #expect(LessonRun(cell: "1 + 1").texts == ["2"])
    #expect(LessonRun(cell: #"(1, "a", [0.5, 2])"#).texts == [#"(1, "a", [0.5, 2.0])"#])
    #expect(LessonRun(cell: "print(1)\nprint(2)\n3").texts == ["1\n2\n3"])
  }

  @Test func variadicArgumentsStayInOrder() {
    #expect(LessonRun(cell: "let x = 3\nprint(x, 1, x, 2)").texts == ["3 1 3 2\n"])
  }

  @Test func cellsOfDefinitionsAreTold() {
    let run = LessonRun(LessonRun.sigmoid + "```swift eval\nsigmoid(0)\n```\n")
    #expect(run.results.isDefinition == [true, false])
  }

  @Test func sharedFilesComeFirst() {
    let run = LessonRun(
      "```swift eval\ntwice(2)\n```\n", shared: ["func twice(_ x: Int) -> Int { 2 * x }"])
    #expect(run.texts == ["4"])
  }

  @Test func aCellThatFailsLeavesTheOthers() {
    let run = LessonRun("```swift eval\nlet a = missing\n```\n\n```swift eval\n1 + 1\n```\n")
    #expect(run.reports == ["unknown-name: missing"])
    #expect(run.texts == ["2"])
  }

  @Test func dataFilesAreNamed() {
    let run = LessonRun("---\ntitle: T\ndata:\n  rents: rents.csv\n---\n\nText.\n")
    #expect(run.reports == ["data-files: data:"])
  }

  @Test func aFunctionIsNotDisplayed() {
    #expect(LessonRun(cell: "sigmoid").reports == ["not-a-display: sigmoid"])
    #expect(LessonRun(cell: #"Column("x", 1)"#).reports == [#"not-a-display: Column("x", 1)"#])
  }

  @Test func sharedFilesHoldDefinitionsOnly() {
    let run = LessonRun("Text.\n", shared: ["func one() -> Int { 1 }\none()"])
    #expect(run.results.diagnostics.map(\.message.id) == ["shared-display"])
  }

  @Test func aRecordedOutputIsCompared() {
    #expect(LessonRun("```swift eval\nprint(1)\n```\n\n```output\n1\n```\n").reports == [])
    #expect(
      LessonRun("```swift eval\nprint(1)\n```\n\n```output\n2\n```\n").reports.first?
        .hasPrefix("stale-output: 2") == true)
  }

  @Test func formulasAreTypeset() {
    let run = LessonRun(cell: "Formula(sigmoid)")
    #expect(run.reports == [])
    guard case .formula? = run.outputs.first else {
      Issue.record("no formula")
      return
    }
  }

  @Test func whatHasNoFormulaIsNamed() {
    let run = LessonRun(
      cell: """
        func f(_ x: Double) -> Double {
          var a = x
          while a > 1 { a /= 2 }
          return a
        }
        Formula(f)
        """)
    #expect(run.reports == ["no-formula: Formula(f)"])
  }
}
