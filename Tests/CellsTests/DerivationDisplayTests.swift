import Testing

@testable import Cells

@Suite struct DerivationDisplayTests {
  private static func check(_ cell: String, language: String = "en") throws -> CheckOutput {
    let run = LessonRun(
      LessonRun.sigmoid + "```swift eval\n\(cell)\n```\n",
      settings: Notebook.Settings(language: language))
    #expect(run.reports == [])
    return try #require(run.checks.last)
  }

  private static func lines(_ cell: String) throws -> [String] {
    MathText(try check(cell).statement).lines
  }

  @Test func theSigmoidsSlopeIsDerivedLineByLine() throws {
    let check = try Self.check("Derivation(of: sigmoid)")
    #expect(
      MathText(check.statement).lines == [
        "sigmoid′(x)  =(d)/(dx)((1)/(1+e^(−x)))",
        "=−((1+e^(−x))′)/((1+e^(−x))^(2))  reciprocal rule",
        "=−((e^(−x))′)/((1+e^(−x))^(2))  sum rule",
        "=−(−e^(−x))/((1+e^(−x))^(2))  chain rule, (e^(u))′=e^(u)u′",
        "=(e^(−x))/((1+e^(−x))^(2))  simplified",
        "=sigmoid(x)(1−sigmoid(x))  in terms of the function",
      ])
    #expect(check.kind == "Derivation")
    #expect(check.verdict.strength == .proved)
    #expect(check.verdict.domainText == "all real x")
    #expect(check.text == "sigmoid′(x) = sigmoid(x)·(1 − sigmoid(x))")
  }

  @Test func rulesAreNamedInTheSitesLanguage() throws {
    let check = try Self.check("Derivation(of: sigmoid)", language: "de")
    let text = MathText(check.statement).lines.joined()
    #expect(text.contains("Kehrwertregel") && text.contains("Kettenregel"))
    #expect(!text.contains("rule"))
  }

  @Test func otherFunctionsOfTheLessonAreWrittenOut() throws {
    let lines = try Self.lines(
      "func silu(_ x: Double) -> Double { x * sigmoid(x) }\nDerivation(of: silu)")
    #expect(lines.first == "silu′(x)  =(d)/(dx)(xsigmoid(x))")
    #expect(lines.dropFirst().first?.hasSuffix("written out") == true)
  }

  @Test func everyBranchHasItsOwnLines() throws {
    let lines = try Self.lines(
      """
      func elu(_ x: Double) -> Double { x < 0 ? exp(x) - 1 : x }
      Derivation(of: elu)
      """)
    #expect(lines.filter { $0.hasPrefix("elu′(x)") }.count == 2)
    #expect(lines.first?.hasSuffix("for x < 0") == true)
    #expect(lines.last == "=1  linear function")
  }

  @Test(arguments: [
    ("func f(_ x: Double) -> Double { x < 0 ? exp(x) - 1 : x }", "all real x"),
    ("func f(_ x: Double) -> Double { x < 0 ? 0 : x }", "all real x, x ≠ 0"),
    ("func f(_ x: Double) -> Double { abs(x) }", "all real x, x ≠ 0"),
    ("func f(_ x: Double) -> Double { log(x) / x }", "x > 0"),
    ("func f(_ x: Double) -> Double { 1 / (x - 2) }", "all real x, x ≠ 2"),
    ("func f(_ x: Double) -> Double { sqrt(4 - x) }", "x < 4"),
  ])
  func theDerivativeHoldsWhereThereIsOne(definition: String, domain: String) throws {
    let check = try Self.check("\(definition)\nDerivation(of: f)")
    #expect(check.verdict.strength == .proved)
    #expect(check.verdict.domainText == domain)
  }

  @Test func aRangeRestrictsTheDomain() throws {
    let check = try Self.check("Derivation(\"The slope\", of: sigmoid, over: -1...1)")
    #expect(check.verdict.domainText == "−1 ≤ x ≤ 1")
    #expect(check.caption == "The slope")
  }

  @Test func whatHasNoRulesIsReported() {
    for body in ["x.rounded(.down)", "max(x, 0)", "tgamma(x)"] {
      let run = LessonRun(
        cell: "func f(_ x: Double) -> Double { \(body) }\nDerivation(of: f)")
      #expect(run.reports == ["no-derivation: Derivation(of: f)"], "\(body)")
    }
  }
}
