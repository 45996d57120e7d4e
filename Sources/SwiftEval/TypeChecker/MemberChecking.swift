import Diagnostics

extension TypeChecker {
  // MARK: Names as values

  func nameValue(
    _ name: SourceExpression.Name, _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    spreading(hint, source.span) { self.plainNameValue(name, source, expecting: $0) }
  }

  private func plainNameValue(
    _ name: SourceExpression.Name, _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    let entities = lookUp(name.text)
    var result: [Candidate] = []
    for entity in entities {
      switch entity {
      case .poisoned: return []
      case .variable(let id):
        let type = variables[id.index].type
        return type == .error ? [] : [Candidate(.variable(id), type, source.span)]
      case .function(let function):
        guard name.labels == nil || name.labels == function.parameters.map(\.label) else {
          continue
        }
        result.append(Candidate(.function(function.id), .function(function.type), source.span))
      }
    }
    for index in libraryFunctions(name.text) {
      let callee = Callee(index, in: library, relations: relations)
      guard name.labels == nil || name.labels == callee.parameters.map(\.label) else { continue }
      result += functionValue(callee, source.span, expecting: hint)
    }
    if result.isEmpty, !entities.isEmpty || !libraryFunctions(name.text).isEmpty {
      fail(.functionWithoutType(name.text), at: source.span)
    } else if result.isEmpty {
      if typeNamed(name.text) != nil { fail(.typeAsValue, at: source.span) } else { unknown(name) }
    }
    return result
  }

  /// A function of the library as a value: a closure that calls it.
  func functionValue(
    _ callee: Callee, _ span: Span, expecting hint: Type?, receiver: Candidate? = nil
  ) -> [Candidate] {
    var bindings = callee.bindings
    var callee = callee
    // Defaults cannot be left out, nor given, in a function value: they are parameters like others.
    if callee.parameters.contains(where: { $0.isVariadic || $0.builder != nil }) { return [] }
    if case .library(let index) = callee.target, library.declarations[index].signature != nil {
      return []
    }
    let wanted = hint?.functionType
    callee.score.generality += callee.parameters.count { $0.label != nil } * 8
    if let wanted {
      guard wanted.parameters.count == callee.parameters.count else { return [] }
      for (parameter, expected) in zip(callee.parameters, wanted.parameters)
      where !expected.type.hasHoles {
        let known = relations.substitute(parameter.type, bindings)
        guard
          relations.unify(parameter.type, expected.type, &bindings)
            || (!known.hasHoles && known == expected.type)
        else { return [] }
      }
      if !wanted.result.hasHoles {
        _ = relations.unify(callee.result, wanted.result, &bindings)
      }
    }
    guard satisfied(callee.requirements, &bindings) else { return [] }
    callee.bindings = bindings
    let types = callee.parameters.map { relations.substitute($0.type, bindings) }
    let result = relations.substitute(callee.result, bindings)
    guard !result.hasHoles, types.allSatisfy({ !$0.hasHoles }),
      case .library(let index) = callee.target
    else { return [] }
    let declaration = library.declarations[index]
    let type = FunctionType(
      parameters: zip(types, callee.parameters).map { .init(type: $0, isInout: $1.isInout) },
      result: result)
    let id = synthesise(type, at: span) { variables in
      let arguments = zip(variables, callee.parameters).map { variable, parameter in
        [self.argument(variable, parameter, span)]
      }
      let kind = self.libraryCall(
        declaration, arguments, bindings, span, receiver.map { .value($0) })
      return TypedExpression(kind, type: result, span: span)
    }
    var score = callee.score
    score.generality += 1
    return [Candidate(.closure(id), .function(type), span, score)]
  }

  private func argument(
    _ variable: VariableID, _ parameter: LibraryDeclaration.Parameter, _ span: Span
  ) -> TypedArgument {
    let type = variables[variable.index].type
    return parameter.isInout
      ? .inout(TypedPlace(root: variable, steps: [], type: type, span: span))
      : .value(TypedExpression(.variable(variable), type: type, span: span))
  }

  /// A closure that the checker makes up.
  func synthesise(
    _ type: FunctionType, at span: Span, body: ([VariableID]) -> TypedExpression
  ) -> FunctionID {
    let id = newFunctionID()
    contexts.append(FunctionContext(id: id, result: type.result))
    defer { contexts.removeLast() }
    let parameters = type.parameters.enumerated().map { index, parameter in
      makeVariable("$\(index)", type: parameter.type, isMutable: parameter.isInout)
    }
    let value = body(parameters)
    let statement = TypedStatement(
      type.result == .void ? .expression(value, displays: false) : .return(value), span: span)
    functions[id] = TypedFunction(
      id: id, name: nil,
      parameters: zip(parameters, type.parameters).map {
        .init(variable: $0, label: nil, isInout: $1.isInout)
      }, type: type, body: [statement], captures: [], span: span, excerpt: excerpt)
    return id
  }

  func operatorValue(
    _ name: SourceExpression.Name, _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    spreading(hint, source.span) { self.plainOperatorValue(name, source, expecting: $0) }
  }

  /// A function of several parameters where one of a tuple is expected: `zip(a, b).map(*)`.
  private func spreading(
    _ hint: Type?, _ span: Span, _ readings: (Type?) -> [Candidate]
  ) -> [Candidate] {
    guard let wanted = hint?.functionType, wanted.parameters.count == 1,
      case .tuple(let elements) = wanted.parameters[0].type, !wanted.parameters[0].type.hasHoles
    else { return readings(hint) }
    let before = failures.count
    let direct = readings(hint)
    if direct.contains(where: { $0.type.functionType?.parameters.count == 1 }) { return direct }
    failures.removeLast(failures.count - before)
    let wide = FunctionType(
      parameters: elements.map { .init(type: $0.type) }, result: wanted.result)
    return readings(.function(wide)).compactMap { candidate in
      guard case .function(let type) = candidate.type,
        type.parameters == wide.parameters
      else { return nil }
      let spread = FunctionType(parameters: wanted.parameters, result: type.result)
      let id = synthesise(spread, at: span) { variables in
        let tuple = TypedExpression(
          .variable(variables[0]), type: wanted.parameters[0].type, span: span)
        let arguments = elements.enumerated().map { index, element in
          TypedArgument.value(
            TypedExpression(.tupleElement(tuple, index), type: element.type, span: span))
        }
        return TypedExpression(
          .callValue(candidate.expression, arguments), type: type.result, span: span)
      }
      return Candidate(.closure(id), .function(spread), span, candidate.score)
    }
  }

  private func plainOperatorValue(
    _ name: SourceExpression.Name, _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    let count = hint?.functionType?.parameters.count
    var result: [Candidate] = []
    for kind in [LibraryDeclaration.Kind.infix, .prefix] {
      guard count == nil || count == (kind == .infix ? 2 : 1) else { continue }
      for index in library.operators[kind]?[name.text] ?? [] {
        let callee = Callee(index, in: library, relations: relations)
        result += functionValue(callee, source.span, expecting: hint)
      }
    }
    if result.isEmpty { fail(.functionWithoutType(name.text), at: source.span) }
    return result
  }

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

  private func property(
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
  private func capturedReceiver(_ candidate: Candidate, _ base: Candidate) -> Candidate? {
    if case .variable = base.expression.kind { return candidate }
    fail(.methodAsValue, at: candidate.expression.span)
    return nil
  }

  private func staticMember(
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

  private func implicitMember(
    _ name: SourceExpression.Name, _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    if let hint, hint.isOptional, name.text == "none", !hint.hasHoles {
      return [Candidate(.none, hint, source.span)]
    }
    guard let type = hint?.unwrapped, type != .hole else {
      fail(.implicitMemberWithoutType(name.text), at: source.span)
      return []
    }
    let owner = implicitOwner(type)
    let wanted = owner
    return staticMember(of: wanted, name, source, expecting: hint)
  }

  /// The type that `.name` is looked up in.
  private func implicitOwner(_ type: Type) -> Type { type }

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
  private func receivers(
    _ base: SourceExpression, of name: SourceExpression.Name, expecting hint: Type? = nil
  ) -> [Candidate] {
    let found = candidates(base, expecting: hint)
    if base.isIntegerArithmetic { return found.filter { $0.type == .int } }
    guard let literal = base.numberLiteral else { return found }
    // An Int has a magnitude in Swift, of a type that is not evaluated.
    if case .integer = literal.kind, name.text == "magnitude" {
      return found.filter { $0.type == .int }
    }
    return found.filter { $0.type != .float }
  }

  // MARK: Calls of members

  func callMember(
    _ base: SourceExpression?, _ name: SourceExpression.Name, _ callee: SourceExpression,
    _ arguments: [SourceExpression.Argument], _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    guard let base else {
      if let hint, hint.isOptional, name.text == "some" {
        return callStatic(of: hint, name, callee, arguments, source, expecting: hint)
      }
      guard let type = hint?.unwrapped, type != .hole else {
        fail(.implicitMemberWithoutType(name.text), at: callee.span)
        return []
      }
      return callStatic(of: type, name, callee, arguments, source, expecting: hint)
    }
    if let type = typeReference(base) {
      return callStatic(of: type, name, callee, arguments, source, expecting: hint)
    }
    let before = failures.count
    let found = receivers(base, of: name, expecting: receiverHint(base))
    var result: [Candidate] = []
    for candidate in found {
      let overloads = members(name.text, of: candidate.type, isStatic: false)
        .filter { isMethod($0) }
      guard !overloads.isEmpty else { continue }
      let start = failures.count
      result += method(overloads, candidate, base, name, arguments, source, expecting: hint)
      // Only the best receiver's failure is of interest.
      if start > before { failures.removeLast(failures.count - start) }
    }
    if result.isEmpty {
      if let first = found.first, failures.count == before {
        let values = property(name, of: first, callee, expecting: nil)
        if let function = values.first, function.type.functionType != nil {
          return callFunction(function, arguments, source)
        }
        unknownMember(name, of: first.type)
      }
      return []
    }
    failures.removeLast(failures.count - before)
    return result.reduced
  }

  private func receiverHint(_ base: SourceExpression) -> Type? { nil }

  private func isMethod(_ callee: Callee) -> Bool {
    guard case .library(let index) = callee.target else { return true }
    return library.declarations[index].kind == .function
  }

  private func callFunction(
    _ function: Candidate, _ arguments: [SourceExpression.Argument], _ source: SourceExpression
  ) -> [Candidate] {
    guard case .function(let type) = function.type else { return [] }
    let parameters = type.parameters.map {
      var parameter = LibraryDeclaration.Parameter(label: nil, name: "", type: $0.type)
      parameter.isInout = $0.isInout
      return parameter
    }
    let callee = Callee(
      UserFunction(
        id: FunctionID(-1), name: "the function", parameters: parameters, result: type.result))
    return apply(callee, arguments, source.span, expecting: nil).compactMap { reading in
      guard case .call(_, let arguments) = reading.expression.kind else { return nil }
      return Candidate(
        .callValue(function.expression, arguments), type.result, source.span,
        reading.score + function.score)
    }
  }

  private func method(
    _ overloads: [Callee], _ candidate: Candidate, _ base: SourceExpression,
    _ name: SourceExpression.Name, _ arguments: [SourceExpression.Argument],
    _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    let mutating = overloads.filter(\.isMutating)
    let plain = overloads.filter { !$0.isMutating }
    var result: [Candidate] = []
    if !plain.isEmpty {
      result += resolve(
        plain, arguments, source, named: name, expecting: hint, receiver: .value(candidate)
      ).map { $0.adding(candidate.score) }
    }
    if !mutating.isEmpty, result.isEmpty, let place = place(base) {
      result += resolve(
        mutating, arguments, source, named: name, expecting: hint, receiver: .place(place))
    }
    return result
  }

  private func callStatic(
    of type: Type, _ name: SourceExpression.Name, _ callee: SourceExpression,
    _ arguments: [SourceExpression.Argument], _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    if name.text == "some", case .optional(let wrapped) = type {
      return wrap(arguments, wrapped, source, expecting: hint)
    }
    if name.text == "init" {
      return construct(type, arguments, source, at: callee.span, expecting: hint)
    }
    let overloads = members(name.text, of: type, isStatic: true).filter { isMethod($0) }
    guard !overloads.isEmpty else {
      unknownMember(name, of: type)
      return []
    }
    return resolve(overloads, arguments, source, named: name, expecting: hint)
  }

  // MARK: Subscripts and optional chains

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

  /// The link of an optional chain that is nearest to its end: `(a?.b)?` in `a?.b?.c`.
  func outermostLink(of source: SourceExpression) -> SourceExpression? {
    var current = source
    while true {
      switch current.kind {
      case .member(let base?, _): current = base
      case .call(let callee, _): current = callee
      case .subscript(let base, _): current = base
      case .forceUnwrap(let base): current = base
      case .optionalLink:
        return current.id == source.id || chainLinks[current.id] != nil ? nil : current
      default: return nil
      }
    }
  }

  /// A chain: nil where its link is, else the value of what follows, as an optional.
  func chain(_ source: SourceExpression, link: SourceExpression) -> [Candidate] {
    guard case .optionalLink(let base) = link.kind else { return [] }
    var result: [Candidate] = []
    for candidate in candidates(base) {
      guard case .optional(let wrapped) = candidate.type else {
        fail(.chainsNonOptional(candidate.type), at: link.span)
        continue
      }
      let variable = makeVariable("$link", type: wrapped, isMutable: false, isLocal: true)
      let (savedMemo, savedLinks) = (memo, chainLinks)
      chainLinks[link.id] = variable
      memo = [:]
      let bodies = candidates(source)
      (memo, chainLinks) = (savedMemo, savedLinks)
      for body in bodies {
        let flattens = body.type.isOptional
        result.append(
          Candidate(
            .optionalChain(
              candidate.expression, variable: variable, body.expression, flattens: flattens),
            flattens ? body.type : .optional(body.type), source.span,
            candidate.score + body.score))
      }
    }
    return result.reduced
  }
}

extension Diagnostic.Message {
  static let methodAsValue = Self(
    id: "outside-subset",
    text: "a method as a value is not in the evaluated Swift here; write a closure")

  static func functionWithoutType(_ name: String) -> Self {
    Self(
      id: "type-mismatch",
      text: "which \(name) is meant is not clear here; write a closure with types")
  }

  static func unknownMember(_ name: String, _ type: Type) -> Self {
    Self(id: "unknown-member", text: "a value of type \(type.text) has no \(name)")
  }

  static func implicitMemberWithoutType(_ name: String) -> Self {
    Self(id: "type-mismatch", text: ".\(name) needs a type from its context")
  }

  static func noSubscript(_ type: Type) -> Self {
    Self(id: "type-mismatch", text: "a value of type \(type.text) has no elements to subscript")
  }

  static func chainsNonOptional(_ type: Type) -> Self {
    Self(id: "type-mismatch", text: "? follows an optional; this is of type \(type.text)")
  }
}
