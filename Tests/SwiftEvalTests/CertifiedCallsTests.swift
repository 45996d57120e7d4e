import Diagnostics
import MathCore
import Testing

@testable import SwiftEval

@Suite struct CertifiedCallsTests {
  private let lesson = Evaluating()

  /// That many correct digits of the real value.
  private func digits(_ text: String, _ count: Int = 25) throws -> String {
    let value = lesson.evaluator.evaluate(expression: Excerpt(text)).value
    guard case .scalar(let x)? = value else { return lesson.value(text) }
    return try x.real.published(.significant(count)).text
  }

  @Test func aRootHasAsManyDigitsAsAreAskedFor() throws {
    #expect(
      try digits("root(of: { x in x * x - 2 }, in: 0...2)") == "1.414213562373095048801689")
    #expect(lesson.value("root(of: { x in x * x - 2 }, in: 0...2)") == "1.4142135623730951")
  }

  @Test func extremaAndWhereTheyAre() throws {
    _ = lesson.cell("func hill(_ x: Double) -> Double { x * (1 - x) }")
    #expect(try digits("maximum(of: hill, over: 0...1)") == "0.2500000000000000000000000")
    #expect(try digits("argmax(of: hill, over: 0...1)") == "0.5000000000000000000000000")
    #expect(lesson.value("minimum(of: hill, over: 0...0.25)") == "0.0")
    #expect(try digits("argmin(of: hill, over: 0.125...0.25)", 3) == "0.125")
  }

  @Test func anIntegralIsThatOfTheFunction() throws {
    #expect(
      try digits("integral(of: { x in 1 / (1 + x * x) }, over: 0...1) * 4", 20)
        == "3.1415926535897932385")
  }

  @Test func aSystemIsSolvedNearAStart() throws {
    _ = lesson.cell(
      "func circle(_ v: [Double]) -> [Double] { [v[0] * v[0] + v[1] * v[1] - 1, v[0] - v[1]] }")
    #expect(try digits("solution(of: circle, near: [1, 1])[1]", 20) == "0.70710678118654752440")
  }

  @Test func whatIsCapturedIsSeenInTheReals() throws {
    _ = lesson.cell("let sum = 0.1 + 0.2")
    _ = lesson.cell(
      "func scaled(_ k: Double) -> Double { root(of: { x in k * x - sum }, in: 0...1) }")
    #expect(try digits("scaled(1)", 5) == "0.30000")
  }

  @Test(arguments: [
    ("root(of: { x in x * x + 1 }, in: 0...2)", "no-root"),
    ("root(of: { x in x * x - 1 }, in: -2...2)", "several-roots"),
    ("argmax(of: { x in x * x }, over: -1...1)", "several-points"),
    ("maximum(of: { x in x < 1 ? x : 0 }, over: 0...2)", "no-value"),
    ("minimum(of: { x in x > 1 ? x : 2 }, over: 0...2)", "no-value"),
    ("integral(of: { x in 1 / x }, over: 0...1)", "undecided"),
  ])
  func whatIsNotCertifiedIsSaidAtTheCall(text: String, id: String) {
    #expect(lesson.cell(text) == "\(id): \(text)\n")
  }

  @Test func aFunctionThatCannotBeFollowedIsSaidWhereItCannot() {
    #expect(
      lesson.cell("root(of: { x in Double(Int(x * 7)) - 3 }, in: 0...2)")
        == "not-certified: Int(x * 7)\n")
    #expect(
      lesson.cell("derivative(of: { k in root(of: { x in x * x - k }, in: 0...9) })(4)")
        == "not-certified: root(of: { x in x * x - k }, in: 0...9)\n")
  }

  @Test func whatDoesNotDependOnTheVariableIsAConstantOfTheDerivative() throws {
    _ = lesson.cell("func f(_ x: Double) -> Double { x * root(of: { t in t * t - 2 }, in: 0...2) }")
    #expect(try digits("derivative(of: f)(5)", 20) == "1.4142135623730950488")
    #expect(lesson.value("asComputed(f(1))") == "1.4142135623730951")
    #expect(lesson.trace("f", "x").contains("x·"))
  }
}
