import Diagnostics

extension FunctionCompiler {
  /// An `inout` argument: its place, with the registers of its indices, and where the callee has it.
  private struct Loan {
    let place: CompiledPlace
    let register: Register
    let isBool: Bool
  }

  func call(_ id: FunctionID, _ arguments: [TypedArgument], into result: Register) {
    let callee = compiler.functions[id]
    let parameters = callee?.type.parameters ?? []
    let loans = pass(arguments, types: parameters.map(\.type))
    var counts = parameters.reduce(into: [Int32](repeating: 0, count: 3)) {
      $0[$1.type.bank.rawValue] += 1
    }
    for capture in callee?.captures ?? [] {
      let bank = captureBank(capture)
      let register = outgoingRegister(bank, counts[bank.rawValue])
      counts[bank.rawValue] += 1
      loadCapture(capture, into: register)
    }
    emit(.call, Int32(id.index), result.index)
    finish(loans)
    if callee?.type.result == .void { emit(.voidObject, result.index) }
  }

  func call(_ callee: TypedExpression, _ arguments: [TypedArgument], into result: Register) {
    guard case .function(let type) = callee.type else { return emit(.poison) }
    let closure = allocate(.object)
    value(callee, into: closure)
    let loans = pass(arguments, types: type.parameters.map(\.type))
    let shape = CallShape(
      parameters: type.parameters.map(\.type.bank),
      areBools: type.parameters.map { $0.type == .bool },
      result: type.result == .void ? nil : type.result.bank)
    emit(.callValue, closure.index, result.index, compiler.index(ofShape: shape))
    finish(loans)
    if type.result == .void { emit(.voidObject, result.index) }
    release(closure.index)
  }

  /// Puts arguments where the callee reads them, evaluated from left to right.
  ///
  /// An argument goes there at once if nothing that follows makes a call, which would overwrite it.
  private func pass(_ arguments: [TypedArgument], types: [Type]) -> [Loan] {
    var counts: [Int32] = [0, 0, 0]
    var waiting: [(source: Register, destination: Register)] = []
    var loans: [Loan] = []
    let firstDirect = (arguments.lastIndex { !$0.isQuiet }) ?? 0
    for (index, argument) in arguments.enumerated() {
      let type = types.indices.contains(index) ? types[index] : argument.type
      let bank = type.bank
      let destination = outgoingRegister(bank, counts[bank.rawValue])
      counts[bank.rawValue] += 1
      switch argument {
      case .value(let expression):
        if index >= firstDirect {
          value(expression, into: destination)
        } else {
          waiting.append((snapshot(expression), destination))
        }
      case .inout(let place):
        loans.append(
          Loan(place: compile(place), register: destination, isBool: type == .bool))
      }
    }
    for (source, destination) in waiting { move(source, to: destination) }
    for loan in loans { take(loan.place, into: loan.register) }
    return loans
  }

  /// Puts what the callee made of `inout` arguments back.
  private func finish(_ loans: [Loan]) {
    for loan in loans { write(loan.register, to: loan.place) }
  }

  /// The value of an expression in a register that nothing changes before it is used.
  func snapshot(_ expression: TypedExpression) -> Register {
    if case .variable(let id) = expression.kind, compiler.variables[id]?.isMutable == true {
      return value(expression, into: allocate(expression.type.bank))
    }
    return value(expression)
  }

  /// Two operands, evaluated in order.
  func operands(_ a: TypedExpression, _ b: TypedExpression) -> (Register, Register) {
    let first = b.isQuiet ? value(a) : snapshot(a)
    return (first, value(b))
  }
}

// MARK: Closures

extension FunctionCompiler {
  func closure(_ id: FunctionID, into result: Int32) {
    let captures = compiler.functions[id]?.captures ?? []
    let first = self.captures(captures)
    emit(.makeClosure, result, Int32(id.index), first, small: UInt16(clamping: captures.count))
  }

  /// Puts what is captured into consecutive object registers.
  ///
  /// - Returns: the first of them.
  func captures(_ captures: [VariableID]) -> Int32 {
    let first = allocateObjects(captures.count)
    for (offset, capture) in captures.enumerated() {
      let target = first + Int32(offset)
      withTemporaries {
        let source = captureSource(capture)
        guard let source else { return emit(.poison) }
        let isBool = compiler.variables[capture]?.type == .bool
        if source.bank == .object {
          emit(.copyObject, target, source.index)
        } else {
          box(source, isBool: isBool, into: target)
        }
      }
    }
    return first
  }

  private func captureBank(_ id: VariableID) -> Bank {
    guard let variable = compiler.variables[id] else { return .object }
    return variable.isBoxed ? .object : variable.type.bank
  }

  /// The register that is captured: of the box, or of the value.
  private func captureSource(_ id: VariableID) -> Register? {
    switch location(of: id) {
    case .register(let register): register
    case .box(let box): Register(bank: .object, index: box)
    case .global, nil: nil
    }
  }

  private func loadCapture(_ id: VariableID, into destination: Register) {
    guard let source = captureSource(id) else { return emit(.poison) }
    if source.bank == .object {
      emit(.copyObject, destination.index, source.index)
    } else {
      move(source, to: destination)
    }
  }
}

// MARK: Records and builders

extension FunctionCompiler {
  func record(
    _ signature: SignatureID, _ receiver: TypedExpression?, _ arguments: [TypedExpression?],
    into result: Int32
  ) {
    let shape = RecordShape(
      signature: signature, span: span, hasReceiver: receiver != nil,
      isPresent: arguments.map { $0 != nil })
    compiler.program.records.append(shape)
    let index = Int32(compiler.program.records.count - 1)
    let first = objects((receiver.map { [$0] } ?? []) + arguments.compactMap(\.self))
    emit(.makeRecord, result, index, first)
  }

  func builder(_ statements: [TypedStatement], into result: Int32) {
    let list = allocate(.object).index
    variableRegisters.insert(list)
    emit(.makeArray, list, list, 0)
    builders.append(list)
    pushScope(Scope())
    block(statements)
    popScope()
    builders.removeLast()
    variableRegisters.remove(list)
    emit(.takeObject, result, list)
  }
}

// MARK: What can run in the meantime

extension TypedArgument {
  var type: Type {
    switch self {
    case .value(let expression): expression.type
    case .inout(let place): place.type
    }
  }

  /// Makes no call and changes no variable.
  var isQuiet: Bool {
    switch self {
    case .value(let expression): expression.isQuiet
    case .inout: false
    }
  }
}

extension TypedExpression {
  /// Makes no call of evaluated code and changes no variable, so that registers stay as they are.
  var isQuiet: Bool {
    switch kind {
    case .int, .double, .bool, .string, .character, .variable, .function, .closure, .none: true
    case .tupleElement(let base, _): base.isQuiet
    case .some(let base), .forceUnwrap(let base): base.isQuiet
    case .intrinsic(let intrinsic, let arguments):
      FunctionCompiler.isDirect(intrinsic) && arguments.allSatisfy(\.isQuiet)
    case .and(let a, let b), .or(let a, let b): a.isQuiet && b.isQuiet
    case .ternary(let a, let b, let c): a.isQuiet && b.isQuiet && c.isQuiet
    case .tuple(let elements), .array(let elements), .interpolation(let elements):
      elements.allSatisfy(\.isQuiet)
    case .call, .callValue, .record, .builder, .optionalChain, .coalesce, .conditional, .error:
      false
    }
  }
}
