/// Turns expressions into instructions, equal ones into one.
struct TapeCompiler {
  enum Operand: Hashable {
    case variable(Int)
    case constant(Int)
    case result(Int)
  }

  private struct Step: Hashable {
    let operation: ExpressionTape.Operation
    let first: Operand
    let second: Operand
  }

  private let variables: [String: Int]
  private(set) var constants: [Expression] = []
  private var steps: [Step] = []
  private var stepPlaces: [Step: Int] = [:]
  private var constantPlaces: [Expression: Int] = [:]
  private var operands: [ObjectIdentifier: Value] = [:]
  /// Keeps the identities of `operands` alive.
  private var expressions: [Expression] = []

  /// A constant gets its place when an instruction or a result needs it.
  private enum Value {
    case constant(Expression)
    case operand(Operand)
  }

  init(variables: [String]) {
    self.variables = Dictionary(
      zip(variables, variables.indices), uniquingKeysWith: { first, _ in first })
  }

  mutating func operand(of expression: Expression) -> Operand {
    expressions.append(expression)
    for part in expression.parts where operands[part.identity] == nil {
      operands[part.identity] = value(of: part)
    }
    return known(expression)
  }

  /// The instructions with their operands' final places, once everything is compiled.
  var linked: [ExpressionTape.Instruction] {
    steps.map { step in
      ExpressionTape.Instruction(
        operation: step.operation, first: place(of: step.first), second: place(of: step.second))
    }
  }

  func place(of operand: Operand) -> Int {
    switch operand {
    case .variable(let index): index
    case .constant(let index): variables.count + index
    case .result(let index): variables.count + constants.count + index
    }
  }
}

extension TapeCompiler {
  private mutating func known(_ expression: Expression) -> Operand {
    if case .operand(let operand)? = operands[expression.identity] { return operand }
    if let place = constantPlaces[expression] { return .constant(place) }
    constantPlaces[expression] = constants.count
    constants.append(expression)
    return .constant(constants.count - 1)
  }

  /// All children have values already.
  private mutating func value(of part: Expression) -> Value {
    let children = part.node.children
    let isConstant = children.allSatisfy { child in
      if case .constant? = operands[child.identity] { true } else { false }
    }
    switch part.node {
    case .number, .pi, .defined: return .constant(part)
    case .variable(let name):
      return variables[name].map { .operand(.variable($0)) } ?? .constant(part)
    case _ where isConstant: return .constant(part)
    case .negate(let x): return step(.negate, x)
    case .add(let x, let y): return step(.add, x, y)
    case .subtract(let x, let y): return step(.subtract, x, y)
    case .multiply(let x, let y):
      return known(x) == known(y) ? step(.square, x) : step(.multiply, x, y)
    case .divide(let x, let y): return step(.divide, x, y)
    case .power(let x, let exponent):
      if exponent.number == 2 { return step(.square, x) }
      if exponent.number == .half { return step(.apply(.sqrt), x) }
      if let whole = exponent.number?.int { return step(.wholePower(whole), x) }
      return step(.applyBinary(.pow), x, exponent)
    case .apply(let function, let x): return step(.apply(function), x)
    case .applyBinary(let function, let x, let y): return step(.applyBinary(function), x, y)
    case .restricted(let x, let y): return step(.restricted, x, y)
    }
  }

  private mutating func step(
    _ operation: ExpressionTape.Operation, _ x: Expression, _ y: Expression? = nil
  ) -> Value {
    let first = known(x)
    let step = Step(operation: operation, first: first, second: y.map { known($0) } ?? first)
    if let place = stepPlaces[step] { return .operand(.result(place)) }
    stepPlaces[step] = steps.count
    steps.append(step)
    return .operand(.result(steps.count - 1))
  }
}
