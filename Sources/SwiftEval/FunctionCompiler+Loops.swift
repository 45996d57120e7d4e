import Diagnostics

extension FunctionCompiler {
  func choose(
    _ conditions: [TypedCondition], _ then: [TypedStatement], _ otherwise: [TypedStatement]
  ) {
    let (elseLabel, end) = (label(), label())
    pushScope(Scope())
    branch(conditions, ifFalse: elseLabel)
    block(then)
    popScope()
    if !otherwise.isEmpty { emit(.jump, end) }
    place(elseLabel)
    pushScope(Scope())
    block(otherwise)
    popScope()
    place(end)
  }

  /// What the conditions bind stays visible after the statement.
  func guardStatement(_ conditions: [TypedCondition], _ otherwise: [TypedStatement]) {
    let (elseLabel, end) = (label(), label())
    branch(conditions, ifFalse: elseLabel)
    emit(.jump, end)
    place(elseLabel)
    pushScope(Scope())
    block(otherwise)
    popScope()
    place(end)
  }

  func whileLoop(_ conditions: [TypedCondition], _ body: [TypedStatement], _ name: String?) {
    let (start, end) = (label(), label())
    let first = code.count
    place(start)
    pushScope(Scope(label: name, breakLabel: end, continueLabel: start, isBreakable: true))
    // A scope of its own, so that what the condition binds is given back with the body.
    pushScope(Scope())
    branch(conditions, ifFalse: end)
    block(body)
    popScope()
    popScope()
    emit(.jumpBack, start, cost(since: first))
    place(end)
  }

  func repeatLoop(_ body: [TypedStatement], _ condition: TypedExpression, _ name: String?) {
    let (start, test, end) = (label(), label(), label())
    let first = code.count
    place(start)
    pushScope(Scope(label: name, breakLabel: end, continueLabel: test, isBreakable: true))
    pushScope(Scope())
    block(body)
    popScope()
    popScope()
    place(test)
    branch(condition, ifFalse: end)
    emit(.jumpBack, start, cost(since: first))
    place(end)
  }

  private func cost(since first: Int) -> Int32 {
    Int32(clamping: min(code.count - first, 1 << 15)) + 1
  }

  func forLoop(
    _ pattern: TypedPattern, _ sequence: TypedExpression, _ condition: TypedExpression?,
    _ body: [TypedStatement], _ name: String?
  ) {
    pushScope(Scope())
    if let (lower, upper, isClosed) = rangeOperands(sequence) {
      rangeLoop(pattern, (lower, upper, isClosed), sequence.span, condition, body, name)
    } else {
      sequenceLoop(pattern, sequence, condition, body, name)
    }
    popScope()
  }

  private func rangeLoop(
    _ pattern: TypedPattern, _ range: (TypedExpression, TypedExpression, Bool), _ place: Span,
    _ condition: TypedExpression?, _ body: [TypedStatement], _ name: String?
  ) {
    let (counter, last) = (allocate(.int), allocate(.int))
    let (start, resume, end) = (label(), label(), label())
    value(range.0, into: counter)
    value(range.1, into: last)
    span = place
    emit(.checkRange, counter.index, last.index)
    if !range.2 {
      emit(.jumpUnlessLess, counter.index, last.index, end)
      emit(.addSmall, last.index, last.index, -1)
    }
    let first = code.count
    self.place(start)
    loopBody(pattern, counter, type: .int, condition, body, name, resume: resume, end: end)
    self.place(resume)
    emit(.loop, counter.index, last.index, start, small: UInt16(clamping: cost(since: first)))
    self.place(end)
  }

  private func sequenceLoop(
    _ pattern: TypedPattern, _ sequence: TypedExpression, _ condition: TypedExpression?,
    _ body: [TypedStatement], _ name: String?
  ) {
    let elementType = sequence.type.sequenceElement
    let iterator = heldRegister(.object)
    withTemporaries {
      let source = value(sequence)
      emit(.iterate, iterator.index, source.index)
      release(source.index)
    }
    let counter = allocate(.int)
    emit(.smallInt, counter.index, 0)
    let (start, end) = (label(), label())
    let element = heldRegister(elementType.bank)
    let first = code.count
    place(start)
    let opcode = element.bank.choose(.nextInt, .nextScalar, .nextObject)
    emit(opcode, element.index, iterator.index, counter.index)
    emit(.jump, end)
    loopBody(
      pattern, element, type: elementType, condition, body, name, resume: start, end: end)
    emit(.jumpBack, start, cost(since: first))
    place(end)
    letGo(iterator)
    letGo(element)
  }

  private func loopBody(
    _ pattern: TypedPattern, _ element: Register, type: Type, _ condition: TypedExpression?,
    _ body: [TypedStatement], _ name: String?, resume: Int32, end: Int32
  ) {
    pushScope(Scope(label: name, breakLabel: end, continueLabel: resume, isBreakable: true))
    pushScope(Scope())
    match(pattern, element, type: type, otherwise: resume)
    if let condition { branch(condition, ifFalse: resume) }
    block(body)
    popScope()
    popScope()
  }

  func switchStatement(_ subject: TypedExpression, _ cases: [TypedCase], _ name: String?) {
    let end = label()
    pushScope(Scope())
    let value = held(subject)
    let bodies = cases.map { _ in label() }
    for (index, branch) in cases.enumerated() {
      let following = label()
      let scope = Scope(
        label: name, breakLabel: end, isBreakable: true,
        fallthroughLabel: index + 1 < bodies.count ? bodies[index + 1] : nil)
      pushScope(scope)
      pushScope(Scope())
      alternatives(branch, value, type: subject.type, body: bodies[index], otherwise: following)
      place(bodies[index])
      block(branch.body)
      popScope()
      popScope()
      emit(.jump, end)
      place(following)
    }
    emit(.unreachable)
    place(end)
    letGo(value)
    popScope()
  }

  private func alternatives(
    _ branch: TypedCase, _ subject: Register, type: Type, body: Int32, otherwise: Int32
  ) {
    var declared: Set<VariableID> = []
    for (pattern, _) in branch.patterns { declareAll(pattern, &declared) }
    for (index, (pattern, condition)) in branch.patterns.enumerated() {
      let isLast = index + 1 == branch.patterns.count
      let failed = isLast ? otherwise : label()
      match(pattern, subject, type: type, otherwise: failed, declares: false)
      if let condition { self.branch(condition, ifFalse: failed) }
      emit(.jump, body)
      if !isLast { place(failed) }
    }
  }

  func declareAll(_ pattern: TypedPattern) {
    var declared: Set<VariableID> = []
    declareAll(pattern, &declared)
  }

  /// Makes places for the variables of a pattern; alternatives of a case share theirs.
  private func declareAll(_ pattern: TypedPattern, _ declared: inout Set<VariableID>) {
    switch pattern {
    case .wildcard, .none, .expression: break
    case .variable(let id): if declared.insert(id).inserted { declare(id) }
    case .tuple(let parts): for part in parts { declareAll(part, &declared) }
    case .some(let inner): declareAll(inner, &declared)
    }
  }
}

extension Type {
  /// What a `for` loop over the type gives.
  var sequenceElement: Type {
    switch self {
    case .array(let element): element
    case .string: .character
    case .nominal(let name, let arguments): Self.element(ofNominal: name, arguments)
    case .int, .double, .float, .bool, .character, .void, .never, .optional, .tuple, .function,
      .parameter, .variable, .error:
      .error
    }
  }

  private static func element(ofNominal name: String, _ arguments: [Type]) -> Type {
    let first = arguments.first ?? .error
    switch name {
    case "Zip2Sequence":
      let parts = arguments.map { TupleElement(label: nil, type: $0.sequenceElement) }
      return .tuple(parts)
    case "EnumeratedSequence":
      return .tuple([
        TupleElement(label: "offset", type: .int),
        TupleElement(label: "element", type: first.sequenceElement),
      ])
    case "ReversedCollection": return first.sequenceElement
    default: return first
    }
  }
}
