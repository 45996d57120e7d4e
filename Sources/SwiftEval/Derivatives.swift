import MathCore

/// Takes derivatives for a machine over `S`.
protocol Differentiator<S> {
  associatedtype S: CellScalar
  /// ∂f/∂xᵢ at the arguments, i being `index`.
  func derivative(
    of f: Closure<S>, at arguments: [Value<S>], withRespectTo index: Int, in machine: Machine<S>
  ) throws -> S
}

/// Starts a machine over jets, for the outermost derivative.
///
/// A class because it keeps that machine from derivative to derivative.
final class LiftingDifferentiator<S: CellScalar>: Differentiator {
  private let jets: LiftedMachine<S, Jet<S>>

  init(program: Program, limits: Limits) {
    let machine = Machine<Jet<S>>(program: program, limits: limits)
    machine.differentiator = JetDifferentiator<S>()
    jets = LiftedMachine(machine) { Jet($0) }
  }

  func derivative(
    of f: Closure<S>, at arguments: [Value<S>], withRespectTo index: Int, in outer: Machine<S>
  ) throws -> S {
    try jets.run(in: outer) { machine, lifting in
      try JetDifferentiator<S>.derivative(
        of: lifting.lift(f), at: arguments.map(lifting.lift), withRespectTo: index, in: machine
      ).base
    }
  }
}

extension Machine {
  /// A machine that can take derivatives.
  convenience init(differentiating program: Program, limits: Limits) {
    self.init(program: program, limits: limits)
    differentiator = LiftingDifferentiator<S>(program: program, limits: limits)
  }
}

/// Derivatives within a machine over jets: each gets a level of its own.
struct JetDifferentiator<Base: CellScalar>: Differentiator {
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
    let level = Jet<Base>.level(depth: machine.derivativeDepth)
    machine.derivativeDepth += 1
    defer { machine.derivativeDepth -= 1 }
    let place = machine.trapPlace
    let call = Call(f: f, arguments: arguments, index: index, machine: machine)
    do {
      let value = try call.value(.variable(x, level: level))
      return try .restricted(value.coefficient(ofLevel: level), toDomainOf: value)
    } catch ScalarFailure.branchPoint(level) {
      machine.trapPlace = place
      do {
        return try call.derivativeAtBranchPoint(x, level: level + 1)
      } catch ScalarFailure.undefined {
        // A gap that a condition fills: the formula beside it has no value there.
        throw ScalarFailure.undecidedValue("the derivative at \(x.binary64)")
      }
    }
  }

  /// A function of one of its arguments.
  private struct Call {
    let f: Closure<Jet<Base>>
    let arguments: [Value<Jet<Base>>]
    let index: Int
    let machine: Machine<Jet<Base>>

    func value(_ variable: Jet<Base>) throws -> Jet<Base> {
      if arguments.count == 1, let value = try machine.callScalar(f, variable) { return value }
      var moved = arguments
      moved[index] = .scalar(variable)
      guard case .scalar(let value) = try machine.call(f, moved) else {
        throw Trap.precondition("the function's value is no number")
      }
      return value
    }

    /// The derivative where the function has other formulas on both sides: that of both, if they
    /// have the function's value there and the same slope.
    func derivativeAtBranchPoint(_ x: Jet<Base>, level: Int) throws -> Jet<Base> {
      let right = try value(.variable(x, level: level))
      let left = try value(.variable(x, movingDownAt: level))
      let here = try value(x)
      let slope = right.coefficient(ofLevel: level)
      let opposite = left.coefficient(ofLevel: level)
      guard try Jet.add(slope, opposite).isZero(), try Base.isEqual(here.base, right.base),
        try Base.isEqual(here.base, left.base)
      else { throw ScalarFailure.notDifferentiable(function: "the function", at: x.binary64) }
      return try .restricted(slope, toDomainOf: here)
    }
  }
}

extension EvaluationFailure {
  /// A derivative was asked for where branches meet with different slopes.
  public var isCorner: Bool {
    let corner = ScalarFailure.notDifferentiable(function: "", at: 0)
    return diagnostic.message.id == corner.message.id
  }
}
