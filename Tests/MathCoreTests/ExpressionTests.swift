import Testing

@testable import MathCore

@Suite struct ExpressionTests {
  static let s = sigmoid("x")

  @Test(arguments: [
    ("x + x", "2·x"), ("x*x", "x^2"), ("2*x*3", "6·x"), ("0*x + 1*y", "y"), ("x - x", "0"),
    ("-(x - y)", "y − x"), ("-x + 1", "1 − x"), ("x/2 + x/2", "x"), ("x*x^-1", "1"),
    ("exp(-x)*exp(-x)", "e^(−2·x)"), ("exp(x)*exp(-x)", "1"), ("1/exp(x)", "e^(−x)"),
    ("(2/3)*x", "2·x/3"), ("x*y + y*x", "2·x·y"), ("sin(-x)", "−sin(x)"), ("cos(-x)", "cos(x)"),
    ("sqrt(x)*sqrt(x)", "x"), ("x^2*x^3", "x^5"), ("(x^2)^3", "x^6"), ("log(exp(x))", "x"),
    ("sqrt(16/9)", "4/3"), ("1/(1 + exp(-x))", "1/(1 + e^(−x))"), ("x/x", "1"), ("1/0", "1/0"),
    ("(x + 1)*(x + 1)", "(x + 1)^2"), ("-(-x)", "x"), ("x*(-y)", "−x·y"), ("-1*(x/4)", "−x/4"),
  ])
  func simplifiedExpressionsReadWell(text: String, expected: String) throws {
    #expect(try parse(text).simplified().description == expected)
  }

  private static let samples = [
    s, "\(s)*(1 - \(s))", "x*\(s)", "tanh(x/2)^3 - sin(x)*cos(2*x)", "log(1 + exp(x))/(1 + x^2)",
    "sqrt(x^2 + 1)*atan(x)", "erf(x)*exp(-x^2)", "x^3/(2 + cos(x))", "2^x + x^2*y - y/x",
    "asinh(x) - expm1(x)*log1p(x^2)", "cbrt(x^2 + 1)", "hypot(x, y)", "max(x, y)*min(x, 3)",
    "exp2(x) + log2(1 + x^2) + log10(2 + x^2)", "abs(x)*x", "cosh(x)/sinh(x + 9)", "acos(tanh(x))",
    "erfc(x)^2", "tan(x/9)", "(x^2 + y^2)^0.5", "pow(x^2 + 1, sin(x))", "atanh(x/20)", "asin(x/20)",
    "acosh(5 + x^2)", "0.044715*x^3 + x", "(x - y)*(y - x)/(x - y)",
  ]

  @Test(arguments: samples)
  func simplificationPreservesValuesAndIsIdempotent(text: String) throws {
    let whole = try parse(text)
    for f in [whole, try whole.derivative(withRespectTo: "x")] {
      let simple = f.simplified()
      #expect(simple.simplified() == simple, "\(simple)")
      var random = SplitMix(state: 3)
      for _ in 0..<30 {
        let point = ["x": random.double(in: -4...4), "y": random.double(in: -4...4)]
        let (a, b) = (f.evaluate(at: point), simple.evaluate(at: point))
        if a.isNaN { continue }
        #expect(abs(a - b) <= 1e-10 * max(1, abs(a)), "\(f) → \(simple) at \(point): \(a), \(b)")
      }
    }
  }

  @Test(arguments: samples)
  func derivativesAgreeWithDifferenceQuotientsAndJets(text: String) throws {
    let f = try parse(text)
    let slope = try f.derivative(withRespectTo: "x")
    var random = SplitMix(state: 5)
    for _ in 0..<20 {
      let x = random.double(in: -4...4)
      let y = random.double(in: -4...4)
      let h = 1e-5
      let quotient =
        (f.evaluate(at: ["x": x + h, "y": y]) - f.evaluate(at: ["x": x - h, "y": y])) / (2 * h)
      let exact = slope.evaluate(at: ["x": x, "y": y])
      // The third derivative times h², and cancellation of order 1e-16/h.
      #expect(
        abs(quotient - exact) <= 1e-5 * max(1, abs(exact)), "\(text) at \(x): \(quotient) \(exact)")
    }
  }

  @Test(arguments: [
    ("log(x)", -1.0), ("log2(x)*y", -1), ("log1p(x)", -2), ("atanh(x)", 2), ("asin(x)", 2),
    ("acosh(x)", 0), ("0*log(x)", -1), ("y + 0*sqrt(x)", -1), ("x^2 + (0*log(x))^2", -1),
    ("(x + 0/x)^2", 0), ("log(x)*log(-x)", 1),
  ])
  func derivativesHaveNoValueWhereTheFunctionHasNone(text: String, x: Double) throws {
    let slope = try parse(text).derivative(withRespectTo: "x")
    for f in [slope, try slope.derivative(withRespectTo: "x")] {
      #expect(f.evaluate(at: ["x": x, "y": 1]).isNaN, "\(text)")
      let tape = ExpressionTape([f], variables: ["x", "y"])
      let box = [DoubleInterval(point: x), DoubleInterval(point: 1)]
      #expect(tape.values(at: box, precision: 53)[0].definedness == .nowhere)
      #expect(!tape.taylor(at: box, variable: 0, order: 1, precision: 53)[0].isSmooth)
      let domain = Domain(["x": .point(try #require(Rational(exactly: x)))])
      #expect(!Proof.defined(f, on: domain).isProved)
    }
  }

  @Test(arguments: [
    "1/(1 + exp(-x))", "sqrt(x)", "x^(3/2)", "log(1 + exp(x))", "tan(x)", "log(2)*x",
  ])
  func derivativesThatSayWhereTheFunctionIsDefinedAreAsTheRulesGiveThem(text: String) throws {
    let slope = try parse(text).derivative(withRespectTo: "x")
    #expect(
      !slope.parts.contains { part in
        if case .restricted = part.node { true } else { false }
      })
  }

  @Test func functionsThatJumpHaveNoSymbolicDerivative() throws {
    for text in ["floor(x)", "tgamma(x)", "fmod(x, 2)", "copysign(1, x)"] {
      #expect(throws: ScalarFailure.self) { try parse(text).derivative(withRespectTo: "x") }
    }
  }

  @Test func sharedPartsCostNothing() throws {
    var f = Expression.variable("x")
    for _ in 0..<150 { f = try f + f }
    var g = Expression.variable("x")
    for _ in 0..<150 { g = try g + g }
    #expect(f == g)
    #expect(f.treeSize == Int.max)
    #expect(f.evaluate(at: ["x": 1]) == 0x1p150)
    #expect(f.variables == ["x"])
    #expect(f.description.count < 2000)
    let power = try #require(Rational(2).power(150))
    #expect(try f.simplified() == Expression(power) * .variable("x"))
    _ = try f.derivative(withRespectTo: "x")
    #expect(Proof.equal(f, try Expression(power) * .variable("x")).isProved)
  }

  @Test func buildingAboveTheLimitThrows() throws {
    var f = Expression.variable("x")
    for _ in 0..<499 { f = try f + 1 }
    #expect(throws: ScalarFailure.self) { try f + 1 }
  }

  @Test func textHasTheParenthesesItNeeds() throws {
    let texts = [
      ("1 - (x - y)", "1 − (x − y)"), ("x/(y*2)", "x/(y·2)"), ("(x/y)/2", "x/y/2"),
      ("(x + 1)^2", "(x + 1)^2"), ("(-x)^2", "(−x)^2"), ("2^(x + 1)", "2^(x + 1)"),
      ("-x^2", "−x^2"), ("-(x + 1)", "−(x + 1)"), ("x*(y + 1)", "x·(y + 1)"),
    ]
    for (text, expected) in texts { #expect(try parse(text).description == expected) }
  }
}
