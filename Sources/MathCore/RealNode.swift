import Synchronization

/// A real number as an operation on others, with Doubles on both sides of it from the start and
/// narrower enclosures when someone asks.
///
/// A class because numbers share their parts. Only the memo and, while it is being freed, the parts
/// change: the first is locked, the second has no other owner, which is what makes it safe to share
/// between threads.
final class RealNode: @unchecked Sendable {
  enum Operation: Sendable {
    case pi
    case defined(DefinedNumber)
    case negate, add, subtract, multiply, divide
    case apply(ElementaryFunction)
    case applyBinary(BinaryFunction)
  }

  let operation: Operation
  private(set) var left: RealNumber?
  private(set) var right: RealNumber?
  let bounds: DoubleInterval
  /// 1 for a leaf.
  let height: Int
  /// Whether a root, an extremum or an integral is among the parts.
  let hasDefinedParts: Bool
  /// Whether rational numbers alone make it, by operations that keep them rational.
  let isRational: Bool
  /// The same for numbers that are made alike.
  let hash: Int
  private let memo = Mutex<Memo>(Memo())

  private struct Memo {
    var precision = 0
    var interval: WideInterval?
    /// Nil where nobody asked.
    var recognition: Recognition?
  }

  enum Recognition: Sendable {
    case rational(Rational)
    case none
  }

  /// Above this height a number is refused: a chain of a hundred thousand operations that each need
  /// the one before.
  static let largestHeight = 200_000

  init(
    _ operation: Operation, _ left: RealNumber? = nil, _ right: RealNumber? = nil,
    bounds: DoubleInterval
  ) throws(ScalarFailure) {
    let height = 1 + max(left?.height ?? 0, right?.height ?? 0)
    guard height <= Self.largestHeight else {
      throw ScalarFailure.limit(
        "a number is made by more than \(Self.largestHeight) operations, one after the other")
    }
    self.operation = operation
    hasDefinedParts =
      if case .defined = operation { true } else {
        left?.node?.hasDefinedParts == true || right?.node?.hasDefinedParts == true
      }
    isRational = operation.keepsRational(left, right)
    hash = operation.hash(left, right)
    self.left = left
    self.right = right
    self.bounds = bounds
    self.height = height
  }

  /// Chains are freed one node after the other: recursion would take stack for each.
  deinit {
    guard height > 500 else { return }
    var pending: [RealNode] = []
    moveParts(to: &pending)
    while var node = pending.popLast() {
      if isKnownUniquelyReferenced(&node) { node.moveParts(to: &pending) }
    }
  }

  private func moveParts(to pending: inout [RealNode]) {
    if let node = left?.node { pending.append(node) }
    if let node = right?.node { pending.append(node) }
    (left, right) = (nil, nil)
  }

  /// What is known of the number so far, at the precision or better.
  private func known(at precision: Int) -> WideInterval?? {
    memo.withLock { $0.precision >= precision ? .some($0.interval) : .none }
  }

  /// Whether the number was found to be rational before.
  var recognition: Recognition? {
    get { memo.withLock { $0.recognition } }
    set { memo.withLock { $0.recognition = newValue } }
  }
}

extension RealNode {
  /// An interval of the given working precision in bits that holds the number; nil where a part
  /// cannot be enclosed. Parts are computed once for each precision.
  func enclosure(precision: Int) -> WideInterval? {
    var pending: [RealNode] = [self]
    while let node = pending.last {
      if node.known(at: precision) != nil {
        pending.removeLast()
        continue
      }
      let missing = [node.left?.node, node.right?.node].compactMap { $0 }.filter {
        $0.known(at: precision) == nil
      }
      if missing.isEmpty {
        let interval = node.combined(precision)
        node.memo.withLock { ($0.precision, $0.interval) = (precision, interval) }
        pending.removeLast()
      } else {
        pending += missing
      }
    }
    return known(at: precision) ?? nil
  }

  /// The parts are known.
  private func combined(_ precision: Int) -> WideInterval? {
    switch operation {
    case .pi: return .pi(precision: precision)
    case .defined(let number): return number.enclosure(precision: precision)
    case .negate, .add, .subtract, .multiply, .divide, .apply, .applyBinary: break
    }
    guard let x = left?.enclosure(precision: precision) else { return nil }
    switch operation {
    case .pi, .defined: return nil
    case .negate: return .negate(x)
    case .apply(let function): return .apply(function, x)
    case .add, .subtract, .multiply, .divide, .applyBinary: break
    }
    guard let y = right?.enclosure(precision: precision) else { return nil }
    switch operation {
    case .add: return .add(x, y)
    case .subtract: return .subtract(x, y)
    case .multiply: return .multiply(x, y)
    case .divide: return .divide(x, y)
    case .applyBinary(let function): return .apply(function, x, y)
    case .pi, .defined, .negate, .apply: return nil
    }
  }
}

extension RealNode {
  /// The number as an expression, its parts shared; nil where that would be too high or too large
  /// for algebra.
  var expression: Expression? {
    guard height <= Expression.largestHeight else { return nil }
    var memo: [ObjectIdentifier: Expression] = [:]
    var pending: [RealNode] = [self]
    while let node = pending.last {
      let missing = [node.left?.node, node.right?.node].compactMap { $0 }.filter {
        memo[ObjectIdentifier($0)] == nil
      }
      if missing.isEmpty {
        guard memo.count < Self.largestExpression,
          let expression = node.expression(of: { memo[ObjectIdentifier($0)] })
        else { return nil }
        memo[ObjectIdentifier(node)] = expression
        pending.removeLast()
      } else {
        pending += missing
      }
    }
    return memo[ObjectIdentifier(self)]
  }

  private static let largestExpression = 20_000

  private func expression(of part: (RealNode) -> Expression?) -> Expression? {
    func written(_ number: RealNumber?) -> Expression? {
      number?.rational.map { Expression($0) } ?? number?.node.flatMap(part)
    }
    switch operation {
    case .pi: return .pi
    case .defined(let number): return .defined(number)
    case .negate: return written(left).flatMap { try? -$0 }
    case .apply(let function): return written(left).flatMap { try? .apply(function, $0) }
    case .add, .subtract, .multiply, .divide, .applyBinary: break
    }
    guard let x = written(left), let y = written(right) else { return nil }
    switch operation {
    case .add: return try? x + y
    case .subtract: return try? x - y
    case .multiply: return try? x * y
    case .divide: return try? x / y
    case .applyBinary(let function): return try? .apply(function, x, y)
    case .pi, .defined, .negate, .apply: return nil
    }
  }
}
