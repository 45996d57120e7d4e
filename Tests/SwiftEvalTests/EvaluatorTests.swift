import Diagnostics
import MathCore
import Testing

@testable import SwiftEval

@Suite struct CellEvaluationTests {
  @Test func valuesAndPrintedTextComeInOrder() {
    #expect(
      Evaluating.cell(
        "1 + 2\nprint(\"a\")\nprint(\"b\", 1.5, separator: \"-\")\n[1, 2].map { $0 * 2 }")
        == "3\na\nb-1.5\n[2, 4]\n")
  }

  @Test func declarationsDisplayNothing() {
    let evaluator = Evaluator(vocabulary: Vocabulary())
    let result = evaluator.evaluate(Excerpt("let x = 1\nfunc f() -> Int { x }\nvar y = x\ny = 2"))
    #expect(result.outputs.isEmpty && !result.hasDisplays && result.diagnostics.isEmpty)
  }

  @Test func definitionsStayForLaterCells() {
    let lesson = Evaluating()
    #expect(lesson.cell("var total = 1\nfunc add(_ n: Int) { total += n }") == "")
    #expect(lesson.cell("add(4)\ntotal") == "5\n")
    #expect(lesson.value("total * 2") == "10")
  }

  @Test func anExpressionChangesNothing() {
    let lesson = Evaluating()
    #expect(lesson.cell("var n = 1\nfunc next() -> Int { n += 1; return n }") == "")
    #expect(lesson.value("next()") == "2")
    #expect(lesson.value("next()") == "2")
    #expect(lesson.cell("n") == "1\n")
  }

  @Test func anExpressionIsADoubleWhereItCanBe() {
    #expect(Evaluating().value("1 / 2") == "0.5")
    #expect(Evaluating().value("[1, 2].count") == "2")
    #expect(Evaluating().value("\"a\" + \"b\"") == "ab")
  }

  @Test func closuresShareTheVariablesThatTheyCapture() {
    let text = """
      func counter() -> (() -> Int, () -> Int) {
        var n = 0
        return ({ n += 1; return n }, { n })
      }
      let (step, look) = counter()
      _ = step()
      _ = step()
      look()
      """
    #expect(Evaluating.cell(text) == "2\n")
  }

  @Test func defersRunBackwardsWhenTheScopeEnds() {
    let text = """
      func f(_ x: inout Int) -> Int {
        defer { print("a", x) }
        defer { print("b"); x += 1 }
        return x
      }
      var n = 1
      f(&n)
      n
      """
    #expect(Evaluating.cell(text) == "b\na 2\n1\n2\n")
  }

  @Test func inoutArgumentsOfElementsAreWrittenBack() {
    let text = """
      func double(_ x: inout Double) { x *= 2 }
      var a = [1.0, 2]
      double(&a[1])
      a
      """
    #expect(Evaluating.cell(text) == "[1.0, 4.0]\n")
  }

  @Test func textIsInterpolated() {
    #expect(
      Evaluating.cell("let x = 0.1\n\"\\(x) \\(1 + 1) \\([true]) \\(\"é\") \\(nil as Int?)\"")
        == "0.1 2 [true] é nil\n")
    #expect(Evaluating.cell("print(\"\"\"\n    a\n      b\n    \"\"\")") == "a\n  b\n")
    #expect(Evaluating.cell("print(#\"\\n \\#(1)\"#)") == "\\n 1\n")
  }
}

@Suite struct TrapTests {
  @Test(arguments: [
    ("let n = Int.max\nn + 1", "overflow: n + 1\n"),
    ("let n = 0\n1 / n", "division-by-zero: 1 / n\n"),
    ("let n = 0\n1 % n", "division-by-zero: 1 % n\n"),
    ("let a = [1]\na[1]", "index-out-of-range: a[1]\n"),
    ("let o: Int? = nil\no!", "unwrapped-nil: o!\n"),
    ("let n = 0\n1...n", "invalid-range: 1...n\n"),
    ("let x = 1e30\nInt(x)", "overflow: Int(x)\n"),
    ("precondition(1 > 2, \"no\")", "precondition: precondition(1 > 2, \"no\")\n"),
  ])
  func aTrapIsReportedAtItsPlace(text: String, expected: String) {
    #expect(Evaluating.cell(text) == expected)
  }

  @Test func aTrapInAFunctionOfAnotherCellIsReportedThere() {
    let lesson = Evaluating()
    #expect(lesson.cell("func half(_ n: Int) -> Int { 100 / n }") == "")
    #expect(lesson.cell("print(1)\nhalf(0)\nprint(2)") == "1\ndivision-by-zero: 100 / n\n")
  }

  @Test func whatDependsOnAFailureIsSilent() {
    let lesson = Evaluating()
    #expect(lesson.cell("let n = 0\nlet q = 1 / n\nlet r = 2") == "division-by-zero: 1 / n\n")
    #expect(lesson.cell("q + 1\n") == "")
    #expect(lesson.value("r") == "")
    #expect(lesson.cell("let s: Sting = \"a\"\n") == "unknown-type: Sting\n")
    #expect(lesson.cell("s + 1\n3") == "3\n")
  }

  @Test(arguments: [
    ("stride(from: Float(0), to: 1, by: 0.5)", "[0.0, 0.5]"),
    ("stride(from: 0, through: 0.5, by: 0.25)", "[0.0, 0.25, 0.5]"),
    ("(1...3).reversed()", "[3, 2, 1]"), ("zip(1...2, [5, 6, 7])", "[(1, 5), (2, 6)]"),
  ])
  func theElementsOfAValueAreThoseOfALoop(sequence: String, text: String) throws {
    let lesson = Evaluating()
    #expect(lesson.cell("let all = Array(\(sequence))").isEmpty)
    let array = lesson.evaluator.evaluate(expression: Excerpt("all"))
    let elements = lesson.evaluator.evaluate(expression: Excerpt(sequence)).value?
      .elements(limit: 10)
    #expect(lesson.value("all") == text)
    #expect(lesson.description(of: .array(try #require(elements)), array.type) == text)
  }

  @Test func allCallsOfACellsDisplaysShareAnAllowance() throws {
    let limits = Limits(steps: 10_000, callSteps: 20_000, depth: 100, elements: 100, output: 100)
    let evaluator = Evaluator(vocabulary: Vocabulary(), limits: limits)
    let cell = "func f(_ x: Double) -> Double { var s = x; for _ in 0..<500 { s += 1 }; return s }"
    #expect(evaluator.evaluate(Excerpt(cell)).diagnostics.isEmpty)
    guard case .function(let f)? = evaluator.evaluate(expression: Excerpt("f")).value else {
      Issue.record("no function")
      return
    }
    #expect(try evaluator.call(f, at: 1) == 501)
    #expect(throws: EvaluationFailure.self) {
      for _ in 0..<50 { _ = try evaluator.call(f, at: 1) }
    }
    _ = evaluator.evaluate(Excerpt("let a = 1"))
    #expect(try evaluator.call(f, at: 2) == 502)
  }

  @Test func limitsStopACell() {
    let small = Limits(steps: 10_000, depth: 50, elements: 100, output: 50)
    #expect(Evaluating.cell("while true {}", limits: small).hasPrefix("fuel-exhausted"))
    #expect(
      Evaluating.cell("func f(_ n: Int) -> Int { f(n + 1) + 1 }\nf(0)", limits: small)
        == "recursion-limit: f(n + 1)\n")
    #expect(
      Evaluating.cell("var a = [1]\nwhile true { a += a }", limits: small)
        == "memory-limit: a += a\n")
    #expect(
      Evaluating.cell("while true { print(\"aaaaaaaaaaaaaaaaaaaa\") }", limits: small)
        .hasSuffix("output-limit: print(\"aaaaaaaaaaaaaaaaaaaa\")\n"))
  }

  @Test func everyCallHasFreshFuel() throws {
    let lesson = Evaluating(
      limits: Limits(
        steps: 2_000, callSteps: 1_000_000, depth: 50, elements: 100, output: 50))
    let text = "func f(_ x: Double) -> Double { var s = x; for _ in 0..<100 { s += 1 }; return s }"
    #expect(lesson.cell(text) == "")
    let function = try #require(lesson.function("f"))
    for _ in 0..<100 { #expect(try lesson.evaluator.call(function, at: 1) == 101) }
  }

  @Test func aFailedCallSaysWhere() throws {
    let lesson = Evaluating()
    #expect(lesson.cell("func f(_ x: Double) -> Double { Double([1, 2][Int(x)]) }") == "")
    let function = try #require(lesson.function("f"))
    #expect(try lesson.evaluator.call(function, at: 1) == 2)
    let failure = #expect(throws: EvaluationFailure.self) {
      try lesson.evaluator.call(function, at: 5)
    }
    #expect(failure?.diagnostic.message.id == "index-out-of-range")
  }
}
