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
    #expect(NumberFormat.percent(decimals: 1).text(for: try rational(1, 3)) == "33.3\u{A0}%")
    #expect(NumberFormat.decimals(2).text(for: Rational.zero) == "0.00")
    #expect(NumberFormat.decimals(1).text(for: try rational(-1, 1000)) == "0.0")
    let tiny = try #require(Rational(10).power(-400))
    #expect(NumberFormat.automatic.text(for: tiny) == "1\u{A0}×\u{A0}10⁻⁴⁰⁰")
  }

  @Test func fractionsAreExact() throws {
    for (x, expected) in [
      (try rational(-25, 34), "−25/34"), (try rational(6, 4), "3/2"), (3, "3"), (0, "0"),
      (try rational(1, 99_991), "1/99991"),
    ] {
      #expect(NumberFormat.fraction.text(for: x) == expected)
    }
    // A third is no binary number.
    #expect(NumberFormat.fraction.text(for: 0.5) == "1/2")
    #expect(NumberFormat.fraction.text(for: 1.0 / 3) == "6004799503160661/18014398509481984")
    let long = try #require(try rational(25, 34).power(30))
    #expect(NumberFormat.fraction.text(for: long) == "0.0000985900")
  }

  @Test func automaticShowsExactDecimalsOfSixDigitsWhole() throws {
    #expect(NumberFormat.automatic.text(for: try rational(1_234_565, 10)) == "123456")
    #expect(NumberFormat.automatic.text(for: try rational(123_456, 1000)) == "123.456")
    // The binary number that Swift has for a tenth is no decimal of six digits.
    #expect(NumberFormat.automatic.text(for: try #require(Rational(exactly: 0.1))) == "0.100000")
    #expect(NumberFormat.automatic.text(for: 0.1) == "0.100000")
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
        let format = NumberFormat.decimals(count)
        #expect(format.published(x) == format.published(exact))
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
    #expect(
      try #require(DecimalText("25/33")).agrees(with: try rational(25, 34))
        == .differs(expected: "25/34"))
    #expect(try #require(DecimalText("75/2 %")).agrees(with: try rational(3, 8)) == .matches)
    let long = "99999999999999999999/3"
    #expect(
      try #require(DecimalText(long)).agrees(
        with: try #require(Rational(literal: "33333333333333333333")))
        == .matches)
  }
}
