import LessonSyntax
import Testing

@testable import Cells

/// What checks say that they claim, typeset and as text.
@Suite struct StatementTests {
  private static func checks(_ cell: String, language: String = "en") -> [CheckOutput] {
    let cell = "```swift eval\n\(cell)\n```\n"
    let settings = Notebook.Settings(SiteSettings(language: language))
    return LessonRun(LessonRun.sigmoid + cell, settings: settings).checks
  }

  private static func statement(_ cell: String, language: String = "en") -> String {
    MathText(checks(cell, language: language).first?.statement).lines.joined(separator: "\n")
  }

  @Test(arguments: [
    (
      "IdentityCheck({ _ in asComputed(sigmoid(36.73680056967711)) }, { _ in 1 })",
      "fl(sigmoid(36.73680056967711))  =1", "fl: as computed in binary64"
    ),
    (
      "IdentityCheck({ _ in asComputed(asReal(sigmoid(37.42994775023705))) }, { _ in 1 })",
      "RN(sigmoid(37.42994775023705))  =1", "RN: rounded once to binary64"
    ),
    (
      "BoundCheck({ _ in asComputed(1 - asReal(sigmoid(37))) }, in: 0...1)",
      "0≤fl(1−RN(sigmoid(37)))≤1",
      "fl: as computed in binary64; RN: rounded once to binary64"
    ),
    ("BoundCheck({ x in asReal(sigmoid(x)) }, above: 0)", "0<sigmoid(x)", nil),
  ])
  func floatingPointNumbersAreTold(cell: String, statement: String, explanation: String?) {
    let check = Self.checks(cell).first
    #expect(MathText(check?.statement).lines == [statement])
    #expect(check?.explanation == explanation)
  }

  @Test func theTextOfAClaimNamesWhatIsComputed() {
    let checks = Self.checks(
      "IdentityCheck({ _ in asComputed(sigmoid(36.73680056967711)) }, { _ in 1 })")
    #expect(checks.map(\.text) == ["asComputed(sigmoid(36.73680056967711)) = 1"])
  }

  @Test func formulasTellWhatIsComputed() {
    let run = LessonRun(
      cell: "func f(_ x: Double) -> Double { asComputed(1 - x) + asReal(x) }\nFormula(f)")
    guard case .formula(let math)? = run.outputs.last else {
      Issue.record("there is no formula: \(run.reports)")
      return
    }
    #expect(MathText(math).lines == ["f(x)=fl(1−x)+x (fl: as computed in binary64)"])
  }

  @Test(arguments: [
    ("RootCheck({ x in sigmoid(x) - x }, count: 1)", "sigmoid(x)−x=0 at exactly one point"),
    ("RootCheck({ x in x * x - 2 }, count: 2)", "x^(2)−2=0 at exactly 2 points"),
    ("RootCheck({ x in x * x + 2 }, count: 0)", "x^(2)+2≠0"),
    ("RootCheck({ x in 2 * x - 1 }, at: [0.5])", "2x−1=0⟺x=0.5"),
    (
      "let c = root(of: { x in cos(x) - x }, in: 0...1)\nRootCheck({ x in cos(x) - x }, at: [c])",
      "cosx−x=0⟺x=0.7390851332…"
    ),
  ])
  func rootsAreStatedAsEquations(cell: String, statement: String) {
    #expect(Self.statement(cell) == statement)
  }

  @Test(arguments: [
    ("MonotonicityCheck(sigmoid, .increasing)", "a<b⟹sigmoid(a)<sigmoid(b)"),
    ("MonotonicityCheck({ t in sigmoid(-t) }, .decreasing)", "sigmoid(−t) is strictly decreasing"),
    ("MonotonicityCheck(tanh, .increasing)", "a<b⟹tanha<tanhb"),
  ])
  func monotonyIsStatedOfTheFunction(cell: String, statement: String) {
    #expect(Self.statement(cell) == statement)
  }

  @Test(arguments: [
    ("RootCheck({ x in x * x - 2 }, count: 2)", "x^(2)−2=0 an genau 2 Stellen"),
    (
      "BoundCheck({ x in x < 0.5 ? 1 : sin(x) }, in: -1.5...1.5)",
      "−1,5≤{1,  falls x<0,5\nsinx,  sonst\n≤1,5"
    ),
    (
      "BoundCheck({ x in let t = x * x; return t / (1 + t) }, in: 0...1)",
      "0≤((t)/(1+t),mit t=x^(2))≤1"
    ),
    ("BoundCheck({ x in max(x, 0.5) }, in: 0.5...)", "0,5≤max(x;0,5)"),
  ])
  func wordsAndNumeralsFollowTheLanguageOfTheSite(cell: String, statement: String) {
    #expect(Self.statement(cell, language: "de-AT") == statement)
  }

  @Test func whatHasNoFormulaIsSetAsCode() {
    let cell = "BoundCheck({ x in [x * x, 1].max() ?? 0 }, in: 1...)"
    let statement = Self.checks(cell).first?.statement?.markup ?? ""
    #expect(statement.contains("<mtext class=\"lemma-text-monospace\">[x\u{A0}*\u{A0}x,"))
  }

  @Test(arguments: [
    ("#expect((0...8).allSatisfy { k in Double(k) / 8 <= 1 })", "∀k∈{0,…,8}:(k)/(8)≤1"),
    ("#expect((1..<4).allSatisfy { $0 * $0 < 10 })", "∀k∈{1,…,3}:k^(2)<10"),
  ])
  func aClaimAboutARangeIsStatedOfEach(cell: String, statement: String) {
    #expect(Self.statement(cell) == statement)
  }

  @Test func partsOfTuplesAreCalledByTheirNames() {
    let definition = "func jet(_ x: Double) -> (value: Double, slope: Double) { (x * x, 2 * x) }\n"
    #expect(
      Self.statement(definition + "BoundCheck({ x in jet(x).value }, in: 0...)")
        == "0≤jet(x).value")
  }

  @Test(arguments: [
    ("BoundCheck({ x in x * exp(x) }, above: -0.3679)", "−0.3679<xe^(x)"),
    ("BoundCheck(derivative(of: sigmoid), in: 0...0.25)", "0≤sigmoid′(x)≤0.25"),
    ("BoundCheck(derivative(of: sigmoid), in: 0...(1.0 / 4))", "0≤sigmoid′(x)≤(1)/(4)"),
    ("LimitCheck({ x in sigmoid(x) / 2 }, at: .infinity, is: 0.5)", "limx→∞(sigmoid(x))/(2)  =0.5"),
    ("IntegralCheck(of: { x in x }, over: 0...0.5, is: 0.125)", "∫_(0)^(0.5) xdx  =0.125"),
  ])
  func decimalsStayAsTheAuthorWroteThem(cell: String, statement: String) {
    #expect(Self.statement(cell) == statement)
  }

  @Test(arguments: [
    (
      "MonotonicityCheck({ s in abs(1 - 0.59 * s) }, .increasing, over: (200.0 / 59)...)",
      "abs(1 - 0.59 * s) is strictly increasing for s ≥ 200/59"
    ),
    ("BoundCheck({ x in x }, in: 0.12345678..., over: 1...2)", "0.12345678 ≤ x for 1 ≤ x ≤ 2"),
    (
      "let c = root(of: { x in cos(x) - x }, in: 0...1)\nBoundCheck({ x in x }, below: c, over: 0...0.7)",
      "x < 0.7390851332… for 0 ≤ x ≤ 0.7"
    ),
  ])
  func boundsAreExactOrShowThatTheyGoOn(cell: String, text: String) {
    let texts = Self.checks(cell).map { check in
      check.text + (check.verdict.domainText.map { " for " + $0 } ?? "")
    }
    #expect(texts == [text])
  }
}
