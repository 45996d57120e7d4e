/// Names that the machine knows declarations by.
///
/// The name is what a Swift programmer would write, `Array.map(_:)`, after the type or protocol that
/// declares it. Where several declarations have the same, `#` and the parameters' types follow, as
/// they are declared; an overload that is disfavoured always has them, and the other one does not.
enum CanonicalNames {
  static func assign(to declarations: inout [LibraryDeclaration]) {
    var counts: [String: Int] = [:]
    for declaration in declarations where !declaration.isDisfavored {
      counts[plainName(of: declaration), default: 0] += 1
    }
    for index in declarations.indices {
      let declaration = declarations[index]
      let plain = plainName(of: declaration)
      let isAmbiguous = declaration.isDisfavored || counts[plain, default: 0] > 1
      declarations[index].canonicalName = isAmbiguous ? plain + suffix(of: declaration) : plain
    }
  }

  private static func plainName(of declaration: LibraryDeclaration) -> String {
    let owner = declaration.owner.map { $0 + "." } ?? ""
    let labels = declaration.parameters.map { ($0.label ?? "_") + ":" }.joined()
    switch declaration.kind {
    case .property: return owner + declaration.name
    case .initializer: return owner + "init(\(labels))"
    case .subscript: return owner + "subscript(\(labels))"
    case .function, .infix: return owner + declaration.name + "(\(labels))"
    case .prefix: return owner + "prefix " + declaration.name + "(\(labels))"
    case .postfix: return owner + "postfix " + declaration.name + "(\(labels))"
    }
  }

  private static func suffix(of declaration: LibraryDeclaration) -> String {
    "#" + declaration.parameters.map { $0.type.declaredText }.joined(separator: ",")
  }
}
