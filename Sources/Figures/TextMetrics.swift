/// Estimates how wide a text is in a system's sans-serif font: fonts differ, and the build has none.
///
/// In thousandths of the font size, after Helvetica's widths, a little on the wide side.
struct TextMetrics: Sendable, Hashable {
  /// Pixels.
  var size: Double

  /// Narrow screens enlarge the text relative to the drawing (`FigureStyle`); room is kept for that.
  static let slack = 1.5

  func width(of text: String) -> Double {
    var sum = 0
    for scalar in text.unicodeScalars { sum += Self.thousandths(scalar) }
    return Double(sum) * size / 1000
  }

  /// The height of capital letters and digits.
  var capHeight: Double { 0.72 * size }
  var lineHeight: Double { 1.3 * size }

  private static func thousandths(_ scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "i", "j", "l", "I", "|", "'", "!", ".", ",", ":", ";", "′", "·": return 290
    case "f", "t", "r", "(", ")", "[", "]", "/", " ", "\u{A0}", "-", "″", "\u{202F}": return 350
    case "⁰"..."⁹", "¹", "²", "³", "⁻", "₀"..."₉": return 400
    case "m", "w", "M", "W", "@", "%", "—", "∫", "∞", "½", "¼", "¾": return 900
    case "A"..."Z", "Α"..."Ω", "+", "=", "<", ">", "±", "×", "−", "≤", "≥", "≈", "→": return 700
    case "a"..."z", "0"..."9", "α"..."ω": return 570
    default:
      if scalar.properties.isDiacritic || scalar.properties.canonicalCombiningClass != .notReordered
      {
        return 0
      }
      return scalar.value >= 0x1100 ? 1000 : 640
    }
  }
}
