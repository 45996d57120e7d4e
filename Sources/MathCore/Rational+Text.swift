extension Rational {
  /// The exact value of a number as Swift writes it: `0.1`, `1e-3`, `1_000`, `0x1.8p3`, `-2`.
  ///
  /// Nil for anything else, and where the exponent would make a number of more than `limit` bits.
  public init?(literal text: String, limit: Int = 1 << 17) {
    var bytes = Array(text.utf8).filter { $0 != UInt8(ascii: "_") }[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    var radix = 10
    if bytes.starts(with: Array("0x".utf8)) {
      radix = 16
      bytes.removeFirst(2)
    }
    guard let number = Mantissa(bytes, radix: radix) else { return nil }
    guard let value = number.value(radix: radix, limit: limit) else { return nil }
    self = isNegative ? -value : value
  }

  /// The exact value in decimal digits, without an exponent: `-0.125`; nil where there is none of at
  /// most 400 digits after the point.
  public var decimalText: String? {
    if isInteger { return numeratorText }
    guard denominator.bitSize < 1400, denominator.isDecimal else { return nil }
    var scaled = magnitude
    var digits = 0
    while !scaled.isInteger {
      guard digits < 400 else { return nil }
      scaled = scaled * 10
      digits += 1
    }
    let text = scaled.numeratorText
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    return (sign < 0 ? "-" : "") + padded.dropLast(digits) + "." + padded.suffix(digits)
  }

  /// No other prime divides the denominator of a terminating decimal than 2 and 5.
  private var isDecimal: Bool {
    var rest = self
    for prime in [2, 5] as [Rational] {
      while let quotient = rest.divided(by: prime), quotient.isInteger { rest = quotient }
    }
    return rest.isOne
  }

  /// The nearest binary64 number, ties to even; infinite where the value is out of range.
  public var double: Double {
    if case .small(let numerator, let denominator) = storage,
      numerator.magnitude <= 1 << 53, denominator <= 1 << 53
    {
      return Double(numerator) / Double(denominator)
    }
    let value = big
    let size = value.bits
    // 55 or 56 bits of the quotient, the last one sticky.
    let shift = 55 - (size.numerator - size.denominator)
    let bits = value.magnitude(shiftedBy: shift)
    let width = 64 - bits.leadingZeroBitCount
    // Subnormal numbers have fewer than 53 bits: their last one is worth 2^−1074.
    let dropped = max(width - 53, shift - 1074)
    guard dropped < 62 else { return sign < 0 ? -0.0 : 0.0 }
    let rounded = Self.round(bits, dropping: dropped)
    guard dropped - shift < 1024 else { return sign < 0 ? -.infinity : .infinity }
    return Double(
      sign: sign < 0 ? .minus : .plus, exponent: dropped - shift, significand: Double(rounded))
  }

  private static func round(_ bits: UInt64, dropping count: Int) -> UInt64 {
    guard count > 0 else { return bits << UInt64(-count) }
    let kept = bits >> UInt64(count)
    let rest = bits & ((1 << UInt64(count)) - 1)
    let half: UInt64 = 1 << UInt64(count - 1)
    return rest > half || (rest == half && kept & 1 == 1) ? kept + 1 : kept
  }
}

/// Digits, how many of them stand after the point, and the exponent of a numeral.
private struct Mantissa {
  var digits: [UInt8] = []
  var fractionDigits = 0
  var exponent = 0

  init?(_ text: ArraySlice<UInt8>, radix: Int) {
    let mark = UInt8(ascii: radix == 16 ? "p" : "e")
    var rest = text
    var seesPoint = false
    while let byte = rest.first {
      if byte == UInt8(ascii: "."), !seesPoint {
        seesPoint = true
      } else if Self.isDigit(byte, radix: radix) {
        digits.append(byte)
        if seesPoint { fractionDigits += 1 }
      } else {
        break
      }
      rest.removeFirst()
    }
    guard !digits.isEmpty else { return nil }
    guard let byte = rest.first else { return }
    guard byte | 0x20 == mark else { return nil }
    let sign = rest.dropFirst().first == UInt8(ascii: "+") ? 2 : 1
    guard let value = Int(String(decoding: rest.dropFirst(sign), as: UTF8.self)),
      value.magnitude < 1 << 32
    else { return nil }
    exponent = value
  }

  func value(radix: Int, limit: Int) -> Rational? {
    guard digits.count <= limit / 3 else { return nil }
    let text = String(decoding: digits, as: UTF8.self)
    let unit = BigRational(1, over: 1)
    guard let whole = BigRational.parse(text, radix: radix, over: unit) else { return nil }
    // A hexadecimal digit is four bits, and its exponent counts bits.
    let base = Rational(radix == 16 ? 2 : 10)
    let shift = exponent - fractionDigits * (radix == 16 ? 4 : 1)
    let mantissa = Rational(whole)
    if mantissa.isZero { return .zero }
    guard let factor = base.power(shift, limit: limit) else { return nil }
    return mantissa * factor
  }

  private static func isDigit(_ byte: UInt8, radix: Int) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): radix == 16
    default: false
    }
  }
}
