import MathCore
import Testing

@testable import SwiftEval

@Suite struct ExpressionTracingTests {
  private let lesson = Evaluating()

  @Test func aFormulaIsItsExpression() {
    _ = lesson.cell("func sigma(_ x: Double) -> Double { 1 / (1 + exp(-x)) }")
    #expect(lesson.trace("sigma", "t") == "1/(1 + e^(−t))")
  }

  @Test func conditionsSplitAFunctionIntoPaths() {
    _ = lesson.cell("func relu(_ x: Double) -> Double { x > 0 ? x : 0 }")
    #expect(lesson.trace("relu", "x") == "0 < x: x; x ≤ 0: 0")
    #expect(
      lesson.trace(
        "{ (x: Double) -> Double in if x < 0 { return -1 }; if x < 0 { return 5 }; return 1 }", "x")
        == "x < 0: −1; 0 ≤ x: 1")
  }

  @Test func eachPartOfATupleIsTraced() {
    let circle = "{ (t: Double) -> (Double, Double) in (cos(t), sin(t)) }"
    #expect(lesson.trace(circle, "t", part: 0) == "cos(t)")
    #expect(lesson.trace(circle, "t", part: 1) == "sin(t)")
    #expect(lesson.trace(circle, "t").hasPrefix("untraceable: "))
  }

  @Test func constantsAreExact() {
    _ = lesson.cell("let third = 1.0 / 3\nlet eta = 0.1 + third\nvar k = 0.25")
    #expect(lesson.trace("{ (x: Double) -> Double in third * x }", "x") == "x/3")
    #expect(lesson.trace("{ () -> Double in eta }") == "13/30")
    #expect(lesson.trace("{ () -> Double in k }") == "1/4")
  }

  @Test func capturedValuesAreConstants() {
    _ = lesson.cell("func power(_ n: Int) -> (Double) -> Double { { x in pow(x, Double(n)) } }")
    #expect(lesson.trace("power(3)", "x") == "x^3")
  }

  @Test func loopsOfFixedLengthUnroll() {
    #expect(
      lesson.trace(
        "{ (x: Double) -> Double in var s = 0.0; for i in 1...3 { s += Double(i) * x }; return s }",
        "x") == "6·x")
  }

  @Test func derivativesAreTraced() {
    _ = lesson.cell("func cube(_ x: Double) -> Double { x * x * x }")
    #expect(lesson.trace("derivative(of: cube)", "x") == "3·x^2")
    #expect(lesson.trace("derivative(of: derivative(of: cube))", "x") == "6·x")
    #expect(
      lesson.trace("{ (x: Double) -> Double in derivative(of: cube)(2 * x) }", "x") == "12·x^2")
  }

  @Test func whereFormulasMeetTheDerivativeIsThatOfBothOrNone() {
    _ = lesson.cell("func smooth(_ x: Double) -> Double { x < 0 ? 0 : x * x }")
    #expect(
      lesson.trace("derivative(of: smooth)", "x")
        == "x < 0: 0; 0 ≤ x, x = 0: 2·x; 0 ≤ x, x ≠ 0: 2·x")
    _ = lesson.cell("func relu(_ x: Double) -> Double { x > 0 ? x : 0 }")
    #expect(
      lesson.trace("derivative(of: relu)", "x") == "0 < x: 1; x ≤ 0, 0 = x: 1/0; x ≤ 0, 0 ≠ x: 0")
    _ = lesson.cell("func step(_ x: Double) -> Double { x < 0 ? 0 : 1 }")
    #expect(
      lesson.trace("derivative(of: step)", "x") == "x < 0: 0; 0 ≤ x, x = 0: 1/0; 0 ≤ x, x ≠ 0: 0")
    // Nothing moves at the boundary.
    #expect(
      lesson.trace(
        "{ (a: Double, b: Double) -> Double in derivative(at: a, b, of: { a, b in b < 0 ? a : 2 * a }, withRespectTo: 0) }",
        "a", "b") == "b < 0: 1; 0 ≤ b: 2")
  }

  @Test func aDerivativeHasNoValueWhereTheFunctionHasNone() {
    #expect(lesson.value("asComputed(derivative(of: { x in log(x) })(-1))") == "nan")
    #expect(lesson.value("derivative(of: { x in log(x) })(-1)").hasPrefix("undefined: "))
  }

  @Test func nestedDerivativesKeepTheirVariablesApart() {
    #expect(
      lesson.trace("{ (x: Double) -> Double in derivative(of: { t in t * x })(x) }", "x") == "x")
    #expect(
      lesson.value("derivative(of: { x in x * derivative(of: { y in x * y })(3) })(5)") == "10.0")
  }

  @Test func whatCannotBeFollowedIsSaid() {
    #expect(
      lesson.trace("{ (x: Double) -> Double in Double(Int(x)) }", "x").hasPrefix("untraceable"))
    #expect(
      lesson.trace("{ (x: Double) -> Double in var s = x; while s < 9 { s += x }; return s }", "x")
        .hasPrefix("untraceable"))
  }
}
