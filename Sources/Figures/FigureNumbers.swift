import MathCore

/// Numbers for reading aloud: three significant digits, without zeros at the end.
struct FigureNumbers {
  let typography: NumberTypography

  func text(_ value: Double, significant: Int = 3) -> String {
    let format: NumberFormat =
      value.magnitude >= 1e6
      ? .scientific(significant: significant) : .significant(significant)
    let text = format.text(for: value, typography: typography)
    if let space = text.firstIndex(of: "\u{A0}") {
      return trimmed(String(text[..<space])) + text[space...]
    }
    return trimmed(text)
  }

  private func trimmed(_ text: String) -> String {
    guard text.contains(typography.decimalSign) else { return text }
    var digits = text
    while digits.last == "0" { digits.removeLast() }
    if digits.last == typography.decimalSign { digits.removeLast() }
    return digits
  }

  /// What is nothing in comparison with the whole is 0.
  func text(_ value: Double, within domain: ClosedRange<Double>) -> String {
    let width = domain.upperBound - domain.lowerBound
    return text(value.magnitude < width * 1e-6 ? 0 : value)
  }

  /// `a, b and c`.
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}
