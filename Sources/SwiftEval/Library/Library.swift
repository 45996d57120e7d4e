/// All declarations that a lesson's code may use, by name: the standard library, the elementary
/// functions, and the vocabulary.
struct Library: Sendable {
  private(set) var types: [String: LibraryType] = [:]
  private(set) var declarations: [LibraryDeclaration] = []
  /// Global functions by base name.
  private(set) var functions: [String: [Int]] = [:]
  /// Operators by name; infix, prefix and postfix apart.
  private(set) var operators: [LibraryDeclaration.Kind: [String: [Int]]] = [:]
  /// Members by owner, then by name.
  private(set) var members: [String: [String: [Int]]] = [:]
  private var byCanonicalName: [String: Int] = [:]
  /// By `SignatureID`.
  private(set) var signatures: [Int] = []

  /// The standard library alone, read once.
  private static let standard = Library(vocabulary: [])

  static func with(vocabulary: [String]) -> Library {
    vocabulary.isEmpty ? standard : Library(vocabulary: vocabulary)
  }

  private init(vocabulary: [String]) {
    var standard = DeclarationReading(types: [], isVocabulary: false)
    for text in StandardLibrary.declarations { standard.read(text) }
    var additions = DeclarationReading(types: standard.types, isVocabulary: true)
    for text in vocabulary { additions.read(text) }
    var all = standard.declarations
    CanonicalNames.assign(to: &all)
    for (index, declaration) in additions.declarations.enumerated() {
      var declaration = declaration
      declaration.signature = SignatureID(index)
      signatures.append(all.count)
      all.append(declaration)
    }
    declarations = all
    for type in additions.types { types[type.name] = type }
    for index in all.indices { enter(index) }
  }

  private mutating func enter(_ index: Int) {
    let declaration = declarations[index]
    if declaration.signature == nil { byCanonicalName[declaration.canonicalName] = index }
    if declaration.isOperator {
      operators[declaration.kind, default: [:]][declaration.name, default: []].append(index)
    } else if let owner = declaration.owner {
      members[owner, default: [:]][declaration.name, default: []].append(index)
    } else {
      functions[declaration.name, default: []].append(index)
    }
  }

  /// What the machine knows by the name.
  func declaration(named canonicalName: String) -> LibraryDeclaration? {
    byCanonicalName[canonicalName].map { declarations[$0] }
  }

  func selfType(_ owner: String) -> Type {
    guard let type = types[owner] else { return .error }
    return type.isProtocol
      ? .parameter("Self") : Type.named(owner, type.generics.map { .parameter($0) })
  }
}
