import SwiftSyntax

/// Follows which names are bound at each place of a piece of Swift.
///
/// The names of types, functions and members are bound in their whole scope, those of constants and
/// variables from their declaration on. What an item declares at file scope is bound in the outermost
/// scope.
///
/// A class because swift-syntax's visitors are; confined to the call that makes it.
class ScopeVisitor: SyntaxVisitor {
  private var scopes: [Set<String>] = [[]]

  /// A name that the syntax uses without an expression: `if let x {`.
  func use(_ token: TokenSyntax) {}

  func isBound(_ name: String) -> Bool { scopes.contains { $0.contains(name) } }

  private func bind(_ token: TokenSyntax) { scopes[scopes.count - 1].insert(token.plainName) }

  private func bind(_ names: Set<String>) { scopes[scopes.count - 1].formUnion(names) }

  private func inScope(_ read: () -> Void) {
    scopes.append([])
    read()
    scopes.removeLast()
  }

  // MARK: Declarations

  override func visit(_ node: PatternBindingSyntax) -> SyntaxVisitorContinueKind {
    node.initializer.map { walk($0) }
    node.typeAnnotation.map { walk($0) }
    walk(node.pattern)
    node.accessorBlock.map { walk($0) }
    return .skipChildren
  }

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    bind(node.identifier)
    return .visitChildren
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    bind(node.name)
    walk(node.attributes)
    readCallable(
      node.genericParameterClause, node.signature, node.genericWhereClause, node.body)
    return .skipChildren
  }

  override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
    readCallable(
      node.genericParameterClause, node.signature, node.genericWhereClause, node.body)
    return .skipChildren
  }

  override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind {
    inScope {
      node.genericParameterClause.map { walk($0) }
      walk(node.parameterClause)
      walk(node.returnClause)
      node.accessorBlock.map { walk($0) }
    }
    return .skipChildren
  }

  private func readCallable(
    _ generics: GenericParameterClauseSyntax?, _ signature: FunctionSignatureSyntax,
    _ requirements: GenericWhereClauseSyntax?, _ body: CodeBlockSyntax?
  ) {
    inScope {
      generics.map { walk($0) }
      walk(signature)
      requirements.map { walk($0) }
      body.map { walk($0) }
    }
  }

  override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
    walk(node.type)
    node.defaultValue.map { walk($0) }
    bind(node.secondName ?? node.firstName)
    return .skipChildren
  }

  override func visit(_ node: GenericParameterSyntax) -> SyntaxVisitorContinueKind {
    bind(node.name)
    return .visitChildren
  }

  override func visit(_ node: AccessorDeclSyntax) -> SyntaxVisitorContinueKind {
    inScope {
      bind(["newValue", "oldValue"])
      node.parameters.map { bind($0.name) }
      node.body.map { walk($0) }
    }
    return .skipChildren
  }

  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind {
    readType(node, name: node.name)
  }

  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind {
    readType(node, name: node.name)
  }

  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
    readType(node, name: node.name)
  }

  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind {
    readType(node, name: node.name)
  }

  override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind {
    readType(node, name: node.name)
  }

  override func visit(_ node: TypeAliasDeclSyntax) -> SyntaxVisitorContinueKind {
    bind(node.name)
    return .visitChildren
  }

  override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
    walk(node.extendedType)
    node.inheritanceClause.map { walk($0) }
    node.genericWhereClause.map { walk($0) }
    inScope {
      bind(node.memberBlock.memberNames)
      walk(node.memberBlock)
    }
    return .skipChildren
  }

  private func readType(
    _ node: some DeclGroupSyntax, name: TokenSyntax
  ) -> SyntaxVisitorContinueKind {
    bind(name)
    walk(node.attributes)
    inScope {
      bind(node.memberBlock.memberNames)
      node.asProtocol((any WithGenericParametersSyntax).self)?.genericParameterClause
        .map { walk($0) }
      node.inheritanceClause.map { walk($0) }
      node.genericWhereClause.map { walk($0) }
      walk(node.memberBlock)
    }
    return .skipChildren
  }

  // MARK: Statements and closures

  override func visit(_ node: CodeBlockSyntax) -> SyntaxVisitorContinueKind {
    inScope { readBody(node.statements) }
    return .skipChildren
  }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
    inScope {
      node.signature.map { walk($0) }
      readBody(node.statements)
    }
    return .skipChildren
  }

  /// Functions and types of a body may be used above their declarations.
  private func readBody(_ statements: CodeBlockItemListSyntax) {
    for item in statements {
      guard case .decl(let declaration) = item.item, !declaration.is(VariableDeclSyntax.self)
      else { continue }
      bind(declaration.declaredNames)
    }
    walk(statements)
  }

  override func visit(_ node: ClosureShorthandParameterSyntax) -> SyntaxVisitorContinueKind {
    bind(node.name)
    return .visitChildren
  }

  override func visit(_ node: ClosureParameterSyntax) -> SyntaxVisitorContinueKind {
    node.type.map { walk($0) }
    bind(node.secondName ?? node.firstName)
    return .skipChildren
  }

  override func visit(_ node: ClosureCaptureSyntax) -> SyntaxVisitorContinueKind {
    if let initializer = node.initializer { walk(initializer) } else { use(node.name) }
    bind(node.name)
    return .skipChildren
  }

  override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
    if let initializer = node.initializer {
      walk(initializer)
    } else if let name = node.pattern.as(IdentifierPatternSyntax.self) {
      use(name.identifier)
    }
    node.typeAnnotation.map { walk($0) }
    walk(node.pattern)
    return .skipChildren
  }

  override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
    inScope {
      walk(node.conditions)
      walk(node.body)
    }
    node.elseBody.map { walk($0) }
    return .skipChildren
  }

  override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
    inScope {
      walk(node.conditions)
      walk(node.body)
    }
    return .skipChildren
  }

  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
    walk(node.sequence)
    inScope {
      node.typeAnnotation.map { walk($0) }
      walk(node.pattern)
      node.whereClause.map { walk($0) }
      walk(node.body)
    }
    return .skipChildren
  }

  override func visit(_ node: SwitchCaseSyntax) -> SyntaxVisitorContinueKind {
    inScope {
      walk(node.label)
      walk(node.statements)
    }
    return .skipChildren
  }

  override func visit(_ node: CatchClauseSyntax) -> SyntaxVisitorContinueKind {
    inScope {
      bind(["error"])
      walk(node.catchItems)
      walk(node.body)
    }
    return .skipChildren
  }
}
