import Diagnostics
import Testing

@testable import SwiftEval

/// What a run cell takes from above it.
struct ProgramNeedsTests {
  @Test func definitionsThatAreNeededByWayOfOthersAreIn() {
    let lesson = LessonProgram(
      (.evalCell, "let k = 2.0\nfunc f(_ x: Double) -> Double { k * x }\nlet unused = 1\n"),
      (.run, "print(f(3))\n"))
    #expect(lesson.dependency == "let k = 2.0\nfunc f(_ x: Double) -> Double { k * x }\n")
  }

  @Test func whatACellDeclaresItselfIsNotTakenFromAbove() {
    let lesson = LessonProgram(
      (.evalCell, "let xs = [1]\nlet ys = [2]\n"), (.run, "let xs = [3]\nprint(xs)\n"))
    #expect(lesson.dependency == "")
  }

  @Test func namesThatAreBoundInsideAreNotTakenFromAbove() {
    let cell = """
      func f(a: Int) -> Int { a }
      for b in 0..<2 { print(b) }
      print([1].map { c in c })
      if let d = Int("1") { print(d) }
      switch Optional(1) { case .some(let e): print(e); case nil: break }
      struct P { var g = 1; func h() -> Int { g } }
      print(f(a: 1), P().g)

      """
    let lesson = LessonProgram(
      (.evalCell, "let a = 1\nlet b = 2\nlet c = 3\nlet d = 4\nlet e = 5\nlet g = 6\n"),
      (.run, cell))
    #expect(lesson.dependency == "")
  }

  @Test func aValueIsTakenBeforeTheNameIsBound() {
    let lesson = LessonProgram(
      (.evalCell, "let n = 1\nlet m = Optional(2)\n"),
      (
        .run,
        "func f() -> Int { let n = n + 1; if let m { return m + n }; return n }\nprint(f())\n"
      ))
    #expect(lesson.dependency == "let n = 1\nlet m = Optional(2)\n")
  }

  @Test func theNearestDeclarationAboveCounts() {
    let lesson = LessonProgram(
      (.evalCell, "let n = 1\n"), (.run, "let n = 2\nprint(n)\n"), (.run, "print(n)\n"))
    #expect(lesson.dependency == "let n = 2\n")
  }

  @Test func allOverloadsOfAFunctionAreIn() {
    let overloads = "func f(_ x: Int) -> Int { x }\nfunc f(_ x: Double) -> Double { x }\n"
    let lesson = LessonProgram((.evalCell, overloads), (.run, "print(f(1), f(2.5))\n"))
    #expect(lesson.dependency == overloads)
  }

  @Test func functionsOfTwoRunCellsAreNoOverloads() {
    let lesson = LessonProgram(
      (.evalCell, "func f(_ x: Int) -> Int { x }\n"), (.run, "func f(_ x: Bool) {}\nf(true)\n"),
      (.run, "func f(_ x: String) {}\nf(\"\")\n"))
    #expect(lesson.dependency == "func f(_ x: Int) -> Int { x }\n")
  }

  @Test func cellsThatMustFailDefineNothingForOthers() {
    let lesson = LessonProgram((.failing, "let n = 1\nprint([0][n])\n"), (.run, "print(n)\n"))
    #expect(lesson.dependency == "")
  }

  @Test func statementsThatChangeANeededVariableAreIn() {
    let cell = """
      var sum = 0
      var other = 0
      var log: [Int] = []
      for i in 1...3 { sum += i }
      other += 1
      func add() { log.append(sum); sum += 1 }
      add()
      print(sum)

      """
    let lesson = LessonProgram((.evalCell, cell), (.run, "print(sum)\n"))
    #expect(
      lesson.dependency == """
        var sum = 0
        var log: [Int] = []
        for i in 1...3 { sum += i }
        func add() { log.append(sum); sum += 1 }
        add()

        """)
  }

  /// They are processes of their own.
  @Test func runCellsDoNotChangeWhatEvalCellsDeclare() {
    let lesson = LessonProgram(
      (.evalCell, "var n = 1\n"), (.run, "n += 1\nvar m = 2\nm += 1\n"), (.run, "print(n, m)\n"))
    #expect(lesson.dependency == "var n = 1\nvar m = 2\nm += 1\n")
  }

  @Test func extensionsComeWithTheirTypeOrTheirMembers() {
    let types = "struct P {}\nextension P { var n: Int { 1 } }\n"
    let half = "extension Int { var half: Int { self / 2 } }\n"
    let byType = LessonProgram((.run, types + half), (.run, "print(P())\n"))
    #expect(byType.dependency == types)
    let byMember = LessonProgram((.run, types + half), (.run, "print(4.half)\n"))
    #expect(byMember.dependency == half)
  }
}

/// What `swiftc` cannot know.
struct LemmaOnlyTests {
  @Test func aDirectUseIsReportedWhereItStands() {
    let lesson = LessonProgram((.run, "print(derivative(at: 1, of: { $0 }))\n"))
    #expect(
      lesson.report == [
        "1:7 derivative lemma-only: only Lemma has `derivative`: `swiftc` does not know it"
      ])
  }

  @Test func aDefinitionThatNeedsItIsReportedAtTheUse() {
    let lesson = LessonProgram(
      (.evalCell, "func f(_ x: Double) -> Double { x }\nlet g = derivative(of: f)\n"),
      (.evalCell, "func h(_ x: Double) -> Double { g(x) + 1 }\n"), (.run, "print(h(2))\n"))
    #expect(
      lesson.report == [
        "4:7 h lemma-only: `h` cannot be used here: it needs `derivative`, which only Lemma has"
      ])
    #expect(
      lesson.program.diagnostics(of: 2).first?.help.first
        == "`derivative` is used at content/lesson.md:2:9")
  }

  @Test func anInterpolationWithDecimalsIsReported() {
    let lesson = LessonProgram((.run, #"print("\(1.5, decimals: 1)")"# + "\n"))
    #expect(lesson.report.count == 1)
  }

  @Test func displaysAboveAreNoPartOfAProgram() {
    let lesson = LessonProgram(
      (.evalCell, "var n = 1\nChart(\"\\(n)\")\nn += 1\n"), (.run, "print(n)\n"))
    #expect(lesson.report == [])
    #expect(lesson.dependency == "var n = 1\nn += 1\n")
  }

  @Test func namesOfTheAuthorsOwnAreNotLemmas() {
    let lesson = LessonProgram(
      (.evalCell, "let root = 2.0\n"), (.run, "let maximum = root\nprint(maximum, [1].integral)\n"))
    #expect(lesson.report == [])
  }
}

/// Which cells are compiled together.
struct ProgramBatchTests {
  @Test func cellsWithTheSameNamesAreCompiledTogether() {
    let lesson = LessonProgram(
      (.evalCell, "func f(_ x: Int) -> Int { x }\n"), (.run, "let x = f(1)\nprint(x)\n"),
      (.run, "let x = f(2)\nfunc g() -> Int { x }\nprint(g())\n"))
    #expect(lesson.program.batches(of: [1, 2]) == [[1, 2]])
  }

  /// The second would find the first one's `x` ambiguous, or take it for its own.
  @Test func cellsThatWouldSeeANameTooManyAreNot() {
    let lesson = LessonProgram(
      (.evalCell, "let x = 1\n"), (.run, "print(x)\n"), (.run, "let x = 2\nprint(x)\n"),
      (.run, "struct P {}\nprint(P())\n"), (.run, "struct P { var n = 1 }\nprint(P())\n"))
    #expect(lesson.program.batches(of: [1, 2]) == [[1], [2]])
    #expect(lesson.program.batches(of: [3, 4]) == [[3], [4]])
    #expect(lesson.program.batches(of: [1, 2, 3, 4]) == [[1, 3], [2, 4]])
  }

  /// `main.swift` alone gives them their meaning.
  /// As a function beside others', nothing would be left of it.
  @Test func aCellThatEndsInAnOpenCommentStandsAlone() throws {
    let lesson = LessonProgram((.run, "/*\n"), (.run, "print(1)\n"), (.run, "print(2) /*\n"))
    #expect(lesson.program.batches(of: [0, 1, 2]) == [[0], [1], [2]])
    let file = try #require(lesson.program.files(running: [0]).last)
    #expect(file.text.contains("/*"))
  }

  @Test(arguments: [
    "let x: Int\nx = 1\nfunc f() -> Int { x }\nprint(f())\n", "return\n", "await f()\n",
    "#if DEBUG\nprint(1)\n#endif\n", "print(1\n", "import Dispatch\n",
    "func exp(_ x: Double) {}\n", "extension Int: Error {}\n",
  ])
  func whatOnlyAMainFileCanSayIsCompiledAlone(_ text: String) {
    let lesson = LessonProgram((.run, "print(1)\n"), (.run, text))
    #expect(lesson.program.batches(of: [0, 1]) == [[0], [1]])
  }
}
