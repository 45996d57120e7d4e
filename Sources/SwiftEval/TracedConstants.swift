import MathCore

/// How the top-level statement that sets a constant was compiled.
struct Initializer {
  let function: CompiledFunction
  /// The globals that the statement sets.
  let slots: [Int]
}

/// The lesson's globals as traces see them.
///
/// A constant is computed anew over exact numbers, so that `let k = 1.0 / 3` is a third; where that
/// is too long or depends on what changes, and for variables, it is the number of the plain reading.
///
/// A class for its memo.
final class TracedConstants {
  private struct Missing: Error { let slot: Int }

  private unowned let evaluator: Evaluator
  private let machine: Machine<TracedScalar>
  private let lifting: Lifting<Double, TracedScalar>
  private var known: [Int: Value<TracedScalar>] = [:]
  private var inexact: Set<Int> = []

  /// Steps of one statement.
  private static let steps = 200_000

  init(_ evaluator: Evaluator, lifting: Lifting<Double, TracedScalar>) {
    self.evaluator = evaluator
    self.lifting = lifting
    machine = Machine(program: evaluator.program, limits: evaluator.limits)
    machine.differentiator = LiftingDifferentiator(
      program: evaluator.program, limits: evaluator.limits)
  }

  func value(of slot: Int) throws -> Value<TracedScalar> {
    // A constant that has no value yet in the plain reading has none here either.
    if case .void = evaluator.machine.globals[slot] { return .void }
    // What a constant is made of is computed first, then it again: nothing runs within a run.
    var pending = [slot]
    while let next = pending.last {
      if let needed = follow(next), !pending.contains(needed) {
        pending.append(needed)
      } else {
        if known[next] == nil { inexact.insert(next) }
        pending.removeLast()
      }
    }
    if let value = known[slot] { return value }
    return try lifting.lift(evaluator.machine.globals[slot])
  }

  /// Computes a constant; the number of one that is needed first.
  private func follow(_ slot: Int) -> Int? {
    guard known[slot] == nil, !inexact.contains(slot),
      let initializer = evaluator.initializers[slot]
    else { return nil }
    machine.prepare()
    machine.fuel.pointee = min(Self.steps, evaluator.limits.steps)
    machine.outputs = []
    machine.outputSize = 0
    for index in machine.globals.indices { machine.globals[index] = known[index] ?? .void }
    machine.globalsGeneration = 0
    machine.missingGlobal = { [inexact, lifting, unowned evaluator] missing in
      guard evaluator.initializers[missing] != nil else { throw ScalarFailure.undecided }
      guard inexact.contains(missing) else { throw Missing(slot: missing) }
      return try lifting.lift(evaluator.machine.globals[missing])
    }
    do {
      try machine.run(initializer.function, at: (0, 0, 0))
    } catch let missing as Missing {
      return missing.slot
    } catch {
      return nil
    }
    // A statement that changes other globals than its own is not computed anew.
    guard machine.globalsGeneration == initializer.slots.count else { return nil }
    for own in initializer.slots { known[own] = machine.globals[own] }
    return nil
  }
}
