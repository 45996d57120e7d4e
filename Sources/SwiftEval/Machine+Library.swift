import MathCore

extension Machine {
  /// Calls a library function that is no instruction.
  func callLibrary(
    _ x: Instruction, _ function: Unmanaged<CompiledFunction>, _ r: Registers<S>
  ) throws {
    let call = program.calls[Int(x.b)]
    try enterLibrary(from: function, r)
    let arguments = Arguments(first: r.o + Int(x.c), call: call)
    let result = try perform(call.function, arguments)
    let kept = call.keptArguments
    for index in kept..<max(kept, call.argumentCount) { arguments.first[index] = .void }
    switch x.opcode {
    case .libraryInt: r.i[Int(x.a)] = try result.asInt()
    case .libraryScalar: r.s[Int(x.a)] = try result.asScalar()
    default: r.o[Int(x.a)] = result
    }
  }

  /// What runs from here on has its registers behind those of the frame that calls.
  func enterLibrary(from function: Unmanaged<CompiledFunction>, _ r: Registers<S>) throws {
    let caller = function.takeUnretainedValue()
    top = (
      r.i + caller.ints - intStack, r.s + caller.scalars - scalarStack,
      r.o + caller.objects - objectStack
    )
    try spend(4)
  }

  private func perform(_ function: LibraryFunction, _ x: Arguments<S>) throws -> Value<S> {
    switch function {
    case .general(let function): try general(function, x)
    case .sequence(let function): try sequence(function, x)
    case .collection(let function): try collection(function, x)
    case .array(let function): try array(function, x)
    case .text(let function): try text(function, x)
    case .number(let function): try number(function, x)
    case .float(let function): try float(function, x)
    case .unsigned(let function): try unsigned(function, x)
    case .unsignedOperator(let symbol, let isAssignment):
      try unsigned(symbol, isAssignment: isAssignment, x)
    case .generator(let function): try generator(function, x)
    case .certified(let function): try certified(function, x)
    case .bins(let function): try bins(function, x)
    case .slider(let function): try slider(function, x)
    }
  }

  /// Prints texts, with a separator between and a terminator after them.
  func print(_ first: Int, count: Int, _ r: Registers<S>) throws {
    guard case .string(let separator) = r.o[first + count],
      case .string(let terminator) = r.o[first + count + 1]
    else { throw Trap.overlappingAccess }
    var text = ""
    for index in 0..<count {
      if index > 0 { text += separator }
      if case .string(let piece) = r.o[first + index] { text += piece }
      guard outputSize + text.utf8.count <= limits.output else { throw Trap.output(limits.output) }
    }
    text += terminator
    for index in first..<first + count + 2 { r.o[index] = .void }
    outputSize += text.utf8.count
    guard outputSize <= limits.output else { throw Trap.output(limits.output) }
    try spend(1 + text.utf8.count / 4)
    if case .printed(let earlier)? = outputs.last {
      outputs[outputs.count - 1] = .printed("")
      var joined = earlier
      joined += text
      outputs[outputs.count - 1] = .printed(joined)
    } else {
      outputs.append(.printed(text))
    }
  }
}
