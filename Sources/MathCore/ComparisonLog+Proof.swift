extension ComparisonLog.Comparison {
  /// The sides as exact arithmetic compared them; nil where it did not, or where they are long.
  public var numbers: (left: Rational, order: Int, right: Rational)? {
    if let left = left.rational, let right = right.rational { return (left, order, right) }
    guard order == 0, left.isRational, right.isRational, let value = left.recognized,
      value.bitSize <= RealNumber.usualRational
    else { return nil }
    return (value, 0, value)
  }

  /// That the sides are so ordered: by an enclosure of their difference, which tells it from 0, or,
  /// where they are equal, by algebra.
  public var proof: ProofOutcome {
    guard let left = left.expression, let right = right.expression,
      let difference = try? left - right
    else { return .unknown("a side is no real number, or too long") }
    if order == 0 { return Proof.equal(left, right) }
    let precision = RealNumber.precisions.first { precision in
      let enclosure = difference.enclosure(precision: precision)
      return enclosure?.isDefined == true && enclosure?.sign == order
    }
    guard let precision else { return .unknown("no enclosure tells the sides apart") }
    let signs: SignSet = order < 0 ? .negative : .positive
    return ProofOutcome.proved(Demonstration(.intervalEnclosure).with(proof: .object([])))
      .certified(by: .sign(signs, of: difference, precision: precision))
  }
}

extension RealNumber {
  fileprivate var isRational: Bool { rational != nil || node?.isRational == true }
}
