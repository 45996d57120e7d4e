import Testing

@testable import Cells

/// The claims of the course, each proved by the method that it promises.
@Suite struct CourseClaimsTests {
  /// Definitions that lessons have before their claims.
  private static let definitions = """
    func softplus(_ x: Double) -> Double { log(1 + exp(x)) }
    func logit(_ p: Double) -> Double { log(p / (1 - p)) }
    func phi(_ x: Double) -> Double { (1 + erf(x / sqrt(2))) / 2 }
    func silu(_ x: Double) -> Double { x * sigmoid(x) }
    func stable(_ x: Double) -> Double {
      if x >= 0 { return 1 / (1 + exp(-x)) }
      let u = exp(x)
      return u / (1 + u)
    }

    """

  private static func verdict(_ claim: String) -> Verdict? {
    LessonRun(cell: definitions + claim).checks.last?.verdict
  }

  @Test(arguments: [
    // Lesson 1
    "IdentityCheck(sigmoid, { x in exp(x) / (1 + exp(x)) })",
    "MonotonicityCheck(sigmoid, .increasing)",
    "IdentityCheck({ x in sigmoid(-x) }, { x in 1 - sigmoid(x) })",
    "BoundCheck(sigmoid, above: 0, below: 1)",
    "LimitCheck(sigmoid, at: .infinity, is: 1)", "LimitCheck(sigmoid, at: -.infinity, is: 0)",
    "IdentityCheck({ x in sigmoid(log(9)) }, { x in 0.9 })",
    "IdentityCheck({ x in sigmoid(log(99)) }, { x in 0.99 })",
    "IdentityCheck({ x in sigmoid(log(4)) }, { x in 0.8 })",
    // Lesson 2
    "DerivativeCheck(of: sigmoid, is: { x in exp(-x) / ((1 + exp(-x)) * (1 + exp(-x))) })",
    "DerivativeCheck(of: sigmoid, is: { x in sigmoid(x) * (1 - sigmoid(x)) })",
    "BoundCheck(derivative(of: sigmoid), in: 0...0.25)",
    "RootCheck({ x in 0.25 - derivative(of: sigmoid)(x) }, at: [0])",
    "IdentityCheck({ x in derivative(of: sigmoid)(-x) }, derivative(of: sigmoid))",
    "IntegralCheck(of: derivative(of: sigmoid), over: -6...6, is: tanh(3))",
    """
    IdentityCheck(
      derivative(of: derivative(of: sigmoid)),
      { x in sigmoid(x) * (1 - sigmoid(x)) * (1 - 2 * sigmoid(x)) })
    """,
    "RootCheck(derivative(of: derivative(of: sigmoid)), at: [0])",
    "BoundCheck(derivative(of: derivative(of: sigmoid)), in: -sqrt(3) / 18...sqrt(3) / 18)",
    "IdentityCheck({ x in derivative(of: sigmoid)(log(2 + sqrt(3))) }, { x in 1.0 / 6 })",
    "IdentityCheck({ x in derivative(of: sigmoid)(log(3 + 2 * sqrt(2))) }, { x in 1.0 / 8 })",
    // Lesson 4
    "IdentityCheck(sigmoid, { x in (1 + tanh(x / 2)) / 2 })",
    "IdentityCheck(tanh, { x in 2 * sigmoid(2 * x) - 1 })",
    "BoundCheck(tanh, above: -1, below: 1)",
    "DerivativeCheck(of: tanh, is: { x in 1 - tanh(x) * tanh(x) })",
    "IdentityCheck({ x in logit(sigmoid(x)) }, { x in x })",
    "DerivativeCheck(of: softplus, is: sigmoid)",
    "IdentityCheck({ x in softplus(x) - softplus(-x) }, { x in x })",
    """
    IdentityCheck(
      { x in (2 * sigmoid(2 * x) - 1) * (2 * sigmoid(2 * x) - 1)
        + 4 * sigmoid(2 * x) * (1 - sigmoid(2 * x)) }, { x in 1 })
    """,
    // Lesson 5
    "IdentityCheck({ p in sigmoid(logit(p)) }, { p in p }, over: 0.001...0.999)",
    // Lesson 8
    "IdentityCheck(stable, sigmoid)",
    "IdentityCheck({ x in log(sigmoid(x)) }, { x in min(x, 0) - log1p(exp(-abs(x))) })",
    "IdentityCheck({ x in 1 - tanh(x) }, { x in 2 * sigmoid(-2 * x) })",
    // Lesson 9
    "IdentityCheck({ a, b in exp(a) / (exp(a) + exp(b)) }, { a, b in sigmoid(a - b) })",
  ])
  func algebraProves(_ claim: String) throws {
    let verdict = try #require(Self.verdict(claim))
    #expect(verdict.strength == .proved)
    let methods = [
      "normal form", "Sturm sequence", "polynomial with coefficients of one sign",
      "series expansion", "antiderivative", "exact arithmetic",
    ]
    #expect(methods.contains { verdict.methodText.contains($0) }, "\(verdict.methodText)")
  }

  /// Derivations that the course and its readers ask for, each line of them.
  @Test(arguments: [
    "sigmoid", "tanh", "softplus", "silu", "derivative(of: sigmoid)", "stable",
  ])
  func derivationsAreProved(_ function: String) throws {
    let verdict = try #require(Self.verdict("Derivation(of: \(function))"))
    #expect(verdict.strength == .proved)
    #expect(!verdict.certificates.isEmpty)
  }

  @Test(arguments: [
    "BoundCheck({ x in abs(sigmoid(1.702 * x) - phi(x)) }, below: 0.0095, over: -10...10)",
    "BoundCheck(silu, above: -0.27847, over: -20...20)",
    "BoundCheck(derivative(of: silu), below: 1.09984, over: -20...20)",
    """
    BoundCheck(
      { x in abs(sigmoid(x) - (0.5 + x / 4 - x * x * x / 48)) }, below: 0.0019, over: -1...1)
    """,
    "RootCheck({ x in sigmoid(x) - x }, count: 1)",
  ])
  func enclosuresProve(_ claim: String) throws {
    let verdict = try #require(Self.verdict(claim))
    #expect(verdict.strength == .proved, "\(verdict.methodText)")
  }
}
