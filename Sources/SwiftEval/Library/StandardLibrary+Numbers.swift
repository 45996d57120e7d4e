/// The numbers of the standard library, and Bool.
extension StandardLibrary {
  static let numbers = #"""
    struct Int: FixedWidthInteger, SignedInteger {
      static func + (lhs: Int, rhs: Int) -> Int
      static func - (lhs: Int, rhs: Int) -> Int
      static func * (lhs: Int, rhs: Int) -> Int
      static func / (lhs: Int, rhs: Int) -> Int
      static func % (lhs: Int, rhs: Int) -> Int
      static func & (lhs: Int, rhs: Int) -> Int
      static func | (lhs: Int, rhs: Int) -> Int
      static func ^ (lhs: Int, rhs: Int) -> Int
      static func &+ (lhs: Int, rhs: Int) -> Int
      static func &- (lhs: Int, rhs: Int) -> Int
      static func &* (lhs: Int, rhs: Int) -> Int
      static func << (lhs: Int, rhs: Int) -> Int
      static func >> (lhs: Int, rhs: Int) -> Int
      static func == (lhs: Int, rhs: Int) -> Bool
      static func != (lhs: Int, rhs: Int) -> Bool
      static func < (lhs: Int, rhs: Int) -> Bool
      static func <= (lhs: Int, rhs: Int) -> Bool
      static func > (lhs: Int, rhs: Int) -> Bool
      static func >= (lhs: Int, rhs: Int) -> Bool
      static func += (lhs: inout Int, rhs: Int)
      static func -= (lhs: inout Int, rhs: Int)
      static func *= (lhs: inout Int, rhs: Int)
      static func /= (lhs: inout Int, rhs: Int)
      static func %= (lhs: inout Int, rhs: Int)
      static func &= (lhs: inout Int, rhs: Int)
      static func |= (lhs: inout Int, rhs: Int)
      static func ^= (lhs: inout Int, rhs: Int)
      static func &+= (lhs: inout Int, rhs: Int)
      static func &-= (lhs: inout Int, rhs: Int)
      static func &*= (lhs: inout Int, rhs: Int)
      static func <<= (lhs: inout Int, rhs: Int)
      static func >>= (lhs: inout Int, rhs: Int)
      static prefix func - (operand: Int) -> Int
      static prefix func + (operand: Int) -> Int
      static prefix func ~ (operand: Int) -> Int
      static var min: Int { get }
      static var max: Int { get }
      static var zero: Int { get }
      static var bitWidth: Int { get }
      init()
      init(_ source: Int)
      init(_ source: UInt64)
      init(_ source: Double)
      init(_ source: Float)
      init?(_ description: String)
      init?(_ text: Substring)
      init?(_ text: String, radix: Int)
      init?(exactly source: Double)
      init?(exactly source: Float)
      init?(exactly source: Int)
      init?(exactly source: UInt64)
      init(truncatingIfNeeded source: UInt64)
      var description: String { get }
      var nonzeroBitCount: Int { get }
      var leadingZeroBitCount: Int { get }
      var trailingZeroBitCount: Int { get }
      func signum() -> Int
      func quotientAndRemainder(dividingBy rhs: Int) -> (quotient: Int, remainder: Int)
      func isMultiple(of other: Int) -> Bool
      func advanced(by n: Int) -> Int
      func distance(to other: Int) -> Int
      func addingReportingOverflow(_ rhs: Int) -> (partialValue: Int, overflow: Bool)
      func subtractingReportingOverflow(_ rhs: Int) -> (partialValue: Int, overflow: Bool)
      func multipliedReportingOverflow(by rhs: Int) -> (partialValue: Int, overflow: Bool)
      mutating func negate()
    }
    struct Double: BinaryFloatingPoint, LosslessStringConvertible {
      static func + (lhs: Double, rhs: Double) -> Double
      static func - (lhs: Double, rhs: Double) -> Double
      static func * (lhs: Double, rhs: Double) -> Double
      static func / (lhs: Double, rhs: Double) -> Double
      static func == (lhs: Double, rhs: Double) -> Bool
      static func != (lhs: Double, rhs: Double) -> Bool
      static func < (lhs: Double, rhs: Double) -> Bool
      static func <= (lhs: Double, rhs: Double) -> Bool
      static func > (lhs: Double, rhs: Double) -> Bool
      static func >= (lhs: Double, rhs: Double) -> Bool
      static func += (lhs: inout Double, rhs: Double)
      static func -= (lhs: inout Double, rhs: Double)
      static func *= (lhs: inout Double, rhs: Double)
      static func /= (lhs: inout Double, rhs: Double)
      static prefix func - (operand: Double) -> Double
      static prefix func + (operand: Double) -> Double
      static var pi: Double { get }
      static var infinity: Double { get }
      static var nan: Double { get }
      static var greatestFiniteMagnitude: Double { get }
      static var leastNormalMagnitude: Double { get }
      static var leastNonzeroMagnitude: Double { get }
      static var ulpOfOne: Double { get }
      static var zero: Double { get }
      static func minimum(_ x: Double, _ y: Double) -> Double
      static func maximum(_ x: Double, _ y: Double) -> Double
      init()
      init(_ value: Int)
      init(_ value: UInt64)
      init(_ other: Float)
      init(_ other: Double)
      init?(_ text: String)
      init?(_ text: Substring)
      init?(exactly value: Int)
      init(sign: FloatingPointSign, exponent: Int, significand: Double)
      init(signOf sign: Double, magnitudeOf magnitude: Double)
      var magnitude: Double { get }
      var description: String { get }
      var isNaN: Bool { get }
      var isInfinite: Bool { get }
      var isFinite: Bool { get }
      var isZero: Bool { get }
      var isNormal: Bool { get }
      var isSubnormal: Bool { get }
      var sign: FloatingPointSign { get }
      var exponent: Int { get }
      var significand: Double { get }
      var ulp: Double { get }
      var nextUp: Double { get }
      var nextDown: Double { get }
      func squareRoot() -> Double
      func rounded() -> Double
      func rounded(_ rule: FloatingPointRoundingRule) -> Double
      mutating func round()
      mutating func round(_ rule: FloatingPointRoundingRule)
      mutating func formSquareRoot()
      mutating func negate()
      func remainder(dividingBy other: Double) -> Double
      func truncatingRemainder(dividingBy other: Double) -> Double
      func addingProduct(_ lhs: Double, _ rhs: Double) -> Double
      mutating func addProduct(_ lhs: Double, _ rhs: Double)
      func isEqual(to other: Double) -> Bool
      func isLess(than other: Double) -> Bool
      func isLessThanOrEqualTo(_ other: Double) -> Bool
      func advanced(by amount: Double) -> Double
      func distance(to other: Double) -> Double
    }
    struct Float: BinaryFloatingPoint, LosslessStringConvertible {
      static func + (lhs: Float, rhs: Float) -> Float
      static func - (lhs: Float, rhs: Float) -> Float
      static func * (lhs: Float, rhs: Float) -> Float
      static func / (lhs: Float, rhs: Float) -> Float
      static func == (lhs: Float, rhs: Float) -> Bool
      static func != (lhs: Float, rhs: Float) -> Bool
      static func < (lhs: Float, rhs: Float) -> Bool
      static func <= (lhs: Float, rhs: Float) -> Bool
      static func > (lhs: Float, rhs: Float) -> Bool
      static func >= (lhs: Float, rhs: Float) -> Bool
      static func += (lhs: inout Float, rhs: Float)
      static func -= (lhs: inout Float, rhs: Float)
      static func *= (lhs: inout Float, rhs: Float)
      static func /= (lhs: inout Float, rhs: Float)
      static prefix func - (operand: Float) -> Float
      static prefix func + (operand: Float) -> Float
      static var pi: Float { get }
      static var infinity: Float { get }
      static var nan: Float { get }
      static var greatestFiniteMagnitude: Float { get }
      static var leastNormalMagnitude: Float { get }
      static var leastNonzeroMagnitude: Float { get }
      static var ulpOfOne: Float { get }
      static var zero: Float { get }
      static func minimum(_ x: Float, _ y: Float) -> Float
      static func maximum(_ x: Float, _ y: Float) -> Float
      init()
      init(_ value: Int)
      init(_ value: UInt64)
      init(_ other: Double)
      init(_ other: Float)
      init?(_ text: String)
      init?(_ text: Substring)
      init?(exactly value: Int)
      init(sign: FloatingPointSign, exponent: Int, significand: Float)
      init(signOf sign: Float, magnitudeOf magnitude: Float)
      var magnitude: Float { get }
      var description: String { get }
      var isNaN: Bool { get }
      var isInfinite: Bool { get }
      var isFinite: Bool { get }
      var isZero: Bool { get }
      var isNormal: Bool { get }
      var isSubnormal: Bool { get }
      var sign: FloatingPointSign { get }
      var exponent: Int { get }
      var significand: Float { get }
      var ulp: Float { get }
      var nextUp: Float { get }
      var nextDown: Float { get }
      func squareRoot() -> Float
      func rounded() -> Float
      func rounded(_ rule: FloatingPointRoundingRule) -> Float
      mutating func round()
      mutating func round(_ rule: FloatingPointRoundingRule)
      mutating func formSquareRoot()
      mutating func negate()
      func remainder(dividingBy other: Float) -> Float
      func truncatingRemainder(dividingBy other: Float) -> Float
      func addingProduct(_ lhs: Float, _ rhs: Float) -> Float
      mutating func addProduct(_ lhs: Float, _ rhs: Float)
      func isEqual(to other: Float) -> Bool
      func isLess(than other: Float) -> Bool
      func isLessThanOrEqualTo(_ other: Float) -> Bool
      func advanced(by amount: Float) -> Float
      func distance(to other: Float) -> Float
    }
    struct FloatingPointRoundingRule: Hashable {
      static var toNearestOrAwayFromZero: FloatingPointRoundingRule { get }
      static var toNearestOrEven: FloatingPointRoundingRule { get }
      static var up: FloatingPointRoundingRule { get }
      static var down: FloatingPointRoundingRule { get }
      static var towardZero: FloatingPointRoundingRule { get }
      static var awayFromZero: FloatingPointRoundingRule { get }
      static func == (lhs: FloatingPointRoundingRule, rhs: FloatingPointRoundingRule) -> Bool
    }
    struct FloatingPointSign: Hashable {
      static var plus: FloatingPointSign { get }
      static var minus: FloatingPointSign { get }
      static func == (lhs: FloatingPointSign, rhs: FloatingPointSign) -> Bool
    }
    struct Bool: Hashable, LosslessStringConvertible {
      static func == (lhs: Bool, rhs: Bool) -> Bool
      static func != (lhs: Bool, rhs: Bool) -> Bool
      static prefix func ! (a: Bool) -> Bool
      static func && (lhs: Bool, rhs: @autoclosure () -> Bool) -> Bool
      static func || (lhs: Bool, rhs: @autoclosure () -> Bool) -> Bool
      init()
      init(_ value: Bool)
      init?(_ description: String)
      var description: String { get }
      mutating func toggle()
    }
    """#
}
