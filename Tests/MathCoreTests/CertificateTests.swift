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
        #"{"kind":"sign","function":[["variable","x"]],"signs":[0,1],"domain":{"x":"[0, inf)"}}"#
      ])
  }
}
