import Testing

@testable import MathCore

private func rational(_ numerator: Int, _ denominator: Int) throws -> Rational {
  try #require(Rational(numerator, over: denominator))
}

@Suite struct DecimalRoundingRationalTests {
  @Test func rationalsRoundAtTheirExactValue() throws {
    #expect(NumberFormat.decimals(4).text(for: try rational(1, 3)) == "0.3333")
    #expect(NumberFormat.decimals(2).text(for: try rational(1, 8)) == "0.12")
    #expect(NumberFormat.decimals(2).text(for: try rational(2675, 1000)) == "2.68")
    #expect(NumberFormat.automatic.text(for: try rational(3, 10)) == "0.3")
    #expect(NumberFormat.automatic.text(for: try rational(-2, 3)) == "−0.666667")
    #expect(NumberFormat.significant(3).text(for: try rational(9996, 1000)) == "10.0")
    #expect(NumberFormat.percent(decimals: 1).text(for: try rational(1, 3)) == "33.3%")
    #expect(
      NumberFormat.fraction(maximumDenominator: 99).text(for: try rational(-25, 34)) == "−25/34")
    #expect(
      NumberFormat.fraction(maximumDenominator: 9).text(for: try rational(1, 12)) == "0.0833333")
    #expect(NumberFormat.decimals(2).text(for: Rational.zero) == "0.00")
    #expect(NumberFormat.decimals(1).text(for: try rational(-1, 1000)) == "0.0")
    let tiny = try #require(Rational(10).power(-400))
    #expect(NumberFormat.automatic.text(for: tiny) == "1\u{A0}×\u{A0}10⁻⁴⁰⁰")
  }

  @Test func rationalsAndDoublesAgree() throws {
    var seeds = NumericSeeds(seed: 51)
    for _ in 0..<1_000 {
      let x = seeds.number(exponents: -200...200)
      let exact = try #require(Rational(exactly: x))
      for count in [1, 4, 17, 40] {
        #expect(
          DecimalRounding.rounded(x, significant: count)
            == DecimalRounding.rounded(exact, significant: count))
        #expect(
          DecimalRounding.rounded(x, decimals: count)
            == DecimalRounding.rounded(exact, decimals: count))
      }
    }
  }

  @Test func textsAgreeWithExactValues() throws {
    let third = try rational(1, 3)
    #expect(try #require(DecimalText("0.3333")).agrees(with: third) == .matches)
    #expect(try #require(DecimalText("⅓")).agrees(with: third) == .matches)
    #expect(try #require(DecimalText("33 %")).agrees(with: third) == .matches)
    #expect(try #require(DecimalText("> 0.3333")).agrees(with: third) == .matches)
    #expect(
      try #require(DecimalText("0.3334")).agrees(with: third) == .differs(expected: "0.3333"))
    #expect(try #require(DecimalText("½")).agrees(with: third) == .differs(expected: "⅓"))
    #expect(
      try #require(DecimalText("> ½")).agrees(with: third) == .comparisonFails(value: "1/3"))
    #expect(
      try #require(DecimalText("< 0.333")).agrees(with: third)
        == .comparisonFails(value: "0.333333"))
    let nearly = third - (try #require(Rational(10).power(-30)))
    #expect(try #require(DecimalText("⅓")).agrees(with: nearly) != .matches)
    #expect(try #require(DecimalText("≤ 0.1")).agrees(with: try rational(1, 10)) == .matches)
  }
}
