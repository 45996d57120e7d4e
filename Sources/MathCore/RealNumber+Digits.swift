extension RealNumber {
  /// The number as the format writes it, rightly rounded (ties to even): every digit is certain.
  ///
  /// - Throws: `undecidedValue` where the digits are not decided; `undefined` for what is no number.
  public func published(
    _ format: NumberFormat, typography: NumberTypography = .english
  ) throws(ScalarFailure) -> PublishedNumber {
    if let nonreal { return format.published(nonreal, typography: typography) }
    if let rational { return format.published(rational, typography: typography) }
    switch format {
    case .automatic, .fraction:
      // Whole and short numbers are written whole.
      if let recognized { return format.published(recognized, typography: typography) }
    case .decimals, .significant, .scientific, .percent, .significantPercent: break
    }
    if let digits = digitsOfBounds(format, typography) { return digits }
    return try decided { format.published($0, typography: typography).inexact }
  }

  /// The fast way: nearly always, two neighbouring Doubles have the same digits.
  private func digitsOfBounds(
    _ format: NumberFormat, _ typography: NumberTypography
  ) -> PublishedNumber? {
    let bounds = bounds
    guard bounds.isBounded else { return nil }
    let digits = format.published(bounds.lower, typography: typography).inexact
    guard digits == format.published(bounds.upper, typography: typography).inexact else {
      return nil
    }
    return digits
  }

  /// Whether a text that an author wrote is true of the number.
  ///
  /// - Throws: `undecidedValue` where that is not decided.
  public func agreement(with text: DecimalText) throws(ScalarFailure) -> DecimalText.Agreement {
    if let nonreal { return text.agrees(with: nonreal) }
    if let exact = rational { return text.agrees(with: exact) }
    // A fraction is true of one number only, which no enclosure singles out.
    if case .fraction = text.magnitude, let recognized { return text.agrees(with: recognized) }
    return try decided { text.agrees(with: $0) }
  }

  /// Whether a computed value is further from the number than half a unit of the last digit that is
  /// shown, and than eight units in the last place of a Double: a difference that rounding of each
  /// operation makes in any program is no news.
  ///
  /// - Parameter place: the power of ten of the last digit shown.
  public func differs(from computed: Double, place: Int) throws(ScalarFailure) -> Bool {
    if let nonreal { return nonreal != computed && !(nonreal.isNaN && computed.isNaN) }
    guard let exact = Rational(exactly: computed) else { return true }
    if isNear(computed) { return false }
    guard let half = Rational(10).power(place).map({ $0 * .half }) else { throw undecided }
    return try decided { value in
      let slack = Rational(exactly: value.double.ulp * Self.slack) ?? .zero
      return (exact - value).magnitude > max(half, slack)
    }
  }

  /// Within the slack for sure.
  private func isNear(_ computed: Double) -> Bool {
    let bounds = bounds
    guard bounds.isBounded else { return false }
    let distance = max(abs(computed - bounds.lower), abs(computed - bounds.upper)).nextUp
    return distance <= min(bounds.lower.ulp, bounds.upper.ulp) * Self.slack
  }

  private static let slack = 8.0
}

extension PublishedNumber {
  fileprivate var inexact: PublishedNumber {
    PublishedNumber(
      text: text, integerWidth: integerWidth, place: place, isExact: false,
      concealment: concealment)
  }
}
