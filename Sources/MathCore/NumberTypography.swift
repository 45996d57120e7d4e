/// How a language sets numbers: the decimal sign, the signs between groups of three digits.
public struct NumberTypography: Hashable, Sendable {
  /// "." or ",".
  public let decimalSign: Character
  /// What `grouped` numbers have between groups: a narrow no-break space in every language.
  public let groupSign: Character = "\u{202F}"
  /// After a space, as the SI Brochure (2019), section 5.4.7, asks for; the line does not break there.
  public let percentSign = "\u{A0}%"
  /// Whether whole parts of five digits and more are set in groups of three.
  public let isGrouped: Bool

  public static let english = NumberTypography(language: "en")

  /// `language` is a BCP 47 tag: `de`, `pt-BR`. Unknown languages have the decimal point.
  public init(language: String, isGrouped: Bool = false) {
    let parts = language.lowercased().split { $0 == "-" || $0 == "_" }
    let primary = parts.first.map(String.init) ?? "en"
    let region = parts.dropFirst().first { $0.count == 2 }.map(String.init)
    let hasPoint = region.map { Self.pointRegions.contains("\(primary)-\($0)") } ?? false
    let hasComma = Self.commaLanguages.contains(primary) && !hasPoint
    decimalSign = hasComma ? "," : "."
    self.isGrouped = isGrouped
  }

  /// No grouping, and the decimal sign of an author's text.
  init(decimalSign: String) {
    self.decimalSign = decimalSign.first ?? "."
    isGrouped = false
  }

  private static let commaLanguages: Set<String> = [
    "af", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fr", "gl", "hr",
    "hu", "hy", "id", "is", "it", "ka", "kk", "lt", "lv", "mk", "nb", "nl", "nn", "no", "pl", "pt",
    "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "vi",
  ]
  private static let pointRegions: Set<String> = [
    "de-ch", "de-li", "it-ch", "es-mx", "es-us", "es-gt", "es-hn", "es-ni", "es-pa", "es-pr",
    "es-sv", "es-do",
  ]
}

extension NumberTypography {
  /// Digits in positional notation, with a typographic minus.
  func text(of number: RoundedDecimal) -> String {
    let sign = number.isNegative ? "\u{2212}" : ""
    let fraction = number.fractionPart
    let whole = isGrouped ? grouped(number.integerPart) : number.integerPart
    return sign + whole + (fraction.isEmpty ? "" : "\(decimalSign)\(fraction)")
  }

  /// Positional notation, unless it starts with many zeros, has very many digits, or would need zeros
  /// for digits that are not known to be zeros.
  func shortText(of number: RoundedDecimal) -> String {
    let isTiny = number.leadingExponent < -5
    let isCut = number.exponent > 0 && !number.isExact
    let isScientific = !number.isZero && (isTiny || isCut || number.leadingExponent >= 21)
    return isScientific ? scientificText(of: number) : text(of: number)
  }

  /// `−1.28 × 10⁻¹³`; zero has no power.
  func scientificText(of number: RoundedDecimal) -> String {
    guard !number.isZero else { return text(of: number) }
    let power = Self.superscript(number.leadingExponent)
    return "\(text(of: number.mantissa))\u{A0}×\u{A0}10\(power)"
  }

  private func grouped(_ whole: String) -> String {
    guard whole.count >= 5 else { return whole }
    return Self.grouped(whole, by: String(groupSign))
  }

  /// Digits in groups of three from the right.
  public static func grouped(_ digits: String, by sign: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += sign }
      result.append(digit)
    }
    return result
  }

  /// A whole number in superscript digits.
  public static func superscript(_ number: Int) -> String {
    String(
      String(number).map { character in
        character == "-" ? "⁻" : superscripts[character.wholeNumberValue ?? 0]
      })
  }

  static let superscripts: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
}
