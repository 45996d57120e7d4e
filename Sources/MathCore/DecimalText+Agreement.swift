extension DecimalText {
  /// Whether a text is true of a value.
  public enum Agreement: Hashable, Sendable {
    case matches
    /// The value, rounded to as many digits and set as the author sets numbers.
    case differs(expected: String)
    /// The comparison is false of the value, which is given whole enough to see it.
    case comparisonFails(value: String)
  }

  /// How many steps between Doubles a computed value may be from a fraction and still be it: what
  /// a few roundings come to. An exact value has no such slack.
  private static let fractionSlack = 8

  /// Whether the text is the value of `x`, rightly rounded to the digits that it shows (ties to
  /// even), or the comparison that it makes is true.
  public func agrees(with x: Double) -> Agreement {
    guard let value = DecimalExpansion(x) else {
      return .differs(expected: NumberFormat.automatic.text(for: x))
    }
    switch magnitude {
    case .decimal: return agreement(with: value)
    case .fraction(let numerator, let denominator):
      let scale = isPercent ? 100.0 : 1
      let shown = (isNegative ? -1 : 1) * Double(numerator) / (Double(denominator) * scale)
      return agreement(with: x, fraction: shown)
    }
  }

  /// The same for an exact value, given by its digits: at least one below the last that the text
  /// shows, where they do not end.
  func agreement(with value: DecimalExpansion) -> Agreement {
    guard let shown = expansion, let place else {
      return .differs(expected: expectedText(for: value))
    }
    switch relation {
    case .equal, .approximate:
      let rounded = value.rounded(toPlace: place)
      let shownRounded = shown.rounded(toPlace: place)
      let isSame =
        rounded.digits == shownRounded.digits && rounded.isNegative == shownRounded.isNegative
      return isSame && !(isNegative && shown.isZero)
        ? .matches : .differs(expected: expectedText(for: value))
    case .less, .greater, .lessOrEqual, .greaterOrEqual:
      let isLess = DecimalExpansion.isLess(value, shown)
      let isGreater = DecimalExpansion.isLess(shown, value)
      return holds(isLess: isLess, isGreater: isGreater)
        ? .matches : .comparisonFails(value: wholeText(for: value, beside: shown))
    }
  }

  private func agreement(with x: Double, fraction: Double) -> Agreement {
    let isEqual = Ulp.distance(x, fraction) <= Self.fractionSlack
    switch relation {
    case .equal, .approximate:
      return isEqual ? .matches : .differs(expected: expectedFraction(for: x))
    case .less, .greater, .lessOrEqual, .greaterOrEqual:
      return holds(isLess: !isEqual && x < fraction, isGreater: !isEqual && x > fraction)
        ? .matches : .comparisonFails(value: NumberFormat.automatic.text(for: x))
    }
  }

  func holds(isLess: Bool, isGreater: Bool) -> Bool {
    switch relation {
    case .less: isLess
    case .greater: isGreater
    case .lessOrEqual: !isGreater
    case .greaterOrEqual: !isLess
    case .equal, .approximate: !isLess && !isGreater
    }
  }
}

// MARK: Corrected texts

extension DecimalText {
  /// The value with the digits and in the style of this text.
  func expectedText(for value: DecimalExpansion) -> String {
    let scaled = isPercent ? value.scaled(by: 2) : value
    let number: String
    let isNegative: Bool
    switch style.power {
    case .none:
      let exponent = place.map { $0 + (isPercent ? 2 : 0) } ?? -6
      let rounded = scaled.rounded(toPlace: exponent)
      (number, isNegative) = (digits(of: rounded), rounded.isNegative)
    case .superscript(let times):
      let rounded = scaled.rounded(significant: style.significantDigits)
      let power = NumberTypography.superscript(rounded.leadingExponent)
      number = rounded.isZero ? "0" : digits(of: rounded.mantissa) + times + "10" + power
      isNegative = rounded.isNegative
    case .letter(let letter):
      let rounded = scaled.rounded(significant: style.significantDigits)
      number =
        rounded.isZero ? "0" : "\(digits(of: rounded.mantissa))\(letter)\(rounded.leadingExponent)"
      isNegative = rounded.isNegative
    }
    return style.prefix + (isNegative ? style.minus : "") + number + style.suffix
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

  /// Six digits where they lie on the same side of the bound as the value does, else seventeen.
  private func wholeText(for value: DecimalExpansion, beside bound: DecimalExpansion) -> String {
    let short = value.rounded(significant: 6)
    let shortValue = DecimalExpansion(
      isNegative: short.isNegative, digits: short.digits, exponent: short.exponent)
    let isTelling =
      DecimalExpansion.isLess(shortValue, bound) == DecimalExpansion.isLess(value, bound)
      && DecimalExpansion.isLess(bound, shortValue) == DecimalExpansion.isLess(bound, value)
    let rounded = (isTelling ? short : value.rounded(significant: 17))
      .withoutTrailingZeros(inWhole: true)
    let typography = NumberTypography(decimalSign: style.decimalSign)
    let isScientific = rounded.leadingExponent < -5 || rounded.leadingExponent > 20
    return isScientific ? typography.scientificText(of: rounded) : typography.text(of: rounded)
  }

  func expectedFraction(for x: Double) -> String {
    guard let (numerator, denominator) = DecimalRounding.fraction(x * (isPercent ? 100 : 1)) else {
      let typography = NumberTypography(decimalSign: style.decimalSign)
      return style.prefix + NumberFormat.automatic.text(for: x, typography: typography)
    }
    let sign = numerator < 0 ? style.minus : ""
    let magnitude = numerator.magnitude
    let text = denominator == 1 ? "\(magnitude)" : "\(magnitude)/\(denominator)"
    return style.prefix + sign + (vulgarText(Int(magnitude), denominator) ?? text) + style.suffix
  }

  /// `2½`, where the author sets such fractions and there is a character for this one.
  private func vulgarText(_ numerator: Int, _ denominator: Int) -> String? {
    guard style.isVulgar, denominator > 1 else { return nil }
    let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    let match = Self.vulgarFractions.first { $0.1 == rest && $0.2 == denominator }
    return match.map { (whole > 0 ? "\(whole)" : "") + String($0.0) }
  }
}
