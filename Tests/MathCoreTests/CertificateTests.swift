import Testing

@testable import MathCore

@Suite struct CertificateTests {
  @Test func anExpressionIsAListOfNodesInWhichEqualPartsStandOnce() throws {
    let certificate = try #require(Certificate.expression(try parse(sigmoid("x"))))
    #expect(
      certificate.json
        == #"[["number","1"],["variable","x"],["negate",1],["exp",2],["add",0,3],["divide",0,4]]"#)
  }

  @Test func aNumberWithoutACertificateCannotBeWritten() {
    let number = DefinedNumber(description: "a number") { _ in nil }
    #expect(Certificate.expression(.defined(number)) == nil)
    #expect(!Proof.equal(.defined(number), .defined(number)).isProved)
  }

  @Test func intervalsSayWhetherTheirEndsBelongToThem() {
    let domain = Domain([
      "y": .closed(-6, Rational(storage: .small(1, 2))), "x": .positive, "z": .reals,
    ])
    #expect(Certificate.domain(domain).json == #"{"x":"(0, inf)","y":"[-6, 1/2]"}"#)
  }

  @Test func quotesAndControlCharactersAreEscaped() {
    #expect(Certificate.text("a\"b\\c\nσ").json == #""a\"b\\c\u000aσ""#)
  }

  @Test func aClaimHoldsItsExpressionsAndItsDomain() throws {
    let outcome = Proof.sign(
      of: try parse("x"), is: .nonnegative, on: Domain(["x": .nonnegative]))
    guard case .proved(let demonstration) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(
      demonstration.certificates.map(\.json) == [
        #"{"kind":"sign","function":[["variable","x"]],"signs":[0,1],"domain":{"x":"[0, inf)"},"#
          + #""steps":[{"domain":{"x":"[0, inf)"},"generators":[["variable","x"]],"#
          + #""forms":[[[[["1",0,1]]]]]}]}"#
      ])
  }

  @Test func formsAreQuotientsOfPolynomialsInGenerators() throws {
    let outcome = Proof.defined(try parse(sigmoid("x")))
    let json = try #require(outcome.demonstration?.certificates.first?.json)
    #expect(json.contains(#""generators":[["variable","x"],["exp",[[["1",0,1]]]]]"#))
    // u/(1 + u), the last one
    #expect(json.contains(#"[[["1",1,1]],[[["1",1,1],["1"]],1]]]]}]}"#))
  }

  @Test func whatTheEquationsOfASolutionSayIsProvedByThem() throws {
    let values = try CertifiedValues.solution(
      of: [try parse("exp(x) + x - 3")], variables: ["x"], near: [1])
    let x = values[0].expression
    let outcome = Proof.equal(try .apply(.exp, x) + x, 3)
    let json = try #require(outcome.demonstration?.certificates.first?.json)
    #expect(json.hasPrefix(#"{"kind":"definition""#))
    #expect(!Proof.equal(try .apply(.exp, x) + x, 4).isProved)
  }

  @Test func aSignByTheSlopeHoldsTheProofsOfTheSlope() throws {
    let outcome = Proof.sign(
      of: try parse("exp(x) - x - 1"), is: .nonnegative, on: Domain(["x": .nonnegative]))
    let certificates = try #require(outcome.demonstration?.certificates)
    #expect(certificates.count == 1)
    let json = try #require(certificates.first?.json)
    #expect(json.contains(#""variable":"x","from":"0","proofs":[{"kind":"derivative""#))
  }

  @Test func aPolynomialWithADoubleZeroIsShownToBeASquare() throws {
    let outcome = Proof.sign(of: try parse("x^4 - 4*x^2 + 4"), is: .nonnegative)
    let json = try #require(outcome.demonstration?.certificates.first?.json)
    #expect(json.contains(#""signs":[["#))
  }
}
