import Diagnostics

extension FunctionCompiler {
  /// Goes to the label unless the condition holds.
  func branch(_ condition: TypedExpression, ifFalse otherwise: Int32) {
    let outer = span
    span = condition.span
    defer { span = outer }
    switch condition.kind {
    case .and(let a, let b):
      branch(a, ifFalse: otherwise)
      branch(b, ifFalse: otherwise)
    case .intrinsic(let intrinsic, let arguments):
      if let (a, b) = lessOperands(intrinsic, arguments) {
        withTemporaries {
          let (x, y) = operands(a, b)
          emit(.jumpUnlessLess, x.index, y.index, otherwise)
        }
      } else {
        fallthrough
      }
    default:
      withTemporaries {
        let register = value(condition)
        emit(.jumpUnless, register.index, otherwise)
      }
    }
  }

  /// Goes to the label unless all conditions hold; what they bind stays.
  func branch(_ conditions: [TypedCondition], ifFalse otherwise: Int32) {
    for condition in conditions {
      switch condition {
      case .expression(let expression): branch(expression, ifFalse: otherwise)
      case .pattern(let pattern, let expression):
        let subject = held(expression)
        match(pattern, subject, type: expression.type, otherwise: otherwise)
      }
    }
  }

  /// The value of an expression in a register that stays until the end of the scope.
  func held(_ expression: TypedExpression) -> Register {
    let register = allocate(expression.type.bank)
    if register.bank == .object { variableRegisters.insert(register.index) }
    return value(expression, into: register)
  }

  /// Goes to the label unless the value matches; binds the pattern's variables.
  func match(
    _ pattern: TypedPattern, _ subject: Register, type: Type, otherwise: Int32,
    declares: Bool = true
  ) {
    switch pattern {
    case .wildcard: break
    case .variable(let id):
      if declares { declare(id) }
      store(subject, to: id)
    case .tuple(let patterns):
      guard case .tuple(let elements) = type else { return emit(.poison) }
      for (index, part) in patterns.enumerated() where elements.indices.contains(index) {
        if case .wildcard = part { continue }
        let element = elements[index].type
        let register = heldRegister(element.bank)
        let opcode = register.bank.choose(.tupleInt, .tupleScalar, .tupleObject)
        emit(opcode, register.index, subject.index, Int32(index))
        match(part, register, type: element, otherwise: otherwise, declares: declares)
      }
    case .some(let inner):
      guard case .optional(let wrapped) = type else { return emit(.poison) }
      testSome(subject, .jumpUnless, otherwise)
      let register = heldRegister(wrapped.bank)
      unwrap(subject.index, checked: true, into: register)
      match(inner, register, type: wrapped, otherwise: otherwise, declares: declares)
    case .none: testSome(subject, .jumpIf, otherwise)
    case .expression(let condition, let variable):
      locations[variable] = .register(subject)
      branch(condition, ifFalse: otherwise)
    }
  }

  private func testSome(_ subject: Register, _ opcode: Opcode, _ otherwise: Int32) {
    withTemporaries {
      let test = allocate(.int).index
      emit(.isSome, test, subject.index)
      emit(opcode, test, otherwise)
    }
  }

  func heldRegister(_ bank: Bank) -> Register {
    let register = allocate(bank)
    if bank == .object { variableRegisters.insert(register.index) }
    return register
  }
}
