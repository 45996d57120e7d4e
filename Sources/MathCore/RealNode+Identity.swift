extension RealNode {
  /// Whether the same operations on the same numbers make both, which are then equal; false also where
  /// that would take long to see.
  func isMade(as other: RealNode) -> Bool {
    var open = [(self, other)]
    var seen: Set<Pair> = []
    while let (a, b) = open.popLast() {
      if a === b { continue }
      guard a.hash == b.hash, a.height == b.height, a.operation.isSame(as: b.operation),
        seen.count < Self.largestComparison
      else { return false }
      guard seen.insert(Pair(a: ObjectIdentifier(a), b: ObjectIdentifier(b))).inserted else {
        continue
      }
      for (x, y) in [(a.left, b.left), (a.right, b.right)] {
        switch (x?.storage, y?.storage) {
        case (nil, nil): continue
        case (.node(let x), .node(let y)): open.append((x, y))
        case (.rational(let x), .rational(let y)): if x != y { return false }
        case (.nonreal, _), (.node, _), (.rational, _), (nil, _): return false
        }
      }
    }
    return true
  }

  private static let largestComparison = 10_000

  /// Pairs that were compared once are not compared again: shared parts would make it exponential.
  private struct Pair: Hashable {
    let a: ObjectIdentifier
    let b: ObjectIdentifier
  }
}

extension RealNode.Operation {
  func hash(_ left: RealNumber?, _ right: RealNumber?) -> Int {
    var hasher = Hasher()
    switch self {
    case .pi: hasher.combine(0)
    case .defined(let number):
      hasher.combine(1)
      hasher.combine(ObjectIdentifier(number))
    case .negate: hasher.combine(2)
    case .add: hasher.combine(3)
    case .subtract: hasher.combine(4)
    case .multiply: hasher.combine(5)
    case .divide: hasher.combine(6)
    case .apply(let function):
      hasher.combine(7)
      hasher.combine(function)
    case .applyBinary(let function):
      hasher.combine(8)
      hasher.combine(function)
    }
    for part in [left, right] {
      hasher.combine(part?.node?.hash)
      hasher.combine(part?.rational)
    }
    return hasher.finalize()
  }

  fileprivate func isSame(as other: Self) -> Bool {
    switch (self, other) {
    case (.defined(let a), .defined(let b)): a === b
    case (.apply(let f), .apply(let g)): f == g
    case (.applyBinary(let f), .applyBinary(let g)): f == g
    case (.pi, .pi), (.negate, .negate), (.add, .add), (.subtract, .subtract),
      (.multiply, .multiply), (.divide, .divide):
      true
    case (.pi, _), (.defined, _), (.negate, _), (.add, _), (.subtract, _), (.multiply, _),
      (.divide, _), (.apply, _), (.applyBinary, _):
      false
    }
  }
}
