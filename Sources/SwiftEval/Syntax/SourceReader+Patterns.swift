import Diagnostics
import SwiftSyntax

extension CellReading {
  /// - Parameter isMutable: what names are bound as: true in `var`, false in `let`; nil where a bare
  ///   name is an expression.
  func pattern(_ syntax: PatternSyntax, bindingMutably isMutable: Bool?) -> SourcePattern {
    let place = span(syntax)
    let pattern = nested(syntax) { unguardedPattern(syntax, isMutable, place) }
    return pattern ?? SourcePattern(kind: .error, span: place)
  }

  private func unguardedPattern(
    _ syntax: PatternSyntax, _ isMutable: Bool?, _ place: Span
  ) -> SourcePattern {
    let kind: SourcePattern.Kind
    switch syntax.as(PatternSyntaxEnum.self) {
    case .identifierPattern(let pattern):
      kind = .name(name(of: pattern.identifier), isMutable: isMutable ?? false)
    case .wildcardPattern: kind = .wildcard
    case .tuplePattern(let tuple):
      kind = .tuple(
        tuple.elements.map { element in
          (element.label?.text, pattern(element.pattern, bindingMutably: isMutable))
        })
    case .valueBindingPattern(let binding):
      switch binding.bindingSpecifier.tokenKind {
      case .keyword(.let): return pattern(binding.pattern, bindingMutably: false)
      case .keyword(.var): return pattern(binding.pattern, bindingMutably: true)
      default:
        reportOutside("`\(binding.bindingSpecifier.text)` in a pattern", at: place)
        kind = .error
      }
    case .expressionPattern(let pattern):
      return self.pattern(pattern.expression, bindingMutably: isMutable)
    case .isTypePattern:
      reportOutside("`is`", at: place)
      kind = .error
    default: kind = .error
    }
    return SourcePattern(kind: kind, span: place)
  }

  /// A pattern that swift-syntax reads as an expression: a tuple, `x?`, `.some(x)` or a value.
  func pattern(_ syntax: ExprSyntax, bindingMutably isMutable: Bool?) -> SourcePattern {
    let place = span(syntax)
    let pattern = nested(syntax) { unguardedPattern(syntax, isMutable, place) }
    return pattern ?? SourcePattern(kind: .error, span: place)
  }

  private func unguardedPattern(
    _ syntax: ExprSyntax, _ isMutable: Bool?, _ place: Span
  ) -> SourcePattern {
    switch syntax.as(ExprSyntaxEnum.self) {
    case .patternExpr(let pattern): return self.pattern(pattern.pattern, bindingMutably: isMutable)
    case .discardAssignmentExpr: return SourcePattern(kind: .wildcard, span: place)
    case .declReferenceExpr(let reference) where isMutable != nil:
      let kind = SourcePattern.Kind.name(
        name(of: reference.baseName), isMutable: isMutable ?? false)
      return SourcePattern(kind: kind, span: place)
    case .tupleExpr(let tuple):
      let elements = tuple.elements.map { element in
        (
          label: element.label?.text,
          pattern: pattern(element.expression, bindingMutably: isMutable)
        )
      }
      if elements.count == 1 { return elements[0].pattern }
      return SourcePattern(kind: .tuple(elements), span: place)
    case .optionalChainingExpr(let optional):
      let inner = pattern(optional.expression, bindingMutably: isMutable)
      return SourcePattern(kind: .optional(inner), span: place)
    case .functionCallExpr(let call):
      if let wrapped = wrappedPattern(of: call) {
        let inner = pattern(wrapped, bindingMutably: isMutable)
        return SourcePattern(kind: .optional(inner), span: place)
      }
    default: break
    }
    return SourcePattern(kind: .expression(expression(syntax)), span: place)
  }

  /// `x` of `.some(x)` and `Optional.some(x)`.
  private func wrappedPattern(of call: FunctionCallExprSyntax) -> ExprSyntax? {
    guard let member = call.calledExpression.as(MemberAccessExprSyntax.self),
      member.declName.baseName.text == "some", call.arguments.count == 1,
      call.trailingClosure == nil, let argument = call.arguments.first, argument.label == nil
    else { return nil }
    guard let base = member.base else { return argument.expression }
    let isOptional = base.as(DeclReferenceExprSyntax.self)?.baseName.text == "Optional"
    return isOptional ? argument.expression : nil
  }
}
