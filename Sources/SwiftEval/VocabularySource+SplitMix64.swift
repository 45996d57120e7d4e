/// The one source of pseudorandom numbers.
extension VocabularySource {
  static let splitMix64 = """
    /// Pseudorandom numbers of 64 bits, the same for the same seed: SplitMix64 of G. L. Steele,
    /// D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
    struct SplitMix64: RandomNumberGenerator, CustomStringConvertible {
      private var state: UInt64

      init(seed: UInt64) { state = seed }

      var description: String { "SplitMix64(state: \\(state))" }

      mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
      }
    }

    """
}
