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
    case .automatic where !mayBeShort: return try digits(.significant(6), typography)
    case .automatic, .fraction:
      if let recognized { return format.published(recognized, typography: typography) }
      return try digits(.significant(6), typography)
    case .decimals, .significant, .scientific, .percent, .significantPercent:
      return try digits(format, typography)
    }
  }

  /// The digits of a number that is not known to be rational.
  private func digits(
    _ format: NumberFormat, _ typography: NumberTypography
  ) throws(ScalarFailure) -> PublishedNumber {
    // Nearly always, two neighbouring Doubles have the same digits.
    let bounds = bounds
    if bounds.isBounded {
      let digits = format.published(bounds.lower, typography: typography).decided(at: 53)
      if digits == format.published(bounds.upper, typography: typography).decided(at: 53) {
        return digits
      }
    }
    let decision = try decision { format.published($0, typography: typography).decided(at: nil) }
    return decision.answer.decided(at: decision.precision)
  }

  /// Whether a decimal of six digits lies between the Doubles around the number.
  private var mayBeShort: Bool {
    let bounds = bounds
    guard bounds.isBounded,
      let short = DecimalRounding.rounded(bounds.lower, significant: 6)?.rational,
      let lower = bounds.lowerRational, let upper = bounds.upperRational
    else { return true }
    return lower <= short && short <= upper
  }

  /// Whether a text that an author wrote is true of the number.
  ///
  /// - Throws: `undecidedValue` where that is not decided.
  public func agreement(
    with text: DecimalText
  ) throws(ScalarFailure) -> Decided<DecimalText.Agreement> {
    if let nonreal { return Decided(text.agrees(with: nonreal)) }
    if let exact = rational { return Decided(text.agrees(with: exact)) }
    // A fraction is true of one number only, which no enclosure singles out.
    if case .fraction = text.magnitude, let recognized {
      return Decided(text.agrees(with: recognized))
    }
    let bounds = bounds
    if bounds.isBounded {
      let agreement = text.agrees(with: bounds.lower)
      if agreement == text.agrees(with: bounds.upper) {
        return Decided(agreement, precision: 53)
      }
    }
    return try decision { text.agrees(with: $0) }
  }

  /// Whether a computed value is further from the number than half a unit of the last digit that is
  /// shown, and than eight units in the last place of a Double: a difference that rounding of each
  /// operation makes in any program is no news.
  ///
  /// - Parameter place: the power of ten of the last digit shown; nil where the value is shown whole.
  public func differs(from computed: Double, place: Int?) throws(ScalarFailure) -> Bool {
    if let nonreal { return nonreal != computed && !(nonreal.isNaN && computed.isNaN) }
    guard let exact = Rational(exactly: computed) else { return true }
    if isNear(computed) { return false }
    let unit = place.map { Rational(10).power($0) } ?? .zero
    guard let half = unit.map({ $0 * .half }) else { throw undecided }
    // One slack for all of an enclosure: the answers below, within and above then stand in order.
    let near = (try? nearestDouble()) ?? computed
    let tolerance = max(half, Rational(exactly: near.ulp * Self.slack) ?? .zero)
    return try decided { value in
      let difference = value - exact
      return difference.magnitude <= tolerance ? 0 : difference.sign
    } != 0
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
  /// The same digits, of a number that an enclosure of this precision holds.
  fileprivate func decided(at precision: Int?) -> PublishedNumber {
    var result = self
    result.precision = precision
    return result
  }
}
