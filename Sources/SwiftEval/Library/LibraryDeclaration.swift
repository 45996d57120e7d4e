/// A function, operator, initialiser, property, subscript or static member that is declared in Swift
/// text: of the standard library, where the machine implements it, or of the vocabulary, where it makes
/// a record.
struct LibraryDeclaration: Sendable {
  enum Kind: Hashable, Sendable {
    case function
    case infix, prefix, postfix
    case initializer
    case property
    case `subscript`
  }

  struct Parameter: Sendable {
    /// Nil for `_`, and for operators and subscripts.
    let label: String?
    let name: String
    var type: Type
    var isInout = false
    var isVariadic = false
    /// The argument is an expression of the result type; it is checked as that.
    var isAutoclosure = false
    var isEscaping = false
    /// The name of the result builder that reads the closure.
    var builder: String?
    /// The default's source; the argument may be left out then.
    var defaultText: String?

    /// Trailing closures and autoclosures go to parameters of function type.
    var isFunction: Bool {
      if case .function = type { return !isAutoclosure }
      return false
    }
  }

  enum Requirement: Hashable, Sendable {
    case conforms(Type, to: String)
    case same(Type, Type)
  }

  var kind: Kind
  var name: String
  /// The type or protocol that it is a member of.
  var owner: String?
  var isOwnedByProtocol = false
  var isStatic = false
  var isMutating = false
  var isDisfavored = false
  /// Type parameters, the owner's first; `Self` for members of protocols.
  var generics: [String] = []
  var requirements: [Requirement] = []
  var parameters: [Parameter] = []
  var result: Type
  /// Names the declaration among all: see `Intrinsic`.
  var canonicalName = ""
  /// Nil for the standard library.
  var signature: SignatureID?
  /// The declaration as it is written, in one line.
  var text = ""

  var isOperator: Bool { kind == .infix || kind == .prefix || kind == .postfix }

  /// The receiver's type in terms of `generics`; nil for static members, initialisers and globals.
  func receiver(in library: Library) -> Type? {
    guard let owner, !isStatic, kind != .initializer, !isOperator else { return nil }
    return library.selfType(owner)
  }
}

/// A type that is declared in Swift text.
struct LibraryType: Sendable {
  let name: String
  var generics: [String]
  var isProtocol = false
  /// The protocols that it conforms to, with the conditions.
  var conformances: [(name: String, requirements: [LibraryDeclaration.Requirement])] = []
  /// Associated types and other aliases, in terms of `generics`.
  var aliases: [String: Type] = [:]
  var isVocabulary = false
}
