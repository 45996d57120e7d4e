extension RealNumber {
  /// The value where it is known to be rational: held exactly, evaluated exactly, or found by an
  /// enclosure and proved by the normal form.
  public var recognized: Rational? {
    guard case .node(let node) = storage else { return rational }
    for precision in Self.precisions where node.recognition == nil {
      guard let interval = enclosure(precision: precision), !interval.isBeyondRationals else {
        break
      }
      if let value = recognized(in: interval, ofPrecision: precision) { return value }
    }
    if case .rational(let value) = node.recognition { return value }
    return nil
  }

  /// The same, from an enclosure of the number: asked once, of the first that is so narrow that its
  /// middle is telling, or of the last.
  func recognized(in interval: WideInterval, ofPrecision precision: Int) -> Rational? {
    guard let node else { return rational }
    if case .rational(let value) = node.recognition { return value }
    guard node.recognition == nil, precision >= Self.firstTellingPrecision,
      interval.isNarrow || precision == Self.precisions.last
    else { return nil }
    // Algebra can do no more for rational numbers than arithmetic.
    let found = node.isRational ? node.exactValue : proved(interval.simplestRational)
    node.recognition = found.map { .rational($0) } ?? RealNode.Recognition.none
    return found
  }

  /// Most questions that 128 bits leave open are about numbers that lie exactly on a boundary.
  private static let firstTellingPrecision = 128

  /// The value that the number has by algebra, if it has this one.
  private func proved(_ value: Rational?) -> Rational? {
    guard let value, let expression = node?.expression,
      Proof.equal(expression, Expression(value)).isProved
    else { return nil }
    return value
  }
}

extension WideInterval {
  /// Whether no number in it has a rational of some million bits beside it.
  var isBeyondRationals: Bool {
    guard sign != nil, let low = lower.exponent, let high = upper.exponent else { return false }
    return lowerRational == nil && upperRational == nil && (low < 0) == (high < 0)
  }

  /// Whether nine digits of its numbers are the same, or as many decimals.
  fileprivate var isNarrow: Bool {
    guard isBounded else { return false }
    guard let width = width.exponent else { return true }
    let size = Swift.max(lower.exponent ?? 0, upper.exponent ?? 0, 0)
    return width <= size - 32
  }

  /// The simplest rational in it, if it is too simple to be there by chance; 0 wherever it may be.
  fileprivate var simplestRational: Rational? {
    if containsZero { return .zero }
    guard let low = lowerRational, let high = upperRational,
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
