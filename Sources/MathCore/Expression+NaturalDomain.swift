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

  /// What the outermost operation wants of its operands for a derivative, as far as that is known.
  private var conditions: [PathCondition] {
    if case .apply(let function, let x) = node, function == .abs || function == .cbrt {
      return [PathCondition(x, .notEqual, .zero)]
    }
    return operandConditions?.map(\.strict) ?? []
  }
}
