/// Sines and cosines by those of a common part of the angle.
extension NormalForms {
  mutating func trigonometric(
    _ function: ElementaryFunction, _ x: RationalFunction, written: Expression
  ) throws(NormalFormFailure) -> RationalFunction {
    let (sine, cosine) = try sineAndCosine(of: x)
    switch function {
    case .sin: return sine
    case .cos: return cosine
    default:
      return try multiply(sine, inverse(of: cosine, written: cosineText(of: written)))
    }
  }

  private func cosineText(of angle: Expression) -> Expression {
    (try? Expression.apply(.cos, angle)) ?? angle
  }

  private typealias Pair = (sine: RationalFunction, cosine: RationalFunction)

  private mutating func sineAndCosine(
    of angle: RationalFunction
  ) throws(NormalFormFailure) -> (sine: RationalFunction, cosine: RationalFunction) {
    var sum: Pair = (.zero, .one)
    for (coefficient, rest) in angle.terms {
      let term =
        isPi(rest)
        ? try pair(ofHalfTurns: coefficient, rest) : try pair(of: rest, times: coefficient)
      sum = try added(sum, term)
    }
    return sum
  }

  private func isPi(_ term: RationalFunction) -> Bool {
    guard term.denominator.isEmpty, let factors = term.numerator.terms.first?.monomial.factors,
      factors.count == 1, factors[0].exponent.isOne
    else { return false }
    return generators[factors[0].generator].kind == .pi
  }

  /// sin(a + b) and cos(a + b)
  private mutating func added(_ a: Pair, _ b: Pair) throws(NormalFormFailure) -> Pair {
    let sine = try add(multiply(a.sine, b.cosine), multiply(a.cosine, b.sine))
    let cosine = try add(multiply(a.cosine, b.cosine), multiply(a.sine, b.sine).negated)
    return (sine, cosine)
  }

  /// Of `times`·angle, by the angle's part that is a whole share of all its multiples.
  private mutating func pair(
    of angle: RationalFunction, times: Rational
  ) throws(NormalFormFailure) -> Pair {
    let name = describe(angle)
    let known = angleParts[name] ?? 1
    guard let parts = (times * Rational(known)).denominator.int, known * parts <= 64 else {
      throw NormalFormFailure.budget("angles in more than 64 parts")
    }
    if parts > 1 {
      angleParts[name] = known * parts
      throw NormalFormFailure.finerAngles
    }
    guard let count = (times * Rational(known)).int, abs(count) <= 32,
      let share = Rational(1, over: known)
    else { throw NormalFormFailure.budget("multiples of angles above 32") }
    let unit = angle.scaled(by: share)
    let one: Pair = (try quantity(.sine(unit)), try quantity(.cosine(unit)))
    var sum: Pair = (.zero, .one)
    for _ in 0..<abs(count) { sum = try added(sum, one) }
    return count < 0 ? (sum.sine.negated, sum.cosine) : sum
  }

  /// Of `count`·π: exact at multiples of 30° and 45°.
  private mutating func pair(
    ofHalfTurns count: Rational, _ pi: RationalFunction
  ) throws(NormalFormFailure) -> Pair {
    // Into quarter turns, and the rest of less than one.
    let quarters = (count * 2).floor
    let rest = count - quarters * .half
    guard let turns = (quarters - (quarters * Rational(storage: .small(1, 4))).floor * 4).int else {
      throw NormalFormFailure.budget("an angle too large")
    }
    var pair: Pair = try acute(rest, pi)
    for _ in 0..<turns { pair = (pair.cosine, pair.sine.negated) }
    return pair
  }

  private mutating func acute(
    _ part: Rational, _ pi: RationalFunction
  ) throws(NormalFormFailure) -> Pair {
    if part.isZero { return (.zero, .one) }
    func half(_ root: Int) throws(NormalFormFailure) -> RationalFunction {
      try rationalPower(RationalFunction(Rational(root)), .half).scaled(by: .half)
    }
    switch part {
    case Rational(storage: .small(1, 6)): return (RationalFunction(.half), try half(3))
    case Rational(storage: .small(1, 4)):
      let value = try half(2)
      return (value, value)
    case Rational(storage: .small(1, 3)): return (try half(3), RationalFunction(.half))
    default: return try self.pair(of: pi, times: part)
    }
  }
}
