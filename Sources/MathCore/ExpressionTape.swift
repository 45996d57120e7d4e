import Synchronization

/// Expressions as a flat program, to be evaluated over many boxes: each part once, however often
/// the expressions share it, and the parts without variables once for all.
public struct ExpressionTape: Sendable {
  enum Operation: Hashable, Sendable {
    case negate, add, subtract, multiply, divide, square
    case wholePower(Int)
    case apply(ElementaryFunction)
    case applyBinary(BinaryFunction)
    case restricted
  }

  /// Operands are places in the list of values: the variables, the constants, the results before.
  struct Instruction: Hashable, Sendable {
    let operation: Operation
    let first: Int
    /// The same as `first` where the operation has one operand.
    let second: Int
  }

  public let variables: [String]
  let instructions: [Instruction]
  /// Where the expressions' values stand.
  let results: [Int]
  private let constants: TapeConstants

  /// - Parameter variables: in the order in which a box gives their ranges; a variable that is not
  ///   among them may have any value.
  public init(_ expressions: [Expression], variables: [String]) {
    var compiler = TapeCompiler(variables: variables)
    let operands = expressions.map { compiler.operand(of: $0) }
    self.variables = variables
    instructions = compiler.linked
    results = operands.map { compiler.place(of: $0) }
    constants = TapeConstants(compiler.constants)
  }

  /// The values of the expressions over a box.
  ///
  /// - Parameters:
  ///   - box: one interval for each variable.
  ///   - precision: of the constants, in bits.
  @_specialize(where Bound == Double)
  public func values<Bound>(at box: [Interval<Bound>], precision: Int) -> [Interval<Bound>] {
    precondition(box.count == variables.count)
    var values = box
    let constants = constants(Bound.self, precision: precision)
    values.reserveCapacity(box.count + constants.count + instructions.count)
    values.append(contentsOf: constants)
    for instruction in instructions {
      values.append(
        Interval.value(
          of: instruction.operation, values[instruction.first], values[instruction.second]))
    }
    return results.map { values[$0] }
  }

  func constants<Bound: IntervalBound>(
    _ kind: Bound.Type, precision: Int
  ) -> [Interval<Bound>] {
    Bound.constants(of: constants, precision: precision)
  }
}

extension Interval {
  @_specialize(where Bound == Double)
  fileprivate static func value(
    of operation: ExpressionTape.Operation, _ x: Self, _ y: Self
  ) -> Self {
    switch operation {
    case .negate: negate(x)
    case .add: add(x, y)
    case .subtract: subtract(x, y)
    case .multiply: multiply(x, y)
    case .divide: divide(x, y)
    case .square: square(x)
    case .wholePower(let exponent): power(x, exponent)
    case .apply(let function): apply(function, x)
    case .applyBinary(let function): apply(function, x, y)
    case .restricted: restricted(x, toDomainOf: y)
    }
  }
}

/// The values of a tape's constants: in binary64 once and for all, at other precisions when asked
/// for, where the last are kept.
///
/// A class for that memo.
public final class TapeConstants: Sendable {
  let expressions: [Expression]
  let doubles: [DoubleInterval]
  private let memo = Mutex<(precision: Int, values: [WideInterval])?>(nil)

  init(_ expressions: [Expression]) {
    self.expressions = expressions
    doubles = expressions.map {
      $0.enclosure(of: DoubleInterval.self, precision: 53) ?? .unknown(precision: 53)
    }
  }

  func wide(precision: Int) -> [WideInterval] {
    if let known = memo.withLock({ $0 }), known.precision == precision { return known.values }
    let values = expressions.map {
      $0.enclosure(precision: precision) ?? .unknown(precision: precision)
    }
    memo.withLock { $0 = (precision, values) }
    return values
  }
}

extension Interval {
  /// Of a constant that cannot be enclosed.
  fileprivate static func unknown(precision: Int) -> Self {
    entire(precision: precision).with(definedness: .somewhere)
  }
}
