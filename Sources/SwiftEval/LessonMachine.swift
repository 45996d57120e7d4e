import Diagnostics
import MathCore

/// What a lesson's cells run on, as the evaluator sees it: values of both readings come out.
protocol LessonMachine: AnyObject {
  associatedtype S: CellScalar
  var machine: Machine<S> { get }
  /// Runs a function without parameters that returns an object; nothing it does to globals remains.
  func value(of function: CompiledFunction) throws -> CellValue
  /// What was printed and displayed since, in order.
  func takeOutputs() -> [MachineOutput<Reading>]

  func call(_ function: FunctionValue, _ arguments: [CellValue]) throws -> CellValue
  /// What Swift computes for a function of one number.
  func call(_ function: FunctionValue, at x: Double) throws -> Double
  /// The real value of a function of numbers, or the real values in its tuple.
  func realValue(of function: FunctionValue, at point: [RealNumber]) throws -> Value<RealReading>
  func paths(of function: FunctionValue, part: Int?, variables: [String]) throws -> [TracedPath]
}

extension LessonMachine {
  /// Where the innermost trap of the last run happened.
  var trapPlace: (excerpt: Excerpt, span: Span)? { machine.trapPlace }
  var remainingSteps: Int { machine.fuel.pointee }

  /// Fresh fuel, and no outputs.
  func prepare() {
    machine.prepare()
    machine.forgetOutputs()
  }

  /// Runs a piece of a cell.
  func run(_ function: CompiledFunction) throws { try machine.run(function, at: (0, 0, 0)) }

  /// What was noticed since, each place once.
  func takeWarnings() -> [Diagnostic] { machine.warnings.take() }
}

/// Runs cells in both readings at once, which is what a lesson means.
///
/// A class because it keeps its machines from cell to cell; confined to the evaluator's task.
final class BothReadings: LessonMachine {
  let machine: Machine<Reading>
  private let computed: LiftedMachine<Reading, Double>
  private let real: LiftedMachine<Reading, RealReading>
  private let tracing: ExpressionTracing<Reading>

  init(program: Program, limits: Limits) {
    machine = Machine(differentiating: program, limits: limits)
    computed = LiftedMachine(Machine(differentiating: program, limits: limits)) { $0.binary64 }
    real = LiftedMachine(Machine(differentiating: program, limits: limits)) { RealReading($0) }
    tracing = ExpressionTracing(program: program, limits: limits)
  }

  func value(of function: CompiledFunction) throws -> CellValue {
    try machine.withoutChanges { try machine.value(of: function) }
  }

  func takeOutputs() -> [MachineOutput<Reading>] { machine.takeOutputs() }

  func call(_ function: FunctionValue, _ arguments: [CellValue]) throws -> CellValue {
    try machine.call(function, arguments)
  }

  func call(_ function: FunctionValue, at x: Double) throws -> Double {
    try computed.run(in: machine) { machine, lifting in
      try machine.number(lifting.lift(function), at: x)
    }
  }

  func realValue(of function: FunctionValue, at point: [RealNumber]) throws -> Value<RealReading> {
    try real.run(in: machine) { machine, lifting in
      try machine.call(lifting.lift(function), point.map { .scalar(RealReading(real: $0)) })
    }
  }

  func paths(of function: FunctionValue, part: Int?, variables: [String]) throws -> [TracedPath] {
    try tracing.paths(of: function, part: part, variables: variables, in: machine)
  }
}

/// Runs cells in binary64 alone; what comes out are exact binary numbers.
///
/// A class because it keeps its machine from cell to cell; confined to the evaluator's task.
final class ComputedReading: LessonMachine {
  let machine: Machine<Double>
  private let tracing: ExpressionTracing<Double>
  private let outward = Lifting<Double, Reading>(graveyard: Graveyard()) { Reading($0) }
  private let exact = Lifting<Double, RealReading>(graveyard: Graveyard()) { RealReading($0) }
  private let inward: Lifting<Reading, Double>

  init(program: Program, limits: Limits) {
    machine = Machine(differentiating: program, limits: limits)
    tracing = ExpressionTracing(program: program, limits: limits)
    inward = Lifting(graveyard: machine.graveyard) { $0.binary64 }
  }

  func value(of function: CompiledFunction) throws -> CellValue {
    try outward.lift(machine.withoutChanges { try machine.value(of: function) })
  }

  func takeOutputs() -> [MachineOutput<Reading>] {
    machine.takeOutputs().map { output in
      switch output {
      case .printed(let text): .printed(text)
      case .slider(let number, let choices): .slider(number, choices)
      case .value(let value, let display):
        .value((try? outward.lift(value)) ?? .void, display: display)
      }
    }
  }

  func call(_ function: FunctionValue, _ arguments: [CellValue]) throws -> CellValue {
    try outward.lift(machine.call(inward.lift(function), arguments.map(inward.lift)))
  }

  func call(_ function: FunctionValue, at x: Double) throws -> Double {
    try machine.number(inward.lift(function), at: x)
  }

  func realValue(of function: FunctionValue, at point: [RealNumber]) throws -> Value<RealReading> {
    let arguments = try point.map { Value<Double>.scalar(try $0.nearestDouble()) }
    return try exact.lift(machine.call(inward.lift(function), arguments))
  }

  func paths(of function: FunctionValue, part: Int?, variables: [String]) throws -> [TracedPath] {
    try tracing.paths(
      of: inward.lift(function), part: part, variables: variables, in: machine)
  }
}

extension Machine {
  /// Runs a function without parameters that returns an object.
  fileprivate func value(of function: CompiledFunction) throws -> Value<S> {
    try run(function, at: (0, 0, 0))
    var value = Value<S>.void
    swap(&value, &objectStack[0])
    return value
  }

  /// Runs something and puts the globals back that it changed.
  fileprivate func withoutChanges<Result>(_ body: () throws -> Result) rethrows -> Result {
    let (saved, generation) = (globals, globalsGeneration)
    defer {
      if globalsGeneration != generation {
        globals = saved
        globalsGeneration += 1
      }
    }
    return try body()
  }

  fileprivate func takeOutputs() -> [MachineOutput<S>] {
    defer { forgetOutputs() }
    return outputs
  }

  func forgetOutputs() {
    if !outputs.isEmpty { outputs = [] }
    outputSize = 0
  }
}

extension Machine<Double> {
  /// The value of a function of one number.
  fileprivate func number(_ function: Closure<Double>, at x: Double) throws -> Double {
    if let value = try callScalar(function, x) { return value }
    guard case .scalar(let value) = try call(function, [.scalar(x)]) else {
      throw Trap.precondition("the function's value is no number")
    }
    return value
  }
}
