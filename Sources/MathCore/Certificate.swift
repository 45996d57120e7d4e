/// What a separate program needs to check a proof again, as data: a tree that is written as JSON.
///
/// Every certificate is an object with a `kind`; `Certificate+Expressions.swift` says how expressions
/// and domains are written in it, `Certificate+Claims.swift` which claims there are, and
/// `Certificate+Proofs.swift` how they are proved. Numbers that are given by what they are have
/// certificates, too: `DefinedNumber`.
public indirect enum Certificate: Hashable, Sendable {
  case text(String)
  case number(Int)
  case boolean(Bool)
  case list([Certificate])
  /// The keys in the order in which they are written.
  case object([Field])

  public struct Field: Hashable, Sendable {
    public let key: String
    public let value: Certificate

    public init(_ key: String, _ value: Certificate) {
      self.key = key
      self.value = value
    }
  }
}
