import Testing

@testable import Cells

/// Long computations in tables, inline values and claims: growth, chaos, money.
@Suite struct LongRunsTests {
  private static let definitions = """
    ```swift eval
    func E(_ n: Int) -> Double { var y = 0.5; for _ in 0..<n { y += 0.1 * y * (1 - y) }; return y }
    func L(_ n: Int) -> Double { var y = 0.3; for _ in 0..<n { y = 3.7 * y * (1 - y) }; return y }
    let rate = 0.04
    let pay = 200_000 * (rate / 12) / (1 - pow(1 + rate / 12, -360))
    func owed(_ k: Double) -> Double {
      let grown = pow(1 + rate / 12, k)
      return 200_000 * grown - pay * (grown - 1) / (rate / 12)
    }
    ```

    """

  private func run(_ cell: String) -> LessonRun {
    LessonRun(Self.definitions + "```swift eval\n\(cell)\n```\n")
  }

  @Test func growthIsPrintedAndChecked() {
    #expect(run("E(500)").texts.isEmpty == false)
    #expect(run("E(500)").reports.isEmpty)
    let inline = LessonRun(Self.definitions + "It is [1.000](eval:E(1000)).\n")
    #expect(inline.values == ["1.000"])
    #expect(inline.reports.isEmpty)
  }

  @Test func chaosIsTabledWithItsDigits() throws {
    let run = run(
      #"Table("t", over: [65, 70, 80]) { n in Column("L", asReal(L(n)), decimals: 6) }"#)
    let cells = try #require(run.tables.first).rows.map { $0.map(\.text) }
    #expect(cells.map(\.last) == ["0.695327", "0.907379", "0.857853"])
    #expect(run.reports.isEmpty)
  }

  @Test func aMortgageIsTabledToItsEnd() throws {
    let run = run(#"Table("t", over: [360]) { k in Column("Owed", asReal(owed(k)), decimals: 2) }"#)
    #expect(try #require(run.tables.first).rows.first?.last?.text == "0.00")
    #expect(run.reports.isEmpty)
  }

  @Test(arguments: [
    "L(24) < 1", "L(80) < 1", "asReal(owed(360) == 0 ? 1 : 0) == 1", "asReal(owed(360)) < 1",
    "asReal(pow(1.005, 360.0) * pow(1.005, -360.0)) == 1",
  ])
  func comparisonsOfConstantsAreProvedByWhatDecidedThem(_ condition: String) throws {
    let run = run("#expect(\(condition))")
    let verdict = try #require(run.checks.first?.verdict, "\(run.reports)")
    #expect(verdict.strength == .proved)
    #expect(!verdict.certificates.isEmpty)
  }

  @Test func anExactZeroDiffersFromNoZero() throws {
    let run = run(
      #"Table("t", over: [2]) { k in Column("z", sqrt(k) - sqrt(k), notation: .fraction) }"#)
    #expect(try #require(run.tables.first).rows.first?.last?.text == "0")
    #expect(run.reports.isEmpty)
    #expect(self.run("print(E(200))").reports.isEmpty)
  }
}
