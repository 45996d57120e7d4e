/// The texts of numbers in Swift's source.
enum NumericLiteral {
  /// The value of an integer literal without underscores; nil beyond Int.
  static func int(_ text: String, isNegative: Bool) -> Int? {
    integer(text, isNegative: isNegative, as: Int.self)
  }

  /// The value of an integer literal without underscores; nil where the type has no such number.
  static func integer<Number: FixedWidthInteger>(
    _ text: String, isNegative: Bool, as type: Number.Type
  ) -> Number? {
    let sign = isNegative ? "-" : ""
    let (digits, radix) = parts(text)
    return Number(sign + digits, radix: radix)
  }

  /// The same number in a form that `Double.init` reads.
  static func decimal(_ text: String) -> String {
    let (digits, radix) = parts(text)
    switch radix {
    case 10: return digits
    case 16: return "0x" + digits
    default:
      var value = 0.0
      for digit in digits { value = value * Double(radix) + Double(digit.wholeNumberValue ?? 0) }
      return value < 9e15 ? String(Int(value)) : value.description
    }
  }

  private static func parts(_ text: String) -> (digits: String, radix: Int) {
    for (prefix, radix) in [("0x", 16), ("0b", 2), ("0o", 8)] where text.hasPrefix(prefix) {
      return (String(text.dropFirst(2)), radix)
    }
    return (text, 10)
  }
}
