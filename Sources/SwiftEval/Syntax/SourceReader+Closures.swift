import Diagnostics
import SwiftSyntax

extension CellReading {
  func closure(_ syntax: ClosureExprSyntax, _ place: Span) -> SourceExpression {
    let outerCount = anonymousCount
    anonymousCount = 0
    defer { anonymousCount = outerCount }
    var parameters: [SourceClosure.Parameter]?
    var result: Type?
    if let signature = syntax.signature {
      if signature.hasError { return error(place) }
      reportExtras(of: signature)
      if signature.capture != nil { return error(place) }
      parameters = signature.parameterClause.map { self.parameters($0) }
      result = signature.returnClause.map { type($0.type) }
    }
    let (statements, height) = body { self.statements(syntax.statements) }
    let closure = SourceClosure(
      parameters: parameters, result: result, body: statements, anonymousCount: anonymousCount)
    return make(.closure(closure), place, above: height)
  }

  private func reportExtras(of signature: ClosureSignatureSyntax) {
    if let attribute = signature.attributes.first {
      reportOutside("an attribute of a closure", at: span(attribute))
    }
    if let capture = signature.capture { reportOutside("a capture list", at: span(capture)) }
    if let effects = signature.effectSpecifiers { reportEffects(effects) }
  }

  private func parameters(
    _ clause: ClosureSignatureSyntax.ParameterClause
  ) -> [SourceClosure.Parameter] {
    switch clause {
    case .simpleInput(let list):
      return list.map { parameter in
        SourceClosure.Parameter(
          name: closureName(parameter.name), type: nil, isInout: false, span: span(parameter))
      }
    case .parameterClause(let clause):
      return clause.parameters.map { parameter in
        if let ellipsis = parameter.ellipsis {
          reportOutside("a variadic parameter", at: span(ellipsis))
        }
        return SourceClosure.Parameter(
          name: closureName(parameter.secondName ?? parameter.firstName),
          type: parameter.type.map { type($0) },
          isInout: parameter.type.map(TypeReading.isInout) ?? false, span: span(parameter))
      }
    }
  }

  private func closureName(_ token: TokenSyntax) -> String? {
    token.tokenKind == .wildcard ? nil : name(of: token)
  }
}
