import Testing

@testable import MathCore

private func agreement(
  _ text: String, _ x: Double, language: String = "en"
) throws -> DecimalText.Agreement {
  let typography = NumberTypography(language: language)
  return try #require(DecimalText(text, typography: typography), "\(text)").agrees(with: x)
}

@Suite struct DecimalTextTests {
  static let sigmoidOfTwo = 0.8807970779778823

  @Test(
    arguments: [
      ("0.8808", sigmoidOfTwo), ("-0.5", -0.5), ("−0.5", -0.5), ("12 345.68", 12345.678),
      ("12\u{202F}345.68", 12345.678), ("12\u{2009}345", 12345.0), ("1,234,567", 1_234_567.0),
      ("1.2 × 10⁻⁵", 1.2e-5), ("1.2\u{A0}×\u{A0}10⁻⁵", 1.24e-5), ("1.2e-5", 1.2e-5),
      ("-1.28e-13", -1.28e-13), ("1.0e-5", 9.96e-6), ("25/32", 25.0 / 32), ("½", 0.5),
      ("−⅛", -0.125), ("2½", 2.5), ("88%", sigmoidOfTwo), ("88.1 %", sigmoidOfTwo),
      ("< 1", sigmoidOfTwo), (">0.88", sigmoidOfTwo), ("≤ 0.25", 0.25), ("≥ ¼", 0.25),
      ("≈ 0.881", sigmoidOfTwo), ("0.880 797 078", sigmoidOfTwo), ("0", 0.3), ("0.12", 0.125),
      ("1e22", 1e22), ("0.1000000000000000055511151231257827021181583404541015625", 0.1),
      ("< 1 × 10⁻³", 1e-4), ("50%", 0.5), ("0.0000", -0.00001),
    ] as [(String, Double)])
  func textsThatAreRightlyRoundedMatch(_ text: String, _ x: Double) throws {
    #expect(try agreement(text, x) == .matches)
  }

  @Test(
    arguments: [
      ("0.8807", sigmoidOfTwo, "0.8808"), ("0.13", 0.125, "0.12"),
      ("12 345.67", 12345.678, "12 345.68"),
      ("999,999", 1_000_000.0, "1,000,000"), ("1.3 × 10⁻⁵", 1.2e-5, "1.2 × 10⁻⁵"),
      ("1.3e-5", 1.2e-5, "1.2e-5"), ("1.3E-5", 2.5e7, "2.5E7"), ("-0.25", 0.25, "0.25"),
      ("0.25", -0.25, "−0.25"), ("-0.26", -0.25, "-0.25"), ("87 %", sigmoidOfTwo, "88 %"),
      ("25/33", 25.0 / 32, "25/32"), ("½", 0.75, "¾"), ("½", 25.0 / 32, "25/32"),
      ("1½", 2.25, "2¼"),
      ("≈ 0.9", 0.25, "≈ 0.2"), ("-0.0", 0.0, "0.0"),
      ("0.880 797 079", sigmoidOfTwo, "0.880 797 078"),
      ("9.9e-5", 1.04e-4, "1.0e-4"), ("12.9e-14", 1.28e-13, "1.28e-13"),
      ("2 × 10⁴", 9993.96, "1 × 10⁴"), ("2 × 10⁴", 96.91245, "1 × 10²"),
      ("2 × 10⁴", 0.0123456, "1 × 10⁻²"), ("2.00e4", 9993.96, "9.99e3"),
      ("2.00e4", 96.91245, "9.69e1"),
      ("1", Double.infinity, "∞"),
      ("0.5", Double.nan, "not a number"),
    ] as [(String, Double, String)])
  func wrongTextsAreCorrectedInTheirOwnStyle(
    _ text: String, _ x: Double, _ expected: String
  ) throws {
    #expect(try agreement(text, x) == .differs(expected: expected))
    if x.isFinite { #expect(try agreement(expected, x) == .matches) }
  }

  /// Against a rounding of our own: once, of the exact value, to the digits that the text shows.
  @Test func correctedTextsAreRoundedOnceFromTheValue() throws {
    var seeds = NumericSeeds(seed: 32)
    for _ in 0..<2000 {
      let x = try #require(Rational(exactly: seeds.number(exponents: -40...40)))
      let digits = Int(seeds.number(in: 1...6))
      let isScientific = seeds.number(in: 0...1) < 0.5
      let zeros = String(repeating: "0", count: digits - 1)
      // 7.00e77 and 77777.00 are far from every value here.
      let point = digits == 1 ? "" : "."
      let text = isScientific ? "7\(point)\(zeros)e77" : "777777777777777.\(zeros)7"
      let author = try #require(DecimalText(text))
      let place = isScientific ? try leadingExponent(of: x) - digits + 1 : -digits
      let expected = try rounded(x, toPlace: place)
      guard case .differs(let corrected) = author.agrees(with: x) else {
        Issue.record("\(text) is no rounding of \(x)")
        continue
      }
      #expect(DecimalText(corrected)?.shown == expected, "\(text) for \(x): \(corrected)")
    }
  }

  /// The multiple of 10^place that is nearest, ties to even.
  private func rounded(_ x: Rational, toPlace place: Int) throws -> Rational {
    let unit = try #require(Rational(10).power(place))
    let scaled = try #require(x.magnitude.divided(by: unit))
    let rest = scaled - scaled.floor
    let isOdd = (scaled.floor * .half).isInteger == false
    let isUp = rest > .half || rest == .half && isOdd
    return (scaled.floor + (isUp ? 1 : 0)) * unit * Rational(x.sign)
  }

  private func leadingExponent(of x: Rational) throws -> Int {
    try #require(
      (-60...60).last { exponent in Rational(10).power(exponent).map { $0 <= x.magnitude } == true }
    )
  }

  @Test func falseComparisonsShowTheValue() throws {
    #expect(try agreement("< 0.25", 0.25) == .comparisonFails(value: "0.25"))
    #expect(try agreement("> ½", 0.25) == .comparisonFails(value: "1/4"))
    // The Double next to 0.1 is above a tenth.
    #expect(
      try agreement("≤ 0.1", 0.1) == .comparisonFails(value: "0.10000000000000001"))
    #expect(try agreement("≤ -1e-9", 1e-9) == .comparisonFails(value: "1\u{A0}×\u{A0}10⁻⁹"))
  }

  @Test func languagesWithACommaReadIt() throws {
    #expect(try agreement("0,8808", Self.sigmoidOfTwo, language: "de") == .matches)
    #expect(try agreement("0.8808", Self.sigmoidOfTwo, language: "de") == .matches)
    #expect(try agreement("12.345,68", 12345.678, language: "de") == .matches)
    #expect(try agreement("1.234", 1234, language: "de") == .matches)
    #expect(try agreement("0,881", 0.5, language: "fr") == .differs(expected: "0,500"))
    #expect(DecimalText("0,5") == nil)
  }

  @Test(arguments: [
    "", " ", "-", "a", "1a", "1 2", "1,23", "1.", "1..2", "1/0", "1/", "/2", "1e", "1e-", "1 × ",
    "1 × 10", "1 × 10⁻", "--1", "<", "%", "1%%", "5 px", "1 ½", "1e99999999999", "∞", "1 0000",
    "1.5/2", "1,234.567,8", "½5",
  ])
  func otherTextsAreNoNumbers(_ text: String) {
    #expect(DecimalText(text) == nil)
  }

  @Test func whatIsPublishedIsReadBack() throws {
    var seeds = NumericSeeds(seed: 31)
    let formats: [NumberFormat] = [
      .automatic, .decimals(6), .significant(4), .scientific(significant: 9), .percent(decimals: 2),
      .fraction, .significantPercent(5),
    ]
    for language in ["en", "de"] {
      let typography = NumberTypography(language: language, isGrouped: true)
      for _ in 0..<500 {
        let x = seeds.number(exponents: -30...40)
        for format in formats {
          let text = format.text(for: x, typography: typography)
          #expect(try agreement(text, x, language: language) == .matches, "\(text)")
        }
      }
    }
  }
}
