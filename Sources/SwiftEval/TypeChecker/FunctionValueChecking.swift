import Diagnostics

// Names, functions and operators as values.

extension TypeChecker {

  func nameValue(
    _ name: SourceExpression.Name, _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    spreading(hint, source.span) { self.plainNameValue(name, source, expecting: $0) }
  }

  func plainNameValue(
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

  func argument(
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
  func spreading(
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

  func plainOperatorValue(
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
}

extension Diagnostic.Message {
  static func functionWithoutType(_ name: String) -> Self {
    Self(
      id: "type-mismatch",
      text: "which \(name) is meant is not clear here; write a closure with types")
  }
}
