extension RealNumber {
  /// The number for a message: whole where it is short, else its first 17 digits and `…`.
  public var text: String { text(significant: 17) }

  /// The number whole where it is a decimal or a fraction of about so many digits, else its first
  /// digits, cut and not rounded, and `…`.
  public func text(significant count: Int) -> String {
    switch storage {
    case .rational(let value):
      if let whole = Self.whole(value, digits: count) { return whole }
    case .nonreal(let value): return NumberFormat.automatic.text(for: value)
    case .node: break
    }
    let digits = try? decided {
      DecimalExpansion($0, significant: count)?.truncated(significant: count)
    }
    // Deciding may have found the number to be rational.
    if let recognition = node?.recognition, case .rational(let value) = recognition,
      let whole = Self.whole(value, digits: count)
    {
      return whole
    }
    guard let digits = digits ?? nil else { return nearZero ?? "\(bounds.lower)…" }
    var text = NumberTypography.english.shortText(of: digits)
    text.insert("…", at: text.firstIndex(of: "\u{A0}") ?? text.endIndex)
    return text
  }

  /// For a number that all bits leave undecided; nil where it is far from 0.
  private var nearZero: String? {
    guard let precision = Self.precisions.last, let interval = enclosure(precision: precision),
      interval.containsZero, interval.isBounded
    else { return nil }
    let exponents = [interval.lower.exponent, interval.upper.exponent].compactMap { $0 }
    guard let power = exponents.max(), power <= 0 else { return nil }
    // 2⁻¹⁰ is less than 10⁻³.
    return "0 to \(-power / 10 * 3) decimals"
  }

  private static func whole(_ value: Rational, digits: Int) -> String? {
    let size = value.magnitude
    let sign = value.sign < 0 ? "\u{2212}" : ""
    if let decimal = size.decimalText, decimal.count <= digits + 3 { return sign + decimal }
    return size.bitSize <= 64 ? sign + size.description : nil
  }
}
