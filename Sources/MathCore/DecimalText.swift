/// A number as an author wrote it: what it says, and how it is set.
///
/// Read are `-` and `−`; a decimal point, or the comma of a language that has it; digits in groups
/// of three; `1.2 × 10⁻⁵` and `1.2e-5`; `25/34`, `½` and `2½`; a percent sign; a leading `<`, `>`,
/// `≤`, `≥` or `≈`.
public struct DecimalText: Hashable, Sendable {
  public enum Relation: Hashable, Sendable, CaseIterable {
    case equal, less, greater, lessOrEqual, greaterOrEqual
    /// Passed over: the digits must be right all the same.
    case approximate
  }

  /// What the digits, without the sign and the percent sign, come to.
  public enum Magnitude: Hashable, Sendable {
    /// digits · 10^exponent; the digits are as written, leading and trailing zeros included.
    case decimal(digits: [UInt8], exponent: Int)
    case fraction(Rational)
  }

  public let relation: Relation
  public let isNegative: Bool
  public let magnitude: Magnitude
  public let isPercent: Bool
  let style: Style

  /// How the author sets numbers: a corrected text keeps it.
  struct Style: Hashable, Sendable {
    enum Power: Hashable, Sendable {
      case none
      /// `× 10⁻⁵`, with what stands between mantissa and 10.
      case superscript(times: String)
      /// `e-5`, with its letter.
      case letter(String)
    }

    /// The relation's sign and the spaces after it.
    var prefix: String = ""
    var minus: String = "\u{2212}"
    var decimalSign: String
    /// Nil where the author did not group digits.
    var groupSign: String?
    /// Digits after the decimal sign are in groups, too.
    var groupsFraction: Bool = false
    /// How many digits there are from the first that is not zero.
    var significantDigits: Int = 1
    var power: Power = .none
    /// `%` and the space before it.
    var suffix: String = ""
    /// `½` rather than `1/2`.
    var isVulgar: Bool = false
  }
}

extension DecimalText {
  /// The power of ten of the last digit shown, of the number itself: a percent sign counts.
  public var place: Int? {
    guard case .decimal(_, let exponent) = magnitude else { return nil }
    return exponent - (isPercent ? 2 : 0)
  }

  /// The exact number that the text shows, with its sign, as a part of one where it is a percentage.
  ///
  /// Nil where its exponent is beyond what a rational may have.
  public var shown: Rational? {
    let size: Rational?
    switch magnitude {
    case .decimal(let digits, let exponent):
      let text = String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
      size = Rational(literal: "\(text)e\(exponent - (isPercent ? 2 : 0))")
    case .fraction(let value): size = isPercent ? value * Rational.percent : value
    }
    return size.map { isNegative ? -$0 : $0 }
  }

  static let vulgarFractions: [(Character, Int, Int)] = [
    ("½", 1, 2), ("⅓", 1, 3), ("⅔", 2, 3), ("¼", 1, 4), ("¾", 3, 4), ("⅕", 1, 5), ("⅖", 2, 5),
    ("⅗", 3, 5), ("⅘", 4, 5), ("⅙", 1, 6), ("⅚", 5, 6), ("⅐", 1, 7), ("⅛", 1, 8), ("⅜", 3, 8),
    ("⅝", 5, 8), ("⅞", 7, 8), ("⅑", 1, 9), ("⅒", 1, 10), ("↉", 0, 3),
  ]
}
