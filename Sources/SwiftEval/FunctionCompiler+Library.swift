import Diagnostics
import MathCore

/// How a library function compiles: operations on registers are instructions, all else is a call.
enum DirectOperation {
  /// Two operands in the order of the source, or exchanged.
  case binary(Opcode, exchanged: Bool = false)
  case unary(Opcode)
  case elementary(ElementaryFunction)
  case binaryFunction(BinaryFunction)
  case constant(Opcode)
  /// An exact binary number.
  case number(Double)
  case int(Int)
  /// The argument itself: `+x`, `Double(x)` of a Double.
  case identity
  case element
}

extension FunctionCompiler {
  static func isDirect(_ intrinsic: Intrinsic) -> Bool {
    DirectOperations.operation(for: intrinsic) != nil
  }

  /// The bounds of a range of Int that stands in the source, over which a loop counts.
  func rangeOperands(
    _ sequence: TypedExpression
  ) -> (TypedExpression, TypedExpression, isClosed: Bool)? {
    guard case .intrinsic(let intrinsic, let arguments) = sequence.kind, arguments.count == 2,
      case .value(let a) = arguments[0], case .value(let b) = arguments[1], a.type == .int
    else { return nil }
    switch intrinsic.name {
    case "Comparable....(_:_:)": return (a, b, true)
    case "Comparable...<(_:_:)": return (a, b, false)
    default: return nil
    }
  }

  /// The operands of `a < b` between Ints, which have an instruction with a jump.
  func lessOperands(
    _ intrinsic: Intrinsic, _ arguments: [TypedArgument]
  ) -> (TypedExpression, TypedExpression)? {
    guard case .binary(.lessInt, let exchanged)? = DirectOperations.operation(for: intrinsic),
      arguments.count == 2, case .value(let a) = arguments[0], case .value(let b) = arguments[1],
      !exchanged
    else { return nil }
    return (a, b)
  }

  /// Emits a call of a library function.
  func library(
    _ intrinsic: Intrinsic, _ arguments: [TypedArgument], type: Type, into result: Register
  ) {
    if let operation = DirectOperations.operation(for: intrinsic),
      direct(operation, arguments, into: result)
    {
      return
    }
    if special(intrinsic, arguments, into: result) { return }
    guard let function = LibraryFunction(name: intrinsic.name) else { return emit(.poison) }
    let first = allocateObjects(max(1, arguments.count))
    var loans: [(place: CompiledPlace, register: Int32)] = []
    for (index, argument) in arguments.enumerated() {
      let register = first + Int32(index)
      switch argument {
      case .value(let expression):
        withTemporaries { copyObject(of: expression, into: register) }
      case .inout(let place): loans.append((compile(place), register))
      }
    }
    for loan in loans { takeBoxed(loan.place, into: loan.register) }
    let call = LibraryCall(
      function: function, argumentCount: arguments.count,
      typeArguments: intrinsic.typeArguments, argumentTypes: arguments.map(\.type),
      resultType: type, keptArguments: loans.count)
    compiler.program.calls.append(call)
    let opcode = result.bank.choose(.libraryInt, .libraryScalar, .library)
    emit(opcode, result.index, Int32(compiler.program.calls.count - 1), first)
    for loan in loans { writeBoxed(loan.register, to: loan.place) }
  }

  /// Functions that are neither instructions nor plain calls: those that take any type, and those
  /// that do not evaluate all of their arguments.
  private func special(
    _ intrinsic: Intrinsic, _ arguments: [TypedArgument], into result: Register
  ) -> Bool {
    let values = arguments.compactMap { argument -> TypedExpression? in
      if case .value(let expression) = argument { expression } else { nil }
    }
    if let opcode = intrinsic.readingOpcode, values.count == 1 {
      reading(opcode, of: values[0], into: result)
      return true
    }
    switch intrinsic.name {
    case "print(_:separator:terminator:)":
      guard values.count == 3, case .array(let items) = values[0].kind else { return false }
      print(items, values[1], values[2])
    case "precondition(_:_:)", "assert(_:_:)":
      guard values.count == 2 else { return false }
      let (failed, end) = (label(), label())
      branch(values[0], ifFalse: failed)
      emit(.jump, end)
      place(failed)
      let message = value(values[1])
      emit(.fail, message.index)
      place(end)
    case "preconditionFailure(_:)", "fatalError(_:)":
      guard values.count == 1 else { return false }
      emit(.fail, value(values[0]).index)
    default: return false
    }
    if result.bank == .object { emit(.voidObject, result.index) }
    return true
  }

  private func print(
    _ items: [TypedExpression], _ separator: TypedExpression, _ terminator: TypedExpression
  ) {
    let first = allocateObjects(items.count + 2)
    for (index, item) in items.enumerated() {
      withTemporaries {
        let target = first + Int32(index)
        let part = object(of: item)
        emit(.describe, target, part, compiler.index(ofType: item.type))
        release(part)
      }
    }
    let end = first + Int32(items.count)
    withTemporaries {
      _ = object(of: separator, into: end)
      _ = object(of: terminator, into: end + 1)
    }
    emit(.print, first, Int32(items.count))
  }

  /// The value as an object in this register, and nowhere else: what a variable holds is copied.
  private func copyObject(of expression: TypedExpression, into register: Int32) {
    _ = object(of: expression, into: register)
  }

  private func takeBoxed(_ place: CompiledPlace, into register: Int32) {
    guard place.type.bank != .object else {
      return take(place, into: Register(bank: .object, index: register))
    }
    withTemporaries {
      let temporary = allocate(place.type.bank)
      read(place, into: temporary)
      box(temporary, isBool: place.type == .bool, into: register)
    }
  }

  private func writeBoxed(_ register: Int32, to place: CompiledPlace) {
    guard place.type.bank != .object else {
      return write(Register(bank: .object, index: register), to: place)
    }
    withTemporaries {
      let temporary = allocate(place.type.bank)
      unbox(register, to: temporary)
      write(temporary, to: place)
    }
  }

  /// Emits instructions in place of a call; false where the arguments do not fit.
  private func direct(
    _ operation: DirectOperation, _ arguments: [TypedArgument], into result: Register
  ) -> Bool {
    let values = arguments.compactMap { argument -> TypedExpression? in
      if case .value(let expression) = argument { expression } else { nil }
    }
    guard values.count == arguments.count else { return false }
    switch (operation, values.count) {
    case (.constant(let opcode), _): emit(opcode, result.index)
    case (.number(let value), _):
      emit(.constantScalar, result.index, compiler.index(ofScalar: value, nil))
    case (.int(let value), _): constant(value, into: result.index)
    case (.identity, 1): value(values[0], into: result)
    case (.unary(let opcode), 1):
      let x = value(values[0])
      emit(opcode, result.index, x.index)
      if x.bank == .object, x != result { release(x.index) }
    case (.elementary(let function), 1):
      let x = value(values[0])
      emit(.apply, result.index, x.index, small: function.operand)
    case (.binary, 2), (.binaryFunction, 2), (.element, 2):
      let (x, y) = operands(values[0], values[1])
      emitBinary(operation, x, y, into: result)
    default: return false
    }
    return true
  }

  private func emitBinary(
    _ operation: DirectOperation, _ x: Register, _ y: Register, into result: Register
  ) {
    switch operation {
    case .binary(let opcode, let exchanged):
      emit(opcode, result.index, (exchanged ? y : x).index, (exchanged ? x : y).index)
    case .binaryFunction(let function):
      emit(.applyBinary, result.index, x.index, y.index, small: function.operand)
    case .element:
      let opcode = result.bank.choose(.elementInt, .elementScalar, .elementObject)
      emit(opcode, result.index, x.index, y.index)
      if x != result { release(x.index) }
    case .unary, .elementary, .constant, .number, .int, .identity: emit(.poison)
    }
  }

  /// `current = current ∘ operand`, as the intrinsic of the plain operator.
  func combine(
    _ intrinsic: Intrinsic, _ current: Register, _ operand: Register, _ type: Type,
    _ operandType: Type, into result: Register
  ) {
    switch DirectOperations.operation(for: intrinsic) {
    case .binary, .binaryFunction, .element:
      if let operation = DirectOperations.operation(for: intrinsic) {
        emitBinary(operation, current, operand, into: result)
      }
    case .unary, .elementary, .constant, .number, .int, .identity: emit(.poison)
    case nil:
      guard let function = LibraryFunction(name: intrinsic.name) else { return emit(.poison) }
      let first = allocateObjects(2)
      if current.bank == .object {
        emit(.takeObject, first, current.index)
      } else {
        box(current, isBool: type == .bool, into: first)
      }
      box(operand, isBool: operandType == .bool, into: first + 1)
      compiler.program.calls.append(
        LibraryCall(
          function: function, argumentCount: 2, typeArguments: intrinsic.typeArguments,
          argumentTypes: [type, operandType], resultType: type, keptArguments: 0))
      let opcode = result.bank.choose(.libraryInt, .libraryScalar, .library)
      emit(opcode, result.index, Int32(compiler.program.calls.count - 1), first)
    }
  }
}

extension ElementaryFunction {
  /// The number by which instructions name the function.
  fileprivate var operand: UInt16 {
    UInt16(clamping: OperandTables.elementary.firstIndex(of: self) ?? 0)
  }
}

extension BinaryFunction {
  fileprivate var operand: UInt16 {
    UInt16(clamping: OperandTables.binary.firstIndex(of: self) ?? 0)
  }
}
