import Diagnostics

/// One step of a compiled function: at most three operands, whose meaning is the opcode's.
struct Instruction {
  var opcode: Opcode
  /// A small operand: a library function's number, a count.
  var small: UInt16
  var a: Int32
  var b: Int32
  var c: Int32

  init(_ opcode: Opcode, _ a: Int32 = 0, _ b: Int32 = 0, _ c: Int32 = 0, small: UInt16 = 0) {
    self.opcode = opcode
    self.small = small
    self.a = a
    self.b = b
    self.c = c
  }
}

/// The kinds of registers. A static type has one: `Int` and `Bool` are ints, `Double` is a scalar,
/// everything else an object.
enum Bank: Int, Hashable { case int, scalar, object }

/// A register, relative to the frame of the function that is running.
struct Register: Hashable {
  let bank: Bank
  var index: Int32
}

/// A function in the form that a machine runs.
///
/// A class for the buffer of instructions, which machines read through a pointer: it lives as long
/// as the program.
final class CompiledFunction: Sendable {
  let id: Int
  nonisolated(unsafe) let code: UnsafeMutablePointer<Instruction>
  let count: Int
  /// For each instruction, its place in the excerpt.
  let spans: [Span]
  let excerpt: Excerpt
  /// Registers of a frame.
  let ints: Int
  let scalars: Int
  let objects: Int
  /// Registers past the frame in which arguments of calls are written.
  let outgoing: (ints: Int, scalars: Int, objects: Int)
  /// Where arguments go, in order; captures follow them among the objects or by bank.
  let parameters: [Register]
  let captures: [Register]
  /// Object registers that are not cleared on return, because the caller takes them back.
  let inoutObjects: Set<Int32>
  let result: Bank?
  let resultIsBool: Bool
  /// Ints among the parameters and captures that are Bools.
  let boolParameters: [Bool]

  init(
    id: Int, code: [Instruction], spans: [Span], excerpt: Excerpt, ints: Int, scalars: Int,
    objects: Int, outgoing: (ints: Int, scalars: Int, objects: Int), parameters: [Register],
    captures: [Register], inoutObjects: Set<Int32>,
    result: Bank?, resultIsBool: Bool, boolParameters: [Bool]
  ) {
    self.id = id
    self.code = UnsafeMutablePointer<Instruction>.allocate(capacity: max(1, code.count))
    self.code.initialize(from: code, count: code.count)
    self.count = code.count
    self.spans = spans
    self.excerpt = excerpt
    self.ints = ints
    self.scalars = scalars
    self.objects = objects
    self.outgoing = outgoing
    self.parameters = parameters
    self.captures = captures
    self.inoutObjects = inoutObjects
    self.result = result
    self.resultIsBool = resultIsBool
    self.boolParameters = boolParameters
  }

  deinit { code.deallocate() }

  /// The place in the excerpt of an instruction's source.
  func spanOfCode(at index: Int) -> Span {
    spans.indices.contains(index) ? spans[index] : Span(0, 0)
  }
}

/// All that was compiled for a lesson. It only grows, so that function values stay good.
///
/// A class because the compiler adds to what running machines refer to; confined to one task.
final class Program: @unchecked Sendable {
  struct ScalarLiteral: Hashable {
    let value: Double
    /// What stands in the source; nil for an exact binary number.
    let text: String?
  }

  /// By `FunctionID`; nil where the function was not compiled (yet).
  var functions: [CompiledFunction?] = []
  /// Expressions that run in one reading: functions without parameters whose result is a scalar.
  var bodies: [CompiledFunction] = []
  var scalarConstants: [ScalarLiteral] = []
  var intConstants: [Int] = []
  var textConstants: [String] = []
  var calls: [LibraryCall] = []
  var shapes: [CallShape] = []
  var records: [RecordShape] = []
  var paths: [[PathStep]] = []
  var types: [Type] = []
  /// Top-level expressions that are displayed: their types, and their places in their cells.
  var displays: [(type: Type, span: Span)] = []
  /// Sliders that were declared: their names, and their calls' places in the lesson.
  var sliders: [(name: String, span: Span)] = []
  /// The index of the value that each slider has in this run, by name; else it has its own.
  var sliderPositions: [String: Int] = [:]
  /// The names of globals, by `VariableID`, for messages.
  var globalNames: [Int: String] = [:]
  var globalCount = 0
  /// Globals of type Void, which hold nothing when they are set.
  var voidGlobals: Set<Int> = []
}

/// A call of a library function that has no opcode of its own.
struct LibraryCall {
  let function: LibraryFunction
  let argumentCount: Int
  let typeArguments: [Type]
  let argumentTypes: [Type]
  let resultType: Type
  /// How many `inout` arguments come first: they stay where they are, changed.
  let keptArguments: Int
}

/// A call of a function value: which registers hold the arguments and the result.
struct CallShape: Hashable {
  /// For each parameter, its type's bank and whether it is a Bool.
  let parameters: [Bank]
  let areBools: [Bool]
  let result: Bank?
}

/// A call of a declaration of the vocabulary: which arguments are there.
struct RecordShape {
  let signature: SignatureID
  /// Where the call stands in its cell.
  let span: Span
  let hasReceiver: Bool
  let isPresent: [Bool]
}

/// A step into a value that is changed in place.
enum PathStep: Hashable {
  case tupleElement(Int)
  /// The index stands in an int register.
  case element(Int32)
  /// The range stands in an object register.
  case slice(Int32)
  case forceUnwrap
}
