/// A real expression as it was written: a tree whose equal parts may be shared.
///
/// Immutable. Building one throws `ScalarFailure.limit` above `largestHeight`, so that recursion over
/// an expression, and freeing it, need no more stack than any thread has. Since parts are shared, an
/// expression can stand for a tree far larger than its memory: walk it with a memo, as `evaluate`
/// does, or look at `treeSize` first.
public struct Expression: Sendable {
  public indirect enum Node: Sendable {
    case number(Rational)
    case pi
    case variable(String)
    /// A constant that no formula is known of.
    case defined(DefinedNumber)
    case negate(Expression)
    case add(Expression, Expression)
    case subtract(Expression, Expression)
    case multiply(Expression, Expression)
    case divide(Expression, Expression)
    case power(Expression, exponent: Expression)
    case apply(ElementaryFunction, Expression)
    case applyBinary(BinaryFunction, Expression, Expression)
    /// The first, where the second has a value as well; undefined elsewhere.
    case restricted(Expression, toDomainOf: Expression)
  }

  /// A class for sharing: two expressions with one storage are equal without a look inside.
  final class Storage: Sendable {
    let node: Node
    let hash: Int
    let height: Int
    let treeSize: Int

    init(node: Node, hash: Int, height: Int, treeSize: Int) {
      self.node = node
      self.hash = hash
      self.height = height
      self.treeSize = treeSize
    }
  }

  /// Above this height, building fails.
  public static let largestHeight = 500

  let storage: Storage

  public var node: Node { storage.node }
  /// 1 for a leaf.
  public var height: Int { storage.height }
  /// Nodes of the tree with shared parts counted each time; Int.max where there are more.
  public var treeSize: Int { storage.treeSize }

  public init(_ node: Node) throws(ScalarFailure) {
    let children = node.children
    let height = 1 + (children.map(\.height).max() ?? 0)
    guard height <= Self.largestHeight else {
      throw ScalarFailure.limit(
        "the expression is more than \(Self.largestHeight) operations deep")
    }
    self.init(unchecked: node, children: children, height: height)
  }

  /// For leaves, and nodes whose height is known to be small enough.
  private init(unchecked node: Node, children: [Expression], height: Int) {
    var hasher = Hasher()
    node.hash(into: &hasher)
    var size = 1
    for child in children {
      let (sum, overflows) = size.addingReportingOverflow(child.treeSize)
      size = overflows ? Int.max : sum
    }
    storage = Storage(node: node, hash: hasher.finalize(), height: height, treeSize: size)
  }

  public init(_ value: Rational) {
    self.init(unchecked: .number(value), children: [], height: 1)
  }

  public static func number(_ value: Rational) -> Expression { Expression(value) }

  public static func variable(_ name: String) -> Expression {
    Expression(unchecked: .variable(name), children: [], height: 1)
  }

  public static func defined(_ number: DefinedNumber) -> Expression {
    Expression(unchecked: .defined(number), children: [], height: 1)
  }

  public static let pi = Expression(unchecked: .pi, children: [], height: 1)
  public static let zero = Expression(.zero)
  public static let one = Expression(.one)

  /// The value of a numeral; nil for every other expression, even a constant one.
  public var number: Rational? {
    if case .number(let value) = node { value } else { nil }
  }

  var identity: ObjectIdentifier { ObjectIdentifier(storage) }
}

extension Expression: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(Rational(value)) }
}

/// Building: each throws where the result would be too high.
extension Expression {
  public static func + (a: Self, b: Self) throws(ScalarFailure) -> Self { try Self(.add(a, b)) }
  public static func - (a: Self, b: Self) throws(ScalarFailure) -> Self {
    try Self(.subtract(a, b))
  }
  public static func * (a: Self, b: Self) throws(ScalarFailure) -> Self {
    try Self(.multiply(a, b))
  }
  public static func / (a: Self, b: Self) throws(ScalarFailure) -> Self { try Self(.divide(a, b)) }
  public static prefix func - (a: Self) throws(ScalarFailure) -> Self { try Self(.negate(a)) }

  public func raised(to exponent: Expression) throws(ScalarFailure) -> Expression {
    try Expression(.power(self, exponent: exponent))
  }

  public static func apply(
    _ function: ElementaryFunction, _ x: Expression
  ) throws(ScalarFailure) -> Expression {
    try Expression(.apply(function, x))
  }

  public static func apply(
    _ function: BinaryFunction, _ x: Expression, _ y: Expression
  ) throws(ScalarFailure) -> Expression {
    // One node for a power, however it was written.
    if function == .pow { return try x.raised(to: y) }
    return try Expression(.applyBinary(function, x, y))
  }
}

extension Expression.Node {
  /// In the order in which they are written.
  public var children: [Expression] {
    switch self {
    case .number, .pi, .variable, .defined: []
    case .negate(let x), .apply(_, let x): [x]
    case .add(let x, let y), .subtract(let x, let y), .multiply(let x, let y),
      .divide(let x, let y),
      .power(let x, let y), .applyBinary(_, let x, let y), .restricted(let x, let y):
      [x, y]
    }
  }

  fileprivate func hash(into hasher: inout Hasher) {
    switch self {
    case .number(let value):
      hasher.combine(0)
      hasher.combine(value)
    case .pi: hasher.combine(1)
    case .variable(let name):
      hasher.combine(2)
      hasher.combine(name)
    case .defined(let number):
      hasher.combine(11)
      hasher.combine(ObjectIdentifier(number))
    case .negate: hasher.combine(3)
    case .add: hasher.combine(4)
    case .subtract: hasher.combine(5)
    case .multiply: hasher.combine(6)
    case .divide: hasher.combine(7)
    case .power: hasher.combine(8)
    case .apply(let function, _):
      hasher.combine(9)
      hasher.combine(function)
    case .applyBinary(let function, _, _):
      hasher.combine(10)
      hasher.combine(function)
    case .restricted: hasher.combine(12)
    }
    for child in children { hasher.combine(child.storage.hash) }
  }

  /// Equal but for the children.
  fileprivate func hasSameHead(as other: Self) -> Bool {
    switch (self, other) {
    case (.number(let a), .number(let b)): a == b
    case (.variable(let a), .variable(let b)): a == b
    case (.defined(let a), .defined(let b)): a === b
    case (.apply(let f, _), .apply(let g, _)): f == g
    case (.applyBinary(let f, _, _), .applyBinary(let g, _, _)): f == g
    case (.pi, .pi), (.negate, .negate), (.add, .add), (.subtract, .subtract),
      (.multiply, .multiply), (.divide, .divide), (.power, .power), (.restricted, .restricted):
      true
    default: false
    }
  }
}

extension Expression: Hashable {
  public func hash(into hasher: inout Hasher) { hasher.combine(storage.hash) }

  /// Equal as written: `x + 1` is not `1 + x`.
  public static func == (a: Expression, b: Expression) -> Bool {
    var seen: Set<IdentityPair> = []
    return isEqual(a, b, seen: &seen)
  }

  private struct IdentityPair: Hashable {
    let a: ObjectIdentifier
    let b: ObjectIdentifier
  }

  /// Pairs that were compared once are not compared again: shared parts would make it exponential.
  private static func isEqual(
    _ a: Expression, _ b: Expression, seen: inout Set<IdentityPair>
  ) -> Bool {
    if a.storage === b.storage { return true }
    guard a.storage.hash == b.storage.hash, a.treeSize == b.treeSize, a.height == b.height,
      a.node.hasSameHead(as: b.node)
    else { return false }
    if a.height > 4, !seen.insert(IdentityPair(a: a.identity, b: b.identity)).inserted {
      return true
    }
    return zip(a.node.children, b.node.children).allSatisfy { isEqual($0, $1, seen: &seen) }
  }
}
