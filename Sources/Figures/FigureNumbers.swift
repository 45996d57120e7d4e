import MathCore

/// Numbers for reading aloud: three significant digits, without zeros at the end.
struct FigureNumbers {
  let typography: NumberTypography

  /// Below a million, whole parts are not rounded: 11460.
  func text(_ value: Double, significant: Int = 3) -> String {
    let isLarge = value.magnitude >= 1e6
    let isWhole = !isLarge && value.magnitude + 0.5 >= LinearTicks.power10(significant)
    let format: NumberFormat =
      isLarge
      ? .scientific(significant: significant) : isWhole ? .decimals(0) : .significant(significant)
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

  /// A number on an axis: on a linear one, what is nothing in comparison with the whole is 0, and
  /// what differs by a thousandth of it reads differently.
  func text(_ value: Double, on scale: Scale) -> String {
    guard scale.kind == .linear, value.isFinite else { return text(value) }
    let width = scale.domain.upperBound - scale.domain.lowerBound
    guard value.magnitude >= width * 1e-6 else { return "0" }
    let excess = ElementaryFunction.log10.value(at: value.magnitude / width).rounded(.down)
    return text(value, significant: 3 + min(max(0, Int(excess)), 12))
  }

  /// `a, b and c`; what the decimal sign would be taken for stands as a semicolon.
  func list(_ items: [String], and: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: separator) + and + last
  }

  /// `(a, b)`
  func pair(_ x: String, _ y: String) -> String { "(\(x)\(separator)\(y))" }

  private var separator: String { typography.decimalSign == "," ? "; " : ", " }
}
