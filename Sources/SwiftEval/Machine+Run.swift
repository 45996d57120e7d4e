import MathCore

/// The registers of the frame that is running.
struct Registers<S: CellScalar> {
  var i: UnsafeMutablePointer<Int>
  var s: UnsafeMutablePointer<S>
  var o: UnsafeMutablePointer<Value<S>>
}

extension Machine {
  /// Runs that library functions start within runs; each takes native stack.
  static var greatestNativeDepth: Int { 24 }

  /// Runs a function whose arguments stand in its registers, until it returns; a result is left in
  /// the frame's first register of its bank.
  func run(_ entry: CompiledFunction, at base: (ints: Int, scalars: Int, objects: Int)) throws {
    guard nativeDepth < Self.greatestNativeDepth else {
      throw Trap.depth(Self.greatestNativeDepth)
    }
    nativeDepth += 1
    let floor = frames.count
    let outerTop = top
    defer {
      nativeDepth -= 1
      top = outerTop
    }
    try reserve(entry, ints: base.ints, scalars: base.scalars, objects: base.objects)
    var function = Unmanaged.passUnretained(entry)
    var pc = 0
    let registers = Registers(
      i: intStack + base.ints, s: scalarStack + base.scalars, o: objectStack + base.objects)
    do {
      try loop(&function, &pc, registers, floor: floor)
    } catch {
      if trapPlace == nil {
        let function = function.takeUnretainedValue()
        trapPlace = (function.excerpt, function.spanOfCode(at: pc - 1))
      }
      frames.removeLast(frames.count - floor)
      for index in base.objects..<readyObjects { objectStack[index] = .void }
      throw error
    }
  }

  /// The loop. Operations of one bank are inlined from `Machine+Arithmetic.swift`; everything that
  /// is not control flow or arithmetic goes through `step`.
  private func loop(
    _ function: inout Unmanaged<CompiledFunction>, _ pc: inout Int, _ start: Registers<S>,
    floor: Int
  ) throws {
    var r = start
    var code = function._withUnsafeGuaranteedRef { $0.code }
    let fuel = fuel
    while true {
      let x = code[pc]
      pc &+= 1
      let (a, b, c) = (Int(x.a), Int(x.b), Int(x.c))
      switch x.opcode {
      case .jump: pc = a
      case .jumpBack:
        fuel.pointee &-= b
        if fuel.pointee < 0 { throw Trap.steps(limits.steps) }
        pc = a
      case .jumpIf: if r.i[a] != 0 { pc = b }
      case .jumpUnless: if r.i[a] == 0 { pc = b }
      case .jumpUnlessLess: if r.i[a] >= r.i[b] { pc = c }
      case .loop:
        fuel.pointee &-= Int(x.small)
        if fuel.pointee < 0 { throw Trap.steps(limits.steps) }
        if r.i[a] < r.i[b] {
          r.i[a] &+= 1
          pc = c
        }
      case .call:
        guard let callee = program.functions[a] else { throw Trap.unreachable }
        try enter(callee, from: function, &r, pc, destination: b)
        function = Unmanaged.passUnretained(callee)
        code = callee.code
        pc = 0
      case .callValue:
        if let callee = try prepareCall(x, from: function, r) {
          try enter(callee, from: function, &r, pc, destination: b)
          function = Unmanaged.passUnretained(callee)
          code = callee.code
          pc = 0
        }
      case .returnVoid, .returnInt, .returnScalar, .returnObject:
        guard let frame = leave(x, function, &r, floor: floor) else { return }
        function = frame.function
        code = function._withUnsafeGuaranteedRef { $0.code }
        pc = frame.pc
      case .nextObject, .nextInt, .nextScalar:
        if try next(x, r) { pc &+= 1 }
      case .describe, .library, .libraryInt, .libraryScalar:
        printing = (function, pc &- 1)
        try step(x, function, r)
      default:
        if try Self.computeInt(x, r.i, a, b, c) { continue }
        if try Self.computeScalar(x, r, a, b, c) { continue }
        try step(x, function, r)
      }
    }
  }

  /// Makes the callee's frame the running one; its arguments stand there already.
  @inline(__always)
  private func enter(
    _ callee: CompiledFunction, from function: Unmanaged<CompiledFunction>,
    _ r: inout Registers<S>, _ pc: Int, destination: Int
  ) throws {
    guard frames.count < limits.depth else { throw Trap.depth(limits.depth) }
    fuel.pointee &-= 8
    if fuel.pointee < 0 { throw Trap.steps(limits.steps) }
    frames.append(Frame(function: function, pc: pc, destination: destination))
    function._withUnsafeGuaranteedRef { caller in
      r.i += caller.ints
      r.s += caller.scalars
      r.o += caller.objects
    }
    try reserve(
      callee, ints: r.i - intStack, scalars: r.s - scalarStack, objects: r.o - objectStack)
  }

  /// Hands the result over and makes the caller's frame the running one; nil where a run from
  /// outside ends.
  @inline(__always)
  private func leave(
    _ x: Instruction, _ function: Unmanaged<CompiledFunction>, _ r: inout Registers<S>, floor: Int
  ) -> Frame? {
    let callee = r
    let a = Int(x.a)
    guard frames.count > floor, let frame = frames.popLast() else {
      switch x.opcode {
      case .returnInt: callee.i[0] = callee.i[a]
      case .returnScalar: callee.s[0] = callee.s[a]
      case .returnObject:
        let value = callee.o[a]
        clearObjects(of: function, callee.o)
        callee.o[0] = value
      default: clearObjects(of: function, callee.o)
      }
      return nil
    }
    frame.function._withUnsafeGuaranteedRef { caller in
      r.i -= caller.ints
      r.s -= caller.scalars
      r.o -= caller.objects
    }
    switch x.opcode {
    case .returnInt: r.i[frame.destination] = callee.i[a]
    case .returnScalar: r.s[frame.destination] = callee.s[a]
    case .returnObject:
      // The destination may be a register of the frame that ends.
      let value = callee.o[a]
      clearObjects(of: function, callee.o)
      r.o[frame.destination] = value
      return frame
    default: break
    }
    clearObjects(of: function, callee.o)
    return frame
  }

  /// Lets go of what a finished frame held, except what its caller takes back.
  @inline(__always)
  private func clearObjects(
    of function: Unmanaged<CompiledFunction>, _ o: UnsafeMutablePointer<Value<S>>
  ) {
    function._withUnsafeGuaranteedRef { function in
      for index in 0..<function.objects where !function.inoutObjects.contains(Int32(index)) {
        o[index] = .void
      }
    }
  }
}
