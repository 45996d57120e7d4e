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

  /// What Swift computes, as an exact binary number.
  func computed(
    _ body: CompiledFunction, _ captures: [Value<S>], in machine: Machine<S>
  ) throws -> S {
    do {
      return S(try run(body, captures, on: computed, in: machine))
    } catch is VariableDependence {
      throw ScalarFailure.withoutFormula
    }
  }

  /// The real number, rounded to the nearest Double in the other reading.
  func real(
    _ body: CompiledFunction, _ captures: [Value<S>], in machine: Machine<S>
  ) throws -> S {
    do {
      return try S(rounding: run(body, captures, on: real, in: machine).real)
    } catch is VariableDependence {
      // Derivatives and traces of the real reading are made where they are.
      return try machine.call(body, captures: captures)
    }
  }

  private func run<To: CellScalar>(
    _ body: CompiledFunction, _ captures: [Value<S>], on other: LiftedMachine<S, To>,
    in outer: Machine<S>
  ) throws -> To {
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
  /// `asComputed(e)` and `asReal(e)`: `s[a]` = body b with `small` captures, values from `o[c]` on.
  func read(_ x: Instruction, _ caller: Unmanaged<CompiledFunction>, _ r: Registers<S>) throws {
    let body = program.bodies[Int(x.b)]
    let captures = taken(Int(x.c), Int(x.small), r)
    try enterLibrary(from: caller, r)
    let readings = otherReadings ?? OtherReadings(program: program, limits: limits)
    otherReadings = readings
    r.s[Int(x.a)] =
      if x.opcode == .realReading {
        try readings.real(body, captures, in: self)
      } else if S.readings == .computed {
        try call(body, captures: captures)
      } else {
        try readings.computed(body, captures, in: self)
      }
  }

  /// Calls the body of a delayed expression.
  func call(_ body: CompiledFunction, captures: [Value<S>]) throws -> S {
    let base = top
    try start(body, captures: captures, at: base)
    return scalarStack[base.scalars]
  }
}
