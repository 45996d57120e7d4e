// Operators with a UInt64: literals beside it are of its type.

extension TypeChecker {
  /// The readings of both operands. Beside a UInt64 a literal is one, too; what it is shifted by is
  /// an Int as well.
  func operands(
    _ name: SourceExpression.Name, _ left: SourceExpression, _ right: SourceExpression,
    _ hint: Type?
  ) -> ([Candidate], [Candidate]) {
    let before = failures.count
    let a = operand(left, hint)
    if name.isShift { return (a, operand(right, nil)) }
    let b = operand(right, a.areUnsigned ? .uint64 : hint == .uint64 ? nil : hint)
    guard !a.areUnsigned, b.areUnsigned else { return (a, b) }
    // What was wrong with the left operand was so without its type.
    failures.removeLast(failures.count - before)
    return (operand(left, .uint64), b)
  }

  /// Operators that give a UInt64 and take one on their left.
  static let unsignedOperators: Set = [
    "+", "-", "*", "/", "%", "&", "|", "^", "&+", "&-", "&*", "<<", ">>",
  ]
}

extension [Candidate] {
  /// There is no other reading than that of a UInt64.
  fileprivate var areUnsigned: Bool { !isEmpty && allSatisfy { $0.type == .uint64 } }
}
