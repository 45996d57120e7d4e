import SwiftSyntax

/// Reads types as they are written in declarations of the library and of the vocabulary.
///
/// The texts are Lemma's own: what cannot be read becomes `.error`, which a test finds.
struct TypeReading {
  /// Names of type parameters in scope.
  var generics: [String] = []
  /// Associated types in scope: `Element` in an extension of `Sequence`.
  var members: [String: Type] = [:]
  /// What `Self` means.
  var selfType: Type?

  func type(_ syntax: TypeSyntax) -> Type {
    switch syntax.as(TypeSyntaxEnum.self) {
    case .identifierType(let type): return named(type.name.text, type.genericArgumentClause)
    case .memberType(let type): return .nominal("." + type.name.text, [self.type(type.baseType)])
    case .optionalType(let type): return .optional(self.type(type.wrappedType))
    case .arrayType(let type): return .array(self.type(type.element))
    case .attributedType(let type): return self.type(type.baseType)
    case .someOrAnyType(let type):
      return .nominal("any " + type.constraint.trimmedDescription, [])
    case .tupleType(let type): return tuple(type)
    case .functionType(let type): return .function(function(type))
    default: return .error
    }
  }

  private func tuple(_ tuple: TupleTypeSyntax) -> Type {
    let elements = tuple.elements.map { element in
      Type.TupleElement(label: element.firstName?.text, type: type(element.type))
    }
    if elements.isEmpty { return .void }
    if elements.count == 1, elements[0].label == nil { return elements[0].type }
    return .tuple(elements)
  }

  func function(_ function: FunctionTypeSyntax) -> FunctionType {
    let parameters = function.parameters.map { parameter in
      FunctionType.Parameter(
        type: type(parameter.type), isInout: TypeReading.isInout(parameter.type))
    }
    return FunctionType(parameters: parameters, result: type(function.returnClause.type))
  }

  static func isInout(_ type: TypeSyntax) -> Bool {
    guard let attributed = type.as(AttributedTypeSyntax.self) else { return false }
    return attributed.specifiers.contains { $0.trimmedDescription == "inout" }
  }

  private func named(_ name: String, _ clause: GenericArgumentClauseSyntax?) -> Type {
    let arguments = clause.map { $0.arguments.map { argument(of: $0) } } ?? []
    if let member = members[name] { return member }
    if name == "Self", let selfType { return selfType }
    if generics.contains(name) { return .parameter(name) }
    return Type.named(name, arguments)
  }

  private func argument(of argument: GenericArgumentSyntax) -> Type {
    switch argument.argument {
    case .type(let syntax): return type(syntax)
    default: return .error
    }
  }
}

extension Type {
  /// The type of a name, as far as it has a case of its own.
  static func named(_ name: String, _ arguments: [Type]) -> Type {
    switch (name, arguments.count) {
    case ("Int", 0): .int
    case ("Double", 0): .double
    case ("Float", 0): .float
    case ("Bool", 0): .bool
    case ("String", 0): .string
    case ("Character", 0): .character
    case ("Void", 0): .void
    case ("Never", 0): .never
    case ("Array", 1): .array(arguments[0])
    case ("Optional", 1): .optional(arguments[0])
    default: .nominal(name, arguments)
    }
  }

  /// The name under which the type is declared, and its arguments; nil for tuples, functions and the
  /// like, which have no members.
  var nominalParts: (name: String, arguments: [Type])? {
    switch self {
    case .int: ("Int", [])
    case .double: ("Double", [])
    case .float: ("Float", [])
    case .bool: ("Bool", [])
    case .string: ("String", [])
    case .character: ("Character", [])
    case .optional(let wrapped): ("Optional", [wrapped])
    case .array(let element): ("Array", [element])
    case .nominal(let name, let arguments): (name, arguments)
    case .void, .never, .tuple, .function, .parameter, .variable, .error: nil
    }
  }
}
