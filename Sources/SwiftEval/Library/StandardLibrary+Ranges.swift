/// Ranges and strides.
extension StandardLibrary {
  static let ranges = #"""
    struct ClosedRange<Bound: Comparable>: RangeExpression, Hashable {
      static func == (lhs: ClosedRange<Bound>, rhs: ClosedRange<Bound>) -> Bool
      init(_ other: Range<Int>) where Bound == Int
      init(uncheckedBounds bounds: (lower: Bound, upper: Bound))
      var lowerBound: Bound { get }
      var upperBound: Bound { get }
      var isEmpty: Bool { get }
      var description: String { get }
      func contains(_ element: Bound) -> Bool
      func clamped(to limits: ClosedRange<Bound>) -> ClosedRange<Bound>
      func overlaps(_ other: ClosedRange<Bound>) -> Bool
      func overlaps(_ other: Range<Bound>) -> Bool
    }
    extension ClosedRange: RandomAccessCollection where Bound: SignedInteger {
      typealias Element = Bound
      typealias Index = ClosedRangeIndex<Bound>
      typealias SubSequence = Slice<ClosedRange<Bound>>
    }
    struct Range<Bound: Comparable>: RangeExpression, Hashable {
      static func == (lhs: Range<Bound>, rhs: Range<Bound>) -> Bool
      init(_ other: ClosedRange<Int>) where Bound == Int
      init(uncheckedBounds bounds: (lower: Bound, upper: Bound))
      var lowerBound: Bound { get }
      var upperBound: Bound { get }
      var isEmpty: Bool { get }
      var description: String { get }
      func contains(_ element: Bound) -> Bool
      func clamped(to limits: Range<Bound>) -> Range<Bound>
      func overlaps(_ other: Range<Bound>) -> Bool
      func overlaps(_ other: ClosedRange<Bound>) -> Bool
    }
    extension Range: RandomAccessCollection where Bound: SignedInteger {
      typealias Element = Bound
      typealias Index = Bound
      typealias SubSequence = Range<Bound>
      subscript(position: Int) -> Int { get }
    }
    struct ClosedRangeIndex<Bound> {}
    struct Slice<Base: Collection>: BidirectionalCollection {
      typealias Element = Base.Element
      typealias Index = Base.Index
      typealias SubSequence = Slice<Base>
    }
    struct PartialRangeFrom<Bound: Comparable>: RangeExpression {
      var lowerBound: Bound { get }
      func contains(_ element: Bound) -> Bool
    }
    extension PartialRangeFrom: Sequence where Bound: SignedInteger {
      typealias Element = Bound
    }
    struct PartialRangeUpTo<Bound: Comparable>: RangeExpression {
      var upperBound: Bound { get }
      func contains(_ element: Bound) -> Bool
    }
    struct PartialRangeThrough<Bound: Comparable>: RangeExpression {
      var upperBound: Bound { get }
      func contains(_ element: Bound) -> Bool
    }
    struct StrideTo<Element: Strideable>: Sequence {}
    struct StrideThrough<Element: Strideable>: Sequence {}
    func stride(from start: Int, to end: Int, by stride: Int) -> StrideTo<Int>
    func stride(from start: Double, to end: Double, by stride: Double) -> StrideTo<Double>
    func stride(from start: Float, to end: Float, by stride: Float) -> StrideTo<Float>
    func stride(from start: Int, through end: Int, by stride: Int) -> StrideThrough<Int>
    func stride(from start: Double, through end: Double, by stride: Double) -> StrideThrough<Double>
    func stride(from start: Float, through end: Float, by stride: Float) -> StrideThrough<Float>
    """#
}
