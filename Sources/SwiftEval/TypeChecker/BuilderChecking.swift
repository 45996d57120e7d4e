import Diagnostics

// Result builders, and `if` and `switch` as expressions.

extension TypeChecker {
  // MARK: Result builders

  /// The closure of a result builder: evaluated in place if it has no parameters.
  func builder(
    _ closure: SourceClosure, _ source: SourceExpression, as type: FunctionType
  ) -> TypedExpression? {
    closureDepth += 1
    defer { closureDepth -= 1 }
    let parameters = type.parameters
    var result = type.result
    if case .array(let element) = result { result = element }
    let array = Type.array(result)
    if parameters.isEmpty, closure.parameters?.isEmpty ?? true, closure.anonymousCount == 0 {
      let (statements, failures) = attempt {
        withFreshMemory { withScope { builderBody(closure.body, result) } }
      }
      guard let statements else {
        self.failures += failures.prefix(1)
        return nil
      }
      return TypedExpression(.builder(statements), type: array, span: source.span)
    }
    guard let types = parameterTypes(closure, type, source.span) else { return nil }
    let id = newFunctionID()
    let (made, failures) = attempt { () -> [TypedFunction.Parameter]? in
      withFreshMemory {
        inFunction(FunctionContext(id: id, result: array)) {
          let (own, prologue) = declare(closure, types, source.span)
          let statements = builderBody(closure.body, result)
          let value = TypedExpression(.builder(statements), type: array, span: source.span)
          functions[id] = TypedFunction(
            id: id, name: nil, parameters: own,
            type: FunctionType(parameters: types, result: array),
            body: prologue + [TypedStatement(.return(value), span: source.span)], captures: [],
            span: source.span, excerpt: excerpt)
          return own
        }
      }
    }
    guard made != nil else {
      self.failures += failures.prefix(1)
      return nil
    }
    return TypedExpression(
      .closure(id), type: .function(FunctionType(parameters: types, result: array)),
      span: source.span)
  }

  func builderBody(_ body: [SourceStatement], _ element: Type) -> [TypedStatement] {
    let around = contexts.last
    contexts.append(
      FunctionContext(
        id: around?.id ?? Self.main, result: around?.result ?? .void, builderElement: element))
    defer { contexts.removeLast() }
    hoist(body)
    return body.flatMap { statement($0) }
  }

  // MARK: if and switch as expressions

  /// An `if` or `switch` whose branches yield a value of one type.
  func conditional(_ statement: SourceStatement, _ hint: Type?, _ span: Span) -> [Candidate] {
    if let hint, !hint.hasHoles {
      let (typed, failures) = attempt { conditionalBody(statement, yielding: hint) }
      if let typed { return [Candidate(.conditional(typed), hint, span)] }
      self.failures += failures.prefix(1)
      return []
    }
    var types: [Type] = []
    let (_, firstFailures) = attempt { () -> Bool? in
      yields.append(nil)
      yieldTypes.append([])
      _ = withScope { branching(statement, yielding: true) }
      yields.removeLast()
      types = yieldTypes.removeLast()
      return true
    }
    var result: [Candidate] = []
    var reasons = firstFailures
    for type in types {
      let (typed, failures) = attempt { conditionalBody(statement, yielding: type) }
      if let typed { result.append(Candidate(.conditional(typed), type, span)) }
      if reasons.isEmpty { reasons = failures }
    }
    if result.isEmpty {
      if let first = reasons.first {
        self.failures.append(first)
      } else {
        fail(.branchesWithoutValue, at: span)
      }
    }
    return Array(result.prefix(1))
  }

  func conditionalBody(
    _ statement: SourceStatement, yielding type: Type
  ) -> [TypedStatement]? {
    yields.append(type)
    yieldTypes.append([])
    defer {
      yields.removeLast()
      yieldTypes.removeLast()
    }
    return withFreshMemory { [withScope { branching(statement, yielding: true) }] }
  }
}
