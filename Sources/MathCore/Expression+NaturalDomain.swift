extension Expression {
  /// The intervals of one variable on which the expression can have a derivative, as far as linear
  /// conditions tell: x > 1 for ln(x − 1), x < 0 and x > 0 for 1/x or |x|.
  ///
  /// The expression may be undefined at further points: conditions on anything but m·x + b are left
  /// out.
  public func naturalIntervals(of variable: String) -> [RationalInterval] {
    var whole = RationalInterval.reals
    var holes: Set<Rational> = []
    for condition in parts.flatMap(\.conditions) {
      if condition.relation == .notEqual {
        guard let (name, point) = condition.negation.restriction, name == variable else { continue }
        holes.insert(point.sample)
      } else if let (name, interval) = condition.restriction, name == variable {
        whole = whole.intersection(interval)
      }
    }
    var intervals = [whole]
    for hole in holes.sorted() {
      let last = intervals.removeLast()
      guard last.interior.contains(hole) else {
        intervals.append(last)
        continue
      }
      let end = RationalInterval.End(hole, isClosed: false)
      intervals.append(RationalInterval(lower: last.lower, upper: end))
      intervals.append(RationalInterval(lower: end, upper: last.upper))
    }
    return intervals.filter { !$0.isEmpty }
  }

  /// What the outermost operation wants of its operands.
  private var conditions: [PathCondition] {
    switch node {
    case .number, .pi, .variable, .defined, .negate, .add, .subtract, .multiply: []
    case .divide(_, let divisor): divisor.isNotZero
    case .power(let base, let exponent), .applyBinary(.pow, let base, let exponent):
      if let value = exponent.simplified().number, value.isInteger {
        value.sign < 0 ? base.isNotZero : []
      } else {
        base.number == nil ? [PathCondition(.zero, .less, base)] : []
      }
    case .apply(let function, let x): function.conditions(on: x)
    case .applyBinary: []
    }
  }

  /// A product is not 0 where none of its factors is.
  private var isNotZero: [PathCondition] {
    switch node {
    case .multiply(let x, let y): x.isNotZero + y.isNotZero
    case .power(let base, _), .negate(let base), .divide(let base, _): base.isNotZero
    case .number, .pi, .variable, .defined, .add, .subtract, .apply, .applyBinary:
      [PathCondition(self, .notEqual, .zero)]
    }
  }
}

extension ElementaryFunction {
  /// Where it has a derivative.
  fileprivate func conditions(on x: Expression) -> [PathCondition] {
    switch self {
    case .log, .log2, .log10, .sqrt: [PathCondition(.zero, .less, x)]
    case .log1p: [PathCondition(-1, .less, x)]
    case .asin, .acos, .atanh: [PathCondition(-1, .less, x), PathCondition(x, .less, .one)]
    case .acosh: [PathCondition(.one, .less, x)]
    case .abs, .cbrt: [PathCondition(x, .notEqual, .zero)]
    case .exp, .expm1, .exp2, .sin, .cos, .tan, .atan, .sinh, .cosh, .tanh, .asinh, .erf, .erfc,
      .tgamma, .lgamma, .floor, .ceil, .trunc, .round:
      []
    }
  }
}
