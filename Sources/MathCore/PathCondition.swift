/// A comparison that held on the way to a value.
public struct PathCondition: Hashable, Sendable {
  public enum Relation: String, Hashable, Sendable {
    case less = "<"
    case lessOrEqual = "≤"
    case equal = "="
    case notEqual = "≠"

    /// Of two numbers, by the sign of their difference.
    func holds(forSign sign: Int) -> Bool {
      switch self {
      case .less: sign < 0
      case .lessOrEqual: sign <= 0
      case .equal: sign == 0
      case .notEqual: sign != 0
      }
    }
  }

  public let left: Expression
  public let relation: Relation
  public let right: Expression

  public init(_ left: Expression, _ relation: Relation, _ right: Expression) {
    self.left = left
    self.relation = relation
    self.right = right
  }

  /// The condition that holds exactly where this one does not.
  public var negation: PathCondition {
    switch relation {
    case .less: PathCondition(right, .lessOrEqual, left)
    case .lessOrEqual: PathCondition(right, .less, left)
    case .equal: PathCondition(left, .notEqual, right)
    case .notEqual: PathCondition(left, .equal, right)
    }
  }

  /// Where it holds, if that is an interval of one variable: `−x < 2·3` gives x > −6.
  ///
  /// Nil where the two sides do not differ by a linear expression in one variable, and for `≠`.
  public var restriction: (variable: String, interval: RationalInterval)? {
    guard relation != .notEqual, let left = LinearForm(left), let right = LinearForm(right),
      let difference = left.minus(right), let variable = difference.variable,
      !difference.slope.isZero,
      let bound = (-difference.constant).divided(by: difference.slope)
    else { return nil }
    // slope·(x − bound) relation 0
    let closed = relation != .less
    let end = RationalInterval.End(bound, isClosed: closed)
    switch relation {
    case .equal: return (variable, .point(bound))
    case .less, .lessOrEqual, .notEqual:
      let interval =
        difference.slope.sign > 0 ? RationalInterval(upper: end) : RationalInterval(lower: end)
      return (variable, interval)
    }
  }
}

extension PathCondition {
  /// The condition with every occurrence of a part, as it is written, replaced on both sides.
  func replacing(
    _ part: Expression, with replacement: Expression
  ) throws(ScalarFailure) -> PathCondition {
    PathCondition(
      try left.replacing(part, with: replacement), relation,
      try right.replacing(part, with: replacement))
  }
}

extension PathCondition: CustomStringConvertible {
  public var description: String { "\(left) \(relation.rawValue) \(right)" }
}

extension Domain {
  /// The part of the domain where all conditions hold, if each of them restricts one variable to an
  /// interval; nil where one does not.
  ///
  /// A condition `x ≠ c` at an end of the interval opens it there.
  public func restricted(by conditions: [PathCondition]) -> Domain? {
    var domain = self
    for condition in conditions where condition.relation != .notEqual {
      guard let (variable, interval) = condition.restriction else { return nil }
      domain[variable] = domain[variable].intersection(interval)
    }
    for condition in conditions where condition.relation == .notEqual {
      guard let (variable, point) = condition.negation.restriction else { return nil }
      guard let opened = domain[variable].removing(point.sample) else { return nil }
      domain[variable] = opened
    }
    return domain
  }
}

extension RationalInterval {
  /// Without one point; nil where that leaves two pieces.
  fileprivate func removing(_ point: Rational) -> RationalInterval? {
    guard contains(point) else { return self }
    if lower?.value == point {
      return RationalInterval(lower: End(point, isClosed: false), upper: upper)
    }
    if upper?.value == point {
      return RationalInterval(lower: lower, upper: End(point, isClosed: false))
    }
    return nil
  }
}

/// slope·variable + constant, with exact coefficients.
struct LinearForm {
  var variable: String?
  var slope: Rational
  var constant: Rational

  init(constant: Rational) {
    self.variable = nil
    self.slope = .zero
    self.constant = constant
  }

  /// Nil where the expression is not linear in at most one variable, or too large to look at.
  init?(_ expression: Expression) {
    guard expression.treeSize <= 200, expression.height <= 60 else { return nil }
    switch expression.node {
    case .number(let value): self.init(constant: value)
    case .variable(let name):
      self.init(constant: .zero)
      variable = name
      slope = .one
    case .negate(let x):
      guard let x = LinearForm(x) else { return nil }
      self = x.scaled(by: -1)
    case .add(let x, let y), .subtract(let x, let y):
      guard let x = LinearForm(x), let y = LinearForm(y) else { return nil }
      let isSum = if case .add = expression.node { true } else { false }
      guard let sum = isSum ? x.minus(y.scaled(by: -1)) : x.minus(y) else { return nil }
      self = sum
    case .multiply(let x, let y):
      guard let x = LinearForm(x), let y = LinearForm(y) else { return nil }
      guard x.slope.isZero || y.slope.isZero else { return nil }
      self = x.slope.isZero ? y.scaled(by: x.constant) : x.scaled(by: y.constant)
    case .divide(let x, let y):
      guard let x = LinearForm(x), let y = LinearForm(y), y.slope.isZero,
        let inverse = y.constant.inverse
      else { return nil }
      self = x.scaled(by: inverse)
    case .pi, .defined, .power, .apply, .applyBinary, .restricted: return nil
    }
    guard slope.bitSize <= 4096, constant.bitSize <= 4096 else { return nil }
  }

  func scaled(by factor: Rational) -> LinearForm {
    var result = self
    result.slope = slope * factor
    result.constant = constant * factor
    return result
  }

  func minus(_ other: LinearForm) -> LinearForm? {
    if let a = variable, let b = other.variable, a != b { return nil }
    var result = LinearForm(constant: constant - other.constant)
    result.variable = variable ?? other.variable
    result.slope = slope - other.slope
    return result
  }
}
