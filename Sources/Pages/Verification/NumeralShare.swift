import MathCore

/// How many of the prose's numerals are checked.
public struct NumeralShare: Sendable, Hashable {
  public let checked: Int
  public let all: Int
  /// Marked as not computed.
  public let deliberate: Int
  public var unchecked: Int { all - checked - deliberate }

  public init(_ lessons: [LessonVerification]) {
    checked = lessons.reduce(0) { $0 + $1.checkedNumerals }
    all = lessons.reduce(0) { $0 + $1.numeralCount }
    deliberate = lessons.reduce(0) { $0 + $1.numerals.count(where: \.isDeliberate) }
  }

  /// "96.8 %", rounded down, so that 100 % means all of them; of no numerals all are checked.
  public func percentage(_ language: String) -> String {
    let share = all == 0 ? nil : Rational(checked * 1000 / all, over: 1000)
    return NumberFormat.percent(decimals: 1).text(
      for: share ?? 1, typography: NumberTypography(language: language))
  }
}
