import Diagnostics
import MathCore

/// Runs compiled functions over one number system.
///
/// Three stacks of registers, one for each bank, and a stack of frames: calls between evaluated
/// functions use no native stack. A callee's registers follow its caller's, so that arguments are
/// written where the callee reads them.
///
/// A class because running changes it in place and library functions call back into it; confined to
/// one task.
final class Machine<S: CellScalar> {
  struct Frame {
    let function: Unmanaged<CompiledFunction>
    let pc: Int
    /// Where the result goes, in the register bank of the callee's result.
    let destination: Int
  }

  let program: Program
  let limits: Limits
  /// Registers of each bank. Memory that is never touched is never committed.
  static var capacity: Int { 1 << 20 }

  let intStack: UnsafeMutablePointer<Int>
  let scalarStack: UnsafeMutablePointer<S>
  let objectStack: UnsafeMutablePointer<Value<S>>
  /// How much of the stacks is initialised.
  var readyScalars = 0
  var readyObjects = 0
  var frames: [Frame] = []
  /// The first register past the frame that is running, for calls from library functions.
  var top: (ints: Int, scalars: Int, objects: Int) = (0, 0, 0)
  /// Behind a pointer, so that the loop counts without an exclusivity check.
  let fuel: UnsafeMutablePointer<Int>
  var nativeDepth = 0
  /// How many derivatives are being taken, one within the other.
  var derivativeDepth = 0
  var constants: [S] = []
  var globals: [Value<S>] = []
  /// Counts changes of globals, so that machines over other number systems see them.
  var globalsGeneration = 0
  /// Fetches a global that this machine has not seen, from the machine around.
  var missingGlobal: ((Int) throws -> Value<S>)?
  let graveyard = Graveyard<S>()
  var outputs: [MachineOutput<S>] = []
  var outputSize = 0
  /// Takes derivatives; set by whoever makes the machine.
  var differentiator: (any Differentiator<S>)?
  /// Runs `asComputed` and `asReal`, from the first of them on.
  var otherReadings: OtherReadings<S>?
  /// Follows the functions of certified values, from the first of them on.
  var expressionTracing: ExpressionTracing<S>?
  /// What was noticed and does not stop a run.
  var warnings = Warnings()
  /// The instruction that makes the text of a value, for warnings about it.
  var printing: (function: Unmanaged<CompiledFunction>, pc: Int)?
  /// Where the innermost trap happened.
  var trapPlace: (excerpt: Excerpt, span: Span)?

  init(program: Program, limits: Limits) {
    self.program = program
    self.limits = limits
    intStack = .allocate(capacity: Self.capacity)
    scalarStack = .allocate(capacity: Self.capacity)
    objectStack = .allocate(capacity: Self.capacity)
    fuel = .allocate(capacity: 1)
    fuel.initialize(to: limits.steps)
  }

  deinit {
    scalarStack.deinitialize(count: readyScalars)
    objectStack.deinitialize(count: readyObjects)
    intStack.deallocate()
    scalarStack.deallocate()
    objectStack.deallocate()
    fuel.deallocate()
  }
}

/// What a run writes, in order.
enum MachineOutput<S: CellScalar> {
  case printed(String)
  /// A displayed value, by the number of its statement.
  case value(Value<S>, display: Int)
  /// A slider was declared, by its number.
  case slider(Int, SliderChoices)
}

extension Machine {
  /// Gets ready for a run from outside: fresh fuel, and constants and globals for all that was
  /// compiled since.
  func prepare() {
    fuel.pointee = limits.steps
    trapPlace = nil
    printing = nil
    while constants.count < program.scalarConstants.count {
      let literal = program.scalarConstants[constants.count]
      constants.append(
        literal.text.map { S(literal: literal.value, text: $0) } ?? S(literal.value))
    }
    while globals.count < program.globalCount { globals.append(.void) }
  }

  /// Makes room for a frame above the registers that are in use, and for the arguments it passes on.
  ///
  /// - Throws: `depth` where the stacks are full.
  @inline(__always)
  func reserve(_ function: CompiledFunction, ints: Int, scalars: Int, objects: Int) throws {
    let scalarEnd = scalars + function.scalars + function.outgoing.scalars
    let objectEnd = objects + function.objects + function.outgoing.objects
    guard ints + function.ints + function.outgoing.ints < Self.capacity,
      scalarEnd < Self.capacity, objectEnd < Self.capacity
    else { throw Trap.depth(limits.depth) }
    if scalarEnd > readyScalars || objectEnd > readyObjects {
      initialise(scalars: scalarEnd, objects: objectEnd)
    }
  }

  @inline(never)
  private func initialise(scalars: Int, objects: Int) {
    if scalars > readyScalars {
      (scalarStack + readyScalars).initialize(repeating: S(0), count: scalars - readyScalars)
      readyScalars = scalars
    }
    if objects > readyObjects {
      (objectStack + readyObjects).initialize(repeating: .void, count: objects - readyObjects)
      readyObjects = objects
    }
  }

  /// Counts work that a library function does beside its instruction.
  func spend(_ steps: Int) throws {
    fuel.pointee -= steps
    if fuel.pointee < 0 { throw Trap.steps(limits.steps) }
  }

  /// Counts the elements of a collection that is about to be made.
  func spend(elements count: Int) throws {
    guard count <= limits.elements else { throw Trap.elements(limits.elements) }
    try spend(4 * max(0, count))
  }
}
