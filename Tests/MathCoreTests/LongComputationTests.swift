import Testing

@testable import MathCore

/// Numbers that thousands of operations make, some of which lose a digit each.
@Suite struct LongComputationTests {
  private static let half = RealNumber(Rational.half)

  private static func number(_ text: String) -> RealNumber { RealNumber(literal: 0, text: text) }

  /// y ↦ a·y·(1 − y), n times: for a = 3.7 each step doubles an error, or nearly.
  private static func logistic(
    _ n: Int, _ a: RealNumber = number("3.7"), from start: RealNumber = number("0.3")
  ) throws -> RealNumber {
    var y = start
    for _ in 0..<n { y = try .multiply(.multiply(a, y), .subtract(.one, y)) }
    return y
  }

  /// y ↦ y + y·(1 − y)/10, n times, from ½: Euler's method for growth with a bound.
  private static func growth(_ n: Int) throws -> RealNumber {
    var y = half
    for _ in 0..<n {
      y = try .add(y, .multiply(.multiply(number("0.1"), y), .subtract(.one, y)))
    }
    return y
  }

  /// Digits by mpmath at 700 digits.
  @Test(arguments: [
    (24, "0.325794216520757389"), (65, "0.695326920692056778"), (70, "0.907378693659196174"),
    (80, "0.857853316917573537"), (300, "0.921874466236290864"), (1000, "0.761645527071897751"),
  ])
  func chaosHasRightDigits(_ steps: Int, _ digits: String) throws {
    let y = try Self.logistic(steps)
    #expect(try y.published(.decimals(18)).text == digits)
    #expect(try y.compare(to: .one) < 0)
    #expect(y.text == digits.prefix(19) + "…")
  }

  /// √2/5 is not rational, so that algebra might be asked.
  @Test func chaosFromAnIrrationalNumberIsDecidedByEnclosures() throws {
    let start = try RealNumber.divide(.apply(.sqrt, RealNumber(2)), RealNumber(5))
    #expect(try Self.logistic(100, from: start).compare(to: .one) < 0)
  }

  @Test func algebraEndsWhereNumbersGetLong() throws {
    let tower = try #require(try Self.logistic(80).expression)
    guard case .unknown(let reason) = Proof.equal(tower, .zero) else {
      Issue.record("a number of 2⁸⁰ bits was compared")
      return
    }
    #expect(reason.contains("bits"))
  }

  /// By mpmath 1 − y = 1.42621405728 · 10⁻²³ after 500 steps.
  @Test func growthApproachesItsBound() throws {
    let rest = try RealNumber.subtract(.one, Self.growth(500))
    #expect(try rest.published(.significant(12)).text == "1.42621405728\u{A0}×\u{A0}10⁻²³")
    #expect(try Self.growth(500).text == "0.99999999999999999…")
  }

  @Test func whatIsComputedWithinRoundingIsNoNews() throws {
    let y = try Self.growth(200)
    #expect(try !y.differs(from: 0.9999999992389172, place: -3))
    #expect(try !y.differs(from: 0.9999999992389172, place: -17))
    #expect(try y.differs(from: 0.99999, place: -17))
  }

  @Test func longRationalNumbersAreComparedExactly() throws {
    func power(_ base: String, _ exponent: Int) throws -> RealNumber {
      try .apply(.pow, Self.number(base), RealNumber(exponent))
    }
    let product = try RealNumber.multiply(power("1.005", 360), power("1.005", -360))
    #expect(try product.compare(to: .one) == 0)
    #expect(product.recognized == .one)
    let next = try RealNumber.multiply(power("1.01", 500), Self.number("1.01"))
    #expect(try next.compare(to: power("1.01", 501)) == 0)
    #expect(try next.compare(to: power("1.01", 502)) < 0)
  }

  /// Nothing is owed after the last of 360 payments.
  @Test func aMortgageEndsAtZero() throws {
    let rate = try RealNumber.divide(Self.number("0.04"), RealNumber(12))
    let factor = try RealNumber.add(.one, rate)
    let debt = RealNumber(200_000)
    let grown = try RealNumber.apply(.pow, factor, RealNumber(360))
    let payment = try RealNumber.divide(
      .multiply(debt, rate), .subtract(.one, .apply(.pow, factor, RealNumber(-360))))
    let paid = try RealNumber.divide(.multiply(payment, .subtract(grown, .one)), rate)
    let owed = try RealNumber.subtract(.multiply(debt, grown), paid)
    #expect(try owed.sign() == 0)
    #expect(try owed.published(.decimals(2)).text == "0.00")
  }

  @Test func exactNumbersMayBeLongInsideOfExact() throws {
    func quotient() throws -> RealNumber {
      let base = Self.number("1.01")
      return try .divide(
        .apply(.pow, base, RealNumber(600)), .apply(.pow, base, RealNumber(599)))
    }
    #expect(try quotient().rational == nil)
    let exact = try RealNumber.$largestRational.withValue(Rational.largestBitSize) {
      try quotient()
    }
    #expect(exact.rational == Rational(101, over: 100))
  }

  /// Each step uses the one before twice: a tree of 2⁴⁰⁰⁰ parts, 8,000 of them different.
  @Test func sharedPartsAreComputedOnce() throws {
    func doubled(_ n: Int) throws -> RealNumber {
      var x = try RealNumber.apply(.exp, .one)
      for _ in 0..<n { x = try .divide(.add(x, x), RealNumber(2)) }
      return x
    }
    let x = try doubled(4000)
    #expect(x.text == "2.7182818284590452…")
    #expect(try x.published(.decimals(20)).text == "2.71828182845904523536")
    #expect(try RealNumber.subtract(x, doubled(4000)).rational == .zero)
  }
}
