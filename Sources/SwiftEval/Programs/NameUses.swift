import Diagnostics
import SwiftSyntax

/// The names that a piece of Swift takes from outside, found without types.
///
/// Where syntax alone cannot tell, a name counts as taken and as changed: a program then has a
/// definition too many, never one too few. Members and argument labels are not names of their own.
///
/// A class because swift-syntax's visitors are; confined to the call that makes it.
final class NameUses: ScopeVisitor {
  /// Each name that is not bound inside, with the place of its first use in the piece.
  private(set) var free: [String: Span] = [:]
  /// Of these, what may be changed: assigned, passed `inout`, or the root of a method's receiver.
  private(set) var changed: Set<String> = []
  /// Every word and operator, members and labels too.
  private(set) var words: Set<String> = []

  /// String literals of several lines.
  private(set) var textBlocks: [Span] = []

  /// `\(x, decimals: 3)` and its like: they have no name of their own.
  static let numberInterpolation = "\\(_:decimals:)"

  static func uses(of node: some SyntaxProtocol) -> NameUses {
    let uses = NameUses(viewMode: .sourceAccurate)
    uses.walk(node)
    return uses
  }

  override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
    switch token.tokenKind {
    case .identifier: words.insert(token.plainName)
    case .binaryOperator, .prefixOperator, .postfixOperator: words.insert(token.text)
    default: break
    }
    return .skipChildren
  }

  // MARK: Uses

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    use(node.baseName)
    return .visitChildren
  }

  override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
    use(node.name)
    return .visitChildren
  }

  override func visit(_ node: BinaryOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    use(node.operator)
    return .visitChildren
  }

  override func visit(_ node: PrefixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    use(node.operator)
    return .visitChildren
  }

  override func visit(_ node: PostfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    use(node.operator)
    return .visitChildren
  }

  override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
    node.base.map { walk($0) }
    walk(node.declName.baseName)
    return .skipChildren
  }

  override func visit(_ node: MacroExpansionExprSyntax) -> SyntaxVisitorContinueKind {
    note("#" + node.macroName.plainName, at: node.macroName)
    return .visitChildren
  }

  override func visit(_ node: MacroExpansionDeclSyntax) -> SyntaxVisitorContinueKind {
    note("#" + node.macroName.plainName, at: node.macroName)
    return .visitChildren
  }

  override func visit(_ node: ExpressionSegmentSyntax) -> SyntaxVisitorContinueKind {
    let label = node.expressions.compactMap(\.label).first
    if let label, ["decimals", "significant"].contains(label.plainName) {
      note(Self.numberInterpolation, at: label)
    }
    return .visitChildren
  }

  override func use(_ token: TokenSyntax) {
    switch token.tokenKind {
    case .identifier, .binaryOperator, .prefixOperator, .postfixOperator:
      note(token.plainName, at: token)
    default: break
    }
  }

  override func visit(_ node: StringLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    if node.openingQuote.tokenKind == .multilineStringQuote {
      textBlocks.append(
        Span(node.openingQuote.place.start, node.closingQuote.place.end))
    }
    return .visitChildren
  }

  private func note(_ name: String, at token: TokenSyntax) {
    guard !isBound(name), free[name] == nil else { return }
    free[name] = token.place
  }

  // MARK: Changes

  override func visit(_ node: SequenceExprSyntax) -> SyntaxVisitorContinueKind {
    let elements = Array(node.elements)
    for (place, assignment) in zip(elements, elements.dropFirst()) where assignment.isAssignment {
      change(place.rootNames)
    }
    return .visitChildren
  }

  override func visit(_ node: InOutExprSyntax) -> SyntaxVisitorContinueKind {
    change(node.expression.rootNames)
    return .visitChildren
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    if let member = node.calledExpression.as(MemberAccessExprSyntax.self), let base = member.base,
      !Self.readingMethods.contains(member.declName.baseName.plainName)
    {
      change(base.rootNames)
    }
    return .visitChildren
  }

  private func change(_ names: [String]) { changed.formUnion(names.filter { !isBound($0) }) }

  /// Methods of the standard library that leave their receiver as it is.
  private static let readingMethods: Set<String> = {
    let methods = Library.with(vocabulary: []).declarations.filter { $0.owner != nil }
    return Set(methods.map(\.name)).subtracting(methods.filter(\.isMutating).map(\.name))
  }()
}

extension TokenSyntax {
  /// In UTF-8 offsets of the text that was parsed.
  var place: Span {
    Span(
      positionAfterSkippingLeadingTrivia.utf8Offset,
      endPositionBeforeTrailingTrivia.utf8Offset)
  }
}

extension ExprSyntax {
  fileprivate var isAssignment: Bool {
    if self.is(AssignmentExprSyntax.self) { return true }
    guard let text = self.as(BinaryOperatorExprSyntax.self)?.operator.text else { return false }
    return text.hasSuffix("=") && !["==", "!=", "<=", ">=", "===", "!==", "~="].contains(text)
  }

  /// The variables that an assignment to the expression changes.
  fileprivate var rootNames: [String] {
    switch self.as(ExprSyntaxEnum.self) {
    case .declReferenceExpr(let name): [name.baseName.plainName]
    case .memberAccessExpr(let member): member.base?.rootNames ?? []
    case .subscriptCallExpr(let call): call.calledExpression.rootNames
    case .functionCallExpr(let call): call.calledExpression.rootNames
    case .forceUnwrapExpr(let value): value.expression.rootNames
    case .optionalChainingExpr(let value): value.expression.rootNames
    case .tupleExpr(let tuple): tuple.elements.flatMap(\.expression.rootNames)
    default: []
    }
  }
}
