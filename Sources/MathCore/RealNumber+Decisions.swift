extension RealNumber {
  /// −1, 0 or 1.
  ///
  /// - Throws: `undecidedValue` where neither 8,192 bits nor the normal form tell it from 0.
  public func sign() throws(ScalarFailure) -> Int {
    switch storage {
    case .rational(let value): return value.sign
    case .nonreal(let value):
      if value.isNaN { throw ScalarFailure.undefined("not a number") }
      return value < 0 ? -1 : 1
    case .node(let node):
      if let sign = node.bounds.sign { return sign }
    }
    guard let sign = refined(orExactly: \.sign, { $0.sign }) else { throw undecided }
    return sign.answer
  }

  /// Negative where the number is less than the other, 0 where they are equal.
  public func compare(to other: RealNumber) throws(ScalarFailure) -> Int {
    if let a = rational, let b = other.rational { return a < b ? -1 : a == b ? 0 : 1 }
    if let a = nonreal ?? other.nonreal {
      let (x, y) = (nonreal ?? 0, other.nonreal ?? 0)
      if a.isNaN || x.isNaN || y.isNaN { throw ScalarFailure.undefined("not a number") }
      return x < y ? -1 : x == y ? 0 : 1
    }
    if let order = Self.order(bounds, other.bounds) { return order }
    return try Self.subtract(self, other).sign()
  }

  /// Toward zero.
  public func truncated() throws(ScalarFailure) -> Rational {
    try decided { $0.sign < 0 ? -(-$0).floor : $0.floor }
  }

  /// The nearest Double, ties to even.
  public func nearestDouble() throws(ScalarFailure) -> Double {
    if let nonreal { return nonreal }
    if let rational { return rational.double }
    let nearest = refined(orExactly: \.double) { interval in
      let nearest = interval.lower.double
      return nearest == interval.upper.double ? nearest : nil
    }
    guard let nearest else { throw undecided }
    return nearest.answer
  }

  /// What a question about the number comes to: the answer that both ends of an enclosure give.
  ///
  /// The question must have one answer for all numbers between two that it answers alike.
  func decided<Answer: Equatable>(
    _ question: (Rational) -> Answer
  ) throws(ScalarFailure) -> Answer {
    try decision(question).answer
  }

  /// The same, with the precision that decided.
  ///
  /// - Throws: `limit` where the number itself is too large or too small for a rational one near it.
  func decision<Answer: Equatable>(
    _ question: (Rational) -> Answer
  ) throws(ScalarFailure) -> Decided<Answer> {
    if let rational { return Decided(question(rational)) }
    let decision = refined(orExactly: question) { interval in
      // Wide enclosures may have ends without a rational; narrower ones have better.
      guard let low = interval.lowerRational, let high = interval.upperRational else { return nil }
      let answer = question(low)
      return low == high || question(high) == answer ? answer : nil
    }
    if let decision { return decision }
    if enclosure(precision: Self.precisions[0])?.isBeyondRationals == true {
      throw ScalarFailure.limit("a number has more than a million bits")
    }
    throw undecided
  }

  /// Asks ever narrower enclosures until one has an answer, and once in between the number itself,
  /// if it is known to be rational; nil where all is asked.
  func refined<Answer>(
    orExactly exact: (Rational) -> Answer, _ ask: (WideInterval) -> Answer?
  ) -> Decided<Answer>? {
    for precision in Self.precisions {
      guard let interval = enclosure(precision: precision) else { break }
      if let answer = ask(interval) { return Decided(answer, precision: precision) }
      if interval.isBeyondRationals { break }
      if let value = recognized(in: interval, ofPrecision: precision) {
        return Decided(exact(value))
      }
    }
    return nil
  }

  /// With some 80 characters that say how the number is made.
  var undecided: ScalarFailure {
    let making = node?.expression?.description ?? text
    return .undecidedValue(making.count <= 80 ? making : making.prefix(79) + "…")
  }
}

/// The answer to a question about a number, and what decided it.
public struct Decided<Answer> {
  public let answer: Answer
  /// The bits of the enclosure, all of whose numbers have this answer; nil where the number is known
  /// exactly.
  public let precision: Int?

  init(_ answer: Answer, precision: Int? = nil) {
    self.answer = answer
    self.precision = precision
  }
}

extension Decided: Sendable where Answer: Sendable {}

extension RealNumber {
  /// Of two numbers between Doubles; nil where these overlap.
  static func order(_ a: DoubleInterval, _ b: DoubleInterval) -> Int? {
    if a.upper < b.lower { return -1 }
    if a.lower > b.upper { return 1 }
    return a.lower == a.upper && b.lower == b.upper && a.lower == b.lower ? 0 : nil
  }
}
