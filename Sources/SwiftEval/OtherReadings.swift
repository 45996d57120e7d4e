import MathCore

/// Runs the bodies of `asComputed` and `asReal` for a machine over `S`, each on a machine of its one
/// reading.
///
/// A class because it keeps those machines; they are made when they are first needed.
final class OtherReadings<S: CellScalar> {
  private let program: Program
  private let limits: Limits
  private lazy var computed = LiftedMachine<S, Double>(
    Machine(differentiating: program, limits: limits)
  ) { try $0.asComputed() }
  private lazy var real = LiftedMachine<S, RealReading>(
    Machine(differentiating: program, limits: limits)
  ) { try $0.asReal() }

  init(program: Program, limits: Limits) {
    self.program = program
    self.limits = limits
  }

  /// What Swift computes: of a Double an exact binary number.
  func computed(
    _ body: CompiledFunction, _ captures: [Value<S>], in machine: Machine<S>
  ) throws -> Value<S> {
    do {
      return try run(body, captures, on: computed, in: machine).converted { S($0) }
    } catch is VariableDependence {
      throw ScalarFailure.withoutFormula
    }
  }

  /// Of a Double the real number, rounded to the nearest Double in the other reading.
  func real(
    _ body: CompiledFunction, _ captures: [Value<S>], in machine: Machine<S>
  ) throws -> Value<S> {
    do {
      return try run(body, captures, on: real, in: machine).converted { try S(rounding: $0.real) }
    } catch is VariableDependence {
      // Derivatives and traces of the real reading are made where they are.
      return try machine.call(body, captures: captures)
    }
  }

  private func run<To: CellScalar>(
    _ body: CompiledFunction, _ captures: [Value<S>], on other: LiftedMachine<S, To>,
    in outer: Machine<S>
  ) throws -> Value<To> {
    try other.run(in: outer) { machine, lifting in
      let result = try machine.call(body, captures: captures.map(lifting.lift))
      guard machine.globalsGeneration == 0 else {
        throw Trap.precondition("asComputed and asReal cannot change a variable")
      }
      return result
    }
  }
}

extension Machine {
  /// `asComputed(e)` and `asReal(e)`: register a = body b with `small` captures, values from `o[c]` on.
  func read(_ x: Instruction, _ caller: Unmanaged<CompiledFunction>, _ r: Registers<S>) throws {
    let body = program.bodies[Int(x.b)]
    let captures = taken(Int(x.c), Int(x.small), r)
    try enterLibrary(from: caller, r)
    let readings = otherReadings ?? OtherReadings(program: program, limits: limits)
    otherReadings = readings
    let value: Value<S> =
      if x.opcode == .realReading {
        try readings.real(body, captures, in: self)
      } else if S.readings == .computed {
        try call(body, captures: captures)
      } else {
        try readings.computed(body, captures, in: self)
      }
    switch value {
    case .scalar(let number): r.s[Int(x.a)] = number
    case .int, .bool: r.i[Int(x.a)] = try value.asInt()
    default: r.o[Int(x.a)] = value
    }
  }

  /// Calls the body of a delayed expression.
  func call(_ body: CompiledFunction, captures: [Value<S>]) throws -> Value<S> {
    let base = top
    try start(body, captures: captures, at: base)
    return result(of: body, at: base)
  }
}

extension Value {
  /// A number or a Bool in another number system.
  fileprivate func converted<To: Scalar>(_ scalar: (S) throws -> To) throws -> Value<To> {
    switch self {
    case .scalar(let number): .scalar(try scalar(number))
    case .int(let number): .int(number)
    case .bool(let isTrue): .bool(isTrue)
    case .unsigned(let number): .unsigned(number)
    case .float(let number): .float(number)
    default: throw Trap.unreachable
    }
  }
}
