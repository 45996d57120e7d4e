import Diagnostics

extension FunctionCompiler {
  /// Emits code for an expression.
  ///
  /// - Returns: the register that holds its value: `destination` if given, else that of a variable
  ///   or a new temporary, in the bank of the expression's type.
  @discardableResult
  func value(_ expression: TypedExpression, into destination: Register? = nil) -> Register {
    let outer = span
    span = expression.span
    defer { span = outer }
    if case .variable(let id) = expression.kind { return load(id, into: destination) }
    let result = destination ?? allocate(expression.type.bank)
    let saved = next
    defer { next = saved }
    emitValue(expression, into: result)
    return result
  }

  /// The value as an object, whatever its type.
  func object(of expression: TypedExpression, into destination: Int32? = nil) -> Int32 {
    guard expression.type.bank != .object else {
      let register = destination.map { Register(bank: .object, index: $0) }
      return value(expression, into: register).index
    }
    let target = destination ?? allocate(.object).index
    withTemporaries {
      let source = value(expression)
      box(source, isBool: expression.type == .bool, into: target)
    }
    return target
  }

  private func emitValue(_ expression: TypedExpression, into result: Register) {
    switch expression.kind {
    case .int, .double, .bool, .string, .character, .none: constant(expression, into: result)
    case .interpolation(let pieces): interpolation(pieces, into: result.index)
    case .variable(let id): load(id, into: result)
    case .function(let id), .closure(let id): closure(id, into: result.index)
    case .call(let id, let arguments): call(id, arguments, into: result)
    case .callValue(let callee, let arguments): call(callee, arguments, into: result)
    case .intrinsic(let intrinsic, let arguments):
      library(intrinsic, arguments, type: expression.type, into: result)
    case .record(let signature, let receiver, let arguments):
      record(signature, receiver, arguments, into: result.index)
    case .builder(let statements): builder(statements, into: result.index)
    case .tuple, .array, .some: aggregate(expression, into: result.index)
    case .tupleElement(let base, let index): tupleElement(base, index, into: result)
    case .forceUnwrap, .optionalChain, .coalesce: optional(expression, into: result)
    case .and(let a, let b): shortCircuit(a, b, .jumpUnless, into: result)
    case .or(let a, let b): shortCircuit(a, b, .jumpIf, into: result)
    case .ternary(let condition, let a, let b):
      let (otherwise, end) = (label(), label())
      branch(condition, ifFalse: otherwise)
      value(a, into: result)
      emit(.jump, end)
      place(otherwise)
      value(b, into: result)
      place(end)
    case .conditional(let statements): conditional(statements, into: result)
    case .error: emit(.poison)
    }
  }

  private func constant(_ expression: TypedExpression, into result: Register) {
    let a = result.index
    switch expression.kind {
    case .int(let value): constant(value, into: a)
    case .double(let value, let literal):
      let index = compiler.index(ofScalar: value, literal)
      emit(expression.type == .float ? .floatConstant : .constantScalar, a, index)
    case .bool(let value): emit(.smallInt, a, value ? 1 : 0)
    case .string(let text): emit(.stringConstant, a, compiler.index(ofText: text))
    case .character(let character):
      emit(.characterConstant, a, compiler.index(ofText: String(character)))
    default: emit(.noneObject, a)
    }
  }

  func constant(_ value: Int, into result: Int32) {
    if let small = Int32(exactly: value), abs(Int(small)) < 1 << 20 {
      emit(.smallInt, result, small)
    } else {
      compiler.program.intConstants.append(value)
      emit(.constantInt, result, Int32(compiler.program.intConstants.count - 1))
    }
  }

  private func interpolation(_ pieces: [TypedExpression], into result: Int32) {
    let text = allocate(.object).index
    emit(.stringConstant, text, compiler.index(ofText: ""))
    for piece in pieces {
      withTemporaries {
        let part = object(of: piece)
        let described = piece.type == .string ? part : allocate(.object).index
        if described != part {
          emit(.describe, described, part, compiler.index(ofType: piece.type))
          release(part)
        }
        emit(.appendString, text, described)
        release(described)
      }
    }
    emit(.takeObject, result, text)
  }

  private func aggregate(_ expression: TypedExpression, into result: Int32) {
    switch expression.kind {
    case .tuple(let elements):
      let first = objects(elements)
      emit(.makeTuple, result, first, Int32(elements.count))
    case .array(let elements):
      let first = objects(elements)
      emit(.makeArray, result, first, Int32(elements.count))
    case .some(let wrapped):
      let source = object(of: wrapped)
      emit(.makeSome, result, source)
      release(source)
    default: emit(.poison)
    }
  }

  /// Evaluates expressions in order into consecutive object registers.
  func objects(_ expressions: [TypedExpression]) -> Int32 {
    let first = allocateObjects(expressions.count)
    for (index, expression) in expressions.enumerated() {
      withTemporaries { _ = object(of: expression, into: first + Int32(index)) }
    }
    return first
  }

  private func tupleElement(_ base: TypedExpression, _ index: Int, into result: Register) {
    let tuple = value(base)
    let opcode: Opcode =
      switch result.bank {
      case .int: .tupleInt
      case .scalar: .tupleScalar
      case .object: .tupleObject
      }
    emit(opcode, result.index, tuple.index, Int32(index))
    if tuple != result { release(tuple.index) }
  }

  private func shortCircuit(
    _ a: TypedExpression, _ b: TypedExpression, _ opcode: Opcode, into result: Register
  ) {
    let end = label()
    let temporary = allocate(.int)
    value(a, into: temporary)
    emit(opcode, temporary.index, end)
    value(b, into: temporary)
    place(end)
    move(temporary, to: result)
  }

  private func conditional(_ statements: [TypedStatement], into result: Register) {
    let end = label()
    yields.append((result, end, scopes.count))
    pushScope(Scope())
    block(statements)
    popScope()
    yields.removeLast()
    place(end)
  }
}

// MARK: Optionals

extension FunctionCompiler {
  private func optional(_ expression: TypedExpression, into result: Register) {
    switch expression.kind {
    case .forceUnwrap(let base):
      let source = value(base)
      unwrap(source.index, checked: false, into: result)
      release(source.index)
    case .coalesce(let a, let b, let unwraps): coalesce(a, b, unwraps, into: result)
    case .optionalChain(let base, let variable, let body, let flattens):
      chain(base, variable, body, flattens: flattens, into: result)
    default: emit(.poison)
    }
  }

  /// The value in an optional, which was tested before if `checked`.
  func unwrap(_ source: Int32, checked: Bool, into result: Register) {
    let opcode: Opcode = checked ? .assumeSome : .unwrap
    guard result.bank != .object else { return emit(opcode, result.index, source) }
    withTemporaries {
      let temporary = allocate(.object).index
      emit(opcode, temporary, source)
      unbox(temporary, to: result)
    }
  }

  private func coalesce(
    _ a: TypedExpression, _ b: TypedExpression, _ unwraps: Bool, into result: Register
  ) {
    let (otherwise, end) = (label(), label())
    let source = value(a)
    let test = allocate(.int).index
    emit(.isSome, test, source.index)
    emit(.jumpUnless, test, otherwise)
    if unwraps {
      unwrap(source.index, checked: true, into: result)
    } else {
      emit(.copyObject, result.index, source.index)
    }
    emit(.jump, end)
    place(otherwise)
    value(b, into: result)
    place(end)
    release(source.index)
  }

  private func chain(
    _ base: TypedExpression, _ variable: VariableID, _ body: TypedExpression, flattens: Bool,
    into result: Register
  ) {
    let (nothing, end) = (label(), label())
    let source = value(base)
    let test = allocate(.int).index
    emit(.isSome, test, source.index)
    emit(.jumpUnless, test, nothing)
    let held = declareTemporary(variable)
    unwrap(source.index, checked: true, into: held)
    let isVoid = body.type == .void
    if flattens {
      value(body, into: result)
    } else {
      let inner = object(of: body)
      if isVoid { emit(.voidObject, inner) }
      emit(.makeSome, result.index, inner)
      release(inner)
    }
    emit(.jump, end)
    place(nothing)
    emit(.noneObject, result.index)
    place(end)
    release(source.index)
    if held.bank == .object {
      emit(.clear, held.index, 1)
      variableRegisters.remove(held.index)
    }
  }

  /// A register for a variable that the checker made up.
  func declareTemporary(_ id: VariableID) -> Register {
    let register = allocate((compiler.variables[id]?.type ?? .error).bank)
    if register.bank == .object { variableRegisters.insert(register.index) }
    locations[id] = .register(register)
    return register
  }
}

// MARK: Variables

extension FunctionCompiler {
  func location(of id: VariableID) -> Location? {
    if let known = locations[id] { return known }
    return compiler.globalSlot(of: id).map { .global(Int32($0)) }
  }

  @discardableResult
  func load(_ id: VariableID, into destination: Register?) -> Register {
    let bank = (compiler.variables[id]?.type ?? .error).bank
    switch location(of: id) {
    case .register(let register):
      guard let destination else { return register }
      move(register, to: destination)
      return destination
    case .box(let box):
      let result = destination ?? allocate(bank)
      emit(bank.choose(.loadBoxInt, .loadBoxScalar, .loadBoxObject), result.index, box)
      return result
    case .global(let slot):
      let result = destination ?? allocate(bank)
      emit(bank.choose(.loadGlobalInt, .loadGlobalScalar, .loadGlobalObject), result.index, slot)
      return result
    case nil:
      emit(.poison)
      return destination ?? allocate(bank)
    }
  }

  /// Writes a variable from the register of its type.
  func store(_ source: Register, to id: VariableID) {
    let isBool = compiler.variables[id]?.type == .bool
    switch location(of: id) {
    case .register(let register): move(source, to: register)
    case .box(let box):
      let int: Opcode = isBool ? .storeBoxBool : .storeBoxInt
      emit(source.bank.choose(int, .storeBoxScalar, .storeBoxObject), source.index, box)
      if source.bank == .object { release(source.index) }
    case .global(let slot):
      let int: Opcode = isBool ? .storeGlobalBool : .storeGlobalInt
      emit(source.bank.choose(int, .storeGlobalScalar, .storeGlobalObject), source.index, slot)
      if source.bank == .object { release(source.index) }
    case nil: emit(.poison)
    }
  }

  /// Makes a place for a new local; a global has its own.
  func declare(_ id: VariableID) {
    guard let variable = compiler.variables[id], variable.owner != nil || !isGlobal(id) else {
      return
    }
    if variable.isBoxed {
      let box = allocate(.object).index
      variableRegisters.insert(box)
      let initial = allocate(.object).index
      emit(.voidObject, initial)
      emit(.makeBox, box, initial)
      locations[id] = .box(box)
    } else {
      let register = allocate(variable.type.bank)
      if register.bank == .object { variableRegisters.insert(register.index) }
      locations[id] = .register(register)
    }
  }

  private func isGlobal(_ id: VariableID) -> Bool { compiler.globalSlot(of: id) != nil }
}

extension Bank {
  func choose(_ int: Opcode, _ scalar: Opcode, _ object: Opcode) -> Opcode {
    switch self {
    case .int: int
    case .scalar: scalar
    case .object: object
    }
  }
}
