import Cells
import Diagnostics
import SwiftEval
import Testing

@testable import LemmaKit

@Suite(.enabled(if: SwiftLessonRun.isPossible))
struct SwiftRunsTests {
  /// Two cells; what follows begins in line 15.
  private static let definitions = """
    ```swift eval
    func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
    var seed = 1
    func next() -> Int { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return seed }
    let first = next()
    let grid = stride(from: -1.0, through: 1, by: 0.5).map { $0 }
    ```

    ```swift eval
    for _ in 0..<3 { seed += 1 }
    seed -= first % 2
    ```


    """

  private static func lesson(_ cells: [String], options: String = "") -> String {
    definitions
      + cells.map { "\n```swift run\(options)\n\($0)\n```\n" }.joined()
  }

  /// Each way in which a cell's items become those of a module.
  private static let cells = [
    "print(grid.map(sigmoid))",
    "print(next(), next(), first)",
    "let grid = [1, 2]\nprint(grid)",
    "struct P: CustomStringConvertible { let x = 1; var description: String { \"P\\(x)\" } }\n"
      + "print([P()])",
    "enum E { case a, b }\nprint([E.a], E.b)\ndump(E.a)",
    "let (a, b) = (seed, 2)\nlet k: Int\nif a > b { k = a } else { k = b }\nprint(k, a, b)",
    "func note(_ x: Int) -> Int { print(\"note\", x); return x }\n"
      + "let x = note(1), y = note(2)\nprint(y, x)\n_ = note(3)\nlet _ = note(4)",
    "var count = 0\nlet step = { count += 1 }\nstep(); step()\n"
      + "func twice() { step(); step() }\ntwice()\nprint(count)",
    "guard let n = Int(\"7\") else { fatalError() }\ndefer { print(\"end\") }\n"
      + "print(n, String(format: \"%.3f\", sigmoid(2)))",
    "extension Double { var squared: Double { self * self } }\nprint(3.0.squared)\n"
      + "let text = \"\"\"\n  two\n    lines\n  \"\"\"\nprint(text)",
    "infix operator **: MultiplicationPrecedence\n"
      + "func ** (a: Double, b: Double) -> Double { pow(a, b) }\nprint(2.0 ** 3.0, 2.0.squared)",
    "protocol Shape { var area: Double { get } }\n"
      + "struct Square: Shape { let side: Double; var area: Double { side.squared } }\n"
      + "let shapes: [any Shape] = [Square(side: 2)]\n"
      + "for shape in shapes { print(shape.area, shape) }",
  ]

  @Test func aCellPrintsWhatItsPlainProgramPrints() throws {
    let run = try SwiftLessonRun(Self.lesson(Self.cells))
    for (index, cell) in Self.cells.enumerated() {
      let outcome = try #require(run.outcomes[index + 2])
      #expect(outcome.ending == .exited(0), "\(cell)\n\(run.report(index + 2))")
      let plainOutput = try run.plainOutput(index + 2)
      #expect(outcome.standardOutput == plainOutput, "\(cell)")
    }
    #expect(run.compilations <= 3)
  }

  @Test func aCellGivesAloneWhatItGivesInABatch() throws {
    let run = try SwiftLessonRun(Self.lesson(Self.cells))
    for cell in [3, 7, 12] { #expect(try run.outcomeAlone(cell) == run.outcomes[cell]) }
  }

  @Test func anErrorIsAtItsOwnLineAndTheOtherCellsStillRun() throws {
    let cells = ["print(1)", "print(2)", "let n = 1\nlet x: Int = \"s\"", "print(4)"]
    let run = try SwiftLessonRun(Self.lesson(cells))
    #expect(
      run.report(4) == ["25 \": cannot convert value of type 'String' to specified type 'Int'"])
    #expect(run.outcomes[4]?.ending == .refused)
    #expect(
      run.outcomes[4]?.standardError
        == "error: cannot convert value of type 'String' to specified type 'Int'\n")
    #expect(run.outputs == ["1\n", "2\n", "", "4\n"])
  }

  @Test func aCellThatMustFailIsNoErrorOfTheOthers() throws {
    let cells = ["print(undefined)", "fatalError(\"no\")"]
    let run = try SwiftLessonRun(
      Self.lesson(cells, options: " fails") + "\n```swift run\nprint(1)\n```\n")
    #expect(run.outcomes[2]?.standardError == "error: cannot find 'undefined' in scope\n")
    #expect(run.outcomes[3]?.standardError == "Fatal error: no\n")
    #expect(run.outcomes[3]?.diagnostics == [])
    #expect(run.outcomes[4]?.standardOutput == "1\n")
  }

  @Test func aCrashDoesNotTouchTheOtherCells() throws {
    let run = try SwiftLessonRun(Self.lesson(["print(1)\nfatalError(\"boom\")", "print(2)"]))
    #expect(run.outputs == ["1\n", "2\n"])
    #expect(run.outcomes[2]?.standardError == "Fatal error: boom\n")
    #expect(run.report(2) == ["17 fatalError(\"boom\"): Fatal error: boom"])
    #expect(run.outcomes[3]?.ending == .exited(0))
  }

  @Test func aCellThatTakesTooLongIsStopped() throws {
    let run = try SwiftLessonRun(Self.lesson(["while true {}"], options: " timeout=1"))
    #expect(run.outcomes[2]?.ending == .stopped(limit: "1 second of wall time"))
  }

  @Test func figuresAndDataAreTaken() throws {
    let cell = """
      import Foundation
      try "x,y\\n1,2\\n".write(toFile: "data.csv", atomically: false, encoding: .utf8)
      try "<svg/>".write(toFile: "figure.svg", atomically: false, encoding: .utf8)
      try "-".write(toFile: "notes.txt", atomically: false, encoding: .utf8)
      """
    let run = try SwiftLessonRun(Self.lesson([cell]))
    #expect(run.report(2) == [])
    #expect(run.outcomes[2]?.files.map(\.name) == ["data.csv", "figure.svg"])
    #expect(run.outcomes[2]?.files.first?.bytes == Array("x,y\n1,2\n".utf8))
  }

  @Test func whatOnlyLemmaHasIsRefusedAndTheOtherCellsStillRun() throws {
    let slope = "\n```swift eval\nlet slope = derivative(of: sigmoid)\n```\n"
    let use = "\n```swift run\nprint(slope(0))\n```\n"
    let run = try SwiftLessonRun(Self.lesson(["print(1)"]) + slope + use)
    #expect(
      run.report(4) == [
        "24 slope: `slope` cannot be used here: it needs `derivative`, which only Lemma has"
      ])
    #expect(run.outputs == ["1\n", ""])
  }

  @Test func cellsInBlockQuotesKeepTheirPlaces() throws {
    let quote = "> ```swift run\n> let a = 1\n>   let b: Int = nope\n> ```\n"
    let run = try SwiftLessonRun(Self.definitions + quote)
    #expect(run.report(2) == ["16 nope: cannot find 'nope' in scope"])
  }

  @Test func tenCellsAreCompiledAtOnce() throws {
    let cells = (0..<10).map {
      "let n = \($0)\nfunc f() -> Double { sigmoid(Double(n)) }\nprint(f())"
    }
    let run = try SwiftLessonRun(Self.lesson(cells))
    #expect(run.compilations == 1)
    #expect(Set(run.outputs).count == 10)
  }

  /// With no help but the compiler's.
  @Test(arguments: [
    ["func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }", "print(sigmoid(0))"],
    ["print(log(9), pow(2, 10), [1, 4].map(sqrt), lgamma(3))"],
    ["let a = [3, 1, 2]\nprint(a.sorted())"],
    ["import Foundation\nprint(String(format: \"%.2f\", 1.0))"],
    ["print(String(format: \"%.2f\", atan2(1, 2)))"],
  ])
  func aJoinedFileCompilesAlone(_ cells: [String]) throws {
    let text = SwiftTangle.text(of: cells.map { Excerpt($0) })
    _ = try SwiftLessonRun.compiled(text)
  }
}
