/// Whole numbers of 64 bits without a sign, and the generator of pseudorandom ones.
extension StandardLibrary {
  static let unsigned = #"""
    struct UInt64: FixedWidthInteger {
      static func + (lhs: UInt64, rhs: UInt64) -> UInt64
      static func - (lhs: UInt64, rhs: UInt64) -> UInt64
      static func * (lhs: UInt64, rhs: UInt64) -> UInt64
      static func / (lhs: UInt64, rhs: UInt64) -> UInt64
      static func % (lhs: UInt64, rhs: UInt64) -> UInt64
      static func & (lhs: UInt64, rhs: UInt64) -> UInt64
      static func | (lhs: UInt64, rhs: UInt64) -> UInt64
      static func ^ (lhs: UInt64, rhs: UInt64) -> UInt64
      static func &+ (lhs: UInt64, rhs: UInt64) -> UInt64
      static func &- (lhs: UInt64, rhs: UInt64) -> UInt64
      static func &* (lhs: UInt64, rhs: UInt64) -> UInt64
      static func << (lhs: UInt64, rhs: UInt64) -> UInt64
      static func << (lhs: UInt64, rhs: Int) -> UInt64
      static func >> (lhs: UInt64, rhs: UInt64) -> UInt64
      static func >> (lhs: UInt64, rhs: Int) -> UInt64
      static func == (lhs: UInt64, rhs: UInt64) -> Bool
      static func != (lhs: UInt64, rhs: UInt64) -> Bool
      static func < (lhs: UInt64, rhs: UInt64) -> Bool
      static func <= (lhs: UInt64, rhs: UInt64) -> Bool
      static func > (lhs: UInt64, rhs: UInt64) -> Bool
      static func >= (lhs: UInt64, rhs: UInt64) -> Bool
      static func += (lhs: inout UInt64, rhs: UInt64)
      static func -= (lhs: inout UInt64, rhs: UInt64)
      static func *= (lhs: inout UInt64, rhs: UInt64)
      static func /= (lhs: inout UInt64, rhs: UInt64)
      static func %= (lhs: inout UInt64, rhs: UInt64)
      static func &= (lhs: inout UInt64, rhs: UInt64)
      static func |= (lhs: inout UInt64, rhs: UInt64)
      static func ^= (lhs: inout UInt64, rhs: UInt64)
      static func &+= (lhs: inout UInt64, rhs: UInt64)
      static func &-= (lhs: inout UInt64, rhs: UInt64)
      static func &*= (lhs: inout UInt64, rhs: UInt64)
      static func <<= (lhs: inout UInt64, rhs: UInt64)
      static func <<= (lhs: inout UInt64, rhs: Int)
      static func >>= (lhs: inout UInt64, rhs: UInt64)
      static func >>= (lhs: inout UInt64, rhs: Int)
      static prefix func ~ (operand: UInt64) -> UInt64
      static var min: UInt64 { get }
      static var max: UInt64 { get }
      static var zero: UInt64 { get }
      static var bitWidth: Int { get }
      init()
      init(_ source: Int)
      init(_ source: UInt64)
      init?(_ description: String)
      init?(_ text: String, radix: Int)
      init?(exactly source: Int)
      init(truncatingIfNeeded source: Int)
      var description: String { get }
      var magnitude: UInt64 { get }
      var nonzeroBitCount: Int { get }
      var leadingZeroBitCount: Int { get }
      var trailingZeroBitCount: Int { get }
      func isMultiple(of other: UInt64) -> Bool
      func quotientAndRemainder(dividingBy rhs: UInt64) -> (quotient: UInt64, remainder: UInt64)
    }
    struct SplitMix64 {
      init(seed: UInt64)
      var description: String { get }
      mutating func next() -> UInt64
    }
    """#
}

extension Type {
  static let uint64 = Type.nominal("UInt64", [])
  static let splitMix64 = Type.nominal("SplitMix64", [])
}
