/// A decimal number with the digits that will be shown: ± digits · 10^exponent.
public struct RoundedDecimal: Hashable, Sendable {
  /// False for a zero, whatever it was before it was rounded.
  public let isNegative: Bool
  /// Most significant first, each 0 to 9; no leading zeros, but `[0]` for zero.
  public let digits: [UInt8]
  /// The power of ten of the last digit.
  public let exponent: Int
  /// Whether nothing was rounded away.
  public let isExact: Bool

  init(isNegative: Bool, digits: [UInt8], exponent: Int, isExact: Bool) {
    let significant = digits.drop { $0 == 0 }
    self.isNegative = isNegative && !significant.isEmpty
    self.digits = significant.isEmpty ? [0] : Array(significant)
    self.exponent = exponent
    self.isExact = isExact
  }

  public var isZero: Bool { digits == [0] }

  /// The number that is shown; nil where its exponent is beyond what a rational may have.
  public var rational: Rational? {
    Rational(literal: (isNegative ? "-" : "") + text(digits[...]) + "e\(exponent)")
  }

  /// The power of ten of the first digit; that of the last for zero.
  public var leadingExponent: Int { exponent + digits.count - 1 }

  /// The digits before the decimal point, at least "0".
  public var integerPart: String {
    guard !isZero else { return "0" }
    if exponent >= 0 { return text(digits[...]) + String(repeating: "0", count: exponent) }
    let count = digits.count + exponent
    return count > 0 ? text(digits[..<count]) : "0"
  }

  /// The digits after the decimal point: −exponent of them, none where that is negative.
  public var fractionPart: String {
    guard exponent < 0 else { return "" }
    let missing = -exponent - digits.count
    if missing >= 0 { return String(repeating: "0", count: missing) + text(digits[...]) }
    return text(digits[(digits.count + exponent)...])
  }

  /// The same number without the zeros at the end of its fraction; with `inWhole`, its last digit is
  /// not zero wherever it stands.
  public func withoutTrailingZeros(inWhole: Bool = false) -> RoundedDecimal {
    guard !isZero else {
      return RoundedDecimal(isNegative: false, digits: [0], exponent: 0, isExact: isExact)
    }
    var digits = digits
    var exponent = exponent
    while digits.last == 0, inWhole || exponent < 0 {
      digits.removeLast()
      exponent += 1
    }
    return RoundedDecimal(
      isNegative: isNegative, digits: digits, exponent: exponent, isExact: isExact)
  }

  /// The mantissa of scientific notation: the same digits with one before the point.
  public var mantissa: RoundedDecimal {
    RoundedDecimal(
      isNegative: isNegative, digits: digits, exponent: 1 - digits.count, isExact: isExact)
  }

  private func text(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
  }
}
