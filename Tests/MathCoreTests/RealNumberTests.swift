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

  /// The same operations on the same numbers, made twice.
  @Test func numbersThatAreMadeAlikeAreEqual() throws {
    func cosine() throws -> RealNumber { try .apply(.cos, .divide(.pi, number("22"))) }
    #expect(try RealNumber.divide(cosine(), cosine()).rational == .one)
    #expect(try RealNumber.subtract(cosine(), cosine()).rational == .zero)
    let other = try RealNumber.apply(.cos, .divide(.pi, number("23")))
    #expect(try cosine().compare(to: other) < 0)
    let zero = try RealNumber.subtract(.apply(.tgamma, number("0.5")), .apply(.sqrt, .pi))
    #expect(throws: ScalarFailure.self) { try RealNumber.divide(zero, zero) }
  }

  @Test func textsHoldCertainDigitsAlone() throws {
    let one = try RealNumber.divide(.apply(.tgamma, number("0.5")), .apply(.sqrt, .pi))
    #expect(one.text.wholeMatch(of: /1 to 24\d\d decimals/) != nil, "\(one.text)")
    let zero = try RealNumber.subtract(one, .one)
    #expect(zero.text.wholeMatch(of: /0 to 24\d\d decimals/) != nil, "\(zero.text)")
    let angle = try RealNumber.divide(.pi, number("5"))
    let quarter = try RealNumber.multiply(
      .apply(.cos, angle), .apply(.cos, .add(angle, angle)))
    #expect(quarter.text.wholeMatch(of: /0\.25( to 24\d\d decimals)?/) != nil, "\(quarter.text)")
    #expect(try RealNumber.apply(.sqrt, number("2")).text == "1.4142135623730950…")
    #expect(
      try RealNumber.apply(.exp, number("-70")).text
        == "3.9754497359086468…\u{A0}×\u{A0}10⁻³¹")
    let exponential = try RealNumber.apply(.exp, .apply(.exp, number("20")))
    #expect(exponential.text == "some 2^699945422")
  }

  @Test(arguments: [
    ("0.1", "0.1"), ("1e-30", "1\u{A0}×\u{A0}10⁻³⁰"), ("-2.5e-40", "−2.5\u{A0}×\u{A0}10⁻⁴⁰"),
    ("12345678901234567890123", "1.2345678901234567…\u{A0}×\u{A0}10²²"),
  ])
  func textsOfDecimalsAreWholeWhereTheyAreShort(_ literal: String, _ text: String) {
    #expect(number(literal).text == text)
  }

  @Test func differentNumbersHaveTextsThatDiffer() throws {
    let root = try RealNumber.apply(.sqrt, number("2"))
    let near = try RealNumber.add(root, number("1e-25"))
    let (left, right) = RealNumber.tellingTexts(root, near)
    #expect(left == "1.4142135623730950488016887…")
    #expect(right == "1.4142135623730950488016888…")
    #expect(
      RealNumber.tellingTexts(root, number("1.4142135623730950488"))
        == ("1.41421356237309504880…", "1.4142135623730950488"))
    #expect(
      RealNumber.tellingTexts(number("0.3"), RealNumber(exactly: 0.1 + 0.2))
        == ("0.3", "0.30000000000000004…"))
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
    // Known to be 0 only to 2,400 decimals.
    let zero = try RealNumber.subtract(.apply(.tgamma, number("0.5")), .apply(.sqrt, .pi))
    #expect(try !zero.differs(from: 0, place: nil))
    #expect(try zero.differs(from: 1e-300, place: nil))
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
