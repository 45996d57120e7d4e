/// What the library says about types: conformances, associated types, conversions.
struct TypeRelations {
  let library: Library

  /// The type with bindings put in and associated types looked up; what is not bound stays.
  func substitute(_ type: Type, _ bindings: Bindings) -> Type {
    switch type {
    case .parameter(let name): return bindings[name] ?? type
    case .optional(let wrapped): return .optional(substitute(wrapped, bindings))
    case .array(let element): return .array(substitute(element, bindings))
    case .tuple(let elements):
      return .tuple(
        elements.map { .init(label: $0.label, type: substitute($0.type, bindings)) })
    case .function(let function):
      return .function(
        FunctionType(
          parameters: function.parameters.map {
            .init(type: substitute($0.type, bindings), isInout: $0.isInout)
          }, result: substitute(function.result, bindings)))
    case .nominal(let name, let arguments):
      guard !arguments.isEmpty else { return type }
      let arguments = arguments.map { substitute($0, bindings) }
      if name.hasPrefix("."), let base = arguments.first {
        return associated(String(name.dropFirst()), of: base) ?? .nominal(name, arguments)
      }
      return .nominal(name, arguments)
    case .int, .double, .float, .bool, .string, .character, .void, .never, .variable, .error:
      return type
    }
  }

  /// The associated type of a concrete type: `Element` of `[Int]`.
  func associated(_ name: String, of type: Type) -> Type? {
    if type == .variable(-1) { return type }
    guard let (owner, arguments) = type.nominalParts, let declared = library.types[owner],
      let alias = declared.aliases[name]
    else { return nil }
    return substitute(alias, Self.bindings(declared.generics, arguments))
  }

  static func bindings(_ generics: [String], _ arguments: [Type]) -> Bindings {
    Dictionary(zip(generics, arguments), uniquingKeysWith: { first, _ in first })
  }

  // MARK: Conformance

  func conforms(_ type: Type, to name: String) -> Bool {
    if name == "Any" || type == .variable(-1) { return true }
    if case .nominal(let existential, _) = type, existential.hasPrefix("any ") {
      let own = String(existential.dropFirst(4))
      return own == name || refines(own, name)
    }
    guard let (owner, arguments) = type.nominalParts, let declared = library.types[owner] else {
      return false
    }
    let bindings = Self.bindings(declared.generics, arguments)
    return declared.conformances.contains { conformance in
      (conformance.name == name || refines(conformance.name, name))
        && holds(conformance.requirements, bindings)
    }
  }

  /// True where the first protocol inherits, over any number of steps, from the second.
  func refines(_ name: String, _ other: String) -> Bool {
    library.types[name]?.conformances.contains {
      $0.name == other || refines($0.name, other)
    } ?? false
  }

  /// How many protocols are above: what refines more is more special.
  func depth(ofProtocol name: String) -> Int {
    1 + (library.types[name]?.conformances.map { depth(ofProtocol: $0.name) }.max() ?? 0)
  }

  /// All protocols that a type conforms to.
  func protocols(of type: Type) -> [String] {
    if case .nominal(let existential, _) = type, existential.hasPrefix("any ") {
      return ancestry(of: String(existential.dropFirst(4)))
    }
    guard let (owner, arguments) = type.nominalParts, let declared = library.types[owner] else {
      return []
    }
    let bindings = Self.bindings(declared.generics, arguments)
    var result: [String] = []
    for conformance in declared.conformances where holds(conformance.requirements, bindings) {
      for name in ancestry(of: conformance.name) where !result.contains(name) {
        result.append(name)
      }
    }
    return result
  }

  private func ancestry(of name: String) -> [String] {
    [name] + (library.types[name]?.conformances.flatMap { ancestry(of: $0.name) } ?? [])
  }

  func holds(_ requirements: [LibraryDeclaration.Requirement], _ bindings: Bindings) -> Bool {
    requirements.allSatisfy { requirement in
      switch requirement {
      case .conforms(let type, let name):
        return conforms(substitute(type, bindings), to: name)
      case .same(let a, let b):
        let (a, b) = (substitute(a, bindings), substitute(b, bindings))
        return a == b || a.hasHoles || b.hasHoles
      }
    }
  }

  // MARK: Matching

  /// Finds what the parameters of `pattern` stand for, so that it becomes `type`.
  func unify(_ pattern: Type, _ type: Type, _ bindings: inout Bindings) -> Bool {
    switch (pattern, type) {
    case (.parameter(let name), _):
      if let bound = bindings[name], !bound.hasHoles { return bound == type }
      bindings[name] = type
      return true
    case (.optional(let a), .optional(let b)): return unify(a, b, &bindings)
    case (.array(let a), .array(let b)): return unify(a, b, &bindings)
    case (.tuple(let a), .tuple(let b)):
      return a.count == b.count
        && zip(a, b).allSatisfy {
          ($0.label == nil || $1.label == nil || $0.label == $1.label)
            && unify($0.type, $1.type, &bindings)
        }
    case (.function(let a), .function(let b)):
      return a.parameters.count == b.parameters.count
        && zip(a.parameters, b.parameters).allSatisfy {
          $0.isInout == $1.isInout && unify($0.type, $1.type, &bindings)
        } && unify(a.result, b.result, &bindings)
    case (.nominal(let name, let arguments), _):
      if name == "Any" { return true }
      if name.hasPrefix("any ") { return conforms(type, to: String(name.dropFirst(4))) }
      if name.hasPrefix(".") {
        let known = substitute(pattern, bindings)
        return known == type || known.hasHoles
      }
      guard case .nominal(name, let others) = type, others.count == arguments.count else {
        return false
      }
      return zip(arguments, others).allSatisfy { unify($0, $1, &bindings) }
    default: return pattern == type
    }
  }
}

extension Type {
  /// Stands for what is not known yet in a type that is expected.
  static let hole = Type.variable(-1)

  /// Something in it is not known.
  var hasHoles: Bool {
    switch self {
    case .parameter, .variable, .error: true
    case .optional(let wrapped): wrapped.hasHoles
    case .array(let element): element.hasHoles
    case .tuple(let elements): elements.contains { $0.type.hasHoles }
    case .function(let function):
      function.result.hasHoles || function.parameters.contains { $0.type.hasHoles }
    case .nominal(let name, let arguments):
      name.hasPrefix(".") || arguments.contains { $0.hasHoles }
    case .int, .double, .float, .bool, .string, .character, .void, .never: false
    }
  }

  /// The type without the optionals around it.
  var unwrapped: Type {
    var type = self
    while case .optional(let wrapped) = type { type = wrapped }
    return type
  }

  var isOptional: Bool {
    if case .optional = self { true } else { false }
  }

  /// The function type as a whole; nil for anything else (optionals of functions count).
  var functionType: FunctionType? {
    if case .function(let function) = unwrapped { function } else { nil }
  }
}
