extension DecimalExpansion {
  /// The digits of a rational down to 10^place, and whether more follow; nil where they are beyond
  /// all bounds.
  init?(_ x: Rational, downTo place: Int) {
    guard place.magnitude < 100_000, let power = Rational(10).power(-place) else { return nil }
    let scaled = x.magnitude * power
    let whole = scaled.floor
    self.init(
      isNegative: x.sign < 0, digits: whole.numeratorText.utf8.map { $0 - 48 }, exponent: place,
      hasRemainder: whole != scaled)
  }

  /// At least `count` digits from the first that is not zero.
  init?(_ x: Rational, significant count: Int) {
    self.init(x, downTo: Self.leastLeadingExponent(of: x) - count)
  }

  /// At most the power of ten of the first digit, by one or two.
  fileprivate static func leastLeadingExponent(of x: Rational) -> Int {
    guard !x.isZero else { return 0 }
    // The value is above 2^(bits of the numerator − bits of the denominator − 1).
    let bits = x.numerator.bitSize - x.denominator.bitSize - 1
    return Int((Double(bits) * 0.30102999566398120).rounded(.down)) - 1
  }
}

extension DecimalRounding {
  /// To `count` digits after the decimal point; nil where the number is beyond all bounds.
  public static func rounded(_ x: Rational, decimals count: Int) -> RoundedDecimal? {
    let place = -limited(count)
    return DecimalExpansion(x, downTo: place - 1)?.rounded(toPlace: place)
  }

  /// To `count` digits from the first that is not zero.
  public static func rounded(_ x: Rational, significant count: Int) -> RoundedDecimal? {
    DecimalExpansion(x, significant: limited(count) + 2)?.rounded(significant: limited(count))
  }
}

extension NumberFormat {
  /// The exact number as the format writes it; its nearest Double stands in for what is beyond all
  /// bounds.
  public func published(
    _ x: Rational, typography: NumberTypography = .english
  ) -> PublishedNumber {
    if case .fraction(let limit) = self, (x.denominator - Rational(limit)).sign <= 0 {
      return Self.fraction(numerator: x.numeratorText, denominator: x.denominatorText)
    }
    guard let expansion = expansion(of: x) else {
      return published(x.double, typography: typography)
    }
    return published(expansion, typography: typography)
  }

  public func text(for x: Rational, typography: NumberTypography = .english) -> String {
    published(x, typography: typography).text
  }

  private func expansion(of x: Rational) -> DecimalExpansion? {
    switch self {
    case .automatic, .fraction: DecimalExpansion(x, significant: 18)
    case .decimals(let count):
      DecimalExpansion(x, downTo: -DecimalRounding.limited(count) - 1)
    case .percent(let count):
      DecimalExpansion(x, downTo: -DecimalRounding.limited(count) - 3)
    case .significant(let count), .scientific(let count):
      DecimalExpansion(x, significant: DecimalRounding.limited(count) + 2)
    }
  }
}

extension DecimalText {
  /// Whether the text is the exact value, rightly rounded to the digits that it shows (ties to
  /// even), or the comparison that it makes is true; a fraction must be the value.
  public func agrees(with x: Rational) -> Agreement {
    switch magnitude {
    case .decimal:
      let telling = DecimalExpansion.leastLeadingExponent(of: x) - 20
      let place = min(place.map { $0 - 1 } ?? telling, telling)
      guard let value = DecimalExpansion(x, downTo: place) else { return agrees(with: x.double) }
      return agreement(with: value)
    case .fraction(let numerator, let denominator):
      let whole = Rational(numerator).divided(by: Rational(denominator)) ?? .zero
      let shown = (isNegative ? -whole : whole) * (isPercent ? Rational.percent : .one)
      return agreement(with: x, fraction: shown)
    }
  }

  private func agreement(with x: Rational, fraction: Rational) -> Agreement {
    let sign = (x - fraction).sign
    if holds(isLess: sign < 0, isGreater: sign > 0) { return .matches }
    switch relation {
    case .equal, .approximate: return .differs(expected: expectedFraction(for: x.double))
    case .less, .greater, .lessOrEqual, .greaterOrEqual:
      return .comparisonFails(
        value: NumberFormat.fraction(maximumDenominator: 9_999).text(for: x))
    }
  }
}

extension Rational {
  fileprivate static var percent: Rational { Rational(1, over: 100) ?? .zero }
}
