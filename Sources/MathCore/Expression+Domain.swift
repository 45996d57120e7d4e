/// Where an expression has a value.
extension Expression {
  /// The same values, where another expression has one as well; undefined elsewhere.
  ///
  /// What is wanted already by an operation of this expression is not said again.
  func restricted(toDomainOf other: Expression) throws(ScalarFailure) -> Expression {
    var result = self
    var known = Set(parts)
    var wanted = Set(known.flatMap { $0.operandConditions ?? [] })
    // From the whole to its parts: what has a value has one in all of its parts.
    for part in other.parts.reversed() where known.insert(part).inserted {
      let conditions = part.operandConditions
      if let conditions,
        conditions.allSatisfy({ wanted.contains($0) || wanted.contains($0.strict) })
      {
        continue
      }
      if part.variables.isEmpty, part.enclosure(precision: 64)?.isDefined == true { continue }
      result = try Expression(.restricted(result, toDomainOf: part))
      known.formUnion(part.parts)
      wanted.formUnion(part.parts.flatMap { $0.operandConditions ?? [] })
    }
    return result
  }

  /// The conditions on its operands under which the outermost operation has a value, without those
  /// that are seen to hold; nil where comparisons of the operands do not say it.
  var operandConditions: [PathCondition]? {
    conditions?.filter { !$0.isPlain }
  }

  private var conditions: [PathCondition]? {
    switch node {
    case .number, .pi, .variable, .defined, .negate, .add, .subtract, .multiply, .restricted: []
    case .divide(_, let divisor): divisor.isNotZero
    case .power(let base, let exponent), .applyBinary(.pow, let base, let exponent):
      // Where the exponent has no value is said by its own parts.
      if let value = exponent.simplified().number {
        value.isInteger
          ? (value.sign < 0 ? base.isNotZero : [])
          : [PathCondition(.zero, value.sign < 0 ? .less : .lessOrEqual, base)]
      } else {
        [PathCondition(.zero, .less, base)]
      }
    case .apply(let function, let x): function.domainConditions(on: x)
    case .applyBinary(.fmod, _, let divisor): divisor.isNotZero
    case .applyBinary(.atan2, _, _): nil
    case .applyBinary: []
    }
  }

  /// A product is not 0 where none of its factors is.
  private var isNotZero: [PathCondition] {
    switch node {
    case .multiply(let x, let y): x.isNotZero + y.isNotZero
    case .power(let base, _), .negate(let base), .divide(let base, _): base.isNotZero
    case .number, .pi, .variable, .defined, .add, .subtract, .apply, .applyBinary, .restricted:
      [PathCondition(self, .notEqual, .zero)]
    }
  }
}

extension ElementaryFunction {
  /// Nil where comparisons of the argument do not say where the function has a value.
  fileprivate func domainConditions(on x: Expression) -> [PathCondition]? {
    switch self {
    case .log, .log2, .log10: [PathCondition(.zero, .less, x)]
    case .sqrt: [PathCondition(.zero, .lessOrEqual, x)]
    case .log1p: [PathCondition(-1, .less, x)]
    case .asin, .acos: [PathCondition(-1, .lessOrEqual, x), PathCondition(x, .lessOrEqual, .one)]
    case .atanh: [PathCondition(-1, .less, x), PathCondition(x, .less, .one)]
    case .acosh: [PathCondition(.one, .lessOrEqual, x)]
    case .exp, .expm1, .exp2, .cbrt, .sin, .cos, .atan, .sinh, .cosh, .tanh, .asinh, .erf, .erfc,
      .abs, .floor, .ceil, .trunc, .round:
      []
    case .tan, .tgamma, .lgamma: nil
    }
  }
}

extension PathCondition {
  /// The condition without the points where both sides are equal.
  var strict: PathCondition {
    relation == .lessOrEqual ? PathCondition(left, .less, right) : self
  }

  /// Whether it is seen to hold: a positive number or exponential is compared with one that is not
  /// positive.
  fileprivate var isPlain: Bool {
    switch relation {
    case .less, .lessOrEqual: left.number.map { $0.sign <= 0 } == true && right.isPlainlyPositive
    case .notEqual:
      right == .zero && (left.isPlainlyPositive || left.number.map { !$0.isZero } == true)
    case .equal: false
    }
  }
}
