import MathCore

/// Calls of function values.
extension Machine {
  /// Places what a function value captured behind its arguments, which stand where the callee
  /// reads them; nil where the call is done, because the callee is no evaluated function.
  func prepareCall(
    _ x: Instruction, from function: Unmanaged<CompiledFunction>, _ r: Registers<S>
  ) throws -> CompiledFunction? {
    guard case .function(let closure) = r.o[Int(x.a)] else { throw Trap.overlappingAccess }
    let caller = function.takeUnretainedValue()
    let callee = Registers<S>(
      i: r.i + caller.ints, s: r.s + caller.scalars, o: r.o + caller.objects)
    switch closure.target {
    case .compiled(let id):
      guard let compiled = program.functions[id] else { throw Trap.unreachable }
      if !closure.captures.isEmpty {
        try reserve(
          compiled, ints: callee.i - intStack, scalars: callee.s - scalarStack,
          objects: callee.o - objectStack)
        try place(closure.captures, at: compiled.captures, callee)
      }
      return compiled
    case .derivative:
      top = (callee.i - intStack, callee.s - scalarStack, callee.o - objectStack)
      let shape = program.shapes[Int(x.c)]
      let result = try derivative(closure, at: arguments(of: shape, callee))
      r.s[Int(x.b)] = result
      return nil
    }
  }

  /// Boxes the arguments that a call of this shape passes.
  private func arguments(of shape: CallShape, _ r: Registers<S>) -> [Value<S>] {
    var next = (ints: 0, scalars: 0, objects: 0)
    return zip(shape.parameters, shape.areBools).map { bank, isBool in
      switch bank {
      case .int:
        defer { next.ints += 1 }
        return isBool ? .bool(r.i[next.ints] != 0) : .int(r.i[next.ints])
      case .scalar:
        defer { next.scalars += 1 }
        return .scalar(r.s[next.scalars])
      case .object:
        defer { next.objects += 1 }
        return r.o[next.objects]
      }
    }
  }

  private func place(
    _ values: [Value<S>], at registers: [Register], _ r: Registers<S>
  ) throws {
    for (value, register) in zip(values, registers) {
      switch register.bank {
      case .int: r.i[Int(register.index)] = try value.asInt()
      case .scalar: r.s[Int(register.index)] = try value.asScalar()
      case .object: r.o[Int(register.index)] = value
      }
    }
  }

  /// Calls a function value from a library function or from outside.
  func call(_ closure: Closure<S>, _ arguments: [Value<S>]) throws -> Value<S> {
    switch closure.target {
    case .derivative: return .scalar(try derivative(closure, at: arguments))
    case .compiled(let id):
      guard let function = program.functions[id] else { throw Trap.unreachable }
      let base = top
      try start(function, closure, arguments, at: base)
      return result(of: function, at: base)
    }
  }

  /// Calls a function value whose first parameter is `inout`, and changes that argument.
  func call(_ closure: Closure<S>, changing value: inout Value<S>, _ argument: Value<S>) throws {
    guard case .compiled(let id) = closure.target, let function = program.functions[id],
      let parameter = function.parameters.first
    else { throw Trap.unreachable }
    let base = top
    var first = Value<S>.void
    swap(&first, &value)
    try start(
      function, captures: closure.captures, [first, argument], at: base, releasing: &first)
    switch parameter.bank {
    case .int:
      let result = intStack[base.ints + Int(parameter.index)]
      value = function.boolParameters.first == true ? .bool(result != 0) : .int(result)
    case .scalar: value = .scalar(scalarStack[base.scalars + Int(parameter.index)])
    case .object: swap(&value, &objectStack[base.objects + Int(parameter.index)])
    }
  }

  private func start(
    _ function: CompiledFunction, _ closure: Closure<S>, _ arguments: consuming [Value<S>],
    at base: (ints: Int, scalars: Int, objects: Int)
  ) throws {
    var nothing = Value<S>.void
    try start(
      function, captures: closure.captures, arguments, at: base, releasing: &nothing)
  }

  /// A function without parameters.
  func start(
    _ function: CompiledFunction, captures: [Value<S>],
    at base: (ints: Int, scalars: Int, objects: Int)
  ) throws {
    var nothing = Value<S>.void
    try start(function, captures: captures, [], at: base, releasing: &nothing)
  }

  /// - Parameter held: a copy of an argument that must go before the function changes the argument
  ///   in place.
  private func start(
    _ function: CompiledFunction, captures: [Value<S>], _ arguments: consuming [Value<S>],
    at base: (ints: Int, scalars: Int, objects: Int), releasing held: inout Value<S>
  ) throws {
    guard frames.count < limits.depth else { throw Trap.depth(limits.depth) }
    try spend(8)
    try reserve(function, ints: base.ints, scalars: base.scalars, objects: base.objects)
    let r = Registers<S>(
      i: intStack + base.ints, s: scalarStack + base.scalars, o: objectStack + base.objects)
    try place(arguments, at: function.parameters, r)
    try place(captures, at: function.captures, r)
    arguments = []
    held = .void
    try run(function, at: base)
  }

  func result(
    of function: CompiledFunction, at base: (ints: Int, scalars: Int, objects: Int)
  ) -> Value<S> {
    switch function.result {
    case nil: return .void
    case .int:
      let value = intStack[base.ints]
      return function.resultIsBool ? .bool(value != 0) : .int(value)
    case .scalar: return .scalar(scalarStack[base.scalars])
    case .object:
      var value = Value<S>.void
      swap(&value, &objectStack[base.objects])
      return value
    }
  }

  /// Calls a function of one scalar without making values of it; nil where it is not one.
  func callScalar(_ closure: Closure<S>, _ x: S) throws -> S? {
    guard case .compiled(let id) = closure.target, let function = program.functions[id],
      function.result == .scalar, function.parameters.count == 1,
      let parameter = function.parameters.first, parameter.bank == .scalar
    else { return nil }
    let base = top
    try reserve(function, ints: base.ints, scalars: base.scalars, objects: base.objects)
    let r = Registers<S>(
      i: intStack + base.ints, s: scalarStack + base.scalars, o: objectStack + base.objects)
    r.s[Int(parameter.index)] = x
    try place(closure.captures, at: function.captures, r)
    try run(function, at: base)
    return r.s[0]
  }

  private func derivative(_ closure: Closure<S>, at arguments: [Value<S>]) throws -> S {
    guard case .derivative(let index) = closure.target,
      case .function(let f)? = closure.captures.first, let differentiator
    else { throw Trap.unreachable }
    return try differentiator.derivative(of: f, at: arguments, withRespectTo: index, in: self)
  }
}
