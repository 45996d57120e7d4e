extension RealNumber {
  public static func add(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    switch (a.storage, b.storage) {
    case (.rational(let x), .rational(let y)):
      if let sum = exact(x + y) { return sum }
    case (.nonreal(let x), _): return try nonreal(x + b.stand)
    case (_, .nonreal(let y)): return try nonreal(a.stand + y)
    case (.rational(let x), .node): if x.isZero { return b }
    case (.node, .rational(let y)): if y.isZero { return a }
    case (.node, .node): break
    }
    return try made(.add, a, b, .add(a.bounds, b.bounds))
  }

  public static func subtract(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    switch (a.storage, b.storage) {
    case (.rational(let x), .rational(let y)):
      if let difference = exact(x - y) { return difference }
    case (.nonreal(let x), _): return try nonreal(x - b.stand)
    case (_, .nonreal(let y)): return try nonreal(a.stand - y)
    case (.rational(let x), .node): if x.isZero { return try negate(b) }
    case (.node, .rational(let y)): if y.isZero { return a }
    case (.node(let x), .node(let y)): if x.isMade(as: y) { return .zero }
    }
    return try made(.subtract, a, b, .subtract(a.bounds, b.bounds))
  }

  public static func multiply(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    switch (a.storage, b.storage) {
    case (.rational(let x), .rational(let y)):
      if let product = exact(x * y) { return product }
    case (.nonreal(let x), _): return try nonreal(x * Double(b.sign()))
    case (_, .nonreal(let y)): return try nonreal(Double(a.sign()) * y)
    case (.rational(let x), .node):
      if x.isZero { return .zero }
      if x.isOne { return b }
    case (.node, .rational(let y)):
      if y.isZero { return .zero }
      if y.isOne { return a }
    case (.node, .node): break
    }
    return try made(.multiply, a, b, .multiply(a.bounds, b.bounds))
  }

  /// - Throws: `undefined` where the divisor is 0.
  public static func divide(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    if b.nonreal == nil, b.bounds.containsZero, try b.sign() == 0 {
      throw ScalarFailure.undefined("\(a.text)/0")
    }
    switch (a.storage, b.storage) {
    case (.rational(let x), .rational(let y)):
      if let quotient = x.divided(by: y).flatMap(exact) { return quotient }
    case (.nonreal(let x), _):
      if let y = b.nonreal { return try nonreal(x / y) }
      return try nonreal(x * Double(b.sign()))
    case (_, .nonreal(let y)): return try y.isNaN ? nonreal(y) : .zero
    case (.rational(let x), .node): if x.isZero { return .zero }
    case (.node, .rational(let y)): if y.isOne { return a }
    case (.node(let x), .node(let y)): if x.isMade(as: y) { return .one }
    }
    return try made(.divide, a, b, .divide(a.bounds, b.bounds))
  }

  public static func negate(_ a: Self) throws(ScalarFailure) -> Self {
    switch a.storage {
    case .rational(let x): return RealNumber(-x)
    case .nonreal(let x): return try nonreal(-x)
    case .node(let node):
      if case .negate = node.operation, let inner = node.left { return inner }
      return RealNumber(storage: .node(try RealNode(.negate, a, bounds: .negate(a.bounds))))
    }
  }

  /// Nil where the number is too long to be followed exactly.
  static func exact(_ value: Rational) -> RealNumber? {
    let size = value.bitSize
    return size <= usualRational || size <= largestRational ? RealNumber(value) : nil
  }

  static func made(
    _ operation: RealNode.Operation, _ a: Self, _ b: Self? = nil, _ bounds: DoubleInterval
  ) throws(ScalarFailure) -> Self {
    RealNumber(storage: .node(try RealNode(operation, a, b, bounds: bounds)))
  }

  /// A Double that an infinite number can be combined with: any will do for a real number.
  private var stand: Double { nonreal ?? 0 }

  /// - Throws: `undefined` for what is not a number.
  static func nonreal(_ value: Double) throws(ScalarFailure) -> Self {
    if value.isNaN { throw ScalarFailure.undefined("∞ − ∞ or its like") }
    return RealNumber(exactly: value)
  }
}
