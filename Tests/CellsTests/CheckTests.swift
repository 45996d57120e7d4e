import Testing

@testable import Cells

@Suite struct CheckTests {
  @Test(arguments: [
    "IdentityCheck(sigmoid, { x in exp(x) / (1 + exp(x)) })",
    "IdentityCheck({ x in sigmoid(-x) }, { x in 1 - sigmoid(x) })",
    "IdentityCheck({ x in sigmoid(log(9.0)) }, { x in 0.9 })",
    "IdentityCheck(tanh, { x in 2 * sigmoid(2 * x) - 1 })",
    "IdentityCheck({ z in log(sigmoid(z) / (1 - sigmoid(z))) }, { z in z })",
    "IdentityCheck({ a, b in exp(a) / (exp(a) + exp(b)) }, { a, b in sigmoid(a - b) })",
    "IdentityCheck({ x in x < 0 ? -x : x }, { x in abs(x) })",
    "DerivativeCheck(of: sigmoid, is: { x in sigmoid(x) * (1 - sigmoid(x)) })",
    "BoundCheck(sigmoid, above: 0, below: 1)",
    "BoundCheck(derivative(of: sigmoid), in: 0...0.25)",
    "BoundCheck(derivative(of: derivative(of: sigmoid)), above: 0, over: ..<0)",
    "MonotonicityCheck(sigmoid, .increasing)",
    "MonotonicityCheck({ x in 1 / x }, .decreasing, over: 1...)",
    "LimitCheck(sigmoid, at: .infinity, is: 1)",
    "LimitCheck(sigmoid, at: -.infinity, is: 0)",
    "LimitCheck({ x in sin(x) / x }, at: 0, is: 1)",
    "LimitCheck({ x in x * log(x) }, at: 0, is: 0)",
    "LimitCheck(erf, at: .infinity, is: 1)",
    "LimitCheck(atan, at: .infinity, is: Double.pi / 2)",
    "LimitCheck({ x in x < 0 ? exp(x) : 1 + x * x }, at: 0, is: 1)",
    "#expect(sigmoid(0) == 0.5)",
    "DerivativeCheck(of: { x in x < 0 ? exp(x) - 1 : x }, is: { x in x < 0 ? exp(x) : 1 })",
    "MonotonicityCheck({ x in x < 0 ? x / 10 : x }, .increasing)",
    "IdentityCheck({ x in x < 0 ? -x : x }, abs, over: -1.5..<2)",
  ])
  func algebraProves(_ check: String) {
    #expect(LessonRun.verdict(check).hasPrefix("proved: "), "\(LessonRun.verdict(check))")
  }

  @Test func whatIsNotProvedIsSampled() {
    // The functions are followed no further than a loop that depends on x.
    let verdict = LessonRun.verdict(
      """
      func steps(_ x: Double) -> Double {
        var y = x
        while y > 1 { y -= 1 }
        return y
      }
      BoundCheck(steps, in: -10...1, over: -10...10)
      """)
    #expect(verdict.hasPrefix("sampled: "), "\(verdict)")
  }

  @Test(arguments: [
    "IdentityCheck(⟦sigmoid⟧, { x in exp(x) / (2 + exp(x)) })": "{ x in exp(x) / (2 + exp(x)) }",
    "DerivativeCheck(of: sigmoid, is: { x in -sigmoid(x) * sigmoid(x) })":
      "{ x in -sigmoid(x) * sigmoid(x) }",
    "BoundCheck(derivative(of: sigmoid), in: 0...0.2)": "derivative(of: sigmoid)",
    "BoundCheck(sigmoid, above: 0, below: 0.9)": "sigmoid",
    "MonotonicityCheck(sigmoid, .decreasing)": "sigmoid",
    // Wiggles too short for differences: only the slope shows them.
    "MonotonicityCheck({ x in x - 1e-5 * sin(1e6 * x) }, .increasing)":
      "{ x in x - 1e-5 * sin(1e6 * x) }",
    "LimitCheck(sigmoid, at: .infinity, is: 2)": "sigmoid",
    "LimitCheck({ x in x < 0 ? 0 : 1 }, at: 0, is: 1)": "{ x in x < 0 ? 0 : 1 }",
    // At irrational points only.
    "BoundCheck(cos, above: -1)": "cos",
    "BoundCheck({ x in 1 / (x * x - 2) }, in: ...1e9, over: 0...2)": "{ x in 1 / (x * x - 2) }",
    "MonotonicityCheck(tan, .increasing, over: 0...3)": "tan",
    "#expect(sigmoid(0) == 1)": "sigmoid(0) == 1",
    "DerivativeCheck(of: { x in x < 0 ? x / 10 : x }, is: { x in x < 0 ? 0.1 : 1 })":
      "{ x in x < 0 ? 0.1 : 1 }",
    "BoundCheck({ x in 1 / (x * x) }, above: 0)": "{ x in 1 / (x * x) }",
    "BoundCheck({ x in log(x) }, below: 100, over: -1...2)": "{ x in log(x) }",
    "IdentityCheck({ x in x * x / x }, { x in x })": "{ x in x }",
    "IdentityCheck({ a, b in a * b }, { a, b in a + b })": "{ a, b in a + b }",
  ])
  func whatIsFalseIsRefutedAtItsPlace(_ check: String, place: String) {
    let run = LessonRun(cell: check.replacing("⟦", with: "").replacing("⟧", with: ""))
    #expect(run.reports == ["refuted-check: \(place)"])
    #expect(run.checks.first?.verdict.strength == .refuted)
    #expect(run.checks.first?.verdict.detailText?.isEmpty == false)
  }

  @Test func aCaptionAndAStatementAreKept() throws {
    let run = LessonRun(
      cell: #"IdentityCheck("Two forms", sigmoid, { x in exp(x) / (1 + exp(x)) })"#)
    let check = try #require(run.checks.first)
    #expect(check.caption == "Two forms")
    #expect(check.statement != nil)
    #expect(check.text == "sigmoid(x) = exp(x) / (1 + exp(x))")
    #expect(check.verdict.domainText == "all real x")
  }

  @Test func anEndWhereTheFunctionIsUndefinedIsLeftOut() throws {
    let run = LessonRun(cell: "BoundCheck({ x in 1 / x }, above: 0, over: 0...4)")
    let check = try #require(run.checks.first)
    #expect(check.verdict.strength == .proved)
    #expect(check.verdict.domainText == "0 < x ≤ 4 (0 is left out: undefined there)")
  }

  @Test func claimsAboutNumbersHaveNoDomain() throws {
    let run = LessonRun(cell: "IdentityCheck({ x in sigmoid(log(9.0)) }, { x in 0.9 })")
    let check = try #require(run.checks.first)
    #expect(check.verdict.domainText == nil)
    #expect(check.text == "sigmoid(log(9.0)) = 0.9")
  }

  @Test func aCounterexampleIsSimpleWhereOneIs() {
    let run = LessonRun(cell: "BoundCheck(erf, above: -1, below: 0.99)")
    #expect(run.checks.first?.verdict.detailText == "at x = 2: the value is 0.995322")
  }

  @Test func whatNeverEndsIsReportedOnceAndNotCalledFalse() {
    let run = LessonRun(
      cell: "func deep(_ x: Double) -> Double { deep(x + 1) }\nBoundCheck(deep, above: 0)")
    #expect(run.reports == ["recursion-limit: deep(x + 1)"])
    #expect(run.checks.isEmpty)
  }

  @Test func anIrrationalCounterexampleIsNamed() {
    let run = LessonRun(cell: "BoundCheck(cos, above: -1)")
    #expect(run.checks.first?.verdict.detailText == "at x = π: the value is −1, the bound itself")
    let other = LessonRun(cell: "BoundCheck({ x in 1 / (x * x - 2) }, in: ...1e9, over: 0...2)")
    #expect(other.checks.first?.verdict.detailText == "undefined at x = √2")
  }

  @Test func aDecimalBoundIsMeantExactly() {
    #expect(
      LessonRun.verdict("BoundCheck({ x in x / 10 }, in: 0...0.1, over: 0...1)").hasPrefix("proved")
    )
  }

  @Test func aVerdictCanBeAskedFor() {
    #expect(
      LessonRun(
        cell:
          "IdentityCheck({ x in erf(x) + erfc(x) }, { x in 1 + 0 * sin(erf(x)) }, requires: .proved)"
      )
      .reports.allSatisfy { $0.hasPrefix("weak-verdict: ") })
  }
}
