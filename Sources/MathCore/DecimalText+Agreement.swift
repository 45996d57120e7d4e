extension DecimalText {
  /// Whether a text is true of a value.
  public enum Agreement: Hashable, Sendable {
    case matches
    /// The value, rounded to as many digits and set as the author sets numbers.
    case differs(expected: String)
    /// The comparison is false of the value, which is given whole enough to see it.
    case comparisonFails(value: String)
  }

  /// Whether the text is the value of `x`, rightly rounded to the digits that it shows (ties to
  /// even), or the comparison that it makes is true. A fraction must be the value.
  public func agrees(with x: Double) -> Agreement {
    guard let exact = Rational(exactly: x) else {
      return .differs(expected: NumberFormat.automatic.text(for: x))
    }
    return agrees(with: exact)
  }

  /// The same for an exact value.
  public func agrees(with x: Rational) -> Agreement {
    guard relation.isOrder else {
      return shows(x) ? .matches : .differs(expected: expectedText(for: x))
    }
    guard let shown else { return .differs(expected: expectedText(for: x)) }
    return relation.holds(x, shown)
      ? .matches : .comparisonFails(value: wholeText(of: x, apartFrom: shown))
  }

  /// Whether a fraction is the value, or the digits are the value's, rounded to as many.
  private func shows(_ x: Rational) -> Bool {
    if case .fraction = magnitude { return x == shown }
    guard let place, case .decimal(let digits, _) = magnitude,
      let rounded = DecimalExpansion(x, downTo: place - 1)?.rounded(toPlace: place)
    else { return false }
    let shown = RoundedDecimal(
      isNegative: isNegative, digits: digits, exponent: place, isExact: true)
    // A zero has no minus sign.
    return rounded.digits == shown.digits && rounded.isNegative == isNegative
  }
}

extension DecimalText.Relation {
  /// Whether it compares by size.
  public var isOrder: Bool {
    switch self {
    case .equal, .approximate: false
    case .less, .greater, .lessOrEqual, .greaterOrEqual: true
    }
  }

  public func holds<Number: Comparable>(_ a: Number, _ b: Number) -> Bool {
    switch self {
    case .less: a < b
    case .greater: a > b
    case .lessOrEqual: a <= b
    case .greaterOrEqual: a >= b
    case .equal, .approximate: a == b
    }
  }
}

// MARK: Corrected texts

extension DecimalText {
  /// The value as this text should have shown it.
  private func expectedText(for x: Rational) -> String {
    switch magnitude {
    case .fraction: return expectedFraction(for: x)
    case .decimal: return expectedDecimal(for: x) ?? style.prefix + "\(x)"
    }
  }

  /// The value, rounded once, with the digits and in the style of this text; nil where it has too many.
  private func expectedDecimal(for x: Rational) -> String? {
    let scaled = isPercent ? x * 100 : x
    let rounded: RoundedDecimal?
    switch style.power {
    case .none:
      let place = place.map { $0 + (isPercent ? 2 : 0) } ?? -6
      rounded = DecimalExpansion(scaled, downTo: place - 1)?.rounded(toPlace: place)
    case .superscript, .letter:
      let count = style.significantDigits
      rounded = DecimalExpansion(scaled, significant: count + 2)?.rounded(significant: count)
    }
    return rounded.map { rounded in
      style.prefix + (rounded.isNegative ? style.minus : "") + number(rounded) + style.suffix
    }
  }

  private func number(_ rounded: RoundedDecimal) -> String {
    let mantissa = digits(of: rounded.mantissa)
    let power = rounded.leadingExponent
    switch style.power {
    case .none: return digits(of: rounded)
    case .superscript where rounded.isZero, .letter where rounded.isZero: return "0"
    case .superscript(let times):
      return "\(mantissa)\(times)10\(NumberTypography.superscript(power))"
    case .letter(let letter): return "\(mantissa)\(letter)\(power)"
    }
  }

  private func digits(of number: RoundedDecimal) -> String {
    var whole = number.integerPart
    var fraction = number.fractionPart
    if let sign = style.groupSign {
      if whole.count > 3 { whole = NumberTypography.grouped(whole, by: sign) }
      if style.groupsFraction {
        fraction = String(
          NumberTypography.grouped(String(fraction.reversed()), by: sign).reversed())
      }
    }
    return fraction.isEmpty ? whole : whole + style.decimalSign + fraction
  }

  /// Six digits where they lie on the same side of the number shown as the value does, else 17.
  private func wholeText(of value: Rational, apartFrom shown: Rational) -> String {
    let typography = NumberTypography(decimalSign: style.decimalSign)
    if case .fraction = magnitude {
      return NumberFormat.fraction.text(for: value, typography: typography)
    }
    let short = DecimalRounding.rounded(value, significant: 6)
    let order = (value - shown).sign
    let isTelling = short.flatMap(\.rational).map { ($0 - shown).sign == order }
    let long = DecimalRounding.rounded(value, significant: 17)
    guard let rounded = isTelling == true ? short : long else { return "\(value)" }
    return typography.shortText(of: rounded.withoutTrailingZeros(inWhole: true))
  }

  /// The exact fraction in the author's style, or digits where that would be long.
  private func expectedFraction(for x: Rational) -> String {
    let scaled = isPercent ? x * 100 : x
    let (top, bottom) = (scaled.magnitude.numeratorText, scaled.denominatorText)
    guard max(top.count, bottom.count) <= NumberFormat.fractionDigitLimit else {
      return expectedDigits(NumberFormat.automatic.text(for: scaled, typography: typography))
    }
    let text = vulgarText(scaled.magnitude) ?? (bottom == "1" ? top : "\(top)/\(bottom)")
    return style.prefix + (x.sign < 0 ? style.minus : "") + text + style.suffix
  }

  /// Digits in place of a fraction that the value is not.
  private func expectedDigits(_ number: String) -> String { style.prefix + number + style.suffix }

  private var typography: NumberTypography { NumberTypography(decimalSign: style.decimalSign) }

  /// `2½`, where the author sets such fractions and there is a character for this one.
  private func vulgarText(_ x: Rational) -> String? {
    guard style.isVulgar, !x.isInteger else { return nil }
    let whole = x.floor
    let rest = x - whole
    let match = Self.vulgarFractions.first { Rational($0.1, over: $0.2) == rest }
    return match.map { (whole.isZero ? "" : whole.numeratorText) + String($0.0) }
  }
}
