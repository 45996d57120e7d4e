/// Declarations that a cell may use beside the standard library: displays, marks and checks.
///
/// They are Swift text: `struct` and `enum` declarations with initialisers, methods and static
/// members, protocols and global functions. Using one makes a *record* of its arguments.
public struct Vocabulary: Sendable {
  let library: Library

  /// Reads declarations, each text a piece of a Swift file.
  public init(declarations: [String] = []) {
    library = Library.with(vocabulary: declarations)
  }

  /// What a record was made by.
  public struct Signature: Hashable, Sendable {
    /// The type or protocol that declares it; nil for a function.
    public let typeName: String?
    /// `init` for an initialiser.
    public let baseName: String
    /// Labels as they are written at the call; nil for `_`.
    public let labels: [String?]
    /// Names inside of the declaration.
    public let parameterNames: [String]
    public let isStatic: Bool
    /// The type of the record.
    public let result: Type
  }

  /// Nil for a number that no record of this vocabulary carries.
  public func signature(_ id: SignatureID) -> Signature? {
    guard library.signatures.indices.contains(id.index) else { return nil }
    let declaration = library.declarations[library.signatures[id.index]]
    return Signature(
      typeName: declaration.owner, baseName: declaration.name,
      labels: declaration.parameters.map(\.label),
      parameterNames: declaration.parameters.map(\.name), isStatic: declaration.isStatic,
      result: declaration.result)
  }

  /// The names of library functions that the machine implements, with their declarations.
  public static var intrinsics: [(name: String, declaration: String)] {
    Library.with(vocabulary: []).declarations.map { ($0.canonicalName, $0.text) }
  }
}
