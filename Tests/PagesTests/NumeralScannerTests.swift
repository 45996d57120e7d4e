import Testing

@testable import Pages

@Suite struct NumeralScannerTests {
  private func numerals(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return NumeralScanner.numerals(in: scalars).map { range in
      var numeral = ""
      numeral.unicodeScalars.append(contentsOf: scalars[range])
      return numeral
    }
  }

  @Test(arguments: [
    ("It is 0.8808 at 2.", ["0.8808", "2"]), ("from −6 to +6", ["−6", "+6"]),
    ("25/34 and ½ of 2½", ["25/34", "½", "2½"]), ("1,000,000 of 1 234", ["1,000,000", "1", "234"]),
    ("1\u{202F}234 rows", ["1\u{202F}234"]), ("10 % to 90%", ["10 %", "90%"]),
    ("1.2e-5, 9.5 × 10⁻⁷ and 2⁵³", ["1.2e-5", "9.5 × 10⁻⁷", "2⁵³"]),
    ("(0,1) and 0, 1", ["0", "1", "0", "1"]), ("10–20, 3-4", ["10", "20", "3", "4"]),
    ("2 × 3", ["2", "3"]), ("12px", ["12"]), ("ends with 7", ["7"]), ("٣ is no ASCII digit", []),
  ])
  func theseAreNumerals(text: String, expected: [String]) {
    #expect(numerals(text) == expected)
  }

  @Test(arguments: [
    "In 1998, from 1838/1845 to the 1990s", "on 2026-11-25", "the 1st, 2nd, 3rd and 21st",
    "Swift 6.3.1", "binary64, log2(x) and x1", "3D", "#12", "no digits",
  ])
  func theseStandAside(text: String) {
    #expect(numerals(text) == [])
  }

  @Test(arguments: [
    ("1499 or 2101", ["1499", "2101"]), ("−1998", ["−1998"]), ("1998 %", ["1998 %"]),
    ("1998.5", ["1998.5"]), ("2 1st 3", ["2", "3"]),
  ])
  func whatOnlyLooksLikeAYearOrAnOrdinalCounts(text: String, expected: [String]) {
    #expect(numerals(text) == expected)
  }
}
