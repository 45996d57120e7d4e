extension DecimalText {
  /// Reads a number; nil where the text is none in this language.
  public init?(_ text: String, typography: NumberTypography = .english) {
    var scanner = DecimalTextScanner(text: text, typography: typography)
    guard let value = scanner.number() else { return nil }
    self = value
  }
}

/// Reads one number from left to right.
private struct DecimalTextScanner {
  private let characters: [Character]
  private var position = 0
  private var style: DecimalText.Style
  /// The comma of a language that has it, and the point everywhere, unless it groups digits.
  private let decimalSigns: [Character]
  /// "," where the point is the decimal sign, "." where the comma is.
  private let groupMark: Character

  /// The exponents and the numbers of digits that a Double may need, with room to spare.
  private static let exponentLimit = 9_999
  private static let digitLimit = 2_000

  init(text: String, typography: NumberTypography) {
    characters = Array(text)
    decimalSigns = typography.decimalSign == "," ? [",", "."] : ["."]
    groupMark = typography.decimalSign == "," ? "." : ","
    style = DecimalText.Style(decimalSign: String(typography.decimalSign))
  }

  mutating func number() -> DecimalText? {
    skipSpaces()
    let relation = relation()
    let isNegative = sign()
    guard let magnitude = magnitude() else { return nil }
    let isPercent = percentSign()
    skipSpaces()
    guard position == characters.count else { return nil }
    return DecimalText(
      relation: relation, isNegative: isNegative, magnitude: magnitude, isPercent: isPercent,
      style: style)
  }

  private mutating func relation() -> DecimalText.Relation {
    let relation: DecimalText.Relation
    switch peek() {
    case "<": relation = .less
    case ">": relation = .greater
    case "≤": relation = .lessOrEqual
    case "≥": relation = .greaterOrEqual
    case "≈": relation = .approximate
    default: return .equal
    }
    let start = position
    position += 1
    skipSpaces()
    style.prefix = String(characters[start..<position])
    return relation
  }

  private mutating func sign() -> Bool {
    guard let sign = peek(), sign == "-" || sign == "\u{2212}" else { return false }
    style.minus = String(sign)
    position += 1
    return true
  }

  private mutating func magnitude() -> DecimalText.Magnitude? {
    if let fraction = vulgarFraction() {
      position += 1
      style.isVulgar = true
      return .fraction(fraction)
    }
    guard let whole = wholePart() else { return nil }
    if let part = vulgarFraction() {
      position += 1
      style.isVulgar = true
      return integer(whole).map { .fraction($0 + part) }
    }
    if peek() == "/" { return fraction(whole) }
    guard let fraction = fractionPart() else { return nil }
    guard let power = power() else { return nil }
    let digits = whole + fraction
    guard !digits.isEmpty, digits.count <= Self.digitLimit else { return nil }
    style.significantDigits = max(digits.drop { $0 == 0 }.count, 1)
    return .decimal(digits: digits, exponent: power - fraction.count)
  }

  // MARK: Digits

  /// The digits before the decimal sign, in groups of three where there is a group sign: one to
  /// three digits, then three each, with the same sign throughout.
  private mutating func wholePart() -> [UInt8]? {
    var digits = run()
    guard (1...3).contains(digits.count), digits.first != 0, let mark = peek(),
      isGroupSign(mark), digitCount(from: position + 1) == 3
    else { return digits.isEmpty && !isAtDecimalSign ? nil : digits }
    style.groupSign = String(mark)
    while peek() == mark, digitCount(from: position + 1) == 3 {
      position += 1
      digits += run()
    }
    return digits
  }

  /// The digits after the decimal sign; empty where there is no sign, nil where no digit follows.
  private mutating func fractionPart() -> [UInt8]? {
    guard let sign = peek(), isAtDecimalSign else { return [] }
    style.decimalSign = String(sign)
    position += 1
    var digits = run()
    guard !digits.isEmpty else { return nil }
    guard digits.count == 3, let mark = peek(), isSpace(mark) else { return digits }
    while peek() == mark, (1...3).contains(digitCount(from: position + 1)), digits.count % 3 == 0 {
      position += 1
      digits += run()
      style.groupSign = String(mark)
      style.groupsFraction = true
    }
    return digits
  }

  private var isAtDecimalSign: Bool {
    guard let sign = peek() else { return false }
    return decimalSigns.contains(sign) && style.groupSign != String(sign)
  }

  private mutating func run() -> [UInt8] {
    var digits: [UInt8] = []
    while let digit = digit(at: position) {
      digits.append(digit)
      position += 1
    }
    return digits
  }

  private func digit(at index: Int) -> UInt8? {
    guard index < characters.count, let ascii = characters[index].asciiValue else { return nil }
    return (48...57).contains(ascii) ? ascii - 48 : nil
  }

  /// How many digits stand from `index` on; more than three count as four.
  private func digitCount(from index: Int) -> Int {
    var count = 0
    while count < 4, digit(at: index + count) != nil { count += 1 }
    return count
  }

  // MARK: Fractions

  private func vulgarFraction() -> Rational? {
    guard let mark = peek(), !mark.isASCII,
      let (_, numerator, denominator) = DecimalText.vulgarFractions.first(where: { $0.0 == mark })
    else { return nil }
    return Rational(numerator, over: denominator)
  }

  private mutating func fraction(_ numerator: [UInt8]) -> DecimalText.Magnitude? {
    position += 1
    guard let numerator = integer(numerator), let denominator = wholePart().flatMap(integer),
      let value = numerator.divided(by: denominator)
    else { return nil }
    return .fraction(value)
  }

  private func integer(_ digits: [UInt8]) -> Rational? {
    guard !digits.isEmpty, digits.count <= Self.digitLimit else { return nil }
    return Rational(literal: String(decoding: digits.map { $0 + 48 }, as: UTF8.self))
  }

  // MARK: Powers of ten

  /// The power of ten that follows; 0 where there is none, nil where it is malformed.
  private mutating func power() -> Int? {
    if let letter = peek(), letter == "e" || letter == "E" { return letterPower(letter) }
    let start = position
    skipSpaces()
    guard peek() == "×" else {
      position = start
      return 0
    }
    position += 1
    skipSpaces()
    let times = String(characters[start..<position])
    guard peek() == "1", digit(at: position + 1) == 0 else { return nil }
    position += 2
    style.power = .superscript(times: times)
    return superscriptPower()
  }

  private mutating func letterPower(_ letter: Character) -> Int? {
    position += 1
    style.power = .letter(String(letter))
    var isNegative = false
    if let sign = peek(), sign == "-" || sign == "\u{2212}" || sign == "+" {
      isNegative = sign != "+"
      position += 1
    }
    return exponent(run(), isNegative: isNegative)
  }

  private mutating func superscriptPower() -> Int? {
    var isNegative = false
    if peek() == "⁻" {
      isNegative = true
      position += 1
    }
    var digits: [UInt8] = []
    while let mark = peek(), let digit = NumberTypography.superscripts.firstIndex(of: mark) {
      digits.append(UInt8(digit))
      position += 1
    }
    return exponent(digits, isNegative: isNegative)
  }

  private func exponent(_ digits: [UInt8], isNegative: Bool) -> Int? {
    guard let value = integer(digits)?.int, value <= Self.exponentLimit else { return nil }
    return isNegative ? -value : value
  }

  // MARK: Signs

  private mutating func percentSign() -> Bool {
    let start = position
    skipSpaces()
    guard peek() == "%" else {
      position = start
      return false
    }
    position += 1
    style.suffix = String(characters[start..<position])
    return true
  }

  private func peek() -> Character? {
    position < characters.count ? characters[position] : nil
  }

  private mutating func skipSpaces() {
    while let character = peek(), isSpace(character) { position += 1 }
  }

  private func isGroupSign(_ character: Character) -> Bool {
    isSpace(character) || character == groupMark
  }

  /// Space, no-break space, thin space, narrow no-break space.
  private func isSpace(_ character: Character) -> Bool {
    character == " " || character == "\u{A0}" || character == "\u{2009}"
      || character == "\u{202F}"
  }
}
