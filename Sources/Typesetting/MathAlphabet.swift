/// The styles of letters that mathematics tells apart, as Unicode's mathematical alphabets.
enum MathAlphabet: Hashable, Sendable {
  case roman, italic, bold, boldItalic, doubleStruck, script, fraktur, sansSerif, monospace

  /// The letter in this alphabet; what the alphabet lacks stays as it is.
  func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let exception = exception(scalar) { return exception }
    let value = scalar.value
    switch value {
    case 0x41...0x5A: return offset(latin, by: value - 0x41) ?? scalar
    case 0x61...0x7A: return offset(latin, by: value - 0x61 + 26) ?? scalar
    case 0x30...0x39: return offset(digits, by: value - 0x30) ?? scalar
    case 0x391...0x3A9: return offset(greek, by: value - 0x391) ?? scalar
    case 0x3B1...0x3C9: return offset(greek, by: value - 0x3B1 + 26) ?? scalar
    default:
      guard let place = Self.greekVariants.firstIndex(of: value) else { return scalar }
      return offset(greek, by: UInt32(place) + 25) ?? scalar
    }
  }

  func word(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(letter(scalar)) }
    return String(result)
  }

  /// In the order of Unicode's blocks, from 25 after capital alpha: nabla; after omega: partial and
  /// the variant letters (the 25 letters between hold no place here).
  private static let greekVariants: [UInt32] =
    [0x2207] + Array(repeating: 0, count: 25) + [0x2202, 0x3F5, 0x3D1, 0x3F0, 0x3D5, 0x3F1, 0x3D6]
}

extension MathAlphabet {
  private func offset(_ base: UInt32?, by distance: UInt32) -> Unicode.Scalar? {
    base.flatMap { Unicode.Scalar($0 + distance) }
  }

  private var latin: UInt32? {
    switch self {
    case .roman: nil
    case .italic: 0x1D434
    case .bold: 0x1D400
    case .boldItalic: 0x1D468
    case .doubleStruck: 0x1D538
    case .script: 0x1D49C
    case .fraktur: 0x1D504
    case .sansSerif: 0x1D5A0
    case .monospace: 0x1D670
    }
  }

  private var digits: UInt32? {
    switch self {
    case .bold, .boldItalic: 0x1D7CE
    case .doubleStruck: 0x1D7D8
    case .sansSerif: 0x1D7E2
    case .monospace: 0x1D7F6
    case .roman, .italic, .script, .fraktur: nil
    }
  }

  private var greek: UInt32? {
    switch self {
    case .italic: 0x1D6E2
    case .bold: 0x1D6A8
    case .boldItalic: 0x1D71C
    case .roman, .doubleStruck, .script, .fraktur, .sansSerif, .monospace: nil
    }
  }

  /// The letters that Unicode had before the alphabets were added.
  private func exception(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch (self, scalar) {
    case (.italic, "h"): "ℎ"
    case (.doubleStruck, "C"): "ℂ"
    case (.doubleStruck, "H"): "ℍ"
    case (.doubleStruck, "N"): "ℕ"
    case (.doubleStruck, "P"): "ℙ"
    case (.doubleStruck, "Q"): "ℚ"
    case (.doubleStruck, "R"): "ℝ"
    case (.doubleStruck, "Z"): "ℤ"
    case (.script, "B"): "ℬ"
    case (.script, "E"): "ℰ"
    case (.script, "F"): "ℱ"
    case (.script, "H"): "ℋ"
    case (.script, "I"): "ℐ"
    case (.script, "L"): "ℒ"
    case (.script, "M"): "ℳ"
    case (.script, "R"): "ℛ"
    case (.script, "e"): "ℯ"
    case (.script, "g"): "ℊ"
    case (.script, "o"): "ℴ"
    case (.fraktur, "C"): "ℭ"
    case (.fraktur, "H"): "ℌ"
    case (.fraktur, "I"): "ℑ"
    case (.fraktur, "R"): "ℜ"
    case (.fraktur, "Z"): "ℨ"
    default: nil
    }
  }
}
