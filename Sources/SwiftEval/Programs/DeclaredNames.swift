import SwiftSyntax

extension DeclSyntax {
  /// What a declaration names in its scope; for an extension nothing.
  var declaredNames: Set<String> {
    switch self.as(DeclSyntaxEnum.self) {
    case .variableDecl(let variables): Set(variables.bindings.flatMap(\.pattern.boundNames))
    case .functionDecl(let function): [function.name.plainName]
    case .operatorDecl(let declaration): [declaration.name.text]
    case .precedenceGroupDecl(let group): [group.name.plainName]
    case .enumCaseDecl(let cases): Set(cases.elements.map(\.name.plainName))
    case .associatedTypeDecl(let type): [type.name.plainName]
    default: Subset.typeName(of: self).map { [$0.plainName] } ?? []
    }
  }
}

extension MemberBlockSyntax {
  var memberNames: Set<String> {
    members.reduce(into: []) { $0.formUnion($1.decl.declaredNames) }
  }
}

extension PatternSyntax {
  /// The names that a pattern of a declaration binds.
  var boundNames: [String] {
    switch self.as(PatternSyntaxEnum.self) {
    case .identifierPattern(let name): [name.identifier.plainName]
    case .tuplePattern(let tuple): tuple.elements.flatMap(\.pattern.boundNames)
    case .valueBindingPattern(let binding): binding.pattern.boundNames
    case .expressionPattern(let pattern): IdentifierPatterns.names(in: pattern)
    default: []
    }
  }
}

extension TokenSyntax {
  /// Without backticks.
  var plainName: String { identifier?.name ?? text }
}

/// Collects what a pattern such as `.some(let x)` binds.
private final class IdentifierPatterns: SyntaxVisitor {
  private var names: [String] = []

  static func names(in node: some SyntaxProtocol) -> [String] {
    let patterns = IdentifierPatterns(viewMode: .sourceAccurate)
    patterns.walk(node)
    return patterns.names
  }

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    names.append(node.identifier.plainName)
    return .skipChildren
  }
}
