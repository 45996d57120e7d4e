import Diagnostics

/// Compiles one function, or one top-level statement.
///
/// Registers are given out like a stack: locals for their scope, temporaries for their statement.
/// A class because compiling an expression emits code as it goes.
final class FunctionCompiler {
  /// Where a variable lives.
  enum Location {
    case register(Register)
    /// A shared box in an object register.
    case box(Int32)
    case global(Int32)
  }

  let compiler: Compiler
  let excerpt: Excerpt
  let function: TypedFunction?
  var code: [Instruction] = []
  var spans: [Span] = []
  /// The place of what is being compiled, for the instructions that come.
  var span = Span(0, 0)
  var locations: [VariableID: Location] = [:]
  /// The next free register of each bank.
  var next: [Int32] = [0, 0, 0]
  private var most: [Int32] = [0, 0, 0]
  private var outgoing: [Int32] = [0, 0, 0]
  private var labels: [Int32] = []
  /// The object registers that variables live in: others are let go of after use.
  var variableRegisters: Set<Int32> = []
  var scopes: [Scope] = []
  /// Where `yield` puts its value, and where it goes, innermost last.
  var yields: [(destination: Register?, end: Int32, scopeDepth: Int)] = []
  /// The array that a builder collects into, innermost last.
  var builders: [Int32] = []
  /// Captured `inout` parameters: the box, and the register that the caller reads.
  var boxedInouts: [(box: Int32, register: Register, isBool: Bool)] = []

  /// A block that can be left: by falling out of it, or by a jump that must run its `defer`s first.
  struct Scope {
    var label: String?
    /// Where `break` goes; nil for plain blocks.
    var breakLabel: Int32?
    var continueLabel: Int32?
    /// `break` without a label leaves loops and switches only.
    var isBreakable = false
    var fallthroughLabel: Int32?
    var defers: [[TypedStatement]] = []
    var saved: [Int32] = [0, 0, 0]
  }

  init(_ compiler: Compiler, function: TypedFunction) {
    self.compiler = compiler
    self.function = function
    excerpt = function.excerpt
    span = function.span
  }

  init(_ compiler: Compiler, excerpt: Excerpt) {
    self.compiler = compiler
    self.function = nil
    self.excerpt = excerpt
  }
}

// MARK: Whole functions

extension FunctionCompiler {
  func compile(_ function: TypedFunction) -> CompiledFunction {
    var parameters: [Register] = []
    var inouts: Set<Int32> = []
    for (parameter, type) in zip(function.parameters, function.type.parameters) {
      let register = allocate(type.type.bank)
      parameters.append(register)
      if register.bank == .object {
        variableRegisters.insert(register.index)
        if parameter.isInout { inouts.insert(register.index) }
      }
      locations[parameter.variable] = .register(register)
    }
    let captures = function.captures.map(capture)
    boxParameters(function)
    pushScope(Scope())
    block(function.body)
    popScope()
    if function.type.result == .void {
      returnNothing()
    } else {
      emit(.unreachable)
    }
    return finished(
      parameters: parameters, captures: captures, inouts: inouts, type: function.type)
  }

  /// A parameter that is captured and changed moves into a box.
  private func boxParameters(_ function: TypedFunction) {
    for parameter in function.parameters {
      guard let variable = compiler.variables[parameter.variable], variable.isBoxed,
        case .register(let register)? = locations[parameter.variable]
      else { continue }
      let isBool = variable.type == .bool
      let temporary = allocate(.object)
      box(register, isBool: isBool, into: temporary.index)
      let box = allocate(.object)
      variableRegisters.insert(box.index)
      emit(.makeBox, box.index, temporary.index)
      locations[parameter.variable] = .box(box.index)
      if parameter.isInout { boxedInouts.append((box.index, register, isBool)) }
    }
  }

  func compile(topLevel statements: [TypedStatement]) -> CompiledFunction {
    pushScope(Scope())
    block(statements)
    popScope()
    emit(.returnVoid)
    return finished(
      parameters: [], captures: [], inouts: [], type: FunctionType(parameters: [], result: .void))
  }

  func compile(value expression: TypedExpression) -> CompiledFunction {
    span = expression.span
    let result = object(of: expression)
    emit(.returnObject, result)
    return finished(
      parameters: [], captures: [], inouts: [],
      type: FunctionType(parameters: [], result: .string))
  }

  /// An expression that sees locals of the function around it as they are when it runs.
  func compile(body expression: TypedExpression, captures: [VariableID]) -> CompiledFunction {
    let registers = captures.map(capture)
    span = expression.span
    let result = value(expression)
    emit(result.bank.choose(.returnInt, .returnScalar, .returnObject), result.index)
    return finished(
      parameters: [], captures: registers, inouts: [],
      type: FunctionType(parameters: [], result: expression.type))
  }

  /// A register for what is captured.
  private func capture(_ id: VariableID) -> Register {
    let variable = compiler.variables[id]
    let isBoxed = variable?.isBoxed ?? false
    let register = allocate(isBoxed ? .object : (variable?.type ?? .error).bank)
    if register.bank == .object { variableRegisters.insert(register.index) }
    locations[id] = isBoxed ? .box(register.index) : .register(register)
    return register
  }

  private func finished(
    parameters: [Register], captures: [Register], inouts: Set<Int32>, type: FunctionType
  ) -> CompiledFunction {
    resolve()
    return CompiledFunction(
      id: function?.id.index ?? -1, code: code, spans: spans, excerpt: excerpt,
      ints: Int(most[0]), scalars: Int(most[1]), objects: Int(most[2]),
      outgoing: (Int(outgoing[0]), Int(outgoing[1]), Int(outgoing[2])), parameters: parameters,
      captures: captures, inoutObjects: inouts,
      result: type.result == .void ? nil : type.result.bank,
      resultIsBool: type.result == .bool,
      boolParameters: type.parameters.map { $0.type == .bool })
  }

  /// Fills in the targets of jumps, and the registers that lie past the frame.
  private func resolve() {
    for index in code.indices {
      code[index].a = resolved(code[index].a)
      code[index].b = resolved(code[index].b)
      code[index].c = resolved(code[index].c)
    }
  }

  private func resolved(_ operand: Int32) -> Int32 {
    guard operand >= Self.firstMark else { return operand }
    let value = operand & (Self.firstMark - 1)
    let mark = Int(operand / Self.firstMark) - 1
    return mark < 3 ? most[mark] + value : labels[Int(value)]
  }
}

extension Variable {
  /// Lives in a box, because closures share it and it changes.
  var isBoxed: Bool { isCaptured && isMutable && owner != nil }
}

// MARK: Emitting

extension FunctionCompiler {
  /// Operands from here on stand for what is known at the end: three times this for registers
  /// past the frame, then jump targets.
  private static var firstMark: Int32 { 1 << 24 }

  func emit(
    _ opcode: Opcode, _ a: Int32 = 0, _ b: Int32 = 0, _ c: Int32 = 0, small: UInt16 = 0
  ) {
    code.append(Instruction(opcode, a, b, c, small: small))
    spans.append(span)
  }

  /// A place in the code that jumps can go to before it is known.
  func label() -> Int32 {
    labels.append(0)
    return Self.firstMark * 4 + Int32(labels.count - 1)
  }

  func place(_ label: Int32) {
    labels[Int(label & (Self.firstMark - 1))] = Int32(code.count)
  }

  func allocate(_ bank: Bank) -> Register {
    let index = next[bank.rawValue]
    next[bank.rawValue] += 1
    most[bank.rawValue] = max(most[bank.rawValue], index + 1)
    return Register(bank: bank, index: index)
  }

  func allocateObjects(_ count: Int) -> Int32 {
    let first = next[Bank.object.rawValue]
    for _ in 0..<count { _ = allocate(.object) }
    return first
  }

  /// The register in which a callee reads its argument.
  func outgoingRegister(_ bank: Bank, _ index: Int32) -> Register {
    outgoing[bank.rawValue] = max(outgoing[bank.rawValue], index + 1)
    return Register(bank: bank, index: Self.firstMark * Int32(bank.rawValue + 1) + index)
  }

  /// Emits code, then gives its temporaries back.
  func withTemporaries<Result>(_ body: () -> Result) -> Result {
    let saved = next
    defer { next = saved }
    return body()
  }

  /// Lets go of what a temporary holds, so that arrays are changed in place later.
  func release(_ register: Int32) {
    if !variableRegisters.contains(register) { emit(.clear, register, 1) }
  }

  func move(_ source: Register, to destination: Register) {
    guard source != destination else { return }
    switch destination.bank {
    case .int: emit(.moveInt, destination.index, source.index)
    case .scalar: emit(.moveScalar, destination.index, source.index)
    case .object:
      let isVariable = variableRegisters.contains(source.index)
      emit(isVariable ? .copyObject : .takeObject, destination.index, source.index)
    }
  }

  /// The register's content as a value in an object register.
  func box(_ source: Register, isBool: Bool, into destination: Int32) {
    switch source.bank {
    case .int: emit(isBool ? .boxBool : .boxInt, destination, source.index)
    case .scalar: emit(.boxScalar, destination, source.index)
    case .object: move(source, to: Register(bank: .object, index: destination))
    }
  }

  /// The value in an object register, in the register of its type; the object register is emptied.
  func unbox(_ source: Int32, to destination: Register) {
    switch destination.bank {
    case .int: emit(.unboxInt, destination.index, source)
    case .scalar: emit(.unboxScalar, destination.index, source)
    case .object: emit(.takeObject, destination.index, source)
    }
  }
}
