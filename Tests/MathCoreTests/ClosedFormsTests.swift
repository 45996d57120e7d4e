import Testing

@testable import MathCore

@Suite struct ClosedFormsTests {
  @Test(arguments: [
    "1/3", "-7/2", "pi/6", "sqrt(2)", "-sqrt(3)", "log(9)", "log(2 + sqrt(3))", "1 + sqrt(2)",
  ])
  func constantsAreFoundByTheirNearestDouble(text: String) throws {
    let constant = try parse(text)
    let found = ClosedForms.near(constant.evaluate(at: [:]))
    let isFound = found.contains { Proof.equal($0, constant).isProved }
    #expect(isFound, "\(found)")
  }

  @Test func whatIsNotNearIsNoGuess() {
    for value in [0.123456789, 2.345678901] {
      for guess in ClosedForms.near(value) {
        let distance = (guess.evaluate(at: [:]) - value).magnitude
        #expect(distance < 1e-6)
      }
    }
    #expect(ClosedForms.near(.infinity).isEmpty)
  }
}
