import MathCore
import Testing

@testable import Pages

@Suite struct NumeralValueTests {
  private func value(_ text: String) -> NumeralValue? {
    NumeralValue(text, typography: .english)
  }

  @Test(arguments: [
    ["½", "1/2", "0.5", "+0.5", "50 %", "5e-1", "2⁻¹"], ["−6", "-6", "-6.0"],
    ["1,000", "1\u{202F}000", "10³", "1 × 10³"],
  ])
  func theSameNumberIsWrittenInManyWays(texts: [String]) {
    #expect(Set(texts.map { value($0)?.numbers }).count == 1)
    #expect(value(texts[0])?.numbers.count == 1)
  }

  @Test func plusOrMinusStandsForTwo() {
    #expect(value("±3")?.numbers == [3, -3])
    #expect(value("±2³")?.numbers == [8, -8])
  }

  @Test func thePlaceIsThatOfTheLastDigit() {
    #expect(value("0.50")?.place == -2)
    #expect(value("5.0 %")?.place == -3)
    #expect(value("½")?.place == nil)
    #expect(value("10⁻²")?.place == nil)
  }

  @Test func whatIsNoNumberHasNoValue() {
    #expect(value("1/0") == nil)
    #expect(value("2⁻") == nil)
    #expect(value("9⁹⁹⁹⁹⁹⁹⁹⁹⁹") == nil)
  }
}
