/// How a published number is written.
public enum NumberFormat: Hashable, Sendable {
  /// What an inline value without a text shows: a whole number below 10¹⁵ and an exact decimal of up
  /// to 6 digits whole, else 6 significant digits.
  case automatic
  case decimals(Int)
  /// Positional where that shows no digit too many, else scientific.
  case significant(Int)
  case scientific(significant: Int)
  /// A hundred times the number, and a percent sign.
  case percent(decimals: Int)
  /// The same with as many digits from the first that is not zero.
  case significantPercent(Int)
  /// The exact fraction in lowest terms; automatic for an irrational number and for a fraction of
  /// more than 40 digits above or below its bar.
  case fraction
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
  /// The power of ten of the last digit shown, as a part of the number where that is a percentage;
  /// nil for an exact fraction and for a text without digits.
  public let place: Int?
  public let concealment: Concealment?
  /// The bits of the enclosure that decided the digits; nil where the number is known exactly.
  public internal(set) var precision: Int?
}

extension NumberFormat {
  /// The number as the format writes it: `−1.28 × 10⁻¹³`, `0.8808`, `∞`, `not a number`.
  public func text(for x: Double, typography: NumberTypography = .english) -> String {
    published(x, typography: typography).text
  }

  /// The exact binary number: in `automatic`, the Double next to a tenth is 0.100000.
  public func published(
    _ x: Double, typography: NumberTypography = .english
  ) -> PublishedNumber {
    guard let exact = Rational(exactly: x), let expansion = DecimalExpansion(x) else {
      let text = x.isNaN ? "not a number" : x < 0 ? "\u{2212}∞" : "∞"
      return PublishedNumber(
        text: text, integerWidth: nil, place: nil, concealment: nil)
    }
    if case .fraction = self { return published(exact, typography: typography) }
    if let whole = wholeNumber(exact) { return published(whole, typography: typography) }
    return published(expansion, typography: typography)
  }

  /// The number, if the format writes all digits of it since it is whole and not too long.
  func wholeNumber(_ x: Rational) -> Int? {
    guard self == .automatic, x.isInteger, let whole = x.int, whole.magnitude < Self.wholeLimit
    else { return nil }
    return whole
  }

  private static let wholeLimit: UInt = 1_000_000_000_000_000

  /// A whole number: `automatic` and `fraction` write all of its digits.
  public func published(
    _ value: Int, typography: NumberTypography = .english
  ) -> PublishedNumber {
    let number = DecimalExpansion(
      isNegative: value < 0, digits: String(value.magnitude).utf8.map { $0 - 48 }, exponent: 0)
    switch self {
    case .automatic, .fraction:
      return NumberFormat.decimals(0).published(number, typography: typography)
    case .decimals, .significant, .scientific, .percent, .significantPercent:
      return published(number, typography: typography)
    }
  }

  /// A number by its digits: at least one below the last that the format shows, where they do not
  /// end.
  func published(
    _ number: DecimalExpansion, typography: NumberTypography
  ) -> PublishedNumber {
    switch self {
    case .automatic, .fraction:
      let rounded = number.rounded(significant: 6)
      return positional(
        rounded.isExact ? rounded.withoutTrailingZeros(inWhole: true) : rounded, of: number,
        typography)
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
      return percentage(
        scaled.rounded(toPlace: -DecimalRounding.limited(count)), of: scaled, typography)
    case .significantPercent(let count):
      let scaled = number.scaled(by: 2)
      return percentage(
        scaled.rounded(significant: DecimalRounding.limited(count)), of: scaled, typography)
    }
  }

  private func percentage(
    _ rounded: RoundedDecimal, of scaled: DecimalExpansion, _ typography: NumberTypography
  ) -> PublishedNumber {
    let sign = typography.percentSign
    // A whole percentage has all of its digits.
    let whole = rounded.exponent > 0 ? scaled.rounded(toPlace: 0) : rounded
    return published(whole, typography.text(of: whole) + sign, of: scaled, unit: "100\(sign)")
  }

  /// Positional notation, unless it starts with many zeros or would need zeros for digits that
  /// are not known to be zeros.
  private func positional(
    _ rounded: RoundedDecimal, of number: DecimalExpansion, _ typography: NumberTypography
  ) -> PublishedNumber {
    published(rounded, typography.shortText(of: rounded), of: number, unit: "1")
  }

  private func published(
    _ rounded: RoundedDecimal, _ text: String, of number: DecimalExpansion, unit: String
  ) -> PublishedNumber {
    let stop = text.firstIndex { $0 == "." || $0 == "," || $0 == "\u{A0}" || $0 == "%" }
    return PublishedNumber(
      text: text, integerWidth: text.distance(from: text.startIndex, to: stop ?? text.endIndex),
      place: rounded.exponent - (unit == "1" ? 0 : 2),
      concealment: concealment(rounded, of: number, unit: unit))
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
    let shown = DecimalExpansion(rounded)
    if DecimalExpansion.isLess(one, shown) || DecimalExpansion.isLess(shown, one) { return nil }
    let name = (rounded.isNegative ? "\u{2212}" : "") + unit
    return DecimalExpansion.isLess(number, one) ? .less(than: name) : .greater(than: name)
  }
}
