import Diagnostics
import MathCore
import Testing

@testable import SwiftEval

@Suite struct SliderTests {
  @Test func aSliderIsItsValue() {
    let lesson = Evaluating()
    #expect(
      lesson.cell("let k = Slider(\"k\", in: 0.5...5, step: 0.5, value: 1)\nk + 1")
        == "k: [1/2, 1, 3/2, 2, 5/2, 3, 7/2, 4, 9/2, 5]\n2.0\n")
    #expect(lesson.value("2 * k") == "2.0")
  }

  @Test func theStepsStayBelowTheEnd() {
    #expect(
      Evaluating.cell("let k = Slider(\"k\", in: 0...1, step: 0.4, value: 0.8)")
        == "k: [0, 2/5, 4/5]\n")
  }

  @Test func aListMayNameItsValues() {
    #expect(
      Evaluating.cell("let k = Slider(\"k\", over: [(\"low\", 1/4), (\"high\", 4)], value: 4)\nk")
        == "k: [1/4, 4]\n4.0\n")
  }

  @Test func anotherPositionIsAnotherExactValue() {
    let evaluator = Evaluator(vocabulary: Vocabulary(), sliderPositions: ["k": 3])
    let cell = Excerpt("let k = Slider(\"k\", in: 0...1, step: 0.1, value: 0)")
    #expect(evaluator.evaluate(cell).diagnostics.isEmpty)
    let value = evaluator.evaluate(expression: Excerpt("k")).value
    guard case .scalar(let reading)? = value else {
      Issue.record("no number")
      return
    }
    #expect(reading.real.rational == Rational(3, over: 10))
    #expect(reading.binary64 == 0.3)
  }

  @Test func whatSwiftComputesIsTheSliderAsWell() {
    #expect(
      Evaluating(reading: .computed).cell(
        "let k = Slider(\"k\", over: [0.1, 0.2], value: 0.2)\nk + 0.1"
      ).hasSuffix("0.30000000000000004\n"))
  }

  @Test(arguments: [
    ("in: 0...1, step: 0, value: 0", "the step of a slider is positive"),
    ("in: 0...1, step: 2, value: 0", "a slider takes two values at least"),
    ("in: 0...1, step: 0.01, value: 0", "a slider takes at most 64 values"),
    ("in: 0...1, step: 0.5, value: 0.3", "the slider does not take the value 3/10"),
    ("over: [1, 2], value: 3", "the slider does not take the value 3"),
    ("over: [1, 2, 1], value: 1", "two values of the slider are 1"),
    ("over: [(\"a\", 1), (\"a\", 2)], value: 1", "two values of the slider are a"),
    ("over: [1, exp(1)], value: 1", "the values of a slider are exact: rational numbers"),
  ])
  func valuesThatCannotBeAreReported(arguments: String, message: String) {
    let evaluator = Evaluator(vocabulary: Vocabulary())
    let result = evaluator.evaluate(Excerpt("let k = Slider(\"k\", \(arguments))"))
    #expect(result.diagnostics.map(\.message.id) == ["slider-values"])
    #expect(result.diagnostics.map(\.message.text) == [message])
  }

  @Test(arguments: [
    "var k = ⟦Slider(\"k\", over: [1, 2], value: 1)⟧",
    "let k = 2 * ⟦Slider(\"k\", over: [1, 2], value: 1)⟧",
    "let (k, l) = (⟦Slider(\"k\", over: [1, 2], value: 1)⟧, 1)",
    "func f() -> Double { ⟦Slider(\"k\", over: [1, 2], value: 1)⟧ }",
    "let k = Slider(\"k\", over: [1, 2], value: ⟦Slider(\"l\", over: [1, 2], value: 1)⟧)",
    "for _ in 0..<2 { let k = ⟦Slider(\"k\", over: [1, 2], value: 1)⟧; print(k) }",
    "⟦Slider(\"k\", over: [1, 2], value: 1)⟧",
  ])
  func aSliderHasANameOfItsOwn(marked: String) {
    let text = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    let call = marked.split(separator: "⟦").last?.split(separator: "⟧").first.map(String.init)
    let evaluator = Evaluator(vocabulary: Vocabulary())
    let found = evaluator.evaluate(Excerpt(text)).diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.message.id) == ["misplaced-slider"])
    #expect(found.map { $0.file.text(in: $0.span) } == [call ?? ""])
  }

  @Test func anExpressionDeclaresNoSlider() {
    let evaluator = Evaluator(vocabulary: Vocabulary())
    let result = evaluator.evaluate(
      expression: Excerpt("[1.0].map { $0 + Slider(\"k\", over: [1, 2], value: 1) }"))
    #expect(result.diagnostics.map(\.message.id) == ["misplaced-slider"])
  }
}
