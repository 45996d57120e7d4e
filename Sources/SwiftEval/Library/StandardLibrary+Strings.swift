/// Strings and characters.
extension StandardLibrary {
  static let strings = #"""
    struct Character: Hashable, Comparable, LosslessStringConvertible {
      static func == (lhs: Character, rhs: Character) -> Bool
      static func != (lhs: Character, rhs: Character) -> Bool
      static func < (lhs: Character, rhs: Character) -> Bool
      static func <= (lhs: Character, rhs: Character) -> Bool
      static func > (lhs: Character, rhs: Character) -> Bool
      static func >= (lhs: Character, rhs: Character) -> Bool
      init(_ c: Character)
      init(_ s: String)
      var description: String { get }
      var isLetter: Bool { get }
      var isNumber: Bool { get }
      var isWholeNumber: Bool { get }
      var isWhitespace: Bool { get }
      var isNewline: Bool { get }
      var isPunctuation: Bool { get }
      var isUppercase: Bool { get }
      var isLowercase: Bool { get }
      var wholeNumberValue: Int? { get }
      var isASCII: Bool { get }
      func uppercased() -> String
      func lowercased() -> String
    }
    struct String: StringProtocol, LosslessStringConvertible {
      typealias Element = Character
      typealias Index = StringIndex
      typealias SubSequence = Substring
      static func == (lhs: String, rhs: String) -> Bool
      static func != (lhs: String, rhs: String) -> Bool
      static func < (lhs: String, rhs: String) -> Bool
      static func <= (lhs: String, rhs: String) -> Bool
      static func > (lhs: String, rhs: String) -> Bool
      static func >= (lhs: String, rhs: String) -> Bool
      static func + (lhs: String, rhs: String) -> String
      static func += (lhs: inout String, rhs: String)
      init()
      init(_ c: Character)
      init(_ text: Substring)
      init<T: LosslessStringConvertible>(_ value: T)
      init<S: Sequence>(_ characters: S) where S.Element == Character
      init(_ value: Int, radix: Int, uppercase: Bool = false)
      init(_ value: UInt64, radix: Int, uppercase: Bool = false)
      init(repeating repeatedValue: String, count: Int)
      init(repeating repeatedValue: Character, count: Int)
      init<Subject>(describing instance: Subject)
      init<Subject>(reflecting instance: Subject)
      var description: String { get }
      func filter(_ isIncluded: (Character) throws -> Bool) rethrows -> String
      mutating func append(_ other: String)
      mutating func append(_ c: Character)
      mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Character
      mutating func removeAll()
      mutating func removeLast() -> Character
      mutating func removeFirst() -> Character
      mutating func popLast() -> Character?
    }
    struct Substring: StringProtocol, LosslessStringConvertible {
      typealias Element = Character
      typealias Index = StringIndex
      typealias SubSequence = Substring
      static func == (lhs: Substring, rhs: Substring) -> Bool
      static func < (lhs: Substring, rhs: Substring) -> Bool
      func filter(_ isIncluded: (Character) throws -> Bool) rethrows -> String
      var description: String { get }
    }
    struct DefaultStringInterpolation {
      static func text(_ value: Double, decimals: Int) -> String
      static func text(_ value: Double, significant: Int) -> String
    }
    struct StringIndex: Hashable, Comparable {}
    extension StringProtocol {
      func uppercased() -> String
      func lowercased() -> String
      func hasPrefix(_ prefix: String) -> Bool
      func hasSuffix(_ suffix: String) -> Bool
      func contains(_ other: String) -> Bool
    }
    """#
}
