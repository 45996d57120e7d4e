import Testing

@testable import Cells

@Suite struct TableDisplayTests {
  private func rows(_ cell: String) -> [[String]] {
    let run = LessonRun(cell: cell)
    #expect(run.reports == [])
    return run.tables.first?.rows.map { $0.map(\.text) } ?? []
  }

  @Test func aRowStandsForEachElementOfARange() {
    #expect(
      rows(
        """
        Table("t", over: -1...1) { n in
          Column("n", n)
          Column("σ", sigmoid(Double(n)), decimals: 4)
        }
        """) == [["−1", "0.2689"], ["0", "0.5000"], ["1", "0.7311"]])
  }

  @Test func literalsAreDoublesWhereTheColumnsTakeThem() {
    #expect(
      rows(
        """
        Table("t", over: [0, 2]) { x in
          Column("x", x)
          Column("share", 4 * derivative(of: sigmoid)(x), significant: 4, notation: .percent)
        }
        """) == [["0", "100.0\u{A0}%"], ["2", "42.00\u{A0}%"]])
  }

  @Test func literalsAreIntsWhereTheColumnsNeedThem() {
    #expect(
      rows(
        """
        let grid = [0.5, 1.5]
        Table("t", over: [0, 1]) { i in
          Column("i", i)
          Column("a", grid[i], decimals: 2)
        }
        """) == [["0", "0.50"], ["1", "1.50"]])
  }

  @Test func rowsMayBeTuplesAndTexts() {
    #expect(
      rows(
        """
        Table("t", over: [("a", 1, true), ("b", 2, false)]) { row in
          Column("name", row.0)
          Column("number", row.1)
          Column("flag", row.2)
        }
        """) == [["a", "1", "true"], ["b", "2", "false"]])
  }

  @Test func stridesAndFormatsAreKnown() {
    #expect(
      rows(
        """
        Table("t", over: stride(from: 0.0, through: 1.0, by: 0.5)) { x in
          Column("x", x, notation: .fraction)
          Column("y", x / 1000, significant: 2, notation: .scientific)
        }
        """) == [["0", "0"], ["1/2", "5.0\u{A0}×\u{A0}10⁻⁴"], ["1", "1.0\u{A0}×\u{A0}10⁻³"]])
  }

  @Test(arguments: [
    ("[200000, 199684.25, 951.6875]", ["200000", "199684", "951.7"]),
    ("[0.25, 0.00000015]", ["2.500\u{A0}×\u{A0}10⁻¹", "1.500\u{A0}×\u{A0}10⁻⁷"]),
    ("[123456789012.5, 0, 2]", ["1.235\u{A0}×\u{A0}10¹¹", "0", "2.000\u{A0}×\u{A0}10⁰"]),
    ("[1e-7, 0]", ["1.000\u{A0}×\u{A0}10⁻⁷", "0"]),
  ])
  func aColumnHasOneNotation(_ values: String, _ expected: [String]) {
    let cell = "Table(\"t\", over: \(values)) { x in Column(\"x\", x, significant: 4) }"
    #expect(rows(cell).map { $0[0] } == expected)
  }

  @Test func formatsThatExcludeEachOtherAreReported() {
    let run = LessonRun(
      cell: #"Table("t", over: [1, 2]) { x in Column("x", x, decimals: 1, significant: 2) }"#)
    #expect(run.tables.isEmpty)
    #expect(run.results.diagnostics.map(\.message.id) == ["bad-format"])
  }

  @Test func aStrideWithItsLastValueIsCountedOnce() {
    #expect(
      rows(
        #"Table("t", over: stride(from: 0.15, through: 0.45, by: 0.15)) { x in Column("x", x) }"#)
        == [["0.15"], ["0.3"], ["0.45"]])
  }

  @Test func twoArgumentsMakeAGrid() throws {
    let run = LessonRun(cell: #"Table("t", over: [1, 2], [3, 4], decimals: 1) { x, y in x * y }"#)
    let table = try #require(run.tables.first)
    #expect(table.hasRowHeaders)
    #expect(table.columns == ["", "3", "4"])
    #expect(table.rows.map { $0.map(\.text) } == [["1", "3.0", "4.0"], ["2", "6.0", "8.0"]])
  }

  @Test func whatReadsOneAndIsNotGetsANote() throws {
    let run = LessonRun(
      cell: #"Table("t", over: [20.0]) { x in Column("σ", sigmoid(x), decimals: 4) }"#)
    let table = try #require(run.tables.first)
    #expect(table.rows[0][0].text == "1.0000")
    #expect(table.notes == ["less than 1"])
    #expect(table.rows[0][0].note == 0)
  }

  @Test func aTrapInARowIsReportedAndMakesNoTable() {
    let run = LessonRun(
      cell: #"Table("t", over: [1, 2]) { i in Column("a", [1.0, 2.0][i], decimals: 1) }"#)
    #expect(run.tables.isEmpty)
    #expect(run.reports.count == 1)
  }
}
