import Testing

@testable import MathCore

/// A function without cases.
func function(_ text: String) throws -> [FunctionPiece] {
  [FunctionPiece(conditions: [], value: try parse(text))]
}

private let s = "1/(1 + exp(-x))"
private let slope = "\(s)*(1 - \(s))"
private let phi = "(1 + erf(x/sqrt(2)))/2"
private let softplus = "log(1 + exp(x))"

private let billionth = Rational(1, over: 1_000_000_000) ?? .one

@Suite struct EnclosureProofTests {
  private func closed(_ low: Double, _ high: Double) throws -> Domain {
    Domain([
      "x": .closed(try #require(Rational(exactly: low)), try #require(Rational(exactly: high)))
    ])
  }

  // MARK: Bounds

  @Test(arguments: [
    s, "1 - \(s)", "0.0095 - abs(1/(1 + exp(-1.702*x)) - \(phi))",
    "0.0094864 - abs(1/(1 + exp(-1.702*x)) - \(phi))", "\(softplus) - max(x, 0)",
    "x^4 - x + 0.48", "1.0001 - cos(x)", "2 + sin(x) + sin(1.5*x)",
  ])
  func strictBoundsAreProved(text: String) throws {
    let outcome = EnclosureProof.sign(of: try function(text), is: .positive, on: try closed(-8, 8))
    #expect(outcome.isProved, "\(outcome)")
  }

  @Test(arguments: [
    s, "0.0095 - abs(1/(1 + exp(-1.702*x)) - \(phi))", "1.3 - x/(1 + exp(-x))/(1 + abs(x))",
    "2 - erf(x)*erf(x)",
  ])
  func boundsOnAllRealsAreProvedWithTails(text: String) throws {
    let outcome = EnclosureProof.sign(of: try function(text), is: .positive)
    #expect(outcome.isProved, "\(outcome)")
  }

  /// Where a bound is attained, no enclosure tells the function from it: but exact zeros of the
  /// difference and of its slope do.
  @Test(arguments: [
    "1/4 - \(slope)", "sqrt(3)/18 - \(slope)*(1 - 2*\(s))", "x^2 - 2*x + 1", "1 - cos(x)",
    "exp(x) - 1 - x", "sqrt(x^2)", "(x - 1/3)^4*(2 + sin(x))", "abs(x)/4 - abs(\(s) - 1/2)",
  ])
  func attainedBoundsAreProved(text: String) throws {
    let outcome = EnclosureProof.sign(
      of: try function(text), is: .nonnegative, on: try closed(-8, 8))
    #expect(outcome.isProved, "\(outcome)")
  }

  @Test func boundsAttainedAtOpenEndsAreProved() throws {
    for text in ["x - log1p(x)", "x - sin(x)", "tan(x) - x", "x - atan(x)"] {
      let open = Domain(["x": .open(0, 1)])
      let outcome = EnclosureProof.sign(of: try function(text), is: .positive, on: open)
      #expect(outcome.isProved, "\(text): \(outcome)")
    }
    let tail = EnclosureProof.sign(
      of: try function("x - 1 - log(x)"), is: .nonnegative, on: Domain(["x": .positive]))
    #expect(tail.isProved, "\(tail)")
    let entropy = EnclosureProof.sign(
      of: try function("x*log(x) + 0.37"), is: .positive, on: Domain(["x": .positive]))
    #expect(entropy.isProved, "\(entropy)")
  }

  @Test func boundsInTwoVariablesAreProved() throws {
    let square = Domain(["x": .closed(-3, 3), "y": .closed(-3, 3)])
    for text in ["x^2 + y^2 - x*y + 0.1", "5.1 - x - y + sin(x*y)/10", "exp(x) + exp(-y)"] {
      let outcome = EnclosureProof.sign(of: try function(text), is: .positive, on: square)
      #expect(text.hasPrefix("5.1") ? outcome.isRefuted : outcome.isProved, "\(text): \(outcome)")
    }
  }

  @Test func constantsAreComparedAtTheirPrecision() throws {
    let almostWhole = try function("exp(pi*sqrt(163)) - 262537412640768744")
    #expect(EnclosureProof.sign(of: almostWhole, is: .negative).isProved)
    #expect(EnclosureProof.sign(of: almostWhole, is: .nonnegative).isRefuted)
  }

  // MARK: False claims

  /// Bounds a millionth too tight, spikes between sample points, wrong signs, gaps.
  @Test(arguments: [
    "0.2499997 - \(slope)", "0.0094863 - abs(1/(1 + exp(-1.702*x)) - \(phi))",
    "0.5 - exp(-1000000*(x - 0.123456)^2)", "x - sin(x)", "x^2 - 0.0000001", "\(s) - 0.001",
    "x/x", "1/x^2", "sqrt(x + 7)", "log(x^2)", "1/(x - 0.3)^2", "-exp(-x)",
    "0.0962250 - \(slope)*(1 - 2*\(s))", "cos(x) + 0.99999", "1 - tanh(3*x)*1.0000001",
    "exp(x) - 1.0001 - x",
  ])
  func falseBoundsAreNotProved(text: String) throws {
    let outcome = EnclosureProof.sign(of: try function(text), is: .positive, on: try closed(-8, 8))
    #expect(!outcome.isProved, "\(text)")
  }

  @Test func refutationsNameAPoint() throws {
    let gap = EnclosureProof.sign(of: try function("x/x"), is: .positive, on: try closed(-1, 1))
    #expect(gap == .refuted("it is undefined at x = 0"))
    let low = EnclosureProof.sign(of: try function("x"), is: .positive, on: try closed(-1, 1))
    #expect(low == .refuted("at x = 0"))
  }

  @Test func strictBoundsAreRefutedWhereTheyAreAttained() throws {
    let outcome = EnclosureProof.sign(
      of: try function("1/4 - \(slope)"), is: .positive, on: try closed(-1, 1))
    #expect(outcome.isRefuted, "\(outcome)")
  }

  // MARK: Equality

  @Test(arguments: [
    ("tanh(x)", "2/(1 + exp(-2*x)) - 1"), ("erf(x)", "1 - erfc(x)"),
    ("min(x, 0) - log1p(exp(-abs(x)))", "-log(1 + exp(-x))"), ("sqrt(x^2)", "abs(x)"),
    ("sin(2*x)", "2*sin(x)*cos(x)"),
  ])
  func equalFunctionsAreEnclosed(f: String, g: String) throws {
    let outcome = EnclosureProof.equal(
      try function(f), try function(g), within: billionth, on: try closed(-5, 5))
    #expect(outcome.isProved, "\(f): \(outcome)")
  }

  @Test(arguments: [
    ("sqrt(x^2)", "x"), ("x/x", "1"), ("sin(x)", "x - x^3/6"), ("exp(log(x))", "x"),
    ("tanh(x)", "2/(1 + exp(-2*x)) - 1.00000001"),
  ])
  func unequalFunctionsAreNot(f: String, g: String) throws {
    let outcome = EnclosureProof.equal(
      try function(f), try function(g), within: billionth, on: try closed(-5, 5))
    #expect(!outcome.isProved, "\(f)")
  }

  @Test func theToleranceIsMet() throws {
    let (f, g) = (try function("sin(x)"), try function("x - x^3/6"))
    let domain = try closed(-1, 1)
    let below = try #require(Rational(8, over: 1000))
    let above = try #require(Rational(9, over: 1000))
    #expect(!EnclosureProof.equal(f, g, within: below, on: domain).isProved)
    #expect(EnclosureProof.equal(f, g, within: above, on: domain).isProved)
  }

  // MARK: Cases

  private func relu() throws -> [FunctionPiece] {
    let x = Expression.variable("x")
    return [
      FunctionPiece(conditions: [PathCondition(x, .less, 0)], value: .zero),
      FunctionPiece(conditions: [PathCondition(0, .lessOrEqual, x)], value: x),
    ]
  }

  @Test func conditionsOnAVariableSplitTheDomain() throws {
    #expect(EnclosureProof.sign(of: try relu(), is: .nonnegative).isProved)
    #expect(EnclosureProof.sign(of: try relu(), is: .positive).isRefuted)
    let same = EnclosureProof.equal(try relu(), try function("max(x, 0)"), within: billionth)
    #expect(same.isProved, "\(same)")
  }

  @Test func undecidedConditionsAreJoinedThenSplit() throws {
    let square = try parse("x^2")
    let pieces = [
      FunctionPiece(conditions: [PathCondition(square, .less, 2)], value: square),
      FunctionPiece(conditions: [PathCondition(2, .lessOrEqual, square)], value: try 4 - square),
    ]
    let domain = try closed(-2, 2)
    #expect(
      EnclosureProof.values(of: pieces, lieIn: .closed(-1, 3), on: domain).isProved)
    #expect(
      EnclosureProof.values(of: pieces, lieIn: .closed(0, 3), on: domain).isProved)
    #expect(
      EnclosureProof.values(of: pieces, lieIn: .closed(1, 3), on: domain).isRefuted)
    #expect(!EnclosureProof.monotone(pieces, increasing: true, in: "x", on: domain).isProved)
  }

  // MARK: Monotonicity

  @Test(arguments: [
    "erf(x) + x", "x^3", "x - sin(x)", "x + abs(x)/2", s, "max(x, 2*x)", "x*abs(x)",
    "\(softplus) + x/10",
  ])
  func risingFunctionsAreProved(text: String) throws {
    let domain = try closed(-6, 6)
    let outcome = EnclosureProof.monotone(
      try function(text), increasing: true, in: "x", on: domain)
    #expect(outcome.isProved, "\(text): \(outcome)")
    #expect(
      !EnclosureProof.monotone(try function(text), increasing: false, in: "x", on: domain).isProved)
  }

  @Test(arguments: [
    "abs(x)", "max(x, 0)", "x^2", "x/(1 + exp(-x))", "x - 1.001*sin(x)", "floor(x)", "1/x",
    "x - abs(x)", "x^3 - 0.0001*x",
  ])
  func otherFunctionsAreNot(text: String) throws {
    let outcome = EnclosureProof.monotone(
      try function(text), increasing: true, in: "x", on: try closed(-6, 6))
    #expect(!outcome.isProved, "\(text)")
  }

  @Test func aJumpAgainstTheDirectionIsSeen() throws {
    let x = Expression.variable("x")
    func step(_ height: Expression) throws -> [FunctionPiece] {
      [
        FunctionPiece(conditions: [PathCondition(x, .less, 0)], value: x),
        FunctionPiece(conditions: [PathCondition(0, .lessOrEqual, x)], value: try x + height),
      ]
    }
    let domain = try closed(-1, 1)
    #expect(
      EnclosureProof.monotone(try step(1), increasing: true, in: "x", on: domain).isProved)
    #expect(
      !EnclosureProof.monotone(try step(-1), increasing: true, in: "x", on: domain).isProved)
  }

  // MARK: Zeros

  @Test(arguments: [
    ("cos(x) - x", 1), ("sin(x)", 5), ("x^2*(x - 1)", 2), ("exp(x)", 0), ("x^2 - 2", 2),
    ("x^2 + 0.0001", 0), ("(x - 1/3)^3", 1), ("\(s) - 1/2", 1), ("x*sin(x)", 5),
  ])
  func zerosAreCounted(text: String, count: Int) throws {
    let f = try function(text)
    let domain = try closed(-8, 8)
    let outcome = EnclosureProof.zeroCount(of: f, is: count, in: "x", on: domain)
    #expect(outcome.isProved, "\(text): \(outcome)")
    #expect(EnclosureProof.zeroCount(of: f, is: count + 1, in: "x", on: domain).isRefuted)
  }

  @Test func givenZerosAreTheOnlyOnes() throws {
    let bend = try function("\(slope)*(1 - 2*\(s))")
    let domain = try closed(-20, 20)
    #expect(EnclosureProof.zeros(of: bend, areAt: [0], in: "x", on: domain).isProved)
    #expect(EnclosureProof.zeros(of: bend, areAt: [1], in: "x", on: domain).isRefuted)
    let parabola = try function("x^2 - 2")
    let root = try parse("sqrt(2)")
    #expect(
      EnclosureProof.zeros(of: parabola, areAt: [root, try root.negated()], in: "x", on: domain)
        .isProved)
    #expect(!EnclosureProof.zeros(of: parabola, areAt: [root], in: "x", on: domain).isProved)
  }

  @Test func budgetsAreCounts() throws {
    let wild = try function("sin(1000000*x)*cos(1000000*x) + 0.5000001")
    let outcome = EnclosureProof.sign(of: wild, is: .positive, on: try closed(0, 1))
    #expect(outcome == .unknown("\(EnclosureSearch.largestBoxCount) boxes do not suffice"))
  }
}
