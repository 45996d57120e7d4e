/// The same random numbers in every run (Steele, Lea and Flood, 2014: SplitMix64).
struct NumericSeeds {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Even in the range.
  mutating func number(in range: ClosedRange<Double>) -> Double {
    let unit = Double(bits() >> 11) * 0x1p-53
    return range.lowerBound + unit * (range.upperBound - range.lowerBound)
  }

  /// Any finite Double, its exponent even between the two.
  mutating func number(exponents: ClosedRange<Int>) -> Double {
    let random = bits()
    let significand = Double(bitPattern: (random >> 12) | 0x3FF0_0000_0000_0000)
    let exponent = exponents.lowerBound + Int(bits() % UInt64(exponents.count))
    let magnitude = Double(sign: .plus, exponent: exponent, significand: significand)
    return random & 1 == 0 ? magnitude : -magnitude
  }
}
