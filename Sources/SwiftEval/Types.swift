/// A type of the evaluated Swift, after inference.
public indirect enum Type: Hashable, Sendable {
  case int
  case double
  case float
  case bool
  case string
  case character
  case void
  case never
  case optional(Type)
  case array(Type)
  case tuple([TupleElement])
  case function(FunctionType)
  /// A generic or plain type of the library or of the vocabulary, by name: `ClosedRange<Double>`,
  /// `StrideThrough<Double>`, `Zip2Sequence<[Int], [Int]>`, `Chart`, `Column`.
  case nominal(String, [Type])
  /// A type parameter of a library function that is being called; never in a finished tree.
  case parameter(String)
  /// A type that inference has not found yet; never in a finished tree.
  case variable(Int)
  /// The type of what failed to check: it silences what depends on it.
  case error

  public struct TupleElement: Hashable, Sendable {
    public let label: String?
    public let type: Type
    public init(label: String?, type: Type) {
      self.label = label
      self.type = type
    }
  }
}

public struct FunctionType: Hashable, Sendable {
  public struct Parameter: Hashable, Sendable {
    public let type: Type
    public let isInout: Bool
    public init(type: Type, isInout: Bool = false) {
      self.type = type
      self.isInout = isInout
    }
  }

  public let parameters: [Parameter]
  public let result: Type

  public init(parameters: [Parameter], result: Type) {
    self.parameters = parameters
    self.result = result
  }
}
