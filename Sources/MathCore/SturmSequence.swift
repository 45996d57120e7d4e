/// Counts the real roots of a polynomial between rational or infinite ends (Sturm 1829).
public struct SturmSequence: Sendable {
  /// The squarefree polynomial, its derivative, then negated remainders.
  private let chain: [UnivariatePolynomial]

  /// A constant other than 0 has no roots; the zero polynomial has no sequence.
  public init?(_ polynomial: UnivariatePolynomial) {
    guard !polynomial.isZero else { return nil }
    let shared = polynomial.greatestCommonDivisor(with: polynomial.derivative)
    let squarefree = polynomial.divided(by: shared)?.quotient.primitive ?? polynomial
    var chain = [squarefree]
    var next = squarefree.derivative.primitive
    while !next.isZero {
      chain.append(next)
      guard chain.count >= 2,
        let (_, remainder) = chain[chain.count - 2].divided(by: next)
      else { break }
      next = remainder.scaled(by: -1).primitive
    }
    self.chain = chain
  }

  /// How many different real roots lie in the interval.
  public func rootCount(in interval: RationalInterval) -> Int {
    guard !interval.isEmpty else { return 0 }
    if let lower = interval.lower, let upper = interval.upper, lower.value == upper.value {
      return isRoot(lower.value) ? 1 : 0
    }
    let low = interval.lower.map { signChanges(at: $0.value) } ?? signChangesAtInfinity(-1)
    let high = interval.upper.map { signChanges(at: $0.value) } ?? signChangesAtInfinity(1)
    // Sturm counts the roots above the lower end, up to and including the upper one.
    var count = low - high
    if let lower = interval.lower, lower.isClosed, isRoot(lower.value) { count += 1 }
    if let upper = interval.upper, !upper.isClosed, isRoot(upper.value) { count -= 1 }
    return count
  }

  private func isRoot(_ x: Rational) -> Bool { chain[0](x).isZero }

  private func signChanges(at x: Rational) -> Int {
    Self.changes(in: chain.map { $0(x).sign })
  }

  private func signChangesAtInfinity(_ side: Int) -> Int {
    Self.changes(
      in: chain.map { polynomial in
        polynomial.leading.sign * (side < 0 && polynomial.degree % 2 == 1 ? -1 : 1)
      })
  }

  private static func changes(in signs: [Int]) -> Int {
    let present = signs.filter { $0 != 0 }
    return zip(present, present.dropFirst()).filter { $0 != $1 }.count
  }
}

/// Which signs a quantity takes.
public struct SignSet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let negative = SignSet(rawValue: 1)
  public static let zero = SignSet(rawValue: 2)
  public static let positive = SignSet(rawValue: 4)
  public static let nonnegative: SignSet = [.zero, .positive]
  public static let nonpositive: SignSet = [.zero, .negative]
  public static let nonzero: SignSet = [.negative, .positive]
  public static let any: SignSet = [.negative, .zero, .positive]

  /// The signs of a number.
  init(of value: Rational) {
    self = value.sign > 0 ? .positive : value.sign < 0 ? .negative : .zero
  }

  var negated: SignSet {
    var result: SignSet = contains(.zero) ? .zero : []
    if contains(.negative) { result.insert(.positive) }
    if contains(.positive) { result.insert(.negative) }
    return result
  }

  /// The signs that a product can have.
  static func * (a: SignSet, b: SignSet) -> SignSet {
    var result: SignSet = []
    if a.contains(.zero) || b.contains(.zero) { result.insert(.zero) }
    if a.contains(.positive) { result.formUnion(b.subtracting(.zero)) }
    if a.contains(.negative) { result.formUnion(b.subtracting(.zero).negated) }
    return result
  }

  /// The signs that a sum can have.
  static func + (a: SignSet, b: SignSet) -> SignSet {
    var result: SignSet = []
    if a.contains(.zero) { result.formUnion(b) }
    if b.contains(.zero) { result.formUnion(a) }
    let both = a.union(b)
    if both.isSuperset(of: .nonzero) {
      let cancels =
        (a.contains(.positive) && b.contains(.negative))
        || (a.contains(.negative) && b.contains(.positive))
      if cancels { return .any }
    }
    if a.contains(.positive), b.contains(.positive) { result.insert(.positive) }
    if a.contains(.negative), b.contains(.negative) { result.insert(.negative) }
    return result
  }

  func raised(to exponent: Int) -> SignSet {
    if exponent == 0 { return .positive }
    guard exponent % 2 == 0 else { return self }
    return contains(.zero)
      ? (isDisjoint(with: .nonzero) ? .zero : .nonnegative) : .positive
  }
}

extension UnivariatePolynomial {
  /// Exactly the signs that the polynomial takes on an interval.
  public func signs(on interval: RationalInterval) -> SignSet {
    guard !interval.isEmpty else { return [] }
    guard degree > 0 else { return SignSet(of: self[0]) }
    if let lower = interval.lower, lower.value == interval.upper?.value {
      return SignSet(of: self(lower.value))
    }
    guard let sturm = SturmSequence(self) else { return .zero }
    let odd = squarefreeFactors.enumerated().reduce(UnivariatePolynomial([1])) {
      $1.offset % 2 == 0 ? $0 * $1.element : $0
    }
    // A root of odd multiplicity inside: the sign changes there.
    if let crossing = SturmSequence(odd), crossing.rootCount(in: interval.interior) > 0 {
      return .any
    }
    var signs = SignSet(of: self(pointWithoutRoot(in: interval)))
    if sturm.rootCount(in: interval) > 0 { signs.insert(.zero) }
    return signs
  }

  /// A point inside where the polynomial is not 0: one of degree + 1 different ones is.
  private func pointWithoutRoot(in interval: RationalInterval) -> Rational {
    var point = interval.sample
    for _ in 0...max(0, degree) {
      if !self(point).isZero { break }
      point =
        RationalInterval(
          lower: interval.lower, upper: RationalInterval.End(point, isClosed: false)
        ).sample
    }
    return point
  }
}
