import MathCore

/// Functions of values of many types.
enum GeneralFunction: String, CaseIterable {
  case equal = "==(_:_:)"
  case notEqual = "!=(_:_:)"
  case less = "<(_:_:)"
  case lessOrEqual = "<=(_:_:)"
  case greater = ">(_:_:)"
  case greaterOrEqual = ">=(_:_:)"
  case matches = "~=(_:_:)"
  case minimum = "min(_:_:)"
  case minimumOfMany = "min(_:_:_:_:)"
  case maximum = "max(_:_:)"
  case maximumOfMany = "max(_:_:_:_:)"
  case swap = "swap(_:_:)"
  case closedRange = "...(_:_:)"
  case halfOpenRange = "..<(_:_:)"
  case rangeThrough = "prefix ...(_:)"
  case rangeUpTo = "prefix ..<(_:)"
  case rangeFrom = "postfix ...(_:)"
  case strideTo = "stride(from:to:by:)"
  case strideThrough = "stride(from:through:by:)"
  case zip = "zip(_:_:)"
  case optionalMap = "Optional.map(_:)"
  case optionalFlatMap = "Optional.flatMap(_:)"
  case derivative = "derivative(of:)"
  case partialDerivative = "derivative(of:withRespectTo:)"
  case derivativeAt = "derivative(at:of:)"
  case partialDerivativeAt2 = "derivative(at:_:of:withRespectTo:)"
  case partialDerivativeAt3 = "derivative(at:_:_:of:withRespectTo:)"
  case exact = "exact(_:)"
  case initFrom = "init(_:)"
  case initEmpty = "init()"
  case initUnchecked = "init(uncheckedBounds:)"
  case description = "description"
}

extension Machine {
  func general(_ function: GeneralFunction, _ x: Arguments<S>) throws -> Value<S> {
    switch function {
    case .equal: .bool(try isEqual(x[0], x[1]))
    case .notEqual: .bool(try !isEqual(x[0], x[1]))
    case .less: .bool(try isLess(x[0], x[1]))
    case .lessOrEqual: .bool(try isLessOrEqual(x[0], x[1]))
    case .greater: .bool(try isLess(x[1], x[0]))
    case .greaterOrEqual: .bool(try isLessOrEqual(x[1], x[0]))
    case .matches: .bool(try matches(x[0], x[1]))
    case .minimum: try isLess(x[1], x[0]) ? x[1] : x[0]
    case .maximum: try isLessOrEqual(x[0], x[1]) ? x[1] : x[0]
    case .minimumOfMany, .maximumOfMany: try extreme(x, isMaximum: function == .maximumOfMany)
    case .swap: exchanged(x)
    case .closedRange, .halfOpenRange, .rangeThrough, .rangeUpTo, .rangeFrom:
      try range(function, x)
    case .strideTo, .strideThrough: try stride(x, includesEnd: function == .strideThrough)
    case .zip: .view(.zip, [x[0], x[1]])
    case .optionalMap, .optionalFlatMap:
      try optional(x, isFlat: function == .optionalFlatMap)
    case .derivative, .partialDerivative, .derivativeAt, .partialDerivativeAt2,
      .partialDerivativeAt3:
      try derivative(function, x)
    case .exact:
      try RealNumber.$largestRational.withValue(Limits.largestExactNumber) {
        try call(x.function(0), [])
      }
    case .initFrom: try converted(x)
    case .initEmpty: try empty(x.call.resultType)
    case .initUnchecked: try uncheckedRange(x)
    case .description: .string(try description(of: x[0], type: x.type(0)))
    }
  }

  private func extreme(_ x: Arguments<S>, isMaximum: Bool) throws -> Value<S> {
    // Swift takes the last of several greatest values and the first of several least ones.
    let rest = try elements(of: x[3])
    var result = x[0]
    for value in [x[1], x[2]] + rest {
      try spend(4)
      let isBetter = try isMaximum ? isLessOrEqual(result, value) : isLess(value, result)
      if isBetter { result = value }
    }
    return result
  }

  private func exchanged(_ x: Arguments<S>) -> Value<S> {
    let first = x.take(0)
    x.first[0] = x.take(1)
    x.first[1] = first
    return .void
  }

  private func range(_ function: GeneralFunction, _ x: Arguments<S>) throws -> Value<S> {
    switch function {
    case .rangeThrough: return .range(RangeValue(.through, lower: nil, upper: x[0]))
    case .rangeUpTo: return .range(RangeValue(.upTo, lower: nil, upper: x[0]))
    case .rangeFrom: return .range(RangeValue(.from, lower: x[0], upper: nil))
    default:
      guard try isLessOrEqual(x[0], x[1]) else { throw Trap.invalidRange }
      let kind: RangeKind = function == .closedRange ? .closed : .halfOpen
      return .range(RangeValue(kind, lower: x[0], upper: x[1]))
    }
  }

  private func uncheckedRange(_ x: Arguments<S>) throws -> Value<S> {
    guard case .tuple(let bounds) = x[0], bounds.count == 2 else { throw Trap.overlappingAccess }
    let isClosed = if case .nominal("ClosedRange", _) = x.call.resultType { true } else { false }
    return .range(
      RangeValue(isClosed ? .closed : .halfOpen, lower: bounds[0], upper: bounds[1]))
  }

  private func optional(_ x: Arguments<S>, isFlat: Bool) throws -> Value<S> {
    guard case .some(let value) = x[0] else { return .none }
    let result = try call(x.function(1), [value])
    return isFlat ? result : .some(result)
  }

  private func derivative(_ function: GeneralFunction, _ x: Arguments<S>) throws -> Value<S> {
    switch function {
    case .derivative: return try derivativeFunction(of: x.function(0), index: 0)
    case .partialDerivative:
      let count = if case .function(let type) = x.type(0) { type.parameters.count } else { 0 }
      return try derivativeFunction(of: x.function(0), index: try index(x.int(1), below: count))
    default:
      let count = x.call.argumentCount - (function == .derivativeAt ? 1 : 2)
      let index = function == .derivativeAt ? 0 : try index(x.int(count + 1), below: count)
      guard let differentiator else { throw Trap.unreachable }
      return .scalar(
        try differentiator.derivative(
          of: x.function(count), at: (0..<count).map { x[$0] }, withRespectTo: index, in: self))
    }
  }

  private func index(_ index: Int, below count: Int) throws -> Int {
    guard index >= 0, index < count else {
      throw Trap.precondition("withRespectTo: must be from 0 to \(count - 1)")
    }
    return index
  }

  private func derivativeFunction(of f: Closure<S>, index: Int) throws -> Value<S> {
    guard f.depth < Value<S>.greatestDepth else { throw Trap.nesting(Value<S>.greatestDepth) }
    return .function(
      Closure(.derivative(withRespectTo: index), captures: [.function(f)], depth: f.depth + 1))
  }
}
