/// A binary64 interval that holds the real value of an expression without variables.
///
/// Elementary functions are correctly rounded, so a neighbour on each side encloses: enough to tell
/// constants apart that are not nearly equal. Higher precision is another type's business.
public struct ConstantEnclosure: Hashable, Sendable {
  public let lower: Double
  public let upper: Double

  /// Nil where the expression has a variable, is undefined, or uses a function whose extrema would
  /// have to be found.
  public init?(_ expression: Expression) {
    var memo: [ObjectIdentifier: ConstantEnclosure] = [:]
    for part in expression.parts {
      guard Self.enclosure(of: part, memo: &memo) != nil else { return nil }
    }
    guard let result = Self.enclosure(of: expression, memo: &memo) else { return nil }
    self = result
  }

  /// Nil where an end is not a number.
  private init?(_ lower: Double, _ upper: Double) {
    guard lower <= upper else { return nil }
    self.lower = lower
    self.upper = upper
  }

  /// −1, 0 or 1 where it is certain.
  public var sign: Int? {
    if lower > 0 { return 1 }
    if upper < 0 { return -1 }
    return lower == 0 && upper == 0 ? 0 : nil
  }
}

extension ConstantEnclosure {
  /// The smallest interval that holds values which were each rounded to nearest.
  private static func hull(_ values: [Double]) -> ConstantEnclosure? {
    guard !values.contains(where: \.isNaN), let low = values.min(), let high = values.max() else {
      return nil
    }
    return ConstantEnclosure(low.nextDown, high.nextUp)
  }

  private static func enclosure(
    of expression: Expression, memo: inout [ObjectIdentifier: ConstantEnclosure]
  ) -> ConstantEnclosure? {
    if let known = memo[expression.identity] { return known }
    let children = expression.node.children
    var arguments: [ConstantEnclosure] = []
    for child in children {
      guard let argument = enclosure(of: child, memo: &memo) else { return nil }
      arguments.append(argument)
    }
    let result = combine(expression.node, arguments)
    if let result { memo[expression.identity] = result }
    return result
  }

  private static func combine(
    _ node: Expression.Node, _ x: [ConstantEnclosure]
  ) -> ConstantEnclosure? {
    switch node {
    case .number(let value):
      let double = value.double
      return Rational(exactly: double) == value
        ? ConstantEnclosure(double, double) : hull([double])
    case .pi: return ConstantEnclosure(Double.pi, Double.pi.nextUp)
    case .variable: return nil
    case .defined(let number): return number.double.flatMap { hull([$0]) }
    case .negate: return ConstantEnclosure(-x[0].upper, -x[0].lower)
    case .add: return hull([x[0].lower + x[1].lower, x[0].upper + x[1].upper])
    case .subtract: return hull([x[0].lower - x[1].upper, x[0].upper - x[1].lower])
    case .multiply:
      return hull([
        x[0].lower * x[1].lower, x[0].lower * x[1].upper, x[0].upper * x[1].lower,
        x[0].upper * x[1].upper,
      ])
    case .divide:
      guard let sign = x[1].sign, sign != 0 else { return nil }
      return hull([
        x[0].lower / x[1].lower, x[0].lower / x[1].upper, x[0].upper / x[1].lower,
        x[0].upper / x[1].upper,
      ])
    case .power(_, let exponent): return power(x[0], exponent.number?.int, x[1])
    case .apply(let function, _): return value(of: function, x[0])
    case .applyBinary(let function, _, _): return value(of: function, x[0], x[1])
    }
  }

  private static func power(
    _ base: ConstantEnclosure, _ whole: Int?, _ exponent: ConstantEnclosure
  ) -> ConstantEnclosure? {
    let corners = [base.lower, base.upper].flatMap { base in
      [exponent.lower, exponent.upper].map { BinaryFunction.pow.value(at: base, $0) }
    }
    if base.lower > 0 { return hull(corners) }
    guard let whole, whole >= 0, abs(whole) < 1 << 53 else { return nil }
    // An even power of an interval around 0 has its least value there.
    return hull(whole % 2 == 0 && base.upper > 0 ? corners + [0] : corners)
  }

  private static func value(
    of function: ElementaryFunction, _ x: ConstantEnclosure
  ) -> ConstantEnclosure? {
    let ends = [function.value(at: x.lower), function.value(at: x.upper)]
    switch function {
    case .exp, .expm1, .exp2, .log, .log1p, .log2, .log10, .sqrt, .cbrt, .asin, .acos, .atan,
      .sinh, .tanh, .asinh, .acosh, .atanh, .erf, .erfc:
      return hull(ends)
    case .floor, .ceil, .trunc, .round:
      // Monotone and exact.
      return ConstantEnclosure(min(ends[0], ends[1]), max(ends[0], ends[1]))
    case .abs:
      let low = x.sign == nil ? 0 : min(ends[0], ends[1])
      return ConstantEnclosure(low, max(ends[0], ends[1]))
    case .cosh: return hull(x.sign == nil ? ends + [1] : ends)
    case .sin, .cos:
      // Slopes are at most 1.
      let width = x.upper - x.lower
      guard width < 1 else { return ConstantEnclosure(-1, 1) }
      return ConstantEnclosure((ends[0] - width).nextDown, (ends[0] + width).nextUp)
    case .tan, .tgamma, .lgamma: return nil
    }
  }

  private static func value(
    of function: BinaryFunction, _ x: ConstantEnclosure, _ y: ConstantEnclosure
  ) -> ConstantEnclosure? {
    switch function {
    case .min: ConstantEnclosure(min(x.lower, y.lower), min(x.upper, y.upper))
    case .max: ConstantEnclosure(max(x.lower, y.lower), max(x.upper, y.upper))
    case .pow, .atan2, .hypot, .fmod, .copysign: nil
    }
  }
}
