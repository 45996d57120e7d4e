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
    for precision in Self.precisions {
      guard let interval = enclosure(precision: precision) else { break }
      if let sign = interval.sign { return sign }
      if precision == Self.algebraPrecision, isProved(equalTo: .zero) { return 0 }
    }
    throw undecided
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
    return try refined(orExactly: \.double) { interval in
      let nearest = interval.lower.double
      return nearest == interval.upper.double ? nearest : nil
    }.answer
  }

  /// The number where it is rational and short: known exactly, or found by its enclosure and proved
  /// by the normal form.
  public var recognized: Rational? {
    guard case .node(let node) = storage else { return rational }
    if let known = node.recognition {
      if case .rational(let value) = known { return value }
      return nil
    }
    let found = candidate.flatMap { isProved(equalTo: $0) ? $0 : nil }
    node.recognition = found.map { .rational($0) } ?? RealNode.Recognition.none
    return found
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
  func decision<Answer: Equatable>(
    _ question: (Rational) -> Answer
  ) throws(ScalarFailure) -> Decided<Answer> {
    if let rational { return Decided(question(rational)) }
    return try refined(orExactly: question) { interval throws(ScalarFailure) in
      guard let low = interval.lowerRational, let high = interval.upperRational else {
        throw interval.isBounded
          ? ScalarFailure.limit("a number has more than a million bits") : undecided
      }
      let answer = question(low)
      return low == high || question(high) == answer ? answer : nil
    }
  }

  /// Asks ever narrower enclosures until one has an answer, and once in between the number itself,
  /// if it is recognized.
  private func refined<Answer>(
    orExactly exact: (Rational) -> Answer,
    _ ask: (WideInterval) throws(ScalarFailure) -> Answer?
  ) throws(ScalarFailure) -> Decided<Answer> {
    for precision in Self.precisions {
      guard let interval = enclosure(precision: precision) else { break }
      if let answer = try ask(interval) { return Decided(answer, precision: precision) }
      if precision == Self.algebraPrecision, let recognized { return Decided(exact(recognized)) }
    }
    throw undecided
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
  /// At which precision the normal form is asked: most questions that 128 bits leave open are about
  /// numbers that lie exactly on a boundary.
  private static let algebraPrecision = 128

  var undecided: ScalarFailure {
    .undecidedValue(expression.map(\.description) ?? "\(bounds.lower)…")
  }

  /// Of two numbers between Doubles; nil where these overlap.
  static func order(_ a: DoubleInterval, _ b: DoubleInterval) -> Int? {
    if a.upper < b.lower { return -1 }
    if a.lower > b.upper { return 1 }
    return a.lower == a.upper && b.lower == b.upper && a.lower == b.lower ? 0 : nil
  }

  private func isProved(equalTo value: Rational) -> Bool {
    guard case .node(let node) = storage, let expression = node.expression else { return false }
    return Proof.equal(expression, Expression(value)).isProved
  }

  /// The simplest rational in a narrow enclosure, if it is too simple to be there by chance.
  private var candidate: Rational? {
    guard let interval = enclosure(precision: Self.algebraPrecision),
      let low = interval.lowerRational, let high = interval.upperRational,
      let simplest = Rational.simplest(from: low, through: high), simplest.bitSize <= 80
    else { return nil }
    // Fractions of denominator q lie about 1/q² apart from simpler ones.
    let chance = (high - low) * simplest.denominator * simplest.denominator
    return chance <= Rational.chanceOfSimplicity ? simplest : nil
  }
}

extension Rational {
  fileprivate static let chanceOfSimplicity = Rational(1, over: 1 << 20) ?? .zero

  /// The rational of the least denominator between two, by their continued fractions.
  static func simplest(from low: Rational, through high: Rational) -> Rational? {
    guard low <= high else { return nil }
    if low.sign <= 0, high.sign >= 0 { return .zero }
    if high.sign < 0 { return simplest(from: -high, through: -low).map { -$0 } }
    var quotients: [Rational] = []
    var (low, high) = (low, high)
    for _ in 0..<400 {
      let whole = low.floor
      if whole == low || whole + 1 <= high {
        quotients.append(whole == low ? whole : whole + 1)
        return quotients.reversed().dropFirst().reduce(quotients.last) { tail, quotient in
          tail?.inverse.map { quotient + $0 }
        }
      }
      quotients.append(whole)
      guard let next = (high - whole).inverse, let last = (low - whole).inverse else { return nil }
      (low, high) = (next, last)
    }
    return nil
  }
}
