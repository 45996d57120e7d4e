import Diagnostics
import SwiftSyntax

extension CellReading {
  func declaration(_ syntax: DeclSyntax) -> SourceStatement.Kind {
    switch syntax.as(DeclSyntaxEnum.self) {
    case .variableDecl(let declaration): return variables(declaration)
    case .functionDecl(let declaration):
      return function(declaration).map { .function($0) } ?? leftOut(declaration.name)
    case .missingDecl, .unexpectedCodeDecl: return .error
    case .macroExpansionDecl(let macro) where macro.macroName.text == "expect":
      return .expression(expectation(macro))
    default:
      let (name, comesLater) = Subset.name(of: syntax)
      let first = syntax.firstToken(viewMode: .sourceAccurate).map { span($0) } ?? span(syntax)
      if comesLater { reportLater(name, at: first) } else { reportOutside(name, at: first) }
      return Subset.typeName(of: syntax).map(leftOut) ?? .error
    }
  }

  /// The name is known from here on, and what uses it is silent.
  private func leftOut(_ token: TokenSyntax) -> SourceStatement.Kind {
    guard case .identifier = token.tokenKind, token.presence == .present else { return .error }
    let place = span(token)
    return .binding(
      isMutable: false,
      [
        SourceStatement.Binding(
          pattern: SourcePattern(kind: .name(name(of: token), isMutable: false), span: place),
          type: .error, value: error(place), span: place)
      ])
  }

  private func variables(_ syntax: VariableDeclSyntax) -> SourceStatement.Kind {
    reportDecorations(syntax.attributes, syntax.modifiers)
    let isMutable: Bool
    switch syntax.bindingSpecifier.tokenKind {
    case .keyword(.let): isMutable = false
    case .keyword(.var): isMutable = true
    default:
      reportOutside("`\(syntax.bindingSpecifier.text)` as a declaration", at: span(syntax))
      return .error
    }
    var bindings: [SourceStatement.Binding] = []
    // `var a, b: Int`: a name without a type and a value has the type of the next.
    var sharedType: Type?
    for binding in syntax.bindings.reversed() {
      if let type = binding.typeAnnotation { sharedType = self.type(type.type) }
      if let accessors = binding.accessorBlock {
        reportOutside("a computed variable", at: span(accessors))
      }
      if binding.typeAnnotation == nil, binding.initializer != nil { sharedType = nil }
      let value = binding.initializer.map { expression($0.value) }
      // Without its type the value would be read as something else, or not at all.
      let isLeftOut = binding.accessorBlock != nil || sharedType == .error
      bindings.append(
        SourceStatement.Binding(
          pattern: pattern(binding.pattern, bindingMutably: isMutable), type: sharedType,
          value: isLeftOut ? error(span(binding)) : value, span: span(binding)))
    }
    return .binding(isMutable: isMutable, bindings.reversed())
  }

  /// Nil where the head of the function does not parse.
  private func function(_ syntax: FunctionDeclSyntax) -> SourceFunction? {
    reportDecorations(syntax.attributes, syntax.modifiers)
    if let clause = syntax.genericParameterClause {
      reportOutside("a generic function", at: span(clause))
    }
    if let clause = syntax.genericWhereClause {
      reportOutside("`where` of a function", at: span(clause))
    }
    if let effects = syntax.signature.effectSpecifiers { reportEffects(effects) }
    if syntax.signature.hasError || syntax.genericParameterClause != nil { return nil }
    guard case .identifier = syntax.name.tokenKind else {
      if !syntax.name.hasError, syntax.name.presence == .present {
        reportOutside("declaring an operator", at: span(syntax.name))
      }
      return nil
    }
    let parameters = syntax.signature.parameterClause.parameters.map(parameter)
    let result = syntax.signature.returnClause.map { type($0.type) } ?? .void
    let outerCount = anonymousCount
    defer { anonymousCount = outerCount }
    let body = syntax.body.map { statements($0.statements) }
    if body == nil, !syntax.hasError {
      report(.functionWithoutBody(name(of: syntax.name)), at: span(syntax.name))
    }
    return SourceFunction(
      name: name(of: syntax.name), nameSpan: span(syntax.name), parameters: parameters,
      result: result, body: body ?? [SourceStatement(kind: .error, span: span(syntax))],
      span: span(syntax))
  }

  private func parameter(_ syntax: FunctionParameterSyntax) -> SourceFunction.Parameter {
    reportDecorations(syntax.attributes, syntax.modifiers)
    if let ellipsis = syntax.ellipsis { reportOutside("a variadic parameter", at: span(ellipsis)) }
    let isUnlabelled = syntax.firstName.tokenKind == .wildcard
    let inner = syntax.secondName ?? syntax.firstName
    return SourceFunction.Parameter(
      label: isUnlabelled ? nil : name(of: syntax.firstName), name: name(of: inner),
      type: type(syntax.type), isInout: TypeReading.isInout(syntax.type),
      isEscaping: syntax.type.trimmedDescription.contains("@escaping"),
      defaultValue: syntax.defaultValue.map { expression($0.value) }, span: span(syntax))
  }

  /// A name without the backticks.
  func name(of token: TokenSyntax) -> String { token.identifier?.name ?? token.text }
}

extension Diagnostics.Diagnostic.Message {
  static func functionWithoutBody(_ name: String) -> Self {
    Self(id: "swift-syntax", text: "expected '{' in body of function `\(name)`")
  }
}
