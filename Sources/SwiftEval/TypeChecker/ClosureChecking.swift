import Diagnostics

extension TypeChecker {
  /// The readings of a closure, by its parameters' types, which it states or takes from what is
  /// expected.
  func closure(
    _ closure: SourceClosure, _ source: SourceExpression, expecting hint: Type?
  ) -> [Candidate] {
    let wanted = hint?.functionType
    // A type that is not known has been reported where it is written.
    if closure.hasUnknownType { return [] }
    guard let parameters = parameterTypes(closure, wanted, source.span) else { return [] }
    var result = closure.result
    if result == nil, let expected = wanted?.result, !expected.hasHoles { result = expected }
    let key = ClosureKey(expression: source.id, parameters: parameters, result: result)
    if let known = memory.closures[key] {
      failures += known.failures
      return known.candidates
    }
    let before = failures.count
    let found = withFreshMemory { body(of: closure, source, parameters, result) }
    memory.closures[key] = Readings(candidates: found, failures: Array(failures[before...]))
    return found
  }

  /// The types of the function's parameters, or nil with the reason.
  func parameterTypes(
    _ closure: SourceClosure, _ wanted: FunctionType?, _ span: Span
  ) -> [FunctionType.Parameter]? {
    let expected = wanted?.parameters
    guard let own = closure.parameters else {
      guard let expected else {
        if closure.anonymousCount == 0 { return [] }
        fail(.closureWithoutType, at: span)
        return nil
      }
      guard expected.allSatisfy({ !$0.type.hasHoles }) else {
        fail(.closureWithoutType, at: span)
        return nil
      }
      if closure.anonymousCount == expected.count || isSpread(closure.anonymousCount, expected) {
        return expected
      }
      fail(.closureParameters(expected.count, closure.anonymousCount), at: span)
      return nil
    }
    if let expected, own.count != expected.count {
      if isSpread(own.count, expected) { return expected }
      fail(.closureParameters(expected.count, own.count), at: span)
      return nil
    }
    var result: [FunctionType.Parameter] = []
    for (index, parameter) in own.enumerated() {
      if let type = parameter.type {
        result.append(.init(type: type, isInout: parameter.isInout))
      } else if let known = expected?[index], !known.type.hasHoles {
        result.append(known)
      } else {
        fail(.parameterWithoutType(parameter.name ?? "_"), at: parameter.span)
        return nil
      }
    }
    return result
  }

  /// Several parameters of a closure that is given one tuple.
  func isSpread(_ count: Int, _ expected: [FunctionType.Parameter]) -> Bool {
    guard expected.count == 1, count > 1, case .tuple(let elements) = expected[0].type else {
      return false
    }
    return elements.count == count
  }

  func body(
    of closure: SourceClosure, _ source: SourceExpression, _ parameters: [FunctionType.Parameter],
    _ result: Type?
  ) -> [Candidate] {
    let id = newFunctionID()
    let context = FunctionContext(id: id, result: result)
    closureDepth += 1
    defer { closureDepth -= 1 }
    return inFunction(context) {
      let (own, prologue) = declare(closure, parameters, source.span)
      let bodies = readings(of: closure, source, result)
      return bodies.enumerated().map { index, body in
        let variant = index == 0 ? id : newFunctionID()
        canonicalFunction[variant] = id
        let type = FunctionType(parameters: parameters, result: body.result)
        functions[variant] = TypedFunction(
          id: variant, name: nil, parameters: own, type: type, body: prologue + body.statements,
          captures: [], span: source.span, excerpt: excerpt)
        return Candidate(.closure(variant), .function(type), source.span, body.score)
      }
    }
  }

  /// Declares a closure's parameters; where one tuple is spread, a statement takes it apart.
  func declare(
    _ closure: SourceClosure, _ parameters: [FunctionType.Parameter], _ span: Span
  ) -> (parameters: [TypedFunction.Parameter], prologue: [TypedStatement]) {
    let count = closure.parameters?.count ?? closure.anonymousCount
    let names = (0..<count).map { index -> (name: String?, span: Span) in
      guard let own = closure.parameters else { return ("$\(index)", span) }
      return (own[index].name, own[index].span)
    }
    if isSpread(count, parameters), case .tuple(let elements) = parameters[0].type {
      let whole = makeVariable("$tuple", type: parameters[0].type, isMutable: false)
      let parts = zip(names, elements).map { name, element -> TypedPattern in
        guard let text = name.name else { return .wildcard }
        return .variable(
          declareVariable(text, type: element.type, isMutable: false, at: name.span))
      }
      let value = TypedExpression(.variable(whole), type: parameters[0].type, span: span)
      return (
        [.init(variable: whole, label: nil)],
        [TypedStatement(.binding(.tuple(parts), value), span: span)]
      )
    }
    let own = parameters.enumerated().map { index, parameter -> TypedFunction.Parameter in
      let name = names.indices.contains(index) ? names[index] : (name: nil, span: span)
      let variable: VariableID
      if let text = name.name {
        variable = declareVariable(
          text, type: parameter.type, isMutable: parameter.isInout, at: name.span)
      } else {
        variable = makeVariable("_", type: parameter.type, isMutable: false)
      }
      return .init(variable: variable, label: nil, isInout: parameter.isInout)
    }
    return (own, [])
  }

  struct Body {
    var statements: [TypedStatement]
    var result: Type
    var score = Score()
  }

  func readings(
    of closure: SourceClosure, _ source: SourceExpression, _ result: Type?
  ) -> [Body] {
    if let expression = closure.singleExpression, !expression.isAssignment {
      let found = candidates(expression, expecting: result == .void ? nil : result)
      return found.compactMap { candidate in
        if result == .void {
          let drop = TypedStatement(
            .expression(candidate.expression, displays: false), span: expression.span)
          return Body(statements: [drop], result: .void, score: candidate.score)
        }
        if candidate.type == .never {
          let run = TypedStatement(
            .expression(candidate.expression, displays: false), span: expression.span)
          return Body(statements: [run], result: result ?? .void, score: candidate.score)
        }
        var chosen = candidate
        if let result {
          guard let fitting = convert(candidate, to: result) else {
            fail(.cannotConvert(candidate.type, to: result), at: expression.span)
            return nil
          }
          chosen = fitting
        }
        let statement = TypedStatement(.return(chosen.expression), span: expression.span)
        return Body(statements: [statement], result: chosen.type, score: chosen.score)
      }
    }
    let (statements, failures) = attempt { () -> [TypedStatement]? in
      withScope { functionBody(closure.body, result: result) }
    }
    guard let statements else {
      self.failures += failures.prefix(1)
      return []
    }
    return [Body(statements: statements, result: contexts.last?.result ?? .void)]
  }

  /// A function's statements; a single expression is what it returns.
  func functionBody(_ body: [SourceStatement], result: Type?) -> [TypedStatement] {
    if body.count == 1 {
      switch body[0].kind {
      case .expression(let expression) where !expression.isAssignment && result != .void:
        if let result {
          let value = implicitReturn(expression, result)
          if value.type == .never {
            return [TypedStatement(.expression(value, displays: false), span: body[0].span)]
          }
          return [TypedStatement(.return(value), span: body[0].span)]
        }
      case .if where result == nil && body[0].isConditionalExpression,
        .switch where result == nil && body[0].isConditionalExpression:
        let before = failures.count
        let found = conditional(body[0], nil, body[0].span).first
        failures.removeLast(failures.count - before)
        if let found, found.type != .void {
          contexts[contexts.count - 1].result = found.type
          return [TypedStatement(.return(found.expression), span: body[0].span)]
        }
      case .if, .switch:
        if let result, result != .void, body[0].isConditionalExpression {
          let before = failures.count
          let found = conditional(body[0], result, body[0].span)
          if let first = found.compactMap({ convert($0, to: result) }).first {
            return [TypedStatement(.return(first.expression), span: body[0].span)]
          }
          diagnostics += failures[before...].prefix(1)
          failures.removeLast(failures.count - before)
          return [TypedStatement(.error, span: body[0].span)]
        }
      default: break
      }
    }
    hoist(body)
    return body.flatMap { statement($0) }
  }

  func implicitReturn(_ expression: SourceExpression, _ result: Type) -> TypedExpression {
    let before = failures.count
    let found = candidates(expression, expecting: result)
    if let never = found.first, never.type == .never {
      failures.removeLast(failures.count - before)
      return never.expression
    }
    failures.removeLast(failures.count - before)
    return value(of: expression, as: result) { .cannotReturn($0, result) }
  }
}

extension SourceExpression {
  /// `a = b` or `a += b`.
  var isAssignment: Bool {
    guard case .binary(let name, _, _) = kind else { return false }
    return name.isAssignment
  }
}

extension SourceExpression.Name {
  /// `<<` or `>>`, or the assignment of one.
  var isShift: Bool { text.hasPrefix("<<") || text.hasPrefix(">>") }

  /// Ends in `=` and is no comparison.
  var isAssignment: Bool {
    text.hasSuffix("=") && !["==", "!=", "<=", ">=", "===", "!==", "~="].contains(text)
  }
}

extension SourceStatement {
  /// An `if` with `else`, or a `switch`, each of whose branches is one expression.
  var isConditionalExpression: Bool {
    switch kind {
    case .if(_, let then, let otherwise):
      guard let otherwise else { return false }
      return Self.yields(then) && Self.yields(otherwise)
    case .switch(_, let cases, _): return cases.allSatisfy { Self.yields($0.body) }
    default: return false
    }
  }

  private static func yields(_ body: [SourceStatement]) -> Bool {
    guard body.count == 1 else { return false }
    if case .expression(let value) = body[0].kind { return !value.isAssignment }
    return body[0].isConditionalExpression
  }
}

extension Diagnostic.Message {
  static let closureWithoutType = Self(
    id: "untyped-closure",
    text: "the types of this closure's parameters are not known; write them: { (x: Double) in … }")
  static let branchesWithoutValue = Self(
    id: "type-mismatch", text: "every branch of this expression has to be one value")

  static func closureParameters(_ expected: Int, _ given: Int) -> Self {
    Self(
      id: "type-mismatch",
      text:
        "this closure is given \(expected) argument\(expected == 1 ? "" : "s"), and takes \(given)")
  }

  static func parameterWithoutType(_ name: String) -> Self {
    Self(id: "untyped-closure", text: "the type of \(name) is not known here; write it")
  }

  static func cannotReturn(_ type: Type, _ result: Type) -> Self {
    Self(
      id: "type-mismatch",
      text: result == .void
        ? "the function returns nothing; it says no -> before its body"
        : "the function returns \(result.text), not \(type.text)")
  }
}
