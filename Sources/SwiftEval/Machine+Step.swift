import MathCore

extension Machine {
  /// Every instruction that is neither control flow nor arithmetic on registers.
  func step(
    _ x: Instruction, _ function: Unmanaged<CompiledFunction>, _ r: Registers<S>
  ) throws {
    switch x.opcode {
    case .apply, .applyBinary, .constantScalar, .pi, .intFromScalar, .constantInt:
      try computeSpecial(x, r)
    case .copyObject, .takeObject, .clear, .voidObject, .noneObject, .stringConstant,
      .characterConstant, .floatConstant, .boxInt, .boxBool, .boxScalar, .unboxInt, .unboxScalar:
      try moveObject(x, r)
    case .makeArray, .makeTuple, .tupleObject, .tupleInt, .tupleScalar, .makeSome, .isSome, .unwrap,
      .assumeSome, .makeClosure, .makeRecord, .append, .appendString, .describe:
      try build(x, function, r)
    case .elementObject, .elementInt, .elementScalar, .count:
      try readElement(x, r)
    case .makeBox, .loadBoxObject, .loadBoxInt, .loadBoxScalar, .takeBox, .storeBoxObject,
      .storeBoxInt, .storeBoxBool, .storeBoxScalar:
      try useBox(x, r)
    case .loadGlobalObject, .loadGlobalInt, .loadGlobalScalar, .takeGlobal, .storeGlobalObject,
      .storeGlobalInt, .storeGlobalBool, .storeGlobalScalar, .unavailable:
      try useGlobal(x, r)
    case .readPath: r.o[Int(x.b)] = try read(r.o[Int(x.a)], program.paths[Int(x.c)], r)
    case .writePath, .takePath: try change(x, r)
    case .iterate: r.o[Int(x.a)] = try iterable(r.o[Int(x.b)])
    case .library, .libraryInt, .libraryScalar: try callLibrary(x, function, r)
    case .computedReading, .realReading: try read(x, function, r)
    case .print: try print(Int(x.a), count: Int(x.b), r)
    case .fail:
      guard case .string(let text) = r.o[Int(x.a)] else { throw Trap.precondition("") }
      throw Trap.precondition(text)
    case .display:
      outputs.append(.value(r.o[Int(x.a)], display: Int(x.b)))
    case .checkRange:
      if r.i[Int(x.a)] > r.i[Int(x.b)] { throw Trap.invalidRange }
    case .poison: throw Trap.poisoned
    default: throw Trap.unreachable
    }
  }

  private func computeSpecial(_ x: Instruction, _ r: Registers<S>) throws {
    let (a, b, c) = (Int(x.a), Int(x.b), Int(x.c))
    switch x.opcode {
    case .apply:
      r.s[a] = try S.apply(OperandTables.elementary[Int(x.small)], r.s[b])
    case .applyBinary:
      r.s[a] = try S.apply(OperandTables.binary[Int(x.small)], r.s[b], r.s[c])
    case .constantScalar: r.s[a] = constants[b]
    case .pi: r.s[a] = S.pi
    case .intFromScalar:
      guard let value = try S.int(r.s[b]) else {
        throw Trap.notInteger(r.s[b].binary64.description)
      }
      r.i[a] = value
    default: r.i[a] = program.intConstants[b]
    }
  }

  private func moveObject(_ x: Instruction, _ r: Registers<S>) throws {
    let (a, b) = (Int(x.a), Int(x.b))
    switch x.opcode {
    case .copyObject: r.o[a] = r.o[b]
    case .takeObject:
      r.o[a] = .void
      swap(&r.o[a], &r.o[b])
    case .clear: for index in a..<a + b { r.o[index] = .void }
    case .voidObject: r.o[a] = .void
    case .noneObject: r.o[a] = .none
    case .stringConstant: r.o[a] = .string(program.textConstants[b])
    case .characterConstant: r.o[a] = .character(Character(program.textConstants[b]))
    case .floatConstant: r.o[a] = .float(Float(program.scalarConstants[b].value))
    case .boxInt: r.o[a] = .int(r.i[b])
    case .boxBool: r.o[a] = .bool(r.i[b] != 0)
    case .boxScalar: r.o[a] = .scalar(r.s[b])
    case .unboxInt: r.i[a] = try r.o[b].asInt()
    default: r.s[a] = try r.o[b].asScalar()
    }
  }

  private func useBox(_ x: Instruction, _ r: Registers<S>) throws {
    let (a, b) = (Int(x.a), Int(x.b))
    if case .makeBox = x.opcode {
      var initial = Value<S>.void
      swap(&initial, &r.o[b])
      r.o[a] = .box(Box(initial, graveyard: graveyard))
      return
    }
    guard case .box(let box) = r.o[b] else { throw Trap.overlappingAccess }
    switch x.opcode {
    case .loadBoxObject: r.o[a] = box.value
    case .loadBoxInt: r.i[a] = try box.value.asInt()
    case .loadBoxScalar: r.s[a] = try box.value.asScalar()
    case .takeBox:
      r.o[a] = .void
      swap(&r.o[a], &box.value)
    case .storeBoxInt: box.value = .int(r.i[a])
    case .storeBoxBool: box.value = .bool(r.i[a] != 0)
    case .storeBoxScalar: box.value = .scalar(r.s[a])
    default: box.value = r.o[a]
    }
  }

  private func useGlobal(_ x: Instruction, _ r: Registers<S>) throws {
    let (a, b) = (Int(x.a), Int(x.b))
    switch x.opcode {
    case .loadGlobalObject:
      let value = globals[b]
      if case .void = value { r.o[a] = try fetchGlobal(b) } else { r.o[a] = value }
    case .loadGlobalInt:
      if case .int(let value) = globals[b] {
        r.i[a] = value
      } else {
        r.i[a] = try fetchGlobal(b).asInt()
      }
    case .loadGlobalScalar:
      if case .scalar(let value) = globals[b] {
        r.s[a] = value
      } else {
        r.s[a] = try fetchGlobal(b).asScalar()
      }
    case .takeGlobal:
      _ = try fetchGlobal(b)
      r.o[a] = .void
      swap(&r.o[a], &globals[b])
    case .unavailable: throw Trap.uninitialised(program.globalNames[a] ?? "it")
    default:
      globalsGeneration &+= 1
      switch x.opcode {
      case .storeGlobalInt: globals[b] = .int(r.i[a])
      case .storeGlobalBool: globals[b] = .bool(r.i[a] != 0)
      case .storeGlobalScalar: globals[b] = .scalar(r.s[a])
      default: globals[b] = r.o[a]
      }
    }
  }

  private func fetchGlobal(_ index: Int) throws -> Value<S> {
    let value = try global(index)
    if case .void = value, !program.voidGlobals.contains(index) {
      throw Trap.uninitialised(program.globalNames[index] ?? "a variable")
    }
    return value
  }

  /// A global's value, from the machine around where this one has not seen it; `void` where it has
  /// none yet.
  func global(_ index: Int) throws -> Value<S> {
    if case .void = globals[index], let missingGlobal { globals[index] = try missingGlobal(index) }
    return globals[index]
  }
}

/// The functions that an instruction's small operand stands for.
enum OperandTables {
  static let elementary = ElementaryFunction.allCases
  static let binary = BinaryFunction.allCases
}

extension Value {
  /// The register form of an Int or a Bool.
  func asInt() throws -> Int {
    switch self {
    case .int(let value): value
    case .bool(let value): value ? 1 : 0
    default: throw Trap.overlappingAccess
    }
  }

  func asScalar() throws -> S {
    guard case .scalar(let value) = self else { throw Trap.overlappingAccess }
    return value
  }
}
