import MathCore

/// The numbers that a numeral stands for, exactly.
struct NumeralValue: Hashable {
  /// One number; two for `±1`.
  let numbers: [Rational]
  /// The power of ten of the last digit shown; nil for what is exact, as a fraction or a power is.
  let place: Int?

  /// Nil for what is no number in this language, or one with an exponent beyond all use.
  init?(_ text: String, typography: NumberTypography) {
    let isBoth = text.hasPrefix("±")
    let unsigned = isBoth || text.hasPrefix("+") ? String(text.dropFirst()) : text
    if let power = Self.power(unsigned) {
      (numbers, place) = (isBoth ? [power, -power] : [power], nil)
      return
    }
    guard let number = DecimalText(unsigned, typography: typography), let shown = number.shown
    else { return nil }
    numbers = isBoth ? [shown, -shown] : [shown]
    place = number.place
  }

  /// `2⁻⁵³`
  private static func power(_ text: String) -> Rational? {
    guard let start = text.firstIndex(where: { superiorFigures[$0] != nil }),
      let base = Rational(literal: String(text[..<start]).replacing("\u{2212}", with: "-"))
    else { return nil }
    let figures = text[start...].compactMap { superiorFigures[$0] }
    return Int(String(figures)).flatMap { base.power($0) }
  }

  private static let superiorFigures: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9", "⁻": "-",
  ]
}
