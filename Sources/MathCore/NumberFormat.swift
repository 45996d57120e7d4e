/// How a published number is written.
public enum NumberFormat: Hashable, Sendable {
  /// What an inline value without a text shows: a decimal of up to 6 digits whole, else 6
  /// significant digits.
  case automatic
  case decimals(Int)
  /// Positional where that shows no digit too many, else scientific.
  case significant(Int)
  case scientific(significant: Int)
  /// A hundred times the number, and a percent sign.
  case percent(decimals: Int)
  /// Automatic where the number is no fraction of so small a denominator.
  case fraction(maximumDenominator: Int)
}

/// A number as it stands on a page.
public struct PublishedNumber: Hashable, Sendable {
  /// What reads 0 or ±1 (0 %, ±100 %) and is not that.
  public enum Concealment: Hashable, Sendable {
    case less(than: String)
    case greater(than: String)
  }

  public let text: String
  /// How many characters stand before the decimal sign, or the end, or the `×`; nil where the text
  /// has no digits.
  public let integerWidth: Int?
  /// Whether the text is the exact value.
  public let isExact: Bool
  public let concealment: Concealment?
}

extension NumberFormat {
  /// The number as the format writes it: `−1.28 × 10⁻¹³`, `0.8808`, `∞`, `not a number`.
  public func text(for x: Double, typography: NumberTypography = .english) -> String {
    published(x, typography: typography).text
  }

  public func published(
    _ x: Double, typography: NumberTypography = .english
  ) -> PublishedNumber {
    if case .fraction(let limit) = self,
      let (numerator, denominator) = DecimalRounding.fraction(x, maximumDenominator: limit)
    {
      return Self.fraction(numerator: "\(numerator)", denominator: "\(denominator)")
    }
    guard let expansion = DecimalExpansion(x) else {
      let text = x.isNaN ? "not a number" : x < 0 ? "\u{2212}∞" : "∞"
      return PublishedNumber(text: text, integerWidth: nil, isExact: true, concealment: nil)
    }
    return published(expansion, typography: typography)
  }

  /// A whole number: `automatic` and `fraction` write all of its digits.
  public func published(
    _ value: Int, typography: NumberTypography = .english
  ) -> PublishedNumber {
    let number = DecimalExpansion(
      isNegative: value < 0, digits: String(value.magnitude).utf8.map { $0 - 48 }, exponent: 0)
    switch self {
    case .automatic, .fraction:
      return NumberFormat.decimals(0).published(number, typography: typography)
    case .decimals, .significant, .scientific, .percent:
      return published(number, typography: typography)
    }
  }

  /// A fraction in lowest terms; whole numbers stand alone.
  static func fraction(numerator: String, denominator: String) -> PublishedNumber {
    let isNegative = numerator.hasPrefix("-")
    let top =
      (isNegative ? "\u{2212}" : "") + (isNegative ? String(numerator.dropFirst()) : numerator)
    let text = denominator == "1" ? top : "\(top)/\(denominator)"
    return PublishedNumber(
      text: text, integerWidth: top.count, isExact: true, concealment: nil)
  }

  func published(
    _ number: DecimalExpansion, typography: NumberTypography
  ) -> PublishedNumber {
    switch self {
    case .automatic, .fraction:
      return positional(Self.automatic(number), of: number, typography)
    case .decimals(let count):
      let place = -DecimalRounding.limited(count)
      let rounded = number.rounded(toPlace: place)
      return published(rounded, typography.text(of: rounded), of: number, unit: "1")
    case .significant(let count):
      let rounded = number.rounded(significant: DecimalRounding.limited(count))
      return positional(rounded, of: number, typography)
    case .scientific(let count):
      let rounded = number.rounded(significant: DecimalRounding.limited(count))
      return published(rounded, typography.scientificText(of: rounded), of: number, unit: "1")
    case .percent(let count):
      let scaled = number.scaled(by: 2)
      let rounded = scaled.rounded(toPlace: -DecimalRounding.limited(count))
      let text = typography.text(of: rounded) + typography.percentSign
      return published(rounded, text, of: scaled, unit: "100\(typography.percentSign)")
    }
  }

  /// Six significant digits; zeros at the end of the fraction go where the number, but for what
  /// lies beyond the fifteenth digit (the noise of binary64), has no more digits.
  private static func automatic(_ number: DecimalExpansion) -> RoundedDecimal {
    let rounded = number.rounded(significant: 6)
    let fine = number.rounded(significant: 15)
    let isShort = fine.digits.dropFirst(6).allSatisfy { $0 == 0 }
    return isShort ? rounded.withoutTrailingZeros(inWhole: true) : rounded
  }

  /// Positional notation, unless it starts with many zeros or would need zeros for digits that
  /// are not known to be zeros.
  private func positional(
    _ rounded: RoundedDecimal, of number: DecimalExpansion, _ typography: NumberTypography
  ) -> PublishedNumber {
    let isTiny = rounded.leadingExponent < -5
    let isCut = rounded.exponent > 0 && !rounded.isExact
    let isScientific = !rounded.isZero && (isTiny || isCut || rounded.leadingExponent >= 21)
    let text =
      isScientific ? typography.scientificText(of: rounded) : typography.text(of: rounded)
    return published(rounded, text, of: number, unit: "1")
  }

  private func published(
    _ rounded: RoundedDecimal, _ text: String, of number: DecimalExpansion, unit: String
  ) -> PublishedNumber {
    let stop = text.firstIndex { $0 == "." || $0 == "," || $0 == "\u{A0}" || $0 == "%" }
    return PublishedNumber(
      text: text, integerWidth: text.distance(from: text.startIndex, to: stop ?? text.endIndex),
      isExact: rounded.isExact, concealment: concealment(rounded, of: number, unit: unit))
  }

  private func concealment(
    _ rounded: RoundedDecimal, of number: DecimalExpansion, unit: String
  ) -> PublishedNumber.Concealment? {
    if rounded.isExact { return nil }
    if rounded.isZero {
      let zero = "0\(unit.drop { $0.isNumber })"
      return number.isNegative ? .less(than: zero) : .greater(than: zero)
    }
    let one = DecimalExpansion(
      isNegative: rounded.isNegative, digits: [1], exponent: unit == "1" ? 0 : 2)
    let shown = DecimalExpansion(
      isNegative: rounded.isNegative, digits: rounded.digits, exponent: rounded.exponent)
    if DecimalExpansion.isLess(one, shown) || DecimalExpansion.isLess(shown, one) { return nil }
    let name = (rounded.isNegative ? "\u{2212}" : "") + unit
    return DecimalExpansion.isLess(number, one) ? .less(than: name) : .greater(than: name)
  }
}
