extension DecimalExpansion {
  /// The digits of a rational down to 10^place, and whether more follow; nil where they are beyond
  /// all bounds.
  init?(_ x: Rational, downTo place: Int) {
    guard place.magnitude < Self.furthestPlace,
      let power = Rational(10).power(-place, limit: Int.max)
    else { return nil }
    let scaled = x.magnitude * power
    let whole = scaled.floor
    self.init(
      isNegative: x.sign < 0, digits: whole.numeratorText.utf8.map { $0 - 48 }, exponent: place,
      hasRemainder: whole != scaled)
  }

  /// Beyond the first digit of all numbers of 2²⁰ bits, the largest that are followed exactly.
  private static let furthestPlace = 400_000

  /// At least `count` digits from the first that is not zero.
  init?(_ x: Rational, significant count: Int) {
    self.init(x, downTo: Self.leastLeadingExponent(of: x) - count)
  }

  /// At most the power of ten of the first digit, by one or two.
  static func leastLeadingExponent(of x: Rational) -> Int {
    guard !x.isZero else { return 0 }
    // The value is above 2^(bits of the numerator − bits of the denominator − 1).
    let bits = x.numerator.bitSize - x.denominator.bitSize - 1
    return Int((Double(bits) * 0.30102999566398120).rounded(.down)) - 1
  }
}

extension DecimalRounding {
  /// To `count` digits from the first that is not zero; nil where the number is beyond all bounds.
  public static func rounded(_ x: Rational, significant count: Int) -> RoundedDecimal? {
    DecimalExpansion(x, significant: limited(count) + 2)?.rounded(significant: limited(count))
  }
}

extension NumberFormat {
  /// The most digits that a fraction has above or below its bar.
  static let fractionDigitLimit = 40

  /// The exact number as the format writes it; its nearest Double stands in for what is beyond all
  /// bounds.
  public func published(
    _ x: Rational, typography: NumberTypography = .english
  ) -> PublishedNumber {
    if case .fraction = self, let fraction = Self.fraction(x) { return fraction }
    if let whole = wholeNumber(x) { return published(whole, typography: typography) }
    guard let expansion = expansion(of: x) else {
      return published(x.double, typography: typography)
    }
    return published(expansion, typography: typography)
  }

  public func text(for x: Rational, typography: NumberTypography = .english) -> String {
    published(x, typography: typography).text
  }

  /// In lowest terms; whole numbers stand alone. Nil for what is too long.
  private static func fraction(_ x: Rational) -> PublishedNumber? {
    let (top, bottom) = (x.magnitude.numeratorText, x.denominatorText)
    guard max(top.count, bottom.count) <= fractionDigitLimit else { return nil }
    let numerator = (x.sign < 0 ? "\u{2212}" : "") + top
    return PublishedNumber(
      text: bottom == "1" ? numerator : "\(numerator)/\(bottom)", integerWidth: numerator.count,
      place: nil, concealment: nil)
  }

  private func expansion(of x: Rational) -> DecimalExpansion? {
    switch self {
    case .automatic, .fraction: DecimalExpansion(x, significant: 8)
    case .decimals(let count):
      DecimalExpansion(x, downTo: -DecimalRounding.limited(count) - 1)
    case .percent(let count):
      DecimalExpansion(x, downTo: -DecimalRounding.limited(count) - 3)
    case .significant(let count), .scientific(let count):
      DecimalExpansion(x, significant: DecimalRounding.limited(count) + 2)
    case .significantPercent(let count):
      // A whole percentage has all of its digits.
      DecimalExpansion(
        x,
        downTo: min(
          DecimalExpansion.leastLeadingExponent(of: x) - DecimalRounding.limited(count) - 2, -3))
    }
  }
}

extension Rational {
  static var percent: Rational { Rational(1, over: 100) ?? .zero }
}
