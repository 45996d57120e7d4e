import MathCore

/// Takes derivatives for a machine over `S`.
protocol Differentiator<S> {
  associatedtype S: Scalar
  /// ∂f/∂xᵢ at the arguments, i being `index`.
  func derivative(
    of f: Closure<S>, at arguments: [Value<S>], withRespectTo index: Int, in machine: Machine<S>
  ) throws -> S
}

/// Starts a machine over jets, for the outermost derivative.
///
/// A class because it keeps that machine from derivative to derivative.
final class LiftingDifferentiator<S: Scalar>: Differentiator {
  private let machine: Machine<Jet<S>>
  private let lifting: Lifting<S, Jet<S>>
  private var generation = -1

  init(program: Program, limits: Limits) {
    machine = Machine(program: program, limits: limits)
    machine.differentiator = JetDifferentiator<S>()
    lifting = Lifting(graveyard: machine.graveyard) { Jet($0) }
  }

  func derivative(
    of f: Closure<S>, at arguments: [Value<S>], withRespectTo index: Int, in outer: Machine<S>
  ) throws -> S {
    machine.prepare()
    machine.fuel.pointee = outer.fuel.pointee
    machine.nativeDepth = outer.nativeDepth
    lifting.reset()
    if generation != outer.globalsGeneration {
      for slot in machine.globals.indices { machine.globals[slot] = .void }
      generation = outer.globalsGeneration
    }
    let lifting = lifting
    machine.missingGlobal = { slot in
      if case .void = outer.globals[slot], let fetch = outer.missingGlobal {
        outer.globals[slot] = try fetch(slot)
      }
      return try lifting.lift(outer.globals[slot])
    }
    defer {
      outer.fuel.pointee = machine.fuel.pointee
      machine.missingGlobal = nil
    }
    do {
      let result = try JetDifferentiator<S>.derivative(
        of: lifting.lift(f), at: arguments.map(lifting.lift), withRespectTo: index, in: machine)
      if machine.globalsGeneration != 0 { forgetChanges() }
      return result.base
    } catch {
      if outer.trapPlace == nil { outer.trapPlace = machine.trapPlace }
      throw error
    }
  }

  /// What a function that is being differentiated does to globals ends with the derivative.
  private func forgetChanges() {
    machine.globalsGeneration = 0
    generation = -1
  }
}

/// Derivatives within a machine over jets: each gets a level of its own.
struct JetDifferentiator<Base: Scalar>: Differentiator {
  func derivative(
    of f: Closure<Jet<Base>>, at arguments: [Value<Jet<Base>>], withRespectTo index: Int,
    in machine: Machine<Jet<Base>>
  ) throws -> Jet<Base> {
    try Self.derivative(of: f, at: arguments, withRespectTo: index, in: machine)
  }

  static func derivative(
    of f: Closure<Jet<Base>>, at arguments: [Value<Jet<Base>>], withRespectTo index: Int,
    in machine: Machine<Jet<Base>>
  ) throws -> Jet<Base> {
    guard arguments.indices.contains(index), case .scalar(let x) = arguments[index] else {
      throw Trap.precondition("the derivative is not with respect to a number")
    }
    let level = machine.derivativeDepth
    machine.derivativeDepth += 1
    defer { machine.derivativeDepth -= 1 }
    let variable = Jet<Base>.variable(x, level: level)
    if arguments.count == 1, let value = try machine.callScalar(f, variable) {
      return value.coefficient(ofLevel: level)
    }
    var lifted = arguments
    lifted[index] = .scalar(variable)
    guard case .scalar(let value) = try machine.call(f, lifted) else {
      throw Trap.precondition("the function's value is no number")
    }
    return value.coefficient(ofLevel: level)
  }
}
