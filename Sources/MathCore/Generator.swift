/// A quantity that polynomials of a normal form are polynomials in.
struct Generator: Sendable {
  enum Kind: Hashable, Sendable {
    case variable(String)
    case pi
    case defined(DefinedConstant)
    /// e^t for one term t with coefficient 1.
    case exponential(RationalFunction)
    /// The sine and the cosine of one angle; cos² is written as 1 − sin².
    case sine(RationalFunction)
    case cosine(RationalFunction)
    /// A polynomial that is not negative, taken to powers below 1: p^(1/2)·p^(1/2) is written as p.
    case root(Polynomial)
    /// The real cube root of a polynomial of unknown sign.
    case cubeRoot(Polynomial)
    /// |p|, where the sign of p is not known; |p|² is written as p².
    case absolute(Polynomial)
    /// ln p of a positive p.
    case logarithm(Polynomial)
    case function(ElementaryFunction, RationalFunction)
    case binaryFunction(BinaryFunction, RationalFunction, RationalFunction)
  }

  let kind: Kind
  let signs: SignSet
  /// Holds all values that the generator takes on the domain.
  let range: RationalInterval
  /// Plain text, of moderate length; kept, since a text made anew of nested ones grows exponentially.
  var name = ""
  /// Made of numerals, π, roots, exponentials and logarithms only.
  var isConstant = false

  init(kind: Kind, signs: SignSet, range: RationalInterval) {
    self.kind = kind
    self.signs = signs
    self.range = range
  }

  /// Whether its whole negative powers may stand in a numerator.
  var isInvertible: Bool {
    guard !signs.contains(.zero) else { return false }
    switch kind {
    case .variable, .pi, .defined, .exponential, .sine, .logarithm, .function, .binaryFunction:
      return true
    case .cosine, .root, .cubeRoot, .absolute: return false
    }
  }

  /// Whether it may be taken to fractional powers.
  var hasRoots: Bool {
    switch kind {
    case .variable, .pi, .defined, .exponential, .sine, .logarithm, .function, .binaryFunction,
      .root,
      .absolute:
      SignSet.nonnegative.isSuperset(of: signs)
    case .cosine, .cubeRoot: false
    }
  }
}

/// Why there is no normal form.
enum NormalFormFailure: Error, Hashable {
  /// A bound on terms, degrees or digits, in words.
  case budget(String)
  /// The expression has no value anywhere.
  case undefined(String)
  /// Angles need to be written in a finer unit than the one that was used so far.
  case finerAngles
}

extension RationalInterval {
  /// Signs that its points have.
  var signs: SignSet {
    var signs: SignSet = contains(.zero) ? .zero : []
    if upper.map({ $0.value.sign > 0 }) ?? true { signs.insert(.positive) }
    if lower.map({ $0.value.sign < 0 }) ?? true { signs.insert(.negative) }
    return signs
  }

  /// A rational interval that holds e^x for every x of this one; exact at 0 and at infinity.
  var exponential: RationalInterval {
    RationalInterval(
      lower: lower.map(Self.lowerExponential) ?? End(.zero, isClosed: false),
      upper: upper.flatMap(Self.upperExponential))
  }

  private static func lowerExponential(_ end: End) -> End {
    if end.value.isZero { return End(.one, isClosed: end.isClosed) }
    // Correctly rounded, so a neighbour is below.
    let bound = ElementaryFunction.exp.value(at: end.value.double.nextDown).nextDown
    guard bound > 0, let value = Rational(exactly: bound) else {
      return End(bound == .infinity ? .one : .zero, isClosed: false)
    }
    return End(value, isClosed: false)
  }

  private static func upperExponential(_ end: End) -> End? {
    if end.value.isZero { return End(.one, isClosed: end.isClosed) }
    let bound = ElementaryFunction.exp.value(at: end.value.double.nextUp).nextUp
    return Rational(exactly: bound).map { End($0, isClosed: false) }
  }

  /// A rational interval that holds the n-th root of every point of this one, none of which is
  /// negative.
  func root(_ n: Int) -> RationalInterval {
    if n == 1 { return self }
    let low = lower.flatMap { $0.value.sign < 0 ? nil : $0 } ?? End(.zero, isClosed: true)
    return RationalInterval(
      lower: Self.root(of: low, n, isLower: true),
      upper: upper.flatMap { Self.root(of: $0, n, isLower: false) })
  }

  private static func root(of end: End, _ n: Int, isLower: Bool) -> End? {
    if let exact = end.value.root(n) { return End(exact, isClosed: end.isClosed) }
    let guess = BinaryFunction.pow.value(at: end.value.double, 1 / Double(n))
    let relative = isLower ? 1 - 0x1p-40 : 1 + 0x1p-40
    guard let bound = Rational(exactly: guess * relative),
      let power = bound.power(n, limit: 100_000)
    else { return isLower ? End(.zero, isClosed: true) : nil }
    let isOutside = isLower ? power < end.value : power > end.value
    return isOutside ? End(bound, isClosed: false) : (isLower ? End(.zero, isClosed: true) : nil)
  }

  /// The sums of a point of each.
  static func + (a: RationalInterval, b: RationalInterval) -> RationalInterval {
    func sum(_ a: End?, _ b: End?) -> End? {
      guard let a, let b else { return nil }
      return End(a.value + b.value, isClosed: a.isClosed && b.isClosed)
    }
    return RationalInterval(lower: sum(a.lower, b.lower), upper: sum(a.upper, b.upper))
  }

  /// Holds all products of a point of each; loose about whether its ends belong to it.
  static func * (a: RationalInterval, b: RationalInterval) -> RationalInterval {
    if a == .point(1) { return b }
    if b == .point(1) { return a }
    let signs = a.signs * b.signs
    guard let al = a.lower?.value, let au = a.upper?.value, let bl = b.lower?.value,
      let bu = b.upper?.value
    else {
      return RationalInterval(
        lower: signs.contains(.negative) ? nil : End(.zero, isClosed: signs.contains(.zero)),
        upper: signs.contains(.positive) ? nil : End(.zero, isClosed: signs.contains(.zero)))
    }
    let corners = [al * bl, al * bu, au * bl, au * bu]
    guard let low = corners.min(), let high = corners.max() else { return .reals }
    return RationalInterval(
      lower: End(low, isClosed: !low.isZero || signs.contains(.zero)),
      upper: End(high, isClosed: !high.isZero || signs.contains(.zero)))
  }
}

/// A defined number, equal to itself alone.
struct DefinedConstant: Hashable, Sendable {
  let number: DefinedNumber

  init(_ number: DefinedNumber) { self.number = number }

  static func == (a: Self, b: Self) -> Bool { a.number === b.number }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(number)) }
}
