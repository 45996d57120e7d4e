extension RealNode {
  /// The value of a number that is made of rational numbers by operations that keep them rational; nil
  /// for every other, and where it takes numbers or work beyond the bounds.
  ///
  /// Each part is computed once.
  var exactValue: Rational? {
    guard isRational else { return nil }
    var values: [ObjectIdentifier: Rational] = [:]
    var remainingBits = Self.largestExactWork
    var pending: [RealNode] = [self]
    while let node = pending.last {
      let missing = [node.left?.node, node.right?.node].compactMap { $0 }.filter {
        values[ObjectIdentifier($0)] == nil
      }
      guard missing.isEmpty else {
        pending += missing
        continue
      }
      pending.removeLast()
      guard values[ObjectIdentifier(node)] == nil else { continue }
      guard let value = node.exactValue(of: { values[ObjectIdentifier($0)] }) else { return nil }
      remainingBits -= value.bitSize
      guard value.bitSize <= Rational.largestBitSize, remainingBits >= 0 else { return nil }
      values[ObjectIdentifier(node)] = value
    }
    return values[ObjectIdentifier(self)]
  }

  /// Bits of all parts together.
  private static let largestExactWork = 1 << 25

  /// The parts are known.
  private func exactValue(of part: (RealNode) -> Rational?) -> Rational? {
    func value(_ number: RealNumber?) -> Rational? {
      number?.rational ?? number?.node.flatMap(part)
    }
    guard let x = value(left) else { return nil }
    switch operation {
    case .negate: return -x
    case .apply(let function): return function.rationalValue(at: x)
    case .pi, .defined: return nil
    case .add, .subtract, .multiply, .divide, .applyBinary: break
    }
    guard let y = value(right) else { return nil }
    switch operation {
    case .add: return x + y
    case .subtract: return x - y
    case .multiply: return x * y
    case .divide: return x.divided(by: y)
    case .applyBinary(.pow): return y.int.flatMap { x.power($0) }
    case .applyBinary(let function): return function.rationalValue(at: x, y)
    case .pi, .defined, .negate, .apply: return nil
    }
  }
}

extension RealNode.Operation {
  /// Whether the result is rational for sure, if it is defined.
  func keepsRational(_ left: RealNumber?, _ right: RealNumber?) -> Bool {
    func isRational(_ number: RealNumber?) -> Bool {
      number?.rational != nil || number?.node?.isRational == true
    }
    switch self {
    case .pi, .defined: return false
    case .negate, .apply(.abs): return isRational(left)
    case .add, .subtract, .multiply, .divide, .applyBinary(.min), .applyBinary(.max):
      return isRational(left) && isRational(right)
    case .applyBinary(.pow): return isRational(left) && right?.rational?.isInteger == true
    case .apply, .applyBinary: return false
    }
  }
}
