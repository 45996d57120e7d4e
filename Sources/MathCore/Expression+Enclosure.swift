extension Expression {
  /// An interval around the value of a constant expression, computed at a precision in bits.
  ///
  /// Nil where the expression has a variable, or a number in it that cannot be found. Where the
  /// expression is undefined the interval says so in its `definedness`.
  public func enclosure(precision: Int) -> WideInterval? {
    enclosure(of: WideInterval.self, precision: precision)
  }

  /// −1, 0 or 1 where an enclosure of a constant tells; nil where none of at most 1,024 bits does,
  /// where the expression may be undefined, and where it has a variable.
  public var enclosedSign: Int? {
    guard let narrow = enclosure(of: DoubleInterval.self, precision: 53) else { return nil }
    if narrow.isDefined, let sign = narrow.sign { return sign }
    guard let wide = enclosure(precision: 1024), wide.isDefined else { return nil }
    return wide.sign
  }

  /// As `enclosure(precision:)`, with other bounds.
  public func enclosure<Bound>(
    of kind: Interval<Bound>.Type, precision: Int
  ) -> Interval<Bound>? {
    var values: [ObjectIdentifier: Interval<Bound>] = [:]
    for part in parts {
      let arguments = part.node.children.compactMap { values[$0.identity] }
      guard let value = Interval<Bound>.value(of: part.node, arguments, precision: precision) else {
        return nil
      }
      values[part.identity] = value
    }
    return values[identity]
  }
}

extension Interval {
  /// The value of one operation at its operands' values; nil for a variable, and for a number that
  /// cannot be found.
  fileprivate static func value(
    of node: Expression.Node, _ x: [Self], precision: Int
  ) -> Self? {
    switch node {
    case .number(let value): return Self(exactly: value, precision: precision)
    case .pi: return .pi(precision: precision)
    case .variable: return nil
    case .defined(let number):
      return number.enclosure(precision: precision).map { Self($0, precision: precision) }
    case .negate: return negate(x[0])
    case .add: return add(x[0], x[1])
    case .subtract: return subtract(x[0], x[1])
    case .multiply(let a, let b): return a == b ? square(x[0]) : multiply(x[0], x[1])
    case .divide: return divide(x[0], x[1])
    case .power: return apply(.pow, x[0], x[1])
    case .apply(let function, _): return apply(function, x[0])
    case .applyBinary(let function, _, _): return apply(function, x[0], x[1])
    case .restricted: return restricted(x[0], toDomainOf: x[1])
    }
  }
}
