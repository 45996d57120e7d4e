import SwiftParser
import SwiftSyntax

/// Reads declarations in Swift text into the tables that the type checker works with.
///
/// The texts are Lemma's own: a part of Swift that they do not use is not read.
struct DeclarationReading {
  private(set) var types: [LibraryType] = []
  private(set) var declarations: [LibraryDeclaration] = []
  /// Declarations are of the vocabulary.
  private let isVocabulary: Bool
  private var indices: [String: Int] = [:]

  init(types: [LibraryType], isVocabulary: Bool) {
    self.types = types
    self.isVocabulary = isVocabulary
    for (index, type) in types.enumerated() { indices[type.name] = index }
  }

  mutating func read(_ text: String) {
    for item in Parser.parse(source: text).statements {
      guard let declaration = item.item.as(DeclSyntax.self) else { continue }
      read(declaration)
    }
  }

  private mutating func read(_ syntax: DeclSyntax) {
    switch syntax.as(DeclSyntaxEnum.self) {
    case .structDecl(let type):
      let generics = type.genericParameterClause
      declare(
        type.name.text, generics: generics, inherits: type.inheritanceClause,
        members: type.memberBlock)
    case .enumDecl(let type):
      declare(
        type.name.text, generics: type.genericParameterClause, inherits: type.inheritanceClause,
        members: type.memberBlock)
    case .protocolDecl(let type):
      declareProtocol(type)
    case .extensionDecl(let type):
      extend(type)
    case .functionDecl(let function):
      declarations.append(
        self.function(function, context: Context(reading: TypeReading())))
    case .macroDecl(let macro):
      declarations.append(self.macro(macro))
    default: break
    }
  }
}

// MARK: Types

extension DeclarationReading {
  private struct Context {
    var owner: String?
    var isProtocol = false
    var generics: [String] = []
    var requirements: [LibraryDeclaration.Requirement] = []
    var reading: TypeReading
  }

  private mutating func declare(
    _ name: String, generics: GenericParameterClauseSyntax?, inherits: InheritanceClauseSyntax?,
    members: MemberBlockSyntax
  ) {
    let names = generics?.parameters.map(\.name.text) ?? []
    var type = LibraryType(name: name, generics: names)
    type.isVocabulary = isVocabulary
    let reading = TypeReading(
      generics: names, selfType: Type.named(name, names.map { .parameter($0) }))
    type.conformances = inherits?.inheritedTypes.map { ($0.type.trimmedDescription, []) } ?? []
    for name in names { type.aliases[name] = .parameter(name) }
    indices[name] = types.count
    types.append(type)
    read(
      members,
      context: Context(
        owner: name, generics: names,
        requirements: generics.map { requirements(of: $0, reading: reading) } ?? [],
        reading: reading))
  }

  private mutating func declareProtocol(_ syntax: ProtocolDeclSyntax) {
    var type = LibraryType(name: syntax.name.text, generics: ["Self"], isProtocol: true)
    type.conformances =
      syntax.inheritanceClause?.inheritedTypes.map { ($0.type.trimmedDescription, []) } ?? []
    for member in syntax.memberBlock.members {
      guard let associated = member.decl.as(AssociatedTypeDeclSyntax.self) else { continue }
      let name = associated.name.text
      type.aliases[name] = .nominal("." + name, [.parameter("Self")])
    }
    type.isVocabulary = isVocabulary
    indices[type.name] = types.count
    types.append(type)
    read(syntax.memberBlock, context: protocolContext(type.name))
  }

  private func protocolContext(_ name: String) -> Context {
    Context(
      owner: name, isProtocol: true, generics: ["Self"],
      requirements: [.conforms(.parameter("Self"), to: name)],
      reading: TypeReading(
        generics: ["Self"], members: inheritedAliases(of: name), selfType: .parameter("Self")))
  }

  /// Associated types of a protocol and of those that it refines.
  private func inheritedAliases(of name: String) -> [String: Type] {
    guard let index = indices[name] else { return [:] }
    var aliases = types[index].aliases
    for conformance in types[index].conformances {
      aliases.merge(inheritedAliases(of: conformance.name)) { own, _ in own }
    }
    return aliases
  }

  private mutating func extend(_ syntax: ExtensionDeclSyntax) {
    let name = syntax.extendedType.trimmedDescription
    guard let index = indices[name] else { return }
    let type = types[index]
    var context =
      type.isProtocol
      ? protocolContext(name)
      : Context(
        owner: name, generics: type.generics,
        reading: TypeReading(
          generics: type.generics,
          selfType: Type.named(name, type.generics.map { .parameter($0) })))
    let conditions =
      syntax.genericWhereClause.map { requirements(of: $0, reading: context.reading) } ?? []
    for inherited in syntax.inheritanceClause?.inheritedTypes ?? [] {
      types[index].conformances.append((inherited.type.trimmedDescription, conditions))
    }
    context.requirements += conditions
    read(syntax.memberBlock, context: context)
  }

  private func requirements(
    of clause: GenericParameterClauseSyntax, reading: TypeReading
  ) -> [LibraryDeclaration.Requirement] {
    clause.parameters.flatMap { parameter in
      parameter.inheritedType.map {
        conformances(.parameter(parameter.name.text), to: $0)
      } ?? []
    }
  }

  private func requirements(
    of clause: GenericWhereClauseSyntax, reading: TypeReading
  ) -> [LibraryDeclaration.Requirement] {
    clause.requirements.flatMap { requirement -> [LibraryDeclaration.Requirement] in
      switch requirement.requirement {
      case .conformanceRequirement(let clause):
        return conformances(reading.type(clause.leftType), to: clause.rightType)
      case .sameTypeRequirement(let clause):
        guard case .type(let left) = clause.leftType, case .type(let right) = clause.rightType
        else { return [] }
        return [.same(reading.type(left), reading.type(right))]
      case .layoutRequirement: return []
      }
    }
  }

  private func conformances(
    _ type: Type, to syntax: TypeSyntax
  ) -> [LibraryDeclaration.Requirement] {
    guard let composition = syntax.as(CompositionTypeSyntax.self) else {
      return [.conforms(type, to: syntax.trimmedDescription)]
    }
    return composition.elements.map { .conforms(type, to: $0.type.trimmedDescription) }
  }
}

// MARK: Members

extension DeclarationReading {
  private mutating func read(_ members: MemberBlockSyntax, context: Context) {
    for member in members.members {
      switch member.decl.as(DeclSyntaxEnum.self) {
      case .functionDecl(let syntax):
        declarations.append(function(syntax, context: context))
      case .initializerDecl(let syntax):
        declarations.append(initializer(syntax, context: context))
      case .subscriptDecl(let syntax):
        declarations.append(subscriptDeclaration(syntax, context: context))
      case .variableDecl(let syntax):
        declarations += property(syntax, context: context)
      case .enumCaseDecl(let syntax):
        declarations += cases(syntax, context: context)
      case .typeAliasDecl(let syntax):
        guard let owner = context.owner, let index = indices[owner] else { continue }
        types[index].aliases[syntax.name.text] = context.reading.type(syntax.initializer.value)
      default: break
      }
    }
  }

  private func start(
    _ kind: LibraryDeclaration.Kind, _ name: String, context: Context, text: String
  ) -> LibraryDeclaration {
    var declaration = LibraryDeclaration(
      kind: kind, name: name, owner: context.owner, result: .void)
    declaration.isOwnedByProtocol = context.isProtocol
    declaration.generics = context.generics
    declaration.requirements = context.requirements
    declaration.text = text
    return declaration
  }

  private func function(_ syntax: FunctionDeclSyntax, context: Context) -> LibraryDeclaration {
    let modifiers = syntax.modifiers.map(\.name.text)
    var declaration = start(
      .function, syntax.name.text, context: context, text: syntax.trimmedDescription)
    if case .binaryOperator = syntax.name.tokenKind { declaration.kind = .infix }
    if modifiers.contains("prefix") { declaration.kind = .prefix }
    if modifiers.contains("postfix") { declaration.kind = .postfix }
    declaration.isStatic = modifiers.contains("static")
    declaration.isMutating = modifiers.contains("mutating")
    declaration.isDisfavored = syntax.attributes.contains {
      $0.trimmedDescription == "@_disfavoredOverload"
    }
    var reading = context.reading
    add(syntax.genericParameterClause, syntax.genericWhereClause, to: &declaration, &reading)
    declaration.parameters = parameters(
      syntax.signature.parameterClause, reading: reading, isOperator: declaration.isOperator)
    declaration.result = syntax.signature.returnClause.map { reading.type($0.type) } ?? .void
    return declaration
  }

  private func macro(_ syntax: MacroDeclSyntax) -> LibraryDeclaration {
    let context = Context(reading: TypeReading())
    var declaration = start(
      .function, syntax.name.text, context: context, text: syntax.trimmedDescription)
    declaration.parameters = parameters(
      syntax.signature.parameterClause, reading: context.reading, isOperator: false)
    declaration.result =
      syntax.signature.returnClause.map { context.reading.type($0.type) } ?? .void
    return declaration
  }

  private func initializer(
    _ syntax: InitializerDeclSyntax, context: Context
  ) -> LibraryDeclaration {
    var declaration = start(
      .initializer, "init", context: context, text: syntax.trimmedDescription)
    declaration.isStatic = true
    declaration.isDisfavored = syntax.attributes.contains {
      $0.trimmedDescription == "@_disfavoredOverload"
    }
    var reading = context.reading
    add(syntax.genericParameterClause, syntax.genericWhereClause, to: &declaration, &reading)
    declaration.parameters = parameters(
      syntax.signature.parameterClause, reading: reading, isOperator: false)
    let made = reading.selfType ?? .error
    declaration.result = syntax.optionalMark == nil ? made : .optional(made)
    return declaration
  }

  private func subscriptDeclaration(_ syntax: SubscriptDeclSyntax, context: Context)
    -> LibraryDeclaration
  {
    var declaration = start(
      .subscript, "subscript", context: context, text: syntax.trimmedDescription)
    declaration.parameters = parameters(
      syntax.parameterClause, reading: context.reading, isOperator: true)
    declaration.result = context.reading.type(syntax.returnClause.type)
    return declaration
  }

  private func property(_ syntax: VariableDeclSyntax, context: Context) -> [LibraryDeclaration] {
    syntax.bindings.compactMap { binding in
      guard let type = binding.typeAnnotation?.type else { return nil }
      var declaration = start(
        .property, binding.pattern.trimmedDescription, context: context,
        text: syntax.trimmedDescription)
      declaration.isStatic = syntax.modifiers.contains { $0.name.text == "static" }
      declaration.result = context.reading.type(type)
      return declaration
    }
  }

  private func cases(_ syntax: EnumCaseDeclSyntax, context: Context) -> [LibraryDeclaration] {
    syntax.elements.map { element in
      var declaration = start(
        .property, element.name.text, context: context, text: "case " + element.name.text)
      declaration.isStatic = true
      declaration.result = context.reading.selfType ?? .error
      return declaration
    }
  }

  private func add(
    _ generics: GenericParameterClauseSyntax?, _ conditions: GenericWhereClauseSyntax?,
    to declaration: inout LibraryDeclaration, _ reading: inout TypeReading
  ) {
    if let generics {
      let names = generics.parameters.map(\.name.text)
      declaration.generics += names
      reading.generics += names
      declaration.requirements += requirements(of: generics, reading: reading)
    }
    if let conditions {
      declaration.requirements += requirements(of: conditions, reading: reading)
    }
  }

  private func parameters(
    _ clause: FunctionParameterClauseSyntax, reading: TypeReading, isOperator: Bool
  ) -> [LibraryDeclaration.Parameter] {
    clause.parameters.map { parameter in
      let first = parameter.firstName.text
      let isAutoclosure = parameter.type.trimmedDescription.contains("@autoclosure")
      var type = reading.type(parameter.type)
      if isAutoclosure, case .function(let function) = type { type = function.result }
      var result = LibraryDeclaration.Parameter(
        label: isOperator || first == "_" ? nil : first,
        name: parameter.secondName?.text ?? first, type: type)
      result.isInout = TypeReading.isInout(parameter.type)
      result.isVariadic = parameter.ellipsis != nil
      result.isAutoclosure = isAutoclosure
      // A variadic parameter's arguments are kept in an array.
      result.isEscaping =
        parameter.ellipsis != nil || parameter.type.trimmedDescription.contains("@escaping")
      result.defaultText = parameter.defaultValue?.value.trimmedDescription
      result.builder = parameter.attributes.first.map {
        String($0.trimmedDescription.drop { $0 == "@" })
      }
      return result
    }
  }
}
