/// The protocols of the standard library, as far as they decide overloads.
extension StandardLibrary {
  static let protocols = #"""
    protocol Any {}
    protocol Equatable {}
    protocol Hashable: Equatable {}
    protocol Comparable: Equatable {}
    protocol LosslessStringConvertible {}
    protocol StringProtocol: BidirectionalCollection, Comparable, Hashable {}
    protocol AdditiveArithmetic: Equatable {}
    protocol Numeric: AdditiveArithmetic {}
    protocol SignedNumeric: Numeric {}
    protocol Strideable: Comparable {}
    protocol BinaryInteger: Numeric, Strideable, Hashable {}
    protocol SignedInteger: BinaryInteger, SignedNumeric {}
    protocol FixedWidthInteger: BinaryInteger, LosslessStringConvertible {}
    protocol FloatingPoint: SignedNumeric, Strideable, Hashable {}
    protocol BinaryFloatingPoint: FloatingPoint {}
    protocol Sequence { associatedtype Element }
    protocol Collection: Sequence { associatedtype Index; associatedtype SubSequence }
    protocol BidirectionalCollection: Collection {}
    protocol RandomAccessCollection: BidirectionalCollection {}
    protocol RangeExpression { associatedtype Bound }

    extension Equatable {
      static func != (lhs: Self, rhs: Self) -> Bool
    }
    extension Comparable {
      static func ... (minimum: Self, maximum: Self) -> ClosedRange<Self>
      static func ..< (minimum: Self, maximum: Self) -> Range<Self>
      static prefix func ... (maximum: Self) -> PartialRangeThrough<Self>
      static prefix func ..< (maximum: Self) -> PartialRangeUpTo<Self>
      static postfix func ... (minimum: Self) -> PartialRangeFrom<Self>
    }
    extension RangeExpression {
      static func ~= (pattern: Self, value: Bound) -> Bool
    }
    func ~= <T: Equatable>(a: T, b: T) -> Bool
    """#
}
