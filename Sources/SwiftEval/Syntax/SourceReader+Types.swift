import Diagnostics
import SwiftSyntax

extension CellReading {
  /// A type that the author wrote; `.error`, and reported, where there is none of the name.
  func type(_ syntax: TypeSyntax) -> Type {
    nested(syntax) { unguardedType(syntax) } ?? .error
  }

  private func unguardedType(_ syntax: TypeSyntax) -> Type {
    switch syntax.as(TypeSyntaxEnum.self) {
    case .identifierType(let type):
      let arguments = type.genericArgumentClause.map { types($0) } ?? []
      return named(type.name, arguments, at: span(type))
    case .optionalType(let type): return optional(self.type(type.wrappedType))
    case .arrayType(let type):
      let element = self.type(type.element)
      return element == .error ? .error : .array(element)
    case .tupleType(let type): return tuple(type)
    case .functionType(let type): return function(type)
    case .attributedType(let type): return attributed(type)
    case .dictionaryType:
      reportLater("a dictionary", at: span(syntax))
    case .missingType: break
    case .someOrAnyType(let type):
      reportOutside("`\(type.someOrAnySpecifier.text)`", at: span(syntax))
    case .memberType, .metatypeType, .compositionType, .implicitlyUnwrappedOptionalType:
      reportOutside("the type `\(syntax.trimmedDescription)`", at: span(syntax))
    default: reportOutside("this type", at: span(syntax))
    }
    return .error
  }

  func types(_ clause: GenericArgumentClauseSyntax) -> [Type] {
    clause.arguments.map { argument in
      guard case .type(let syntax) = argument.argument else { return .error }
      return type(syntax)
    }
  }

  /// The type of a name with its arguments.
  func named(_ token: TokenSyntax, _ arguments: [Type], at place: Span) -> Type {
    let name = token.identifier?.name ?? token.text
    if arguments.contains(.error) || leftOutTypes.contains(name) { return .error }
    switch (name, arguments.count) {
    case ("Void", 0), ("Never", 0): return Type.named(name, [])
    default: break
    }
    guard let declared = library.types[name], !declared.isProtocol, !name.hasPrefix("_") else {
      reportUnknown(name, at: place)
      return .error
    }
    guard declared.generics.count == arguments.count else {
      report(.genericArguments(name, declared.generics.count), at: place)
      return .error
    }
    return Type.named(name, arguments)
  }

  private func reportUnknown(_ name: String, at place: Span) {
    if Subset.laterTypes.contains(name) { return reportLater("`\(name)`", at: place) }
    let known = library.types.filter { !$0.value.isProtocol && !$0.key.hasPrefix("_") }.map(\.key)
    let nearest = NearestName.nearest(to: name, in: known + ["Void", "Never"])
    report(.unknownType(name), at: place, help: nearest.map { ["did you mean `\($0)`?"] } ?? [])
  }

  private func optional(_ wrapped: Type) -> Type {
    wrapped == .error ? .error : .optional(wrapped)
  }

  private func tuple(_ tuple: TupleTypeSyntax) -> Type {
    let elements = tuple.elements.map { element in
      let label = element.firstName.flatMap { $0.tokenKind == .wildcard ? nil : $0.text }
      return Type.TupleElement(label: label, type: type(element.type))
    }
    if elements.isEmpty { return .void }
    if elements.contains(where: { $0.type == .error }) { return .error }
    return elements.count == 1 ? elements[0].type : .tuple(elements)
  }

  private func function(_ function: FunctionTypeSyntax) -> Type {
    if let effects = function.effectSpecifiers { reportEffects(effects) }
    let parameters = function.parameters.map { parameter in
      if let ellipsis = parameter.ellipsis {
        reportOutside("a variadic parameter", at: span(ellipsis))
      }
      return FunctionType.Parameter(
        type: type(parameter.type), isInout: TypeReading.isInout(parameter.type))
    }
    let result = type(function.returnClause.type)
    if result == .error || parameters.contains(where: { $0.type == .error }) { return .error }
    return .function(FunctionType(parameters: parameters, result: result))
  }

  /// `inout T` is read by whoever allows it; `@escaping` says nothing to an evaluator.
  private func attributed(_ attributed: AttributedTypeSyntax) -> Type {
    for attribute in attributed.attributes {
      let name = attribute.trimmedDescription
      if name != "@escaping" { reportOutside("`\(name)`", at: span(attribute)) }
    }
    for specifier in attributed.specifiers where specifier.trimmedDescription != "inout" {
      reportOutside("`\(specifier.trimmedDescription)`", at: span(specifier))
    }
    return type(attributed.baseType)
  }

  func reportEffects(_ effects: some EffectSpecifiersSyntax) {
    if let token = effects.asyncSpecifier { reportOutside("`\(token.text)`", at: span(token)) }
    if let clause = effects.throwsClause { reportOutside("`throws`", at: span(clause)) }
  }
}

extension Diagnostics.Diagnostic.Message {
  static func unknownType(_ name: String) -> Self {
    Self(id: "unknown-type", text: "there is no type `\(name)`")
  }

  static func genericArguments(_ name: String, _ count: Int) -> Self {
    let takes =
      switch count {
      case 0: "takes no type arguments"
      case 1: "takes one type argument"
      default: "takes \(count) type arguments"
      }
    return Self(id: "unknown-type", text: "`\(name)` \(takes)")
  }
}
