import MathCore

/// Finds the numerals of a text: digits, and fractions such as ½, that say how much or how many.
///
/// Aside stand:
/// - digits within a name, which follow a letter (`log2`, `binary64`) or come before a capital (3D);
/// - years: whole numbers from 1500 to 2100 without a sign or a unit; and dates (2026-11-25);
/// - ordinals (1st, 22nd), versions (6.3.1), and what follows a `#`.
///
/// A sign, groups of three, a decimal fraction, `25/34`, `1.2e-5`, `× 10⁻⁵` and a percent sign belong
/// to the numeral before or after them. Where the point is the decimal sign, a comma joins digits only
/// where exactly three follow it: `(0,1)` is two numerals.
struct NumeralScanner {
  private let text: [Unicode.Scalar]
  private let hasDecimalComma: Bool
  private var position = 0

  /// The ranges of the numerals, with their signs and percent signs.
  static func numerals(
    in text: [Unicode.Scalar], typography: NumberTypography = .english
  ) -> [Range<Int>] {
    guard text.contains(where: \.isNumeralStart) else { return [] }
    var scanner = NumeralScanner(text: text, hasDecimalComma: typography.decimalSign == ",")
    var found: [Range<Int>] = []
    while let numeral = scanner.next() { found.append(numeral) }
    return found
  }

  private init(text: [Unicode.Scalar], hasDecimalComma: Bool) {
    self.text = text
    self.hasDecimalComma = hasDecimalComma
  }

  private mutating func next() -> Range<Int>? {
    while position < text.count {
      if text[position].isNameScalar {
        skip(while: { $0.isNameScalar || $0.isDigit })
      } else if text[position].isNumeralStart {
        if let numeral = numeral() { return numeral }
      } else {
        position += 1
      }
    }
    return nil
  }

  /// Moves past a numeral; nil where it stands aside.
  private mutating func numeral() -> Range<Int>? {
    let start = position
    if skipDate() { return nil }
    skipDigits()
    skipExponent()
    let end = position
    skip(while: \.isNameScalar)
    let suffix = Self.string(text[end..<position])
    let signed = start > 0 && isSign(at: start - 1) ? start - 1 : start
    let digits = Self.string(text[start..<end])
    let percent = suffix.isEmpty ? percentEnd(from: end) : nil
    position = percent ?? position
    let isAside =
      Self.ordinalEndings.contains(suffix) || suffix.first?.isUppercase == true
      || digits.count(where: { $0 == "." }) > 1
      || (start > 0 && text[start - 1] == "#")
      || (signed == start && Self.areYears(digits, suffix) && percent == nil)
    return isAside ? nil : signed..<(percent ?? end)
  }
}

extension NumeralScanner {
  private static let ordinalEndings: Set<String> = ["st", "nd", "rd", "th"]

  /// `1838`, `1838/1845`, `1990s`
  private static func areYears(_ digits: String, _ suffix: String) -> Bool {
    guard suffix.isEmpty || suffix == "s" else { return false }
    return digits.split(separator: "/").allSatisfy { part in
      part.utf8.count == 4 && Int(part).map { (1500...2100).contains($0) } == true
    }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  private func scalar(_ index: Int) -> Unicode.Scalar? {
    text.indices.contains(index) ? text[index] : nil
  }

  private func isDigit(_ index: Int) -> Bool { scalar(index)?.isDigit == true }

  private mutating func skip(while holds: (Unicode.Scalar) -> Bool) {
    while position < text.count, holds(text[position]) { position += 1 }
  }

  /// A minus or plus with nothing before it that it could stand between.
  private func isSign(at index: Int) -> Bool {
    guard ["-", "+", "\u{2212}", "±"].contains(text[index]) else { return false }
    guard let before = scalar(index - 1) else { return true }
    return !(before.isDigit || before.isNameScalar || before == ")" || before == "\u{FFFC}")
  }

  /// Where a percent sign ends that follows, perhaps after a space; nil where there is none.
  private func percentEnd(from index: Int) -> Int? {
    let spaces: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{202F}", "\u{2009}"]
    if scalar(index) == "%" { return index + 1 }
    guard let next = scalar(index), spaces.contains(next), scalar(index + 1) == "%" else {
      return nil
    }
    return index + 2
  }

  /// `2026-11-25`
  private mutating func skipDate() -> Bool {
    let pattern = "dddd-dd-dd".unicodeScalars
    for (offset, wanted) in pattern.enumerated() {
      guard let found = scalar(position + offset),
        wanted == "d" ? found.isDigit : found == wanted
      else { return false }
    }
    guard !isDigit(position + pattern.count) else { return false }
    position += pattern.count
    return true
  }

  /// Digits with what joins them, and fractions of one character.
  private mutating func skipDigits() {
    while let here = scalar(position) {
      if here.isNumeralStart || (isDigit(position + 1) && isJoint(here)) {
        position += 1
      } else {
        return
      }
    }
  }

  private func isJoint(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "/": true
    case "," where hasDecimalComma: true
    case ",", "\u{202F}", "\u{2009}":
      isDigit(position + 2) && isDigit(position + 3) && !isDigit(position + 4)
    default: false
    }
  }

  /// `e-5`, a power in superior figures, ` × 10⁻⁵`
  private mutating func skipExponent() {
    skip(while: \.isSuperiorFigure)
    if scalar(position) == "e" {
      let sign = scalar(position + 1) == "-" || scalar(position + 1) == "\u{2212}" ? 1 : 0
      if isDigit(position + 1 + sign) {
        position += 1 + sign
        skip(while: \.isDigit)
      }
    }
    var ahead = position
    while let space = scalar(ahead), [" ", "\u{A0}", "\u{202F}"].contains(space) { ahead += 1 }
    guard scalar(ahead) == "×" else { return }
    ahead += 1
    while let space = scalar(ahead), [" ", "\u{A0}", "\u{202F}"].contains(space) { ahead += 1 }
    guard scalar(ahead) == "1", scalar(ahead + 1) == "0",
      scalar(ahead + 2)?.isSuperiorFigure == true
    else { return }
    position = ahead + 2
    skip(while: \.isSuperiorFigure)
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(value) }

  /// A digit, or a fraction of one character.
  var isNumeralStart: Bool {
    isDigit || (value >= 0xBC && "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞".unicodeScalars.contains(self))
  }

  fileprivate var isSuperiorFigure: Bool { "⁰¹²³⁴⁵⁶⁷⁸⁹⁻".unicodeScalars.contains(self) }

  /// What a name is made of, beside digits.
  fileprivate var isNameScalar: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0x5F: true
    case ..<0x80: false
    default: properties.isAlphabetic
    }
  }
}
