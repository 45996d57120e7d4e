import Testing

@testable import MathCore

@Suite struct RealNumberTests {
  private func number(_ text: String) -> RealNumber { RealNumber(literal: 0, text: text) }

  private func sigmoid(_ x: RealNumber) throws -> RealNumber {
    try .divide(.one, .add(.one, .apply(.exp, .negate(x))))
  }

  @Test func decimalLiteralsAreExact() throws {
    let sum = try RealNumber.add(number("0.1"), number("0.2"))
    #expect(sum.rational == Rational(3, over: 10))
  }

  /// Digits by mpmath at 60 digits.
  @Test(arguments: [
    ("1", "0.731058578630004879"), ("-6", "0.00247262315663477433"),
    ("-36", "2.31952283024356885\u{A0}×\u{A0}10⁻¹⁶"),
    ("-10000", "1.13548386531473610\u{A0}×\u{A0}10⁻⁴³⁴³"),
  ])
  func sigmoidHasRightDigits(_ x: String, _ digits: String) throws {
    let value = try sigmoid(number(x))
    #expect(try value.published(.significant(18)).text == digits)
  }

  @Test func cancellationLosesNoDigit() throws {
    let difference = try RealNumber.subtract(.one, sigmoid(number("30")))
    #expect(try difference.published(.significant(12)).text == "9.35762296884\u{A0}×\u{A0}10⁻¹⁴")
    let roots = try RealNumber.subtract(
      .apply(.sqrt, number("10000000001")), .apply(.sqrt, number("10000000000")))
    #expect(try roots.published(.significant(15)).text == "4.99999999987500\u{A0}×\u{A0}10⁻⁶")
  }

  @Test func exactValuesAreRecognisedByTheNormalForm() throws {
    let value = try sigmoid(.apply(.log, number("9")))
    #expect(value.recognized == Rational(9, over: 10))
    #expect(try value.published(.automatic).text == "0.9")
    #expect(try RealNumber.subtract(value, number("0.9")).sign() == 0)
  }

  @Test func tiesGoToEvenOnlyWhereTheyAreTies() throws {
    #expect(try number("0.125").published(.decimals(2)).text == "0.12")
    // ln(e^0.125) is a tie that no enclosure decides.
    let tie = try RealNumber.apply(.log, .apply(.exp, number("0.125")))
    #expect(try tie.published(.decimals(2)).text == "0.12")
    let above = try RealNumber.add(tie, .apply(.exp, number("-2000")))
    #expect(try above.published(.decimals(2)).text == "0.13")
  }

  @Test func whatIsNotDecidedIsNotGuessed() throws {
    // Γ(1/2) = √π, which the normal form does not know.
    let gamma = try RealNumber.apply(.tgamma, number("0.5"))
    let difference = try RealNumber.subtract(gamma, .apply(.sqrt, .pi))
    #expect(throws: ScalarFailure.self) { try difference.sign() }
  }

  @Test func undefinedOperationsThrow() throws {
    let zero = try RealNumber.subtract(.apply(.log, .apply(.exp, .one)), .one)
    #expect(throws: ScalarFailure.self) { try RealNumber.divide(.one, zero) }
    #expect(throws: ScalarFailure.self) { try RealNumber.apply(.log, number("-1")) }
    #expect(throws: ScalarFailure.self) { try RealNumber.apply(.asin, .pi) }
    #expect(throws: ScalarFailure.self) { try RealNumber.apply(.pow, number("-2"), number("0.5")) }
    #expect(try RealNumber.apply(.sqrt, zero).rational == .zero)
    #expect(try RealNumber.apply(.asin, .apply(.sin, .divide(.pi, number("2")))).bounds.isBounded)
  }

  @Test func longChainsAreEvaluatedAndFreedWithoutStack() throws {
    var sum = RealNumber.zero
    for index in 1...50_000 {
      sum = try .add(sum, .apply(.sqrt, RealNumber(4 * index * index + 1)))
    }
    #expect(try sum.published(.decimals(6)).text.hasPrefix("2500050002.83"))
  }

  @Test func numbersThatAreTooHighStopWithALimit() throws {
    var sum = RealNumber.pi
    #expect(throws: ScalarFailure.self) {
      for _ in 1...300_000 { sum = try .add(sum, .one) }
    }
  }

  @Test func differencesBelowTheLastDigitShownAreNoNews() throws {
    let third = try RealNumber.divide(.one, number("3"))
    #expect(try !third.differs(from: 1.0 / 3, place: -17))
    #expect(try !third.differs(from: 0.3333, place: -3))
    #expect(try third.differs(from: 0.3333, place: -5))
    #expect(try third.differs(from: .infinity, place: 0))
  }

  @Test func readingsThatPartStop() throws {
    let sum = try Reading.add(
      Reading(literal: 0.1, text: "0.1"), Reading(literal: 0.2, text: "0.2"))
    let bound = Reading(literal: 0.3, text: "0.3")
    #expect(throws: ScalarFailure.self) { try Reading.isLessOrEqual(sum, bound) }
    #expect(try Reading.isLess(sum, Reading(1)))
    let product = try Reading.multiply(
      Reading(literal: 0.29, text: "0.29"), Reading(literal: 100, text: "100"))
    #expect(throws: ScalarFailure.self) { try Reading.int(product) }
  }

  @Test func simplestRationalsAreFound() throws {
    let low = try #require(Rational(31_415, over: 10_000))
    let high = try #require(Rational(31_416, over: 10_000))
    #expect(Rational.simplest(from: low, through: high) == Rational(333, over: 106))
    #expect(Rational.simplest(from: -high, through: -low) == Rational(-333, over: 106))
    #expect(Rational.simplest(from: -low, through: high) == .zero)
    #expect(Rational.simplest(from: 2, through: 2) == 2)
  }

  /// c solves e^c + c = 3; only its definition knows that 2e^c + 2c − 6 is 0.
  @Test func definitionsDecideWhatEnclosuresLeaveOpen() throws {
    let x = Expression.variable("x")
    let equation = try Expression.apply(.exp, x) + x - 3
    let system = DefiningSystem(variables: ["x"], equations: [equation])
    // Without a certificate nothing would count as proved; what is in it does not matter here.
    let c = DefinedNumber(
      description: "c", certificate: .object([]), membership: (system, 0)
    ) { precision in
      // Newton's method by MPFR, and a sign change around its limit.
      var root = Interval<BigFloat>(exactly: 1, precision: precision + 32).midpoint
      for _ in 0..<40 {
        let point = WideInterval(point: root)
        let slope = WideInterval.apply(.exp, point) + .init(exactly: 1, precision: precision)
        let value =
          WideInterval.apply(.exp, point) + point - .init(exactly: 3, precision: precision)
        root = (point - value / slope).midpoint
      }
      let width = WideInterval.power(.init(exactly: 2, precision: precision), 8 - precision)
      return WideInterval(point: root) + WideInterval(lower: -width.upper, upper: width.upper)!
    }
    let number = try RealNumber(c)
    let sum = try RealNumber.add(.apply(.exp, number), number)
    let double = try RealNumber.subtract(.add(sum, sum), RealNumber(6))
    #expect(try double.sign() == 0)
    #expect(try sum.published(.automatic).text == "3")
    #expect(throws: ScalarFailure.self) {
      try RealNumber.subtract(.multiply(sum, number), .multiply(RealNumber(3), number)).sign()
    }
  }
}
