/// What every sequence and every collection has.
extension StandardLibrary {
  static let sequences = #"""
    extension Sequence {
      func map<T>(_ transform: (Element) throws -> T) rethrows -> [T]
      func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element]
      func reduce<Result>(_ initialResult: Result, _ nextPartialResult: (Result, Element) throws -> Result) rethrows -> Result
      func reduce<Result>(into initialResult: Result, _ updateAccumulatingResult: (inout Result, Element) throws -> Void) rethrows -> Result
      func compactMap<ElementOfResult>(_ transform: (Element) throws -> ElementOfResult?) rethrows -> [ElementOfResult]
      func flatMap<SegmentOfResult: Sequence>(_ transform: (Element) throws -> SegmentOfResult) rethrows -> [SegmentOfResult.Element]
      func forEach(_ body: (Element) throws -> Void) rethrows
      func sorted(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> [Element]
      func reversed() -> [Element]
      func contains(where predicate: (Element) throws -> Bool) rethrows -> Bool
      func first(where predicate: (Element) throws -> Bool) rethrows -> Element?
      func allSatisfy(_ predicate: (Element) throws -> Bool) rethrows -> Bool
      func min(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element?
      func max(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element?
      func enumerated() -> EnumeratedSequence<Self>
      func elementsEqual<OtherSequence: Sequence>(_ other: OtherSequence, by areEquivalent: (Element, OtherSequence.Element) throws -> Bool) rethrows -> Bool
    }
    extension Sequence where Element: Equatable {
      func contains(_ element: Element) -> Bool
      func elementsEqual<OtherSequence: Sequence>(_ other: OtherSequence) -> Bool where OtherSequence.Element == Element
      func starts<PossiblePrefix: Sequence>(with possiblePrefix: PossiblePrefix) -> Bool where PossiblePrefix.Element == Element
    }
    extension Sequence where Element: Comparable {
      func sorted() -> [Element]
      func min() -> Element?
      func max() -> Element?
      func lexicographicallyPrecedes<OtherSequence: Sequence>(_ other: OtherSequence) -> Bool where OtherSequence.Element == Element
    }
    extension Sequence where Element: StringProtocol {
      func joined(separator: String = "") -> String
    }
    extension Sequence where Element: Sequence {
      @_disfavoredOverload func joined() -> [Element.Element]
    }
    extension Collection {
      var count: Int { get }
      var isEmpty: Bool { get }
      var first: Element? { get }
      var startIndex: Index { get }
      var endIndex: Index { get }
      func prefix(_ maxLength: Int) -> SubSequence
      func prefix(while predicate: (Element) throws -> Bool) rethrows -> SubSequence
      func suffix(_ maxLength: Int) -> SubSequence
      func dropFirst() -> SubSequence
      func dropFirst(_ k: Int) -> SubSequence
      func dropLast() -> SubSequence
      func dropLast(_ k: Int) -> SubSequence
      func drop(while predicate: (Element) throws -> Bool) rethrows -> SubSequence
      func firstIndex(where predicate: (Element) throws -> Bool) rethrows -> Index?
      func split(maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true, whereSeparator isSeparator: (Element) throws -> Bool) rethrows -> [SubSequence]
    }
    extension Collection where Element: Equatable {
      func firstIndex(of element: Element) -> Index?
      func split(separator: Element, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true) -> [SubSequence]
    }
    extension BidirectionalCollection {
      var last: Element? { get }
      func reversed() -> ReversedCollection<Self>
      func last(where predicate: (Element) throws -> Bool) rethrows -> Element?
      func lastIndex(where predicate: (Element) throws -> Bool) rethrows -> Index?
    }
    extension BidirectionalCollection where Element: Equatable {
      func lastIndex(of element: Element) -> Index?
    }
    """#
}
