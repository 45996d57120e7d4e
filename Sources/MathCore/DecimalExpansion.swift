/// The decimal digits of a number, exactly, or as far as someone needs them.
///
/// Every finite Double has a finite expansion, of at most 767 significant digits.
struct DecimalExpansion: Hashable, Sendable {
  var isNegative: Bool
  /// Most significant first, each 0 to 9, without leading zeros: empty for zero.
  var digits: [UInt8]
  /// The power of ten of the last digit.
  var exponent: Int
  /// Whether something smaller than the last digit follows that is not written out.
  var hasRemainder: Bool = false

  /// The exact digits of a finite number; nil for infinities and nan.
  init?(_ x: Double) {
    guard x.isFinite else { return nil }
    isNegative = x < 0
    guard x != 0 else {
      (digits, exponent) = ([], 0)
      return
    }
    // x = significand · 2^power with a whole significand without trailing zero bits.
    let isSubnormal = x.exponentBitPattern == 0
    var significand = x.significandBitPattern | (isSubnormal ? 0 : 1 << 52)
    var power = (isSubnormal ? 1 : Int(x.exponentBitPattern)) - 1075
    let zeros = significand.trailingZeroBitCount
    significand >>= UInt64(zeros)
    power += zeros
    var number = DecimalInteger(significand)
    if power >= 0 {
      number.multiply(by: 2, power: power)
      exponent = 0
    } else {
      // s · 2^−k = s · 5^k · 10^−k
      number.multiply(by: 5, power: -power)
      exponent = power
    }
    digits = number.digits
  }

  /// The number with these digits, which may start with zeros.
  init(isNegative: Bool, digits: [UInt8], exponent: Int, hasRemainder: Bool = false) {
    self.isNegative = isNegative
    self.digits = Array(digits.drop { $0 == 0 })
    self.exponent = exponent
    self.hasRemainder = hasRemainder
  }

  /// The number that is shown, as if it were exact.
  init(_ number: RoundedDecimal) {
    self.init(isNegative: number.isNegative, digits: number.digits, exponent: number.exponent)
  }

  var isZero: Bool { digits.isEmpty && !hasRemainder }

  /// The power of ten of the first digit.
  var leadingExponent: Int { exponent + digits.count - 1 }

  /// This number times 10^places.
  func scaled(by places: Int) -> DecimalExpansion {
    var result = self
    result.exponent += places
    return result
  }

  /// The multiple of 10^place that is nearest, ties to even.
  ///
  /// Where there is a remainder, `place` must be above the last digit.
  func rounded(toPlace place: Int) -> RoundedDecimal {
    if digits.isEmpty {
      return RoundedDecimal(isNegative: false, digits: [0], exponent: place, isExact: isZero)
    }
    if place <= exponent {
      let padded = digits + [UInt8](repeating: 0, count: exponent - place)
      return RoundedDecimal(
        isNegative: isNegative, digits: padded, exponent: place, isExact: !hasRemainder)
    }
    let kept = digits.count - (place - exponent)
    var result = kept > 0 ? Array(digits[..<kept]) : [0]
    let dropped = kept >= 0 ? digits[kept...] : digits[...]
    let isExact = !hasRemainder && dropped.allSatisfy { $0 == 0 }
    if kept >= 0, roundsUp(dropped, after: result.last ?? 0) { increment(&result) }
    return RoundedDecimal(
      isNegative: isNegative && result != [0], digits: result, exponent: place, isExact: isExact)
  }

  /// The nearest number of `count` significant digits, ties to even; zero has one digit.
  func rounded(significant count: Int) -> RoundedDecimal {
    guard !digits.isEmpty else { return rounded(toPlace: 0) }
    let place = leadingExponent - max(1, count) + 1
    let result = rounded(toPlace: place)
    // 9.996 to three digits carries into a digit more.
    return result.digits.count > max(1, count) ? rounded(toPlace: place + 1) : result
  }

  /// The first `count` digits, cut and not rounded; at least so many must be known.
  func truncated(significant count: Int) -> RoundedDecimal {
    let kept = digits.prefix(count)
    return RoundedDecimal(
      isNegative: isNegative, digits: Array(kept), exponent: exponent + digits.count - kept.count,
      isExact: false)
  }

  private func roundsUp(_ dropped: ArraySlice<UInt8>, after last: UInt8) -> Bool {
    guard let first = dropped.first else { return false }
    if first != 5 { return first > 5 }
    if hasRemainder || dropped.dropFirst().contains(where: { $0 != 0 }) { return true }
    return last % 2 == 1
  }

  private func increment(_ digits: inout [UInt8]) {
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 { digits[index] += 1 } else { digits.insert(1, at: 0) }
  }
}

extension DecimalExpansion {
  /// Compares two exact numbers.
  ///
  /// Where either has a remainder, the digits must tell the two apart.
  static func isLess(_ a: DecimalExpansion, _ b: DecimalExpansion) -> Bool {
    let (aIsNegative, bIsNegative) = (a.isNegative && !a.isZero, b.isNegative && !b.isZero)
    if aIsNegative != bIsNegative { return aIsNegative }
    return aIsNegative ? isSmaller(b, a) : isSmaller(a, b)
  }

  /// Whether |a| < |b|.
  private static func isSmaller(_ a: DecimalExpansion, _ b: DecimalExpansion) -> Bool {
    if a.digits.isEmpty || b.digits.isEmpty {
      return a.digits.isEmpty && !(b.digits.isEmpty && !b.hasRemainder)
    }
    if a.leadingExponent != b.leadingExponent { return a.leadingExponent < b.leadingExponent }
    for index in 0..<max(a.digits.count, b.digits.count) {
      let x = index < a.digits.count ? a.digits[index] : 0
      let y = index < b.digits.count ? b.digits[index] : 0
      if x != y { return x < y }
    }
    return !a.hasRemainder && b.hasRemainder
  }
}

/// A whole number in base 10⁹, for the two operations that an expansion needs.
private struct DecimalInteger {
  /// Least significant first.
  private var limbs: [UInt64]

  init(_ value: UInt64) {
    limbs = []
    var rest = value
    while rest > 0 {
      limbs.append(rest % 1_000_000_000)
      rest /= 1_000_000_000
    }
  }

  /// `base` is 2 or 5; a limb times a chunk of its powers fits in 64 bits.
  mutating func multiply(by base: UInt64, power: Int) {
    let chunk = base == 2 ? 29 : 12
    var factor: UInt64 = 1
    for _ in 0..<chunk { factor *= base }
    var rest = power
    while rest >= chunk {
      multiply(by: factor)
      rest -= chunk
    }
    factor = 1
    for _ in 0..<rest { factor *= base }
    multiply(by: factor)
  }

  private mutating func multiply(by factor: UInt64) {
    guard factor != 1 else { return }
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = limbs[index] * factor + carry
      limbs[index] = product % 1_000_000_000
      carry = product / 1_000_000_000
    }
    if carry > 0 { limbs.append(carry) }
  }

  var digits: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(limbs.count * 9)
    for limb in limbs.reversed() {
      var divisor: UInt64 = 100_000_000
      while divisor > 0 {
        result.append(UInt8(limb / divisor % 10))
        divisor /= 10
      }
    }
    return Array(result.drop { $0 == 0 })
  }
}
