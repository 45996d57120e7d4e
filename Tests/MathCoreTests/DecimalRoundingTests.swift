import Testing

@testable import MathCore

@Suite struct DecimalRoundingTests {
  @Test func exactDigitsOfADoubleAreAllItsDigits() throws {
    let tenth = try #require(DecimalExpansion(0.1))
    #expect(
      NumberTypography.english.text(of: tenth.rounded(toPlace: tenth.exponent))
        == "0.1000000000000000055511151231257827021181583404541015625")
    let least = try #require(DecimalExpansion(.leastNonzeroMagnitude))
    #expect(least.digits.count == 751 && least.exponent == -1074)
    let greatest = try #require(DecimalExpansion(.greatestFiniteMagnitude))
    #expect(greatest.digits.count == 309 && greatest.exponent == 0)
  }

  @Test func tiesGoToTheEvenDigit() {
    for (x, decimals, expected) in [
      (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (-2.5, 0, "−2"), (-0.5, 0, "0"),
      (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.675, 2, "2.67"), (1.005, 2, "1.00"),
      (9.5, 0, "10"), (99.95, 1, "100.0"), (0.05, 1, "0.1"), (1e22, 0, "10000000000000000000000"),
      (-0.00004, 4, "0.0000"), (0, 3, "0.000"), (-0.0, 1, "0.0"), (0.04, 0, "0"),
    ] {
      #expect(NumberFormat.decimals(decimals).text(for: x) == expected)
    }
  }

  @Test func roundingAgreesWithTheShortestDescription() throws {
    var seeds = NumericSeeds(seed: 21)
    for _ in 0..<3_000 {
      let x = seeds.number(exponents: -1022...1023)
      let rounded = try #require(DecimalRounding.rounded(x, significant: 17))
      let digits = String(decoding: rounded.digits.map { $0 + 48 }, as: UTF8.self)
      let sign = rounded.isNegative ? "-" : ""
      #expect(Double("\(sign)\(digits)e\(rounded.exponent)") == x)
      let exact = try #require(DecimalExpansion(x))
      let all = String(decoding: exact.digits.map { $0 + 48 }, as: UTF8.self)
      #expect(Double("\(sign)\(all)e\(exact.exponent)") == x && !exact.hasRemainder)
    }
  }

  @Test func carriesLengthenTheNumberButNotItsDigits() throws {
    let rounded = try #require(DecimalRounding.rounded(9.996, significant: 3))
    #expect(rounded.digits == [1, 0, 0] && rounded.exponent == -1)
    #expect(NumberFormat.significant(3).text(for: 9.996) == "10.0")
    #expect(NumberFormat.scientific(significant: 3).text(for: 9.996) == "1.00\u{A0}×\u{A0}10¹")
  }

  @Test func infinitiesHaveNoDigits() {
    #expect(DecimalRounding.rounded(.infinity, significant: 2) == nil)
    #expect(NumberFormat.decimals(2).text(for: -.infinity) == "−∞")
    #expect(NumberFormat.automatic.text(for: .nan) == "not a number")
  }

  @Test func theNumberOfDigitsIsBounded() {
    #expect(NumberFormat.decimals(-3).text(for: 1234.0) == "1234")
    #expect(NumberFormat.decimals(.max).text(for: 1.0).count == 1102)
    #expect(NumberFormat.significant(.min).text(for: 7.5) == "8")
  }

  @Test func automaticFormatShowsShortDecimalsWhole() throws {
    let cases = [
      ("0.1", "0.1"), ("1", "1"), ("-2.5", "−2.5"), ("0.33333333", "0.333333"), ("0.25", "0.25"),
      ("123456", "123456"), ("1234567", "1234567"), ("0", "0"),
      ("1e6", "1000000"), ("1e-5", "0.00001"), ("1.25e-7", "1.25\u{A0}×\u{A0}10⁻⁷"),
      ("-1.28e-13", "−1.28\u{A0}×\u{A0}10⁻¹³"), ("1e300", "1\u{A0}×\u{A0}10³⁰⁰"),
      ("1234567.5", "1.23457\u{A0}×\u{A0}10⁶"), ("-999999999999999", "−999999999999999"),
      ("1000000000000001", "1.00000\u{A0}×\u{A0}10¹⁵"),
      ("0.30001", "0.30001"), ("0.8807970779778823", "0.880797"), ("0.5000001", "0.500000"),
      ("0.1234565", "0.123456"), ("0.30000000000000000001", "0.300000"),
    ]
    for (numeral, expected) in cases {
      let x = try #require(Rational(literal: numeral))
      #expect(NumberFormat.automatic.text(for: x) == expected)
    }
  }

  @Test func numbersTellTheirLastPlace() {
    #expect(NumberFormat.decimals(4).published(0.5).place == -4)
    #expect(NumberFormat.automatic.published(0.5).place == -1)
    #expect(NumberFormat.significant(3).published(12345.0).place == 2)
    #expect(NumberFormat.percent(decimals: 1).published(0.25).place == -3)
    #expect(NumberFormat.fraction.published(0.25).place == nil)
  }

  @Test func formatsFollowTheLanguage() {
    let german = NumberTypography(language: "de", isGrouped: true)
    #expect(NumberFormat.decimals(2).text(for: 12345.678, typography: german) == "12\u{202F}345,68")
    #expect(NumberFormat.decimals(2).text(for: 1234.5, typography: german) == "1234,50")
    #expect(
      NumberFormat.percent(decimals: 1).text(for: 0.1234, typography: german) == "12,3\u{A0}%")
    #expect(NumberFormat.percent(decimals: 0).text(for: 0.5) == "50\u{A0}%")
    #expect(NumberTypography(language: "de-CH").decimalSign == ".")
    #expect(NumberFormat.automatic.published(Int.min).text == "−9223372036854775808")
  }

  @Test func percentagesMayHaveSignificantDigits() {
    #expect(NumberFormat.significantPercent(4).text(for: 0.419974) == "42.00\u{A0}%")
    #expect(NumberFormat.significantPercent(3).text(for: 0.0099961) == "1.00\u{A0}%")
    #expect(NumberFormat.significantPercent(2).text(for: 0.00012345) == "0.012\u{A0}%")
    #expect(
      NumberFormat.significantPercent(3).published(0.99999).concealment == .less(than: "100\u{A0}%")
    )
  }

  @Test func whatReadsZeroOrOneAndIsNotSaysSo() {
    let four = NumberFormat.decimals(4)
    #expect(four.published(0.99999).concealment == .less(than: "1"))
    #expect(four.published(1.00001).concealment == .greater(than: "1"))
    #expect(four.published(-0.99999).concealment == .greater(than: "−1"))
    #expect(four.published(0.00001).concealment == .greater(than: "0"))
    #expect(four.published(1).concealment == nil)
    #expect(four.published(0.99991).concealment == nil)
    #expect(
      NumberFormat.percent(decimals: 0).published(0.9999).concealment == .less(than: "100\u{A0}%"))
  }

  /// 2^±1,000,000, whose first digits are known from logarithms.
  @Test func theLongestExactNumbersHaveTheirDigits() throws {
    let format = NumberFormat.significant(10)
    let large = try #require(Rational(2).power(1_000_000, limit: Int.max))
    #expect(format.text(for: large) == "9.900656229\u{A0}×\u{A0}10³⁰¹⁰²⁹")
    let small = try #require(Rational(2).power(-1_000_000, limit: Int.max))
    #expect(format.text(for: small) == "1.010034059\u{A0}×\u{A0}10⁻³⁰¹⁰³⁰")
  }

  @Test func numbersTellWhereTheirPointIs() {
    #expect(NumberFormat.decimals(2).published(-12.5).integerWidth == 3)
    #expect(NumberFormat.automatic.published(7).integerWidth == 1)
    #expect(NumberFormat.scientific(significant: 1).published(2e-9).integerWidth == 1)
    #expect(NumberFormat.percent(decimals: 0).published(0.25).integerWidth == 2)
  }
}
