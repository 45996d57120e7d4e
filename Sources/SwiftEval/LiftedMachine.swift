import Diagnostics
import MathCore

/// A machine over another number system, for code of a machine over this one: what the code refers
/// to outside of it is lifted when it is needed.
///
/// A class because it keeps the machine, and what it lifted, from run to run.
final class LiftedMachine<From: CellScalar, To: CellScalar> {
  let machine: Machine<To>
  private let lifting: Lifting<From, To>
  private var generation = -1

  init(_ machine: Machine<To>, _ convert: @escaping (From) throws -> To) {
    self.machine = machine
    lifting = Lifting(graveyard: machine.graveyard, convert)
  }

  /// Gives the body the machine, with the fuel that is left and the globals of the one around.
  func run<Result>(
    in outer: Machine<From>, _ body: (Machine<To>, Lifting<From, To>) throws -> Result
  ) throws -> Result {
    machine.prepare()
    machine.fuel.pointee = outer.fuel.pointee
    machine.nativeDepth = outer.nativeDepth
    machine.forgetOutputs()
    lifting.reset()
    if generation != outer.globalsGeneration {
      for slot in machine.globals.indices { machine.globals[slot] = .void }
      generation = outer.globalsGeneration
    }
    let lifting = lifting
    machine.missingGlobal = { slot in try lifting.lift(outer.global(slot)) }
    defer {
      outer.fuel.pointee = machine.fuel.pointee
      machine.missingGlobal = nil
    }
    do {
      let result = try body(machine, lifting)
      forgetChanges()
      return result
    } catch {
      forgetChanges()
      if outer.trapPlace == nil { outer.trapPlace = machine.trapPlace }
      throw error
    }
  }

  /// What the code does to globals ends with its run.
  private func forgetChanges() {
    guard machine.globalsGeneration != 0 else { return }
    machine.globalsGeneration = 0
    generation = -1
  }
}
