import Testing

@testable import MathCore

@Suite struct SignProofTests {
  static let s = sigmoid("x")
  static let slope = "(\(s)*(1 - \(s)))"

  @Test(arguments: [
    (s, SignSet.positive), ("1 - \(s)", .positive), ("1/4 - \(slope)", .nonnegative),
    (slope, .positive), ("log(1 + exp(x))", .positive), ("log(1 + exp(x)) - x", .positive),
    ("1 - tanh(x)^2", .positive), ("tanh(x) - 1", .negative), ("x^2 + x + 1", .positive),
    ("x^4 - 2*x^2 + 1", .nonnegative), ("exp(-x^2)", .positive), ("1 - exp(-x^2)", .nonnegative),
    ("cosh(x) - 1", .nonnegative), ("2 - sin(x)", .positive), ("x^2 - 2*x*y + y^2", .nonnegative),
    ("sqrt(2) - 1.41", .positive), ("pi - 3", .positive), ("erf(x) + 1", .positive),
    ("0.0963 - \(slope)*(1 - 2*\(s))", .positive), ("sqrt(x^2 + 1)", .positive),
  ])
  func signsOnAllRealsAreProved(text: String, claim: SignSet) throws {
    let outcome = Proof.sign(of: try parse(text), is: claim)
    #expect(outcome.isProved, "\(text): \(outcome)")
  }

  @Test(arguments: [
    ("0.249999 - \(slope)", SignSet.nonnegative), ("1/4 - \(slope)", .positive),
    ("\(s) - 0.000001", .positive), ("x^2 - 0.000001", .nonnegative), ("x^3", .nonnegative),
    ("tanh(x)", .positive), ("0.0962 - \(slope)*(1 - 2*\(s))", .positive),
  ])
  func boundsThatAreALittleTooTightAreRefuted(text: String, claim: SignSet) throws {
    let outcome = Proof.sign(of: try parse(text), is: claim)
    #expect(outcome.isRefuted, "\(text): \(outcome)")
  }

  @Test func domainsMatter() throws {
    let f = try parse("\(Self.s) - 0.5")
    #expect(Proof.sign(of: f, is: .positive, on: Domain(["x": .positive])).isProved)
    #expect(!Proof.sign(of: f, is: .positive, on: Domain(["x": .nonnegative])).isProved)
    #expect(Proof.sign(of: f, is: .nonnegative, on: Domain(["x": .nonnegative])).isProved)
    let far = Domain(["x": .closed(-6, 6)])
    #expect(Proof.sign(of: try parse("\(Self.s) - 0.0024"), is: .positive, on: far).isProved)
    #expect(!Proof.sign(of: try parse("\(Self.s) - 0.0025"), is: .positive, on: far).isProved)
    #expect(Proof.sign(of: try parse("1/x"), is: .positive, on: Domain(["x": .positive])).isProved)
    #expect(!Proof.sign(of: try parse("1/x^2"), is: .positive).isProved)
  }

  @Test func monotonicityIsProvedByTheSlope() throws {
    #expect(Proof.monotone(try parse(Self.s), increasing: true, in: "x").isProved)
    #expect(Proof.monotone(try parse("x^3"), increasing: true, in: "x").isProved)
    #expect(Proof.monotone(try parse("tanh(x)"), increasing: true, in: "x").isProved)
    #expect(Proof.monotone(try parse("exp(-x)"), increasing: false, in: "x").isProved)
    #expect(
      Proof.monotone(
        try parse("sqrt(x)"), increasing: true, in: "x", on: Domain(["x": .nonnegative])
      ).isProved)
    #expect(Proof.monotone(try parse("x^2"), increasing: true, in: "x").isRefuted)
    #expect(!Proof.monotone(try parse("1/x"), increasing: false, in: "x").isProved)
    #expect(!Proof.monotone(try parse("floor(x)"), increasing: true, in: "x").isProved)
    #expect(!Proof.monotone(try parse("7"), increasing: true, in: "x").isProved)
  }

  @Test func zerosAreCounted() throws {
    let bend = try parse("\(Self.slope)*(1 - 2*\(Self.s))")
    #expect(Proof.zeros(of: bend, areAt: [.zero], in: "x").isProved)
    #expect(Proof.zeros(of: bend, areAt: [], in: "x").isRefuted)
    #expect(Proof.zeroCount(of: bend, is: 2, in: "x").isRefuted)
    let gap = try parse("1/4 - \(Self.slope)")
    #expect(Proof.zeros(of: gap, areAt: [.zero], in: "x").isProved)
    #expect(
      Proof.zeros(
        of: try parse("x^2 - 2"), areAt: [try parse("sqrt(2)"), try parse("-sqrt(2)")], in: "x"
      ).isProved)
    #expect(
      Proof.zeros(
        of: try parse("x^2 - 2"), areAt: [try parse("sqrt(2)")], in: "x",
        on: Domain(["x": .positive])
      ).isProved)
    #expect(
      Proof.zeros(
        of: try parse("x^2 - 2"), areAt: [try parse("sqrt(2)"), try parse("sqrt(2)")], in: "x"
      ).isProved == false)
    let third = try parse("\(Self.slope)*(1 - 6*\(Self.slope))")
    #expect(
      Proof.zeros(
        of: third, areAt: [try parse("log(2 + sqrt(3))"), try parse("-log(2 + sqrt(3))")], in: "x"
      ).isProved)
    #expect(
      Proof.zeros(
        of: try parse("\(Self.s) - 9/10"), areAt: [try parse("log(9)")], in: "x",
        on: Domain(["x": .closed(-6, 6)])
      ).isProved)
  }

  @Test func sturmCountsRootsAtAndBetweenEnds() throws {
    // (x − 1)(x − 2)²(x + 3)
    let p = [-1, -2, -2, 3].reduce(UnivariatePolynomial([1])) {
      $0 * UnivariatePolynomial([Rational($1), 1])
    }
    let sturm = try #require(SturmSequence(p))
    #expect(sturm.rootCount(in: .reals) == 3)
    #expect(sturm.rootCount(in: .closed(1, 2)) == 2)
    #expect(sturm.rootCount(in: .open(1, 2)) == 0)
    #expect(sturm.rootCount(in: .point(2)) == 1)
    #expect(sturm.rootCount(in: .positive) == 2)
    #expect(p.signs(on: .open(1, 3)) == [.zero, .positive])
    #expect(p.signs(on: .open(-3, 1)) == .negative)
    #expect(p.signs(on: .reals) == .any)
  }
}
