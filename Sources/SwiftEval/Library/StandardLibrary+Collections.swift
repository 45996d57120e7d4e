/// Arrays, optionals and the sequences that wrap others.
extension StandardLibrary {
  static let collections = #"""
    struct Array<Element>: RandomAccessCollection {
      typealias Index = Int
      typealias SubSequence = ArraySlice<Element>
      static func + (lhs: [Element], rhs: [Element]) -> [Element]
      static func + <Other: Sequence>(lhs: [Element], rhs: Other) -> [Element] where Other.Element == Element
      static func += <S: Sequence>(lhs: inout [Element], rhs: S) where S.Element == Element
      init()
      init<S: Sequence>(_ s: S) where S.Element == Element
      init(repeating repeatedValue: Element, count: Int)
      subscript(index: Int) -> Element { get set }
      subscript(bounds: Range<Int>) -> ArraySlice<Element> { get set }
      subscript(bounds: ClosedRange<Int>) -> ArraySlice<Element> { get set }
      subscript(bounds: PartialRangeFrom<Int>) -> ArraySlice<Element> { get set }
      subscript(bounds: PartialRangeUpTo<Int>) -> ArraySlice<Element> { get set }
      subscript(bounds: PartialRangeThrough<Int>) -> ArraySlice<Element> { get set }
      var indices: Range<Int> { get }
      mutating func append(_ newElement: Element)
      mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Element
      mutating func insert(_ newElement: Element, at i: Int)
      mutating func insert<C: Collection>(contentsOf newElements: C, at i: Int) where C.Element == Element
      mutating func remove(at index: Int) -> Element
      mutating func removeLast() -> Element
      mutating func removeLast(_ k: Int)
      mutating func removeFirst() -> Element
      mutating func removeFirst(_ k: Int)
      mutating func removeAll(keepingCapacity: Bool = false)
      mutating func removeAll(where shouldBeRemoved: (Element) throws -> Bool) rethrows
      mutating func removeSubrange(_ bounds: Range<Int>)
      mutating func removeSubrange(_ bounds: ClosedRange<Int>)
      mutating func popLast() -> Element?
      mutating func reserveCapacity(_ minimumCapacity: Int)
      mutating func sort(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows
      mutating func reverse()
      mutating func swapAt(_ i: Int, _ j: Int)
    }
    extension Array where Element: Comparable {
      mutating func sort()
    }
    extension Array: Equatable where Element: Equatable {
      static func == (lhs: [Element], rhs: [Element]) -> Bool
      static func != (lhs: [Element], rhs: [Element]) -> Bool
    }
    extension Array: Hashable where Element: Hashable {}
    struct ArraySlice<Element>: RandomAccessCollection {
      typealias Index = Int
      typealias SubSequence = ArraySlice<Element>
      static func + (lhs: ArraySlice<Element>, rhs: ArraySlice<Element>) -> ArraySlice<Element>
      subscript(index: Int) -> Element { get }
      subscript(bounds: Range<Int>) -> ArraySlice<Element> { get }
      subscript(bounds: ClosedRange<Int>) -> ArraySlice<Element> { get }
      subscript(bounds: PartialRangeFrom<Int>) -> ArraySlice<Element> { get }
      subscript(bounds: PartialRangeUpTo<Int>) -> ArraySlice<Element> { get }
      subscript(bounds: PartialRangeThrough<Int>) -> ArraySlice<Element> { get }
      var indices: Range<Int> { get }
    }
    extension ArraySlice: Equatable where Element: Equatable {
      static func == (lhs: ArraySlice<Element>, rhs: ArraySlice<Element>) -> Bool
    }
    struct Optional<Wrapped> {
      static func == (lhs: Wrapped?, rhs: _OptionalNilComparisonType) -> Bool
      static func != (lhs: Wrapped?, rhs: _OptionalNilComparisonType) -> Bool
      static func == (lhs: _OptionalNilComparisonType, rhs: Wrapped?) -> Bool
      static func != (lhs: _OptionalNilComparisonType, rhs: Wrapped?) -> Bool
      func map<U>(_ transform: (Wrapped) throws -> U) rethrows -> U?
      func flatMap<U>(_ transform: (Wrapped) throws -> U?) rethrows -> U?
    }
    extension Optional: Equatable where Wrapped: Equatable {
      static func == (lhs: Wrapped?, rhs: Wrapped?) -> Bool
      static func != (lhs: Wrapped?, rhs: Wrapped?) -> Bool
    }
    extension Optional: Hashable where Wrapped: Hashable {}
    struct _OptionalNilComparisonType {}
    struct EnumeratedSequence<Base: Sequence>: Sequence {
      typealias Element = (offset: Int, element: Base.Element)
    }
    struct Zip2Sequence<Sequence1: Sequence, Sequence2: Sequence>: Sequence {
      typealias Element = (Sequence1.Element, Sequence2.Element)
    }
    struct ReversedCollection<Base: BidirectionalCollection>: BidirectionalCollection {
      typealias Element = Base.Element
      typealias Index = ReversedIndex<Base>
      typealias SubSequence = ReversedCollection<Base>
    }
    struct ReversedIndex<Base> {}
    """#
}
