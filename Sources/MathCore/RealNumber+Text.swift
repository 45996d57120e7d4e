extension RealNumber {
  /// The number for a message: whole where it is short, else its first 17 digits and `…`.
  public var text: String { text(significant: 17) }

  /// The number whole where it is a decimal or a fraction of about so many digits, else its first
  /// digits, cut and not rounded, and `…`. Every digit is certain.
  ///
  /// It is never left open: of a number that no enclosure tells from a short decimal, the text is
  /// `1 to 2440 decimals`.
  public func text(significant count: Int) -> String {
    switch storage {
    case .rational(let value): return Self.text(of: value, significant: count)
    case .nonreal(let value): return NumberFormat.automatic.text(for: value)
    case .node: break
    }
    func whole(_ value: Rational) -> String { Self.text(of: value, significant: count) }
    let decision = refined(orExactly: whole) { $0.commonDigits(count).map(Self.cutText) }
    if let decision { return decision.answer }
    let last = Self.precisions.last ?? 0
    return enclosure(precision: last)?.text(significant: count)
      ?? "a number that \(last) bits do not enclose"
  }

  /// Two numbers that differ, with as many digits as show which is greater.
  public static func tellingTexts(_ a: RealNumber, _ b: RealNumber) -> (String, String) {
    func texts(_ count: Int) -> (String, String) {
      (a.text(significant: count), b.text(significant: count))
    }
    func isBeginning(_ text: String, of other: String) -> Bool {
      text.firstIndex(of: "…").map { other.hasPrefix(text[..<$0]) } ?? (text == other)
    }
    let telling = (17...mostTellingDigits).lazy.map(texts).first {
      !isBeginning($0, of: $1) && !isBeginning($1, of: $0)
    }
    return telling ?? texts(17)
  }

  private static let mostTellingDigits = 400

  private static func text(of value: Rational, significant count: Int) -> String {
    let size = value.magnitude
    let sign = value.sign < 0 ? "\u{2212}" : ""
    if size.bitSize <= 1 << 12 {
      if let decimal = size.decimalText, decimal.count <= count + 3 { return sign + decimal }
      if size.bitSize <= 64 { return sign + size.description }
    }
    guard let digits = DecimalExpansion(value, significant: count + 1) else {
      return "a number of \(value.bitSize) bits"
    }
    let rounded = digits.rounded(significant: count)
    return rounded.isExact
      ? NumberTypography.english.shortText(of: rounded.withoutTrailingZeros(inWhole: true))
      : cutText(of: digits.truncated(significant: count))
  }

  /// `1.4142…`, `1.0664… × 10⁻³⁴`
  fileprivate static func cutText(of digits: RoundedDecimal) -> String {
    var text = NumberTypography.english.shortText(of: digits)
    text.insert("…", at: text.firstIndex(of: "\u{A0}") ?? text.endIndex)
    return text
  }
}

extension WideInterval {
  /// The first digits of both ends, cut, where they are the same.
  fileprivate func commonDigits(_ count: Int) -> RoundedDecimal? {
    guard let low = lowerRational, let high = upperRational else { return nil }
    func cut(_ end: Rational) -> RoundedDecimal? {
      DecimalExpansion(end, significant: count)?.truncated(significant: count)
    }
    let digits = cut(low)
    return low == high || digits == cut(high) ? digits : nil
  }

  /// What is certain of a number where no enclosure decides its digits; nil where that is nothing.
  fileprivate func text(significant count: Int) -> String? {
    if let short = shortDecimal(significant: count) { return "\(short) decimals" }
    if let digits = (1..<count).reversed().lazy.compactMap(commonDigits).first {
      return RealNumber.cutText(of: digits)
    }
    guard let power = lower.exponent, power == upper.exponent, sign != nil else { return nil }
    return "some 2^\(power)"
  }

  /// `1 to 2440`: a decimal of few digits that both ends have when they are rounded to many; nil where
  /// there is none.
  private func shortDecimal(significant count: Int) -> String? {
    guard let low = lowerRational, let high = upperRational, let width = width.exponent else {
      return nil
    }
    // 2⁻¹⁰ is less than 10⁻³.
    let places = -width / 10 * 3 - 1
    func rounded(_ end: Rational) -> RoundedDecimal? {
      DecimalExpansion(end, downTo: -places - 1)?.rounded(toPlace: -places).withoutTrailingZeros()
    }
    guard places > count, let short = rounded(low), let other = rounded(high),
      short.digits == other.digits, short.exponent == other.exponent,
      short.isNegative == other.isNegative, short.digits.count <= count
    else { return nil }
    return "\(NumberTypography.english.shortText(of: short)) to \(places)"
  }
}
