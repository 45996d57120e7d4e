import Diagnostics
import SwiftParser
import SwiftSyntax

/// A top-level declaration or statement of a piece, with what it declares and uses.
struct ProgramItem {
  enum Kind: Equatable {
    case importing
    /// Nothing runs at its place: a function, a type, an operator, a computed variable.
    case definition
    case type
    /// Of a type that may stand elsewhere; `isImplicit` where it acts without its name being used:
    /// a conformance, an initialiser, a subscript.
    case typeExtension(isImplicit: Bool)
    /// Constants and variables with values, which a global of another file can have too.
    case variable
    /// Runs at its place; may bind names that only what follows it sees.
    case statement
  }

  var kind: Kind
  /// The piece's index.
  let piece: Int
  /// In the piece's text, without comments before and behind it.
  let span: Span
  let names: Set<String>
  /// A name of each value of a `variable`, in the order in which they are computed.
  let values: [String]
  /// Of an extension: the type that it extends.
  let extended: String?
  /// Of an extension: what it adds to the type.
  let members: Set<String>
  /// Functions with one name but different labels or types are overloads, not the same again.
  let overload: String?
  /// What an expression statement calls: `Chart` for `Chart("…") { … }.frame(height: 200)`.
  let callee: String?
  let uses: [String: Span]
  let changes: Set<String>
  let words: Set<String>
  /// String literals of several lines: their lines move together, or not at all.
  let textBlocks: [Span]
  let traits: Traits

  /// What keeps an item from standing anywhere but in `main.swift`, as it is.
  struct Traits: OptionSet {
    let rawValue: Int
    /// `await`, `return`, `#if` at the top level.
    static let isForMainFile = Traits(rawValue: 1)
    /// It cannot be made `fileprivate` by a word before it.
    static let hasDecorations = Traits(rawValue: 2)
    static let hasSyntaxError = Traits(rawValue: 4)
  }

  /// It has an effect at its place.
  var isExecuted: Bool { kind == .variable || kind == .statement }
}

extension ProgramItem {
  /// The items of a piece in order; nil where its text is nested too deeply to be looked at, or ends in
  /// a comment that does not: of that, `swiftc` has to see the whole piece.
  static func items(of piece: ProgramPiece, index: Int) -> [ProgramItem]? {
    guard NestingScan.placeTooDeep(in: piece.source.text) == nil else { return nil }
    var parser = Parser(piece.source.text, maximumNestingLevel: SourceReader.greatestHeight / 2)
    let tree = SourceFileSyntax.parse(from: &parser)
    guard !tree.endOfFileToken.hasError,
      SyntaxDepth.firstNode(in: tree, deeperThan: greatestDepth) == nil
    else { return nil }
    return tree.statements.map { ProgramItem($0, piece: index) }
  }

  private static let greatestDepth = 5 * SourceReader.greatestHeight

  private init(_ syntax: CodeBlockItemSyntax, piece: Int) {
    let item = syntax.item
    let uses = NameUses.uses(of: item)
    self.piece = piece
    span = Span(
      item.positionAfterSkippingLeadingTrivia.utf8Offset,
      item.endPositionBeforeTrailingTrivia.utf8Offset)
    self.uses = uses.free
    changes = uses.changed
    words = uses.words
    textBlocks = uses.textBlocks
    var traits: Traits = item.hasError ? .hasSyntaxError : []
    if TopLevelEffects.effects(of: item).needsMainFile { traits.insert(.isForMainFile) }
    switch item {
    case .decl(let declaration):
      kind = Self.kind(of: declaration)
      names = declaration.declaredNames
      values =
        declaration.as(VariableDeclSyntax.self)?.bindings.compactMap(\.pattern.boundNames.first)
        ?? []
      let type = declaration.as(ExtensionDeclSyntax.self)
      extended = type?.extendedType.trimmedDescription
      members = type?.memberBlock.memberNames ?? []
      overload = declaration.overload
      callee = declaration.as(MacroExpansionDeclSyntax.self).map { "#" + $0.macroName.plainName }
      if declaration.isDecorated { traits.insert(.hasDecorations) }
    case .stmt(let statement):
      (kind, values, extended, members) = (.statement, [], nil, [])
      (overload, callee) = (nil, nil)
      names = statement.as(GuardStmtSyntax.self)?.boundNames ?? []
    case .expr(let expression):
      (kind, names, values, extended, members) = (.statement, [], [], nil, [])
      overload = nil
      callee = expression.calleeName
    }
    self.traits = traits
  }

  private static func kind(of declaration: DeclSyntax) -> Kind {
    switch declaration.as(DeclSyntaxEnum.self) {
    case .importDecl: .importing
    case .structDecl, .enumDecl, .classDecl, .actorDecl, .protocolDecl, .typeAliasDecl: .type
    case .extensionDecl(let declaration):
      .typeExtension(isImplicit: declaration.isImplicit)
    case .variableDecl(let variables): kind(of: variables)
    case .functionDecl, .operatorDecl, .precedenceGroupDecl: .definition
    default: .statement
    }
  }

  private static func kind(of variables: VariableDeclSyntax) -> Kind {
    let bindings = variables.bindings
    let computes = bindings.contains { $0.initializer == nil && $0.accessorBlock != nil }
    if computes { return .definition }
    let isGlobal = bindings.allSatisfy { binding in
      guard let value = binding.initializer?.value else { return false }
      return !binding.pattern.boundNames.isEmpty && !TopLevelEffects.effects(of: value).throwsErrors
    }
    return isGlobal ? .variable : .statement
  }
}

/// What of an item happens at the top level itself, not in closures, functions and types.
private final class TopLevelEffects: SyntaxVisitor {
  private(set) var throwsErrors = false
  private(set) var needsMainFile = false

  static func effects(of node: some SyntaxProtocol) -> TopLevelEffects {
    let effects = TopLevelEffects(viewMode: .sourceAccurate)
    effects.walk(node)
    return effects
  }

  override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
    if node.questionOrExclamationMark == nil { throwsErrors = true }
    return .visitChildren
  }

  override func visit(_ node: AwaitExprSyntax) -> SyntaxVisitorContinueKind {
    needsMainFile = true
    return .visitChildren
  }

  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
    if node.awaitKeyword != nil { needsMainFile = true }
    return .visitChildren
  }

  override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
    needsMainFile = true
    return .visitChildren
  }

  override func visit(_ node: IfConfigDeclSyntax) -> SyntaxVisitorContinueKind {
    needsMainFile = true
    return .skipChildren
  }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: MemberBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}

extension DeclSyntax {
  /// Attributes or modifiers stand before its keyword.
  fileprivate var isDecorated: Bool {
    let attributes = self.asProtocol((any WithAttributesSyntax).self)?.attributes
    let modifiers = self.asProtocol((any WithModifiersSyntax).self)?.modifiers
    return attributes?.isEmpty == false || modifiers?.isEmpty == false
  }
}

extension ExtensionDeclSyntax {
  fileprivate var isImplicit: Bool {
    if inheritanceClause != nil { return true }
    return memberBlock.members.contains { member in
      member.decl.is(InitializerDeclSyntax.self) || member.decl.is(SubscriptDeclSyntax.self)
        || !member.decl.declaredNames.isDisjoint(with: ["appendInterpolation", "callAsFunction"])
    }
  }
}

extension DeclSyntax {
  fileprivate var overload: String? {
    if let declaration = self.as(OperatorDeclSyntax.self) {
      return declaration.fixitySpecifier.text
    }
    return self.as(FunctionDeclSyntax.self)?.signature.parameterClause.parameters
      .map { "\($0.firstName.text): \($0.type.trimmedDescription)" }
      .joined(separator: ", ")
  }
}

extension GuardStmtSyntax {
  fileprivate var boundNames: Set<String> {
    let names = conditions.flatMap { condition -> [String] in
      switch condition.condition {
      case .optionalBinding(let binding): binding.pattern.boundNames
      case .matchingPattern(let matching): matching.pattern.boundNames
      case .expression, .availability: []
      }
    }
    return Set(names)
  }
}

extension ExprSyntax {
  /// The name at the root of a call, behind modifiers such as `.frame(…)`.
  fileprivate var calleeName: String? {
    switch self.as(ExprSyntaxEnum.self) {
    case .functionCallExpr(let call): call.calledExpression.rootName
    case .macroExpansionExpr(let macro): "#" + macro.macroName.plainName
    default: nil
    }
  }

  private var rootName: String? {
    switch self.as(ExprSyntaxEnum.self) {
    case .declReferenceExpr(let name): name.baseName.plainName
    case .memberAccessExpr(let member): member.base?.rootName
    case .functionCallExpr(let call): call.calledExpression.rootName
    default: nil
    }
  }
}
