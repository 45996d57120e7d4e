/// A number that remembers how it was computed.
///
/// Arithmetic builds the expression as written. Comparisons of constants are decided by their exact
/// values; those that depend on variables are decisions of the run's `TracePath`.
public struct TracedScalar: Scalar {
  public let expression: Expression
  /// Not a number where the value depends on a variable.
  public let binary64: Double
  /// The exact value of a constant, where it is rational and of moderate size.
  let rational: Rational?
  /// Nil for constants.
  let path: TracePath?

  init(variable name: String, path: TracePath) {
    expression = .variable(name)
    binary64 = .nan
    rational = nil
    self.path = path
  }

  private init(
    _ expression: Expression, _ binary64: Double, _ rational: Rational?, _ path: TracePath?
  ) {
    self.expression = expression
    self.binary64 = binary64
    self.rational = rational
    self.path = path
  }

  public init(literal value: Double, text: String) {
    self.init(value, exact: Rational(literal: text) ?? Rational(exactly: value))
  }

  public init(_ value: Double) { self.init(value, exact: Rational(exactly: value)) }
  public init(_ value: Int) { self.init(Double(value), exact: Rational(value)) }

  /// Without an exact value (infinity, not a number) the expression is undefined.
  private init(_ value: Double, exact: Rational?) {
    self.init(constant: exact.map { Expression($0) }, binary64: value, exact: exact)
  }

  /// Where there is no expression (infinity, not a number) it is 1/0: undefined in the reals, which
  /// every proof and every evaluation notices.
  init(constant: Expression?, binary64: Double, exact: Rational?) {
    self.init(constant ?? Self.undefinedExpression, binary64, exact, nil)
  }

  private static let undefinedExpression =
    (try? Expression.one / .zero) ?? .variable("undefined")

  /// What has no real value.
  public static let undefined = TracedScalar(constant: nil, binary64: .nan, exact: nil)

  public static var pi: TracedScalar { TracedScalar(.pi, Double.pi, nil, nil) }

  public static func defined(_ number: DefinedNumber) throws(ScalarFailure) -> TracedScalar {
    TracedScalar(.defined(number), try Double.defined(number), nil, nil)
  }

  /// Whether the value depends on no variable.
  public var isConstant: Bool { path == nil }

  /// Exact constants larger than this are no longer followed.
  private static let largestRational = 4096
  /// Above this height a rational constant is written as its value, so that loops over constants do
  /// not build towers.
  private static let largestConstantHeight = 40
}

extension TracedScalar {
  private static func unary(
    _ x: Self, _ node: Expression.Node, _ binary64: Double, _ rational: Rational?
  ) throws(ScalarFailure) -> Self {
    try made(node, binary64, rational, x.path)
  }

  private static func made(
    _ node: Expression.Node, _ binary64: Double, _ rational: Rational?, _ path: TracePath?
  ) throws(ScalarFailure) -> Self {
    try path?.countOperation()
    let exact = rational.flatMap { $0.bitSize <= largestRational ? $0 : nil }
    if path == nil, let exact,
      node.children.contains(where: { $0.height >= largestConstantHeight })
    {
      return Self(Expression(exact), binary64, exact, nil)
    }
    return Self(try Expression(node), binary64, exact, path)
  }

  private static func exact(
    _ a: Self, _ b: Self, _ operation: (Rational, Rational) -> Rational?
  ) -> Rational? {
    guard let a = a.rational, let b = b.rational else { return nil }
    return operation(a, b)
  }

  public static func add(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    try made(
      .add(a.expression, b.expression), a.binary64 + b.binary64, exact(a, b, +), a.path ?? b.path)
  }

  public static func subtract(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    try made(
      .subtract(a.expression, b.expression), a.binary64 - b.binary64, exact(a, b, -),
      a.path ?? b.path)
  }

  public static func multiply(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    try made(
      .multiply(a.expression, b.expression), a.binary64 * b.binary64, exact(a, b, *),
      a.path ?? b.path)
  }

  public static func divide(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    try made(
      .divide(a.expression, b.expression), a.binary64 / b.binary64,
      exact(a, b) { $0.divided(by: $1) }, a.path ?? b.path)
  }

  public static func negate(_ a: Self) throws(ScalarFailure) -> Self {
    // A negated numeral is a numeral: `-2` is one number to a reader.
    if a.path == nil, let value = a.expression.number, value.sign > 0 {
      return Self(Expression(-value), -a.binary64, -value, nil)
    }
    return try unary(a, .negate(a.expression), -a.binary64, a.rational.map { -$0 })
  }

  public static func apply(
    _ function: ElementaryFunction, _ x: Self
  ) throws(ScalarFailure) -> Self {
    try unary(
      x, .apply(function, x.expression), function.value(at: x.binary64),
      x.rational.flatMap { function.rationalValue(at: $0) })
  }

  public static func apply(
    _ function: BinaryFunction, _ x: Self, _ y: Self
  ) throws(ScalarFailure) -> Self {
    let node: Expression.Node =
      function == .pow
      ? .power(x.expression, exponent: y.expression)
      : .applyBinary(function, x.expression, y.expression)
    return try made(
      node, function.value(at: x.binary64, y.binary64),
      exact(x, y) { function.rationalValue(at: $0, $1) }, x.path ?? y.path)
  }
}

extension TracedScalar {
  /// How often the run that the value is part of compared numbers, of which one at least depends on a
  /// variable.
  public var comparisonCount: Int { path?.comparisonCount ?? 0 }

  /// The symbolic derivative by a variable, on the path that led to the value; nil where `variable`
  /// is something else than a variable of the traced function.
  ///
  /// What else depends on the variable must not be in the value: with `x` for `t`, the derivative of
  /// `t·x` by `t` would come out as 2x. Nor must a comparison be on the way to it: where its two sides
  /// are equal, another formula begins.
  public func derivative(
    withRespectTo variable: TracedScalar
  ) throws(ScalarFailure) -> TracedScalar? {
    guard let path = variable.path, case .variable(let name) = variable.expression.node else {
      return nil
    }
    try path.countOperation()
    let slope = try expression.derivative(withRespectTo: name)
    if let number = slope.number { return Self(slope, number.double, number, nil) }
    return Self(slope, .nan, nil, path)
  }
}

extension TracedScalar {
  public static func restricted(
    _ x: Self, toDomainOf other: Self
  ) throws(ScalarFailure) -> Self {
    if other.rational != nil { return x }
    try other.path?.countOperation()
    let expression = try x.expression.restricted(toDomainOf: other.expression)
    if expression == x.expression { return x }
    return Self(expression, .nan, nil, x.path ?? other.path)
  }
}

/// Comparisons.
extension TracedScalar {
  public static func isEqual(_ a: Self, _ b: Self) throws(ScalarFailure) -> Bool {
    try holds(a, .equal, b)
  }

  public static func isLess(_ a: Self, _ b: Self) throws(ScalarFailure) -> Bool {
    try holds(a, .less, b)
  }

  public static func isLessOrEqual(_ a: Self, _ b: Self) throws(ScalarFailure) -> Bool {
    try holds(a, .lessOrEqual, b)
  }

  private static func holds(
    _ a: Self, _ relation: PathCondition.Relation, _ b: Self
  ) throws(ScalarFailure) -> Bool {
    if let path = a.path ?? b.path {
      return try path.holds(PathCondition(a.expression, relation, b.expression))
    }
    guard let order = try order(a, b) else { throw ScalarFailure.undecided }
    return relation.holds(forSign: order)
  }

  /// Negative, 0 or positive for two constants; nil where their order is not certain.
  private static func order(_ a: Self, _ b: Self) throws(ScalarFailure) -> Int? {
    if let a = a.rational, let b = b.rational { return a < b ? -1 : (a == b ? 0 : 1) }
    if a.binary64.isInfinite || b.binary64.isInfinite, !a.binary64.isNaN, !b.binary64.isNaN {
      return a.binary64 < b.binary64 ? -1 : (a.binary64 == b.binary64 ? 0 : 1)
    }
    if a.expression == b.expression { return 0 }
    return try (a.expression - b.expression).enclosedSign
  }

  /// - Throws: `undecided` where the value depends on a variable, or lies too near a whole number to
  ///   tell which side it is on.
  public static func int(_ x: Self) throws(ScalarFailure) -> Int? {
    guard x.path == nil else { throw ScalarFailure.undecided }
    if let value = x.rational {
      return (value.sign < 0 ? -(-value).floor : value.floor).int
    }
    let enclosure = x.expression.enclosure(of: DoubleInterval.self, precision: 53)
    guard let enclosure, enclosure.isDefined else { return nil }
    let (low, high) = (
      enclosure.lower.rounded(.towardZero), enclosure.upper.rounded(.towardZero)
    )
    if low >= 0x1p63 || high < -0x1p63 { return nil }
    guard low == high else { throw ScalarFailure.undecided }
    return Int(exactly: low)
  }
}
