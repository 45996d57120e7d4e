import Testing

@testable import MathCore

@Suite struct DerivationTests {
  /// The lines as text, with D[u] for a derivative that is not worked out.
  private static func lines(_ derivation: Derivation) throws -> [String] {
    try derivation.steps.map { step in
      var expression = step.line.expression
      for (name, meaning) in step.line.meanings {
        guard case .derivative(let inner) = meaning else { continue }
        expression = try expression.replacing(name, with: .variable("D[\(inner)]"))
      }
      return expression.description
    }
  }

  private static func derivation(_ text: String) throws -> Derivation {
    let f = try parse(text)
    let interval = try #require(f.naturalIntervals(of: "x").first)
    var derivation = try Derivation(of: f, withRespectTo: "x")
    derivation.recognise("f", on: Domain(["x": interval]))
    return derivation
  }

  @Test func theSigmoidIsDerivedAsATeacherDoes() throws {
    let derivation = try Self.derivation("1/(1 + exp(-x))")
    #expect(
      try Self.lines(derivation) == [
        "−D[1 + e^(−x)]/(1 + e^(−x))^2", "−D[e^(−x)]/(1 + e^(−x))^2",
        "−(−e^(−x))/(1 + e^(−x))^2", "e^(−x)/(1 + e^(−x))^2", "f·(1 − f)",
      ])
    #expect(
      derivation.steps.map(\.rule) == [
        .reciprocal, .sum, .function(.exp), .simplification, .recognition,
      ])
    #expect(derivation.steps.map(\.isChained) == [false, false, true, false, false])
  }

  @Test func oneRuleIsAppliedWhereverItFits() throws {
    #expect(
      try Self.lines(Self.derivation("sin(x^2)*exp(x)")) == [
        "D[sin(x^2)]·e^x + sin(x^2)·D[e^x]", "cos(x^2)·D[x^2]·e^x + sin(x^2)·D[e^x]",
        "cos(x^2)·D[x^2]·e^x + sin(x^2)·e^x", "cos(x^2)·(2·x)·e^x + sin(x^2)·e^x",
        "e^x·(2·x·cos(x^2) + sin(x^2))",
      ])
    #expect(
      try Self.lines(Self.derivation("3*x^3 - 2*x^2 + x - 7")) == [
        "D[3·x^3] − D[2·x^2] + 1", "9·x^2 − 4·x + 1",
      ])
  }

  @Test(arguments: [
    ("x^3", "3·x^2"), ("x*x*x", "3·x^2"), ("3*x + 1", "3"), ("7", "0"), ("1/x", "−1/x^2"),
    ("log(1 + exp(x))", "e^x/(1 + e^x)"), ("exp(-x^2)", "−2·x·f"), ("exp(x)", "f"),
    ("1/(1 + x^2)", "−2·x/(1 + x^2)^2"), ("sqrt(1 + x^2)", "x/√(1 + x^2)"),
    ("log(x)/x", "(1 − ln(x))/x^2"), ("x*exp(-x)", "e^(−x)·(1 − x)"),
    ("(x^2 - 1)/(x^2 + 1)", "4·x/(x^2 + 1)^2"), ("x^x", "x^x·(ln(x) + 1)"),
    ("2^x", "2^x·ln(2)"), ("sin(x)^2 + cos(x)^2", "0"), ("sin(x)/cos(x)", "1/cos(x)^2"),
    ("(exp(x) - exp(-x))/(exp(x) + exp(-x))", "1 − f^2"),
    ("2/(1 + exp(-2*x)) - 1", "1 − f^2"), ("100/(1 + 9*exp(-x/5))", "1/5·f·(1 − f/100)"),
    ("exp(-x)/(1 + exp(-x))^2", "e^(−x)·(e^(−x) − 1)/(1 + e^(−x))^3"),
    ("x/(1 + exp(-x))", "(1 + e^(−x) + x·e^(−x))/(1 + e^(−x))^2"),
    ("hypot(x, 1)", "x/√(x^2 + 1)"), ("abs(x)", "x/|x|"),
  ])
  func theLastLineIsWhatATextbookPrints(text: String, last: String) throws {
    let derivation = try Self.derivation(text)
    #expect(try Self.lines(derivation).last == last)
  }

  @Test(arguments: [
    "1/(1 + exp(-x))", "(exp(x) - exp(-x))/(exp(x) + exp(-x))", "log(1 + exp(x))",
    "x/(1 + exp(-x))", "exp(-x*x/2)/sqrt(2*pi)", "1/(1 + x^2)", "x*x*x", "sqrt(1 + x^2)",
    "log(x)/x", "sin(x^2)*exp(x)", "x^x", "atan(1/x)", "(1 + x^2)^3", "2^x", "tanh(x/2)",
    "x*exp(-x)", "erf(x)", "cbrt(x)", "exp(-x)/(1 + exp(-x))^2", "asinh(x)",
  ])
  func everyLineIsProvedEqualToTheOneBefore(text: String) throws {
    var derivation = try Self.derivation(text)
    let f = derivation.function
    let lines = derivation.steps.count
    for interval in f.naturalIntervals(of: "x") {
      let outcome = derivation.prove(on: Domain(["x": interval]))
      #expect(outcome.isProved, "\(outcome)")
    }
    #expect(derivation.steps.count == lines)
  }

  @Test func aPointWithoutASlopeIsNotProvedAway() throws {
    for text in ["log(x)", "1/x", "abs(x)", "sqrt(x)"] {
      var derivation = try Self.derivation(text)
      #expect(!derivation.prove(on: .reals).isProved, "\(text)")
    }
  }

  @Test func whatIsNotTheFunctionIsNotRecognised() throws {
    // Near the sigmoid's slope, but not it.
    for text in ["1/(1 + exp(-x)) + 0.0001*x", "exp(x) + x/1000", "sin(x)", "log(x)"] {
      #expect(try !Self.derivation(text).steps.contains { $0.rule == .recognition }, "\(text)")
    }
  }

  @Test func functionsThatJumpHaveNoDerivation() throws {
    for text in ["floor(x)", "tgamma(x)", "fmod(x, 2)", "max(x, 0)"] {
      #expect(throws: ScalarFailure.self) {
        try Derivation(of: parse(text), withRespectTo: "x")
      }
    }
  }

  @Test(arguments: [
    ("log(x - 1)", "(1, ∞)"), ("1/x", "(−∞, 0) (0, ∞)"), ("sqrt(4 - 2*x)", "(−∞, 2)"),
    ("1/((x - 1)*(x + 2)^2)", "(−∞, −2) (−2, 1) (1, ∞)"), ("log(x)/(x - 1)", "(0, 1) (1, ∞)"),
    ("asin(x)", "(−1, 1)"), ("x^2", "(−∞, ∞)"), ("x^-2", "(−∞, 0) (0, ∞)"), ("x^0.5", "(0, ∞)"),
  ])
  func linearConditionsGiveTheNaturalDomain(text: String, intervals: String) throws {
    let found = try parse(text).naturalIntervals(of: "x")
    #expect(found.map(\.description).joined(separator: " ") == intervals)
  }
}
