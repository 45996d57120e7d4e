import Testing

@testable import Cells

/// Checks that algebra does not decide, and the kinds of checks that need more than a formula.
@Suite struct EnclosedCheckTests {
  @Test(arguments: [
    "BoundCheck({ x in abs(sigmoid(1.702 * x) - (1 + erf(x / sqrt(2.0))) / 2) }, below: 0.0095)",
    "BoundCheck({ x in x * sin(1e4 * x) }, in: -1...1, over: 0...1)",
    "RootCheck({ x in cos(x) - x }, count: 1)",
    "RootCheck({ x in sigmoid(x) - x }, count: 1)",
  ])
  func anEnclosureOfTheWholeDomainProves(_ check: String) {
    #expect(LessonRun.verdict(check) == "proved: interval enclosure")
  }

  @Test(arguments: [
    "IdentityCheck(sigmoid, { x in 0.5 + x / 4 }, over: -0.5...0.5, within: 0.01)":
      "interval enclosure to within 0.01",
    "RootCheck({ x in cos(x) - x }, at: [0.7390851332], within: 1e-9)":
      "interval enclosure to within 10⁻⁹",
    "RootCheck({ x in cos(x) - x }, at: [0.74], within: 0.001)":
      "interval enclosure to within 0.001",
    "IntegralCheck(of: { x in exp(-x * x) }, over: -5...5, is: sqrt(Double.pi), within: 1e-9)":
      "interval enclosure to within 10⁻⁹",
  ])
  func whereEqualityLeavesNoRoomItIsEnclosed(_ check: String, method: String) {
    #expect(LessonRun.verdict(check) == "enclosed: \(method)")
  }

  @Test func boundsWithSquareRootsAreSquared() {
    #expect(
      LessonRun.verdict(
        "BoundCheck(derivative(of: derivative(of: sigmoid)), in: (-sqrt(3.0) / 18)...(sqrt(3.0) / 18))"
      ) == "proved: Sturm sequence")
    #expect(
      LessonRun.verdict("BoundCheck({ x in abs(sin(x)) }, in: -2...1)").hasPrefix("proved: "))
  }

  @Test func differencesOfTwoVariablesAreBoundedByTheSlope() {
    let verdict = LessonRun.verdict(
      "BoundCheck({ a, b in abs(sigmoid(a) - sigmoid(b)) - abs(a - b) / 4 }, in: ...0)")
    #expect(verdict.hasPrefix("proved: mean value theorem"), "\(verdict)")
  }

  @Test func rangesMayBeOpen() {
    #expect(LessonRun.verdict("BoundCheck(sigmoid, in: 0..<1)").hasPrefix("proved: "))
    #expect(LessonRun.verdict("BoundCheck({ x in x * x }, in: 0...)").hasPrefix("proved: "))
    #expect(LessonRun.verdict("BoundCheck(cos, in: -1..<1)").hasPrefix("refuted: "))
  }

  @Test(arguments: [
    "RootCheck({ x in 0.25 - derivative(of: sigmoid)(x) }, at: [0])": "Sturm sequence",
    "RootCheck(derivative(of: derivative(of: sigmoid)), at: [0])": "Sturm sequence",
    "RootCheck({ x in x * x - 2 }, count: 2)": "Sturm sequence",
    "IntegralCheck(of: derivative(of: sigmoid), over: -6...6, is: tanh(3))":
      "fundamental theorem of calculus, normal form",
  ])
  func rootsAndIntegralsAreProvedByAlgebra(_ check: String, method: String) {
    #expect(LessonRun.verdict(check) == "proved: \(method)")
  }

  @Test func theStatementsOfRootsAndIntegralsAreReadable() {
    func text(_ check: String) -> String? { LessonRun(cell: check).checks.first?.text }
    #expect(
      text("RootCheck({ x in x * x - 1 }, at: [-1, 1])")
        == "x * x - 1 = 0 exactly where x = −1 or x = 1")
    #expect(text("RootCheck(sigmoid, at: [])") == "sigmoid(x) ≠ 0")
    #expect(
      text("IntegralCheck(of: { x in 2 * x }, over: 0...3, is: 9)")
        == "the integral of 2 * x = 9")
  }

  @Test func counterexamplesTellSmallDifferencesApart() {
    let run = LessonRun(cell: "IdentityCheck(sigmoid, { x in sigmoid(x) + 1e-12 })")
    #expect(run.checks.first?.verdict.detailText?.contains("the two sides differ by 1") == true)
  }

  @Test func aPoleBetweenSimpleNumbersIsFound() {
    let run = LessonRun(
      cell: "BoundCheck({ x in 1 / (x - 0.37) }, in: -1e300...1e300, over: 0...1)")
    #expect(run.checks.first?.verdict.detailText == "undefined at x = 0.37")
  }

  @Test func aCornerHasNoSlope() {
    let run = LessonRun(cell: "DerivativeCheck(of: abs, is: { x in x < 0 ? -1 : 1 })")
    #expect(run.checks.first?.verdict.detailText == "it has no derivative at x = 0")
  }

  @Test func theOtherProofsLeaveCertificates() throws {
    for check in [
      "BoundCheck(derivative(of: sigmoid), in: 0...0.25)",
      "RootCheck({ x in cos(x) - x }, count: 1)",
      "#expect(sigmoid(1) < 0.74)",
    ] {
      let verdict = try #require(LessonRun(cell: check).checks.first?.verdict)
      #expect(!verdict.certificates.isEmpty, "\(check)")
    }
  }
}
