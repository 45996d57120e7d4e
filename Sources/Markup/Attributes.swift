/// An element's attributes, in the order in which they were given.
public struct Attributes: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  public private(set) var names: [String]
  public private(set) var values: [String]

  public init() {
    names = []
    values = []
  }

  public init(dictionaryLiteral pairs: (String, String)...) {
    names = pairs.map { $0.0 }
    values = pairs.map { $0.1 }
  }

  public var isEmpty: Bool { names.isEmpty }

  public var pairs: [(name: String, value: String)] {
    zip(names, values).map { (name: $0, value: $1) }
  }

  /// Setting to nil removes; setting a name again keeps its place.
  public subscript(name: String) -> String? {
    get { names.firstIndex(of: name).map { values[$0] } }
    set {
      switch (names.firstIndex(of: name), newValue) {
      case (let index?, let value?): values[index] = value
      case (let index?, nil):
        names.remove(at: index)
        values.remove(at: index)
      case (nil, let value?):
        names.append(name)
        values.append(value)
      case (nil, nil): break
      }
    }
  }
}
