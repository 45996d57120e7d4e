import Diagnostics

extension TypeChecker {
  /// Makes the functions of a block known before its first statement, as Swift does.
  func hoist(_ statements: [SourceStatement]) {
    for statement in statements {
      guard case .function(let source) = statement.kind else { continue }
      let parameters = source.parameters.map { parameter in
        var result = LibraryDeclaration.Parameter(
          label: parameter.label, name: parameter.name, type: parameter.type)
        result.isInout = parameter.isInout
        result.defaultText = parameter.defaultValue == nil ? nil : ""
        return result
      }
      let function = UserFunction(
        id: newFunctionID(), name: source.name, parameters: parameters, result: source.result)
      let isPoisoned = source.result == .error || parameters.contains { $0.type == .error }
      hoisted[source.nameSpan] = function
      declare(source.name, isPoisoned ? .poisoned : .function(function), at: source.nameSpan)
      for (index, parameter) in source.parameters.enumerated() {
        guard let value = parameter.defaultValue else { continue }
        startStatement()
        defaults[function.id, default: [:]][index] = self.value(of: value, as: parameter.type)
      }
    }
  }

  func block(_ statements: [SourceStatement]) -> [TypedStatement] {
    withScope {
      hoist(statements)
      return statements.flatMap { statement($0) }
    }
  }

  /// One statement becomes one or, where it declares several variables, more.
  func statement(_ source: SourceStatement) -> [TypedStatement] {
    if closureDepth == 0 { startStatement() } else { memory = Memory() }
    let span = source.span
    switch source.kind {
    case .expression(let expression): return expressionStatement(expression, span)
    case .binding(let isMutable, let bindings):
      return bindings.map { binding($0, isMutable: isMutable) }
    case .function(let function): return [functionStatement(function, span)]
    case .if, .switch: return [branching(source, yielding: false)]
    case .guard(let conditions, let otherwise):
      let body = withScope { self.block(otherwise) }
      let typed = self.conditions(conditions)
      return [TypedStatement(.guard(typed, else: body), span: span)]
    case .while, .repeatWhile, .for: return [loop(source)]
    case .do(let body, let label):
      breakables.append(BreakableContext(label: label ?? "", isLoop: false))
      defer { breakables.removeLast() }
      return [TypedStatement(.do(block(body), label: label), span: span)]
    case .defer(let body):
      let saved = (breakables, isInDefer)
      (breakables, isInDefer) = ([], true)
      defer { (breakables, isInDefer) = saved }
      return [TypedStatement(.defer(block(body)), span: span)]
    case .break(let label): return [jump(.break(label: label), label, isContinue: false, span)]
    case .continue(let label):
      return [jump(.continue(label: label), label, isContinue: true, span)]
    case .fallthrough:
      guard breakables.contains(where: { !$0.isLoop && $0.label != "" }) else {
        report(.strayFallthrough, at: span)
        return [TypedStatement(.error, span: span)]
      }
      return [TypedStatement(.fallthrough, span: span)]
    case .return(let value): return [returnStatement(value, span)]
    case .error: return [TypedStatement(.error, span: span)]
    }
  }

  // MARK: Expressions and assignments

  private func expressionStatement(
    _ source: SourceExpression, _ span: Span
  ) -> [TypedStatement] {
    if case .binary(let name, let left, let right) = source.kind, name.isAssignment {
      return [assignment(name, left, right, span)]
    }
    if let element = contexts.last?.builderElement {
      let value = builderValue(source, element)
      return [TypedStatement(.expression(value, displays: false), span: span)]
    }
    if case .closure = source.unparenthesized.kind {
      report(.unusedClosure, at: span)
      return [TypedStatement(.error, span: span)]
    }
    let value = self.value(of: source)
    if value.type == .error { return [TypedStatement(.error, span: span)] }
    let displays =
      contexts.isEmpty && scopes.count == 1 && value.type != .void && value.type != .never
    return [TypedStatement(.expression(value, displays: displays), span: span)]
  }

  /// What a result builder collects.
  private func builderValue(_ source: SourceExpression, _ element: Type) -> TypedExpression {
    let before = failures.count
    defer { failures.removeLast(failures.count - before) }
    let found = candidates(source, expecting: element)
    if let best = found.compactMap({ convert($0, to: element) }).reduced.first {
      return best.expression
    }
    if let void = found.first, void.type == .void { return void.expression }
    return value(of: source, as: element)
  }

  private func assignment(
    _ name: SourceExpression.Name, _ left: SourceExpression, _ right: SourceExpression,
    _ span: Span
  ) -> TypedStatement {
    if name.text != "=" { return compoundAssignment(name, left, right, span) }
    if case .wildcard = left.kind {
      let value = self.value(of: right)
      return TypedStatement(
        value.type == .error ? .error : .expression(value, displays: false), span: span)
    }
    if case .tuple(let targets) = left.kind { return tupleAssignment(targets, right, span) }
    guard let place = reportedPlace(left) else {
      _ = value(of: right)
      return TypedStatement(.error, span: span)
    }
    let value = self.value(of: right, as: place.type)
    return TypedStatement(value.type == .error ? .error : .assign(place, value), span: span)
  }

  private func reportedPlace(_ source: SourceExpression) -> TypedPlace? {
    let before = failures.count
    defer { failures.removeLast(failures.count - before) }
    if let place = place(source) { return place }
    if failures.count > before { diagnostics.append(failures[before]) }
    return nil
  }

  private func tupleAssignment(
    _ targets: [SourceExpression.Argument], _ right: SourceExpression, _ span: Span
  ) -> TypedStatement {
    var places: [TypedPlace?] = []
    var types: [Type] = []
    for target in targets {
      if case .wildcard = target.value.kind {
        places.append(nil)
        types.append(.hole)
        continue
      }
      guard let place = reportedPlace(target.value) else {
        return TypedStatement(.error, span: span)
      }
      places.append(place)
      types.append(place.type)
    }
    let wanted = Type.tuple(types.map { .init(label: nil, type: $0) })
    let value =
      wanted.hasHoles ? self.value(of: right, expecting: wanted) : self.value(of: right, as: wanted)
    guard case .tuple(let elements) = value.type, elements.count == types.count else {
      if value.type != .error { report(.tuplePattern(types.count, value.type), at: right.span) }
      return TypedStatement(.error, span: span)
    }
    for (element, type) in zip(elements, types) where type != .hole && element.type != type {
      report(.cannotConvert(element.type, to: type), at: right.span)
      return TypedStatement(.error, span: span)
    }
    return TypedStatement(.assignTuple(places, value), span: span)
  }

  private func compoundAssignment(
    _ name: SourceExpression.Name, _ left: SourceExpression, _ right: SourceExpression,
    _ span: Span
  ) -> TypedStatement {
    guard let declared = library.operators[.infix]?[name.text] else {
      report(.unknownOperator(name.text), at: name.span)
      return TypedStatement(.error, span: span)
    }
    guard let place = reportedPlace(left) else {
      _ = value(of: right)
      return TypedStatement(.error, span: span)
    }
    let before = failures.count
    defer { failures.removeLast(failures.count - before) }
    let operands = candidates(right, expecting: name.isShift ? nil : place.type)
    let target = Candidate(
      TypedExpression.Kind.error, place.type, left.span)
    var best: (candidate: Candidate, value: TypedExpression)?
    for index in declared {
      let callee = Callee(index, in: library, relations: relations)
      var start: Bindings = [:]
      guard callee.parameters.count == 2, bind(target, to: callee.parameters[0].type, &start) != nil
      else { continue }
      for operand in operands {
        var bindings = start
        guard let fitting = bind(operand, to: callee.parameters[1].type, &bindings),
          satisfied(callee.requirements, &bindings)
        else { continue }
        let reading = Candidate(expression: fitting.expression, score: fitting.score + callee.score)
        if let known = best, known.candidate.score <= reading.score { continue }
        best = (reading, fitting.expression)
      }
    }
    guard let best, let plain = plainOperator(name, place, best.value, span) else {
      if failures.count == before, let first = operands.first {
        report(.operatorDoesNotApply(name.text, [place.type, first.type]), at: name.span)
      } else if failures.count > before {
        diagnostics.append(failures[before])
      }
      return TypedStatement(.error, span: span)
    }
    return TypedStatement(.compoundAssign(place, plain, best.value), span: span)
  }

  /// The operator without assignment, for operands of these types.
  private func plainOperator(
    _ name: SourceExpression.Name, _ place: TypedPlace, _ value: TypedExpression, _ span: Span
  ) -> Intrinsic? {
    let plain = String(name.text.dropLast())
    let left = Candidate(TypedExpression.Kind.error, place.type, span)
    let readings = operatorReadings(
      library.operators[.infix]?[plain] ?? [], [left], [Candidate(expression: value)], span
    ).filter { $0.type == place.type }
    guard let best = readings.min(by: { $0.score < $1.score }),
      case .intrinsic(let intrinsic, _) = best.expression.kind
    else { return nil }
    return intrinsic
  }

  // MARK: Declarations

  private func binding(_ source: SourceStatement.Binding, isMutable: Bool) -> TypedStatement {
    guard let initial = source.value else { return emptyBinding(source, isMutable: isMutable) }
    let value: TypedExpression
    if let type = source.type {
      value = self.value(of: initial, as: type)
      guard type != .error, value.type != .error else {
        _ = pattern(source.pattern, matching: type == .error ? value.type : type)
        return TypedStatement(.error, span: source.span)
      }
    } else {
      value = self.value(of: initial)
    }
    if value.type == .error || value.type == .nominal("_OptionalNilComparisonType", []) {
      _ = pattern(source.pattern, matching: .error)
      return TypedStatement(.error, span: source.span)
    }
    guard source.pattern.isIrrefutable else {
      report(.refutablePattern, at: source.pattern.span)
      return TypedStatement(.error, span: source.span)
    }
    let typed = pattern(source.pattern, matching: value.type)
    return TypedStatement(.binding(typed, value), span: source.span)
  }

  private func emptyBinding(
    _ source: SourceStatement.Binding, isMutable: Bool
  ) -> TypedStatement {
    guard let type = source.type else {
      report(.untypedBinding, at: source.span)
      _ = pattern(source.pattern, matching: .error)
      return TypedStatement(.error, span: source.span)
    }
    let typed = pattern(source.pattern, matching: type)
    guard case .variable(let id) = typed else {
      return TypedStatement(.binding(typed, nil), span: source.span)
    }
    if isMutable, type.isOptional {
      let value = TypedExpression(.none, type: type, span: source.span)
      return TypedStatement(.binding(typed, value), span: source.span)
    }
    uninitialised.insert(id)
    return TypedStatement(.binding(typed, nil), span: source.span)
  }

  private func functionStatement(_ source: SourceFunction, _ span: Span) -> TypedStatement {
    guard let function = hoisted[source.nameSpan] else {
      return TypedStatement(.error, span: span)
    }
    inFunction(FunctionContext(id: function.id, result: source.result)) {
      let parameters = zip(source.parameters, function.parameters).enumerated().map {
        index, pair -> TypedFunction.Parameter in
        let variable = declareVariable(
          pair.0.name, type: pair.0.type, isMutable: pair.0.isInout, at: pair.0.span)
        if case .function = pair.0.type, !pair.0.isEscaping { nonEscaping.insert(variable) }
        return .init(
          variable: variable, label: pair.0.label, isInout: pair.0.isInout,
          defaultValue: defaults[function.id]?[index])
      }
      let body = withScope { functionBody(source.body, result: source.result) }
      functions[function.id] = TypedFunction(
        id: function.id, name: source.name, parameters: parameters, type: function.type,
        body: body, captures: [], span: source.span, excerpt: excerpt)
    }
    return TypedStatement(.function(function.id), span: span)
  }

  // MARK: Jumps

  private func returnStatement(_ source: SourceExpression?, _ span: Span) -> TypedStatement {
    guard let context = contexts.last, context.builderElement == nil else {
      report(contexts.isEmpty ? .returnOutside : .returnInBuilder, at: span)
      return TypedStatement(.error, span: span)
    }
    if isInDefer {
      report(.returnInDefer, at: span)
      return TypedStatement(.error, span: span)
    }
    guard let source else {
      if let result = context.result, result != .void {
        report(.missingReturnValue(result), at: span)
        return TypedStatement(.error, span: span)
      }
      contexts[contexts.count - 1].result = .void
      return TypedStatement(.return(nil), span: span)
    }
    guard let result = context.result else {
      let value = self.value(of: source)
      if value.type != .error { contexts[contexts.count - 1].result = value.type }
      return TypedStatement(value.type == .error ? .error : .return(value), span: span)
    }
    let value = self.value(of: source, as: result) { .cannotReturn($0, result) }
    return TypedStatement(value.type == .error ? .error : .return(value), span: span)
  }

  private func jump(
    _ kind: TypedStatement.Kind, _ label: String?, isContinue: Bool, _ span: Span
  ) -> TypedStatement {
    let isKnown =
      label.map { label in
        breakables.contains { $0.label == label && (!isContinue || $0.isLoop) }
      }
      ?? breakables.contains {
        isContinue ? $0.isLoop : ($0.isLoop || $0.label == nil || $0.label != "")
      }
    if !isKnown {
      report(
        label.map { .unknownLabel($0) } ?? .strayJump(isContinue ? "continue" : "break"), at: span)
      return TypedStatement(.error, span: span)
    }
    return TypedStatement(kind, span: span)
  }
}

extension Diagnostic.Message {
  static let refutablePattern = Self(
    id: "type-mismatch", text: "this pattern may not match; use if case or guard case")
  static let untypedBinding = Self(
    id: "type-mismatch", text: "a variable without a value needs a type")
  static let returnOutside = Self(
    id: "stray-statement", text: "return stands only in a function")
  static let returnInDefer = Self(
    id: "stray-statement", text: "a defer block cannot return")
  static let strayFallthrough = Self(
    id: "stray-statement", text: "fallthrough stands only in a switch")
  static let unusedClosure = Self(
    id: "unused-closure", text: "this closure is not called")
  static let returnInBuilder = Self(
    id: "stray-statement", text: "what is listed here is collected; it returns nothing")

  static func missingReturnValue(_ type: Type) -> Self {
    Self(id: "type-mismatch", text: "the function returns \(type.text); a value is missing here")
  }

  static func unknownLabel(_ label: String) -> Self {
    Self(id: "unknown-name", text: "no statement around this one is labelled \(label)")
  }

  static func strayJump(_ word: String) -> Self {
    Self(
      id: "stray-statement",
      text: "\(word) stands only in a loop\(word == "break" ? " or switch" : "")")
  }
}
