import Diagnostics
import MathCore

extension Evaluator {
  /// The expression that a function computes, as a case for each path through its conditions.
  public func trace(
    _ function: FunctionValue, variables: [String]
  ) throws(TraceFailure) -> TracedFunction {
    machine.prepare()
    let tracing = self.tracing ?? ExpressionTracing(self)
    self.tracing = tracing
    do {
      let paths = try tracing.paths(of: function, variables: variables)
      return TracedFunction(
        variables: variables,
        paths: paths.map { path in
          TracedFunction.Path(
            conditions: path.conditions.map { TracedCondition($0) }, value: path.value)
        })
    } catch {
      throw traceFailure(error, tracing)
    }
  }

  private func traceFailure(_ error: any Error, _ tracing: ExpressionTracing) -> TraceFailure {
    switch Trap(error) {
    case .scalar(.undecided):
      return .untraceable("it is not decided which way a condition goes")
    case .scalar(.limit(let text)): return .untraceable(text)
    case .steps: return .untraceable("the function takes too many steps")
    case let trap:
      if let place = tracing.machine.trapPlace {
        return .failure(
          EvaluationFailure(
            Diagnostic(.error, trap.message, in: place.excerpt, at: place.span)))
      }
      return .untraceable(trap.message.text)
    }
  }
}

/// Runs compiled functions over expressions.
///
/// A class because it keeps its machine, and the constants that it has followed, from trace to
/// trace; confined to the evaluator's task.
final class ExpressionTracing {
  let machine: Machine<TracedScalar>
  private let lifting: Lifting<Double, TracedScalar>
  private let constants: TracedConstants
  private let limits: Limits

  init(_ evaluator: Evaluator) {
    limits = evaluator.limits
    machine = Machine(program: evaluator.program, limits: evaluator.limits)
    machine.differentiator = SymbolicDifferentiator(
      program: evaluator.program, limits: evaluator.limits)
    lifting = Lifting(graveyard: machine.graveyard) { TracedScalar(captured: $0) }
    constants = TracedConstants(evaluator, lifting: lifting)
    machine.missingGlobal = { [constants] slot in try constants.value(of: slot) }
  }

  /// The steps of all paths together are those of one run.
  func paths(of function: FunctionValue, variables: [String]) throws -> [TracedPath] {
    var steps = limits.steps
    return try PathEnumeration.paths { path in
      machine.prepare()
      machine.fuel.pointee = steps
      machine.outputs = []
      machine.outputSize = 0
      for slot in machine.globals.indices { machine.globals[slot] = .void }
      machine.globalsGeneration = 0
      lifting.reset()
      defer { steps = machine.fuel.pointee }
      let arguments = variables.map { Value<TracedScalar>.scalar(path.variable($0)) }
      let result = try machine.call(try lifting.lift(function), arguments)
      guard case .scalar(let value) = result else {
        throw ScalarFailure.limit("the function's value is no Double")
      }
      return value
    }
  }
}

extension TracedScalar {
  /// A number of the plain reading, which stands for the decimal that Swift prints it as, if that is
  /// short enough that it was once written: 0.1 is a tenth. Others are what they are in binary.
  init(captured value: Double) {
    let text = value.description
    let digits = text.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
    if value.isFinite, digits.count <= 15, value.sign == .plus {
      self.init(literal: value, text: text)
    } else if value.isFinite, digits.count <= 15,
      let negated = try? TracedScalar.negate(
        TracedScalar(literal: -value, text: (-value).description))
    {
      self = negated
    } else {
      self.init(value)
    }
  }
}

/// Differentiates expressions by their rules where that is sound, and by jets elsewhere.
///
/// A function that captures nothing depends on its arguments alone; then the derivative by an
/// argument that is a variable is that of the value's expression.
///
/// A class for the machine of its jets.
final class SymbolicDifferentiator: Differentiator {
  private let jets: LiftingDifferentiator<TracedScalar>

  init(program: Program, limits: Limits) {
    jets = LiftingDifferentiator(program: program, limits: limits)
  }

  func derivative(
    of f: Closure<TracedScalar>, at arguments: [Value<TracedScalar>], withRespectTo index: Int,
    in machine: Machine<TracedScalar>
  ) throws -> TracedScalar {
    if let result = try symbolic(f, arguments, index, machine) { return result }
    return try jets.derivative(of: f, at: arguments, withRespectTo: index, in: machine)
  }

  private func symbolic(
    _ f: Closure<TracedScalar>, _ arguments: [Value<TracedScalar>], _ index: Int,
    _ machine: Machine<TracedScalar>
  ) throws -> TracedScalar? {
    guard Self.isClosed(f), machine.globalsGeneration == 0, arguments.indices.contains(index),
      case .scalar(let variable) = arguments[index], case .variable = variable.expression.node
    else { return nil }
    for (other, argument) in arguments.enumerated() where other != index {
      guard case .scalar(let value) = argument,
        !value.expression.variables.contains(where: variable.expression.variables.contains)
      else { return nil }
    }
    guard case .scalar(let value) = try machine.call(f, arguments) else { return nil }
    do {
      return try value.derivative(withRespectTo: variable)
    } catch {
      // A function without a rule: jets may know it.
      return nil
    }
  }

  private static func isClosed(_ f: Closure<TracedScalar>) -> Bool {
    var f = f
    while case .derivative = f.target, case .function(let inner)? = f.captures.first { f = inner }
    return f.captures.isEmpty
  }
}
