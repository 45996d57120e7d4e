import MathCore

/// Runs functions of a machine over `From` over expressions.
///
/// What a function refers to outside of it are constants: their real values, exactly.
///
/// A class because it keeps its machine from trace to trace; confined to the evaluator's task.
final class ExpressionTracing<From: CellScalar> {
  private let traces: LiftedMachine<From, TracedScalar>

  init(program: Program, limits: Limits) {
    let machine = Machine<TracedScalar>(program: program, limits: limits)
    machine.differentiator = SymbolicDifferentiator(program: program, limits: limits)
    traces = LiftedMachine(machine) { try $0.asTraced() }
  }

  /// The ways through a function of numbers. The steps of all of them together count as one run.
  ///
  /// - Parameter part: which number of a tuple; nil for a function whose value is a number.
  func paths(
    of function: Closure<From>, part: Int? = nil, variables: [String], in outer: Machine<From>
  ) throws -> [TracedPath] {
    try PathEnumeration.paths { path in
      try traces.run(in: outer) { machine, lifting in
        let arguments = variables.map { Value<TracedScalar>.scalar(path.variable($0)) }
        var result = try machine.call(try lifting.lift(function), arguments)
        if let part, case .tuple(let parts) = result, parts.indices.contains(part) {
          result = parts[part]
        }
        guard case .scalar(let value) = result else {
          throw ScalarFailure.limit("the function's value is no Double")
        }
        return value
      }
    }
  }

  /// The components of a function from an array of numbers to another.
  ///
  /// - Throws: `undecided` where a condition depends on the variables.
  func components(
    of function: Closure<From>, variables: [String], in outer: Machine<From>
  ) throws -> [Expression] {
    let path = TracePath()
    let result = try traces.run(in: outer) { machine, lifting in
      let arguments = variables.map { Value<TracedScalar>.scalar(path.variable($0)) }
      return try machine.call(try lifting.lift(function), [.array(arguments)])
    }
    guard path.conditions.isEmpty else { throw ScalarFailure.undecided }
    guard case .array(let components) = result else {
      throw ScalarFailure.limit("the function's value is no array")
    }
    return try components.map { try $0.asScalar().expression }
  }
}

/// Differentiates expressions by their rules where that is sound, and by jets elsewhere.
///
/// A function that captures nothing depends on its arguments alone; then the derivative by an
/// argument that is a variable is that of the value's expression, where no comparison led to it. Jets
/// know what becomes of a derivative at the points where one formula ends and another begins.
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
    let place = machine.trapPlace
    do {
      return try jets.derivative(of: f, at: arguments, withRespectTo: index, in: machine)
    } catch ScalarFailure.notDifferentiable {
      machine.trapPlace = place
      return .undefined
    }
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
    let comparisons = variable.comparisonCount
    guard case .scalar(let value) = try machine.call(f, arguments),
      variable.comparisonCount == comparisons
    else { return nil }
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
