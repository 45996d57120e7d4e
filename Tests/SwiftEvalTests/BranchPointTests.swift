import Testing

@testable import SwiftEval

/// Derivatives where a condition changes the function's formula.
@Suite struct BranchPointTests {
  private let lesson = Evaluating()

  @Test(arguments: [
    ("x > 0 ? x : 0", "0"), ("x >= 0 ? 1 : 0", "0"), ("x == 0 ? 5 : x", "0"),
    ("[x, 0].max()!", "0"), ("x < 1 ? x : 2 * x", "1"), ("Double(Int(x))", "2"),
    ("abs(x)", "0"), ("max(x, 0)", "0"), ("x + min(x, 2)", "2"),
    ("(0...1).contains(x) ? x : 0", "0"),
  ])
  func differentSlopesAreNoDerivative(formula: String, place: String) {
    _ = lesson.cell("func f(_ x: Double) -> Double { \(formula) }")
    #expect(lesson.cell("derivative(of: f)(\(place))").hasPrefix("not-differentiable: "))
  }

  @Test(arguments: [
    ("x > 0 ? x * x : 0", "0", "0.0"), ("x < 0 ? sin(x) : x", "0", "1.0"),
    ("x == 3 ? 6 : 2 * x", "3", "2.0"), ("x > 0 ? x : 0", "2", "1.0"),
    ("Double(Int(x))", "1.5", "0.0"), ("x <= 1 ? x * x : 2 * x - 1", "1", "2.0"),
    // The corner of a part is none of the whole.
    ("x * abs(x)", "0", "0.0"), ("max(x, 0) * max(x, 0)", "0", "0.0"),
    ("x + cos(abs(x))", "0", "1.0"),
    ("abs(x) + min(x, 0) - max(x, 0)", "0", "0.0"), ("abs(x) < 5 ? x : 2 * x", "0", "1.0"),
    ("abs(x) <= 1 ? x * x / 2 : abs(x) - 0.5", "0", "0.0"),
  ])
  func equalSlopesAre(formula: String, place: String, slope: String) {
    _ = lesson.cell("func f(_ x: Double) -> Double { \(formula) }")
    #expect(lesson.value("derivative(of: f)(\(place))") == slope)
  }

  @Test func theSecondDerivativeLooksAtTheFirst() {
    _ = lesson.cell("func f(_ x: Double) -> Double { x > 0 ? x * x : 0 }")
    #expect(
      lesson.cell("derivative(of: derivative(of: f))(0)").hasPrefix("not-differentiable: "))
    #expect(lesson.value("derivative(of: derivative(of: f))(1)") == "2.0")
    _ = lesson.cell("func g(_ x: Double) -> Double { x > 0 ? x * x * x : 0 }")
    #expect(lesson.value("derivative(of: derivative(of: g))(0)") == "0.0")
  }

  @Test func aGapThatAConditionFillsIsUndecided() {
    _ = lesson.cell("func sinc(_ x: Double) -> Double { x == 0 ? 1 : sin(x) / x }")
    #expect(lesson.cell("derivative(of: sinc)(0)").hasPrefix("undecided: "))
    _ = lesson.cell("func f(_ x: Double) -> Double { x * x > 0 ? x : 0 }")
    #expect(lesson.cell("derivative(of: f)(0)").hasPrefix("undecided: "))
  }

  @Test func whatAsComputedGivesHasNone() {
    #expect(
      lesson.cell("derivative(of: { x in asComputed(x * x) })(1)").hasPrefix("no-derivative: "))
    #expect(lesson.value("derivative(of: { x in asReal(x * x) })(1)") == "2.0")
    #expect(lesson.value("derivative(of: { x in x * asComputed(0.5 + 0.5) })(2)") == "1.0")
  }
}
