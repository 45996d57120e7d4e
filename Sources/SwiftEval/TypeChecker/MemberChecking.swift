import Diagnostics

extension TypeChecker {
  // MARK: Members

  /// `base.name`, without a call.
  func member(
    _ base: SourceExpression?, _ name: SourceExpression.Name, _ source: SourceExpression,
    expecting hint: Type?
  ) -> [Candidate] {
    guard let base else { return implicitMember(name, source, expecting: hint) }
    if let type = typeReference(base) {
      return staticMember(of: type, name, source, expecting: hint)
    }
    let found = receivers(base, of: name)
    let before = failures.count
    var result: [Candidate] = []
    for candidate in found {
      result += property(name, of: candidate, source, expecting: hint).map {
        $0.adding(candidate.score)
      }
    }
    if result.isEmpty {
      if let first = found.first, failures.count == before { unknownMember(name, of: first.type) }
    } else {
      failures.removeLast(failures.count - before)
    }
    return result
  }

  /// The type that an expression names: `Double` in `Double.pi`.
  func typeReference(_ source: SourceExpression) -> Type? {
    switch source.kind {
    case .type(let type): return type
    case .name(let name):
      guard lookUp(name.text).isEmpty, libraryFunctions(name.text).isEmpty else { return nil }
      return typeNamed(name.text)
    default: return nil
    }
  }

  func property(
    _ name: SourceExpression.Name, of base: Candidate, _ source: SourceExpression,
    expecting hint: Type?
  ) -> [Candidate] {
    if case .tuple(let elements) = base.type {
      let index = Int(name.text) ?? elements.firstIndex { $0.label == name.text }
      guard let index, elements.indices.contains(index) else { return [] }
      return [
        Candidate(.tupleElement(base.expression, index), elements[index].type, source.span)
      ]
    }
    if name.text == "self" { return [base] }
    var result: [Candidate] = []
    for callee in members(name.text, of: base.type, isStatic: false) {
      guard case .library(let index) = callee.target else { continue }
      let declaration = library.declarations[index]
      var bindings = callee.bindings
      guard satisfied(callee.requirements, &bindings) else { continue }
      if declaration.kind == .property {
        let type = relations.substitute(callee.result, bindings)
        let kind = libraryCall(declaration, [], bindings, source.span, .value(base))
        result.append(Candidate(kind, type, source.span, callee.score))
      } else if declaration.kind == .function, !declaration.isMutating {
        result += functionValue(callee, source.span, expecting: hint, receiver: base)
          .compactMap { capturedReceiver($0, base) }
      }
    }
    return result
  }

  /// A method as a value keeps the receiver that it was taken from; only variables are kept.
  func capturedReceiver(_ candidate: Candidate, _ base: Candidate) -> Candidate? {
    if case .variable = base.expression.kind { return candidate }
    fail(.methodAsValue, at: candidate.expression.span)
    return nil
  }

  func staticMember(
    of type: Type, _ name: SourceExpression.Name, _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    if name.text == "none", case .optional = type, !type.hasHoles {
      return [Candidate(.none, type, source.span)]
    }
    var result: [Candidate] = []
    for callee in members(name.text, of: type, isStatic: true) {
      guard case .library(let index) = callee.target else { continue }
      let declaration = library.declarations[index]
      if declaration.kind == .property {
        var bindings = callee.bindings
        guard satisfied(callee.requirements, &bindings) else { continue }
        let kind = libraryCall(declaration, [], bindings, source.span, nil)
        let result0 = relations.substitute(callee.result, bindings)
        result.append(Candidate(kind, result0, source.span, callee.score))
      } else if name.labels == nil || name.labels == declaration.parameters.map(\.label) {
        result += functionValue(callee, source.span, expecting: hint)
      }
    }
    if result.isEmpty {
      if members(name.text, of: type, isStatic: true).isEmpty {
        unknownMember(name, of: type)
      } else {
        fail(.functionWithoutType(type.text + "." + name.text), at: source.span)
      }
    }
    return result
  }

  func implicitMember(
    _ name: SourceExpression.Name, _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    if let hint, hint.isOptional, name.text == "none", !hint.hasHoles {
      return [Candidate(.none, hint, source.span)]
    }
    guard let type = hint?.unwrapped, type != .hole else {
      fail(.implicitMemberWithoutType(name.text), at: source.span)
      return []
    }
    return staticMember(of: type, name, source, expecting: hint)
  }

  /// Members by a name, of the type and of its protocols.
  func members(_ name: String, of type: Type, isStatic: Bool) -> [Callee] {
    let isExistential =
      if case .nominal(let name, _) = type { name.hasPrefix("any ") } else { false }
    var result: [Callee] = []
    if !isExistential, let (owner, arguments) = type.nominalParts,
      let declared = library.types[owner]
    {
      let own = TypeRelations.bindings(declared.generics, arguments).filter {
        $0.value != .parameter($0.key)
      }
      for index in library.members[owner]?[name] ?? [] {
        guard library.declarations[index].isStatic == isStatic else { continue }
        var callee = Callee(index, in: library, relations: relations)
        callee.bindings = own
        callee.score.generality -= declared.generics.count * 4
        result.append(callee)
      }
    }
    for owner in relations.protocols(of: type) {
      for index in library.members[owner]?[name] ?? [] {
        guard library.declarations[index].isStatic == isStatic else { continue }
        var callee = Callee(index, in: library, relations: relations)
        callee.bindings = ["Self": type]
        result.append(callee)
      }
    }
    return result
  }

  func unknownMember(_ name: SourceExpression.Name, of type: Type) {
    let owner = type.nominalParts?.name
    let known =
      (owner.flatMap { library.members[$0] }.map { Array($0.keys) } ?? [])
      + relations.protocols(of: type).flatMap { library.members[$0].map { Array($0.keys) } ?? [] }
    let nearest = NearestName.nearest(to: name.text, in: known)
    var help = nearest.map { ["did you mean \($0)?"] } ?? []
    if type.isOptional { help = ["the value is optional: unwrap it first, with ?., ! or if let"] }
    fail(.unknownMember(name.text, type), at: name.span, help: help)
  }

  /// The readings of what a member is taken of: a literal is no Float there, and operators between
  /// integer literals make an Int.
  func receivers(
    _ base: SourceExpression, of name: SourceExpression.Name
  ) -> [Candidate] {
    let found = candidates(base)
    if base.isIntegerArithmetic { return found.filter { $0.type == .int } }
    guard let literal = base.numberLiteral else { return found }
    // An Int has a magnitude in Swift, of a type that is not evaluated.
    if case .integer = literal.kind, name.text == "magnitude" {
      return found.filter { $0.type == .int }
    }
    return found.filter { $0.type != .float }
  }

  // MARK: Subscripts

  func subscripts(
    _ base: SourceExpression, _ arguments: [SourceExpression.Argument], _ source: SourceExpression
  ) -> [Candidate] {
    if let type = typeReference(base), case .nominal = type {
      fail(.typeAsValue, at: base.span)
      return []
    }
    var result: [Candidate] = []
    let before = failures.count
    let found = candidates(base)
    for candidate in found {
      let overloads = members("subscript", of: candidate.type, isStatic: false)
      guard !overloads.isEmpty else { continue }
      let name = SourceExpression.Name(text: "subscript", span: base.span)
      result += resolve(
        overloads, arguments, source, named: name, expecting: nil, receiver: .value(candidate)
      ).map { $0.adding(candidate.score) }
    }
    if result.isEmpty, let first = found.first, failures.count == before {
      fail(
        .noSubscript(first.type), at: base.span,
        help: first.type.isOptional
          ? ["the value is optional: unwrap it first, with ?, ! or if let"] : [])
    }
    if !result.isEmpty { failures.removeLast(failures.count - before) }
    return result
  }

}

extension Diagnostic.Message {
  static let methodAsValue = Self(
    id: "outside-subset",
    text: "a method as a value is not in the evaluated Swift here; write a closure")

  static func unknownMember(_ name: String, _ type: Type) -> Self {
    Self(id: "unknown-member", text: "a value of type \(type.text) has no \(name)")
  }

  static func implicitMemberWithoutType(_ name: String) -> Self {
    Self(id: "type-mismatch", text: ".\(name) needs a type from its context")
  }

  static func noSubscript(_ type: Type) -> Self {
    Self(id: "type-mismatch", text: "a value of type \(type.text) has no elements to subscript")
  }

}
