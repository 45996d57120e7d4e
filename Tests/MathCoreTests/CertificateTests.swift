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

  @Test func aClaimHoldsItsExpressionsItsDomainAndItsProof() throws {
    let outcome = Proof.sign(
      of: try parse("x"), is: .nonnegative, on: Domain(["x": .nonnegative]))
    #expect(
      try json(of: outcome)
        == #"{"kind":"sign","function":[["variable","x"]],"signs":[0,1],"#
        + #""domain":{"x":"[0, inf)"},"proof":{"is":[["variable","x"]]}}"#)
  }

  @Test func aFunctionThatIsPlainlyDefinedNeedsNoProof() throws {
    let text = try json(of: Proof.defined(try parse(sigmoid("x"))))
    #expect(text.hasSuffix(#""signs":[-1,0,1],"domain":{},"proof":{}}"#))
  }

  @Test func signsAreReadOffAFunctionThatIsTheSame() throws {
    let text = try json(of: Proof.sign(of: try parse(sigmoid("x")), is: .positive))
    // u/(u + 1)
    #expect(
      text.contains(#""is":[["number","1"],["variable","x"],["exp",1],["add",2,0],["divide",2,3]]"#)
    )
  }

  @Test(arguments: ["asin", "acos", "asinh", "atanh"])
  func signsAreReadOffBasicFunctions(function: String) throws {
    let f = try parse("\(function)(x) + 2")
    let text = try json(of: Proof.sign(of: f, is: .positive, on: Domain(["x": .closed(0, .half)])))
    #expect(text.contains(#""proof":{"is":["#))
    #expect(!text.contains(function))
  }

  @Test func divisorsHaveTheSignsOfWhatTheyAreTheSameAs() throws {
    let outcome = Proof.defined(try parse("1/(x^2 - 2*x + 2)"))
    // As a polynomial without zeros.
    #expect(
      try json(of: outcome).contains(#"[["variable","x"],["polynomial",0,"2","-2","1"]]"#))
  }

  @Test func signsThatNormalFormsDoNotShowHaveProofsOfTheirOwn() throws {
    let half = try #require(Rational(3, over: 2))
    let domain = Domain(["x": .closed(-half, half)])
    let outcome = Proof.defined(try parse("log(cos(x))"), on: domain, settling: true)
    #expect(
      try json(of: outcome).contains(#""given":[[[["variable","x"],["cos",0]],[1],{"#))
    #expect(outcome.demonstration?.methods.count == 2)
  }

  @Test func aDerivativeOfALogarithmNamesItsDomain() throws {
    let slope = try parse("log(x)").derivative(withRespectTo: "x")
    #expect(try #require(Certificate.expression(slope)).json.hasSuffix(#"["restricted",2,3]]"#))
  }

  @Test func partsOfADomainHaveProofsOfTheirOwn() {
    let proof = Certificate.split("x", at: .half, isLeftClosed: false, [nil, .object([])])
    #expect(proof.json == #"{"split":"x","at":"1/2","left":false,"parts":[{},{}]}"#)
  }

  @Test func aCornerSplitsTheDomain() throws {
    let text = try json(of: Proof.equal(try parse("abs(x)*abs(x)*abs(x)"), try parse("abs(x^3)")))
    #expect(text.contains(#""kind":"equal""#))
    let sign = try json(of: Proof.sign(of: try parse("abs(x) - x/2"), is: .nonnegative))
    #expect(sign.contains(#""proof":{"split":"x","at":"0","parts":[{"is""#))
  }

  @Test func rationalNumbersAreComparedInOneCertificate() {
    let certificate = Certificate.comparisons([(.half, -1, 1), (2, 0, 2)])
    #expect(
      certificate.json == #"{"kind":"comparisons","numbers":[["1/2","<","1"],["2","=","2"]]}"#)
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

  @Test func aSignByTheSlopeStartsAtAnEnd() throws {
    let outcome = Proof.sign(
      of: try parse("exp(x) - x - 1"), is: .nonnegative, on: Domain(["x": .nonnegative]))
    let text = try json(of: outcome)
    #expect(text.contains(#""proof":{"from":"0","signs":[0,1],"slope":{"is":"#))
  }

  @Test func aPolynomialWithADoubleZeroIsASquare() throws {
    let text = try json(of: Proof.sign(of: try parse("x^4 - 4*x^2 + 4"), is: .nonnegative))
    #expect(text.contains(#"["polynomial",0,"2","0","-1"],["number","2"],["power",1,2]]"#))
  }

  @Test func boxesAreTheProofOfASign() throws {
    let outcome = EnclosureProof.sign(
      of: [FunctionPiece(conditions: [], value: try parse("x^2 + 1/2"))], is: .positive,
      on: Domain(["x": .closed(-1, 1)]))
    #expect(
      try json(of: outcome).hasSuffix(
        #""signs":[1],"domain":{"x":"[-1, 1]"},"proof":{"in":"[1/2, 3/2]"}}"#))
  }

  @Test func boundsOnBothSidesAreTwoClaims() throws {
    let outcome = EnclosureProof.values(
      of: [FunctionPiece(conditions: [], value: try parse("sin(x)"))], lieIn: .closed(-2, 2))
    #expect(outcome.demonstration?.certificates.count == 2)
  }

  @Test func casesAreClaimsOnTheirParts() throws {
    let (x, zero) = (try parse("x"), Expression.zero)
    let outcome = EnclosureProof.sign(
      of: [
        FunctionPiece(conditions: [PathCondition(x, .less, zero)], value: try parse("1 - x")),
        FunctionPiece(
          conditions: [PathCondition(zero, .lessOrEqual, x)], value: try parse("1 + x")),
      ], is: .positive, on: Domain(["x": .closed(-1, 1)]))
    let domains = try #require(outcome.demonstration).certificates.map(\.json)
    #expect(domains.count == 2)
    #expect(domains[0].contains(#""domain":{"x":"[-1, 0)"}"#))
    #expect(domains[1].contains(#""domain":{"x":"[0, 1]"}"#))
  }

  @Test func aRisingFunctionHasASlopeOnBoxes() throws {
    let outcome = EnclosureProof.monotone(
      [FunctionPiece(conditions: [], value: try parse("x + cos(x)*exp(-x*x)/3"))],
      increasing: true, in: "x", on: Domain(["x": .closed(-3, 3)]))
    let text = try json(of: outcome)
    #expect(text.contains(#""direction":1,"defined":{},"domain":{"x":"[-3, 3]"},"proof":{"split""#))
  }

  @Test func aZeroBetweenOppositeSignsIsACrossing() throws {
    let outcome = EnclosureProof.zeroCount(
      of: [FunctionPiece(conditions: [], value: try parse("cos(x) - x"))], is: 1, in: "x",
      on: Domain(["x": .closed(0, 1)]))
    let text = try json(of: outcome)
    #expect(text.contains(#""kind":"zeros""#) && text.contains(#""count":1"#))
    #expect(text.contains(#"{"crossing":-1}"#))
  }

  @Test func theZeroOfAMonotoneFunctionIsTheOnlyOne() throws {
    let outcome = Proof.zeros(of: try parse("x + exp(x) - 1"), areAt: [0], in: "x")
    let certificates = try #require(outcome.demonstration?.certificates).map(\.json)
    #expect(certificates.count == 2)
    #expect(certificates[0].hasPrefix(#"{"kind":"monotone""#))
    #expect(certificates[1].hasPrefix(#"{"kind":"equal""#))
  }

  private func json(of outcome: ProofOutcome) throws -> String {
    let certificates = try #require(outcome.demonstration?.certificates)
    #expect(certificates.count == 1)
    return try #require(certificates.first).json
  }
}
