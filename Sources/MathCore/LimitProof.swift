/// Where a limit is taken, or what it is.
public enum LimitPoint: Hashable, Sendable {
  case infinity
  case negativeInfinity
  case finite(Expression)
}

extension Proof {
  /// Whether f tends to a value as the variable tends to a point.
  ///
  /// At a finite point the limit is from both sides. At infinity, functions of x and eˣ are decided.
  public static func limit(
    of f: Expression, in variable: String, at point: LimitPoint, is value: LimitPoint
  ) -> ProofOutcome {
    let outcome: ProofOutcome
    switch point {
    case .infinity, .negativeInfinity:
      outcome = limitAtInfinity(of: f, variable, isPositive: point == .infinity, is: value)
    case .finite(let constant):
      guard let center = constant.number else {
        return .unknown("limits at \(constant) are not decided")
      }
      outcome = limit(of: f, variable, at: center, is: value)
    }
    return outcome.certified(by: .limit(of: f, variable, at: point, is: value))
  }

  /// Far out: only what happens beyond a million matters.
  private static func limitAtInfinity(
    of f: Expression, _ variable: String, isPositive: Bool, is value: LimitPoint
  ) -> ProofOutcome {
    let far = RationalInterval.End(Rational(isPositive ? 1 << 20 : -(1 << 20)), isClosed: false)
    let tail = isPositive ? RationalInterval(lower: far) : RationalInterval(upper: far)
    return attempt(on: Domain([variable: tail])) { forms throws(NormalFormFailure) in
      let form = try forms.form(of: f)
      let below = try forms.expanded(form.denominator)
      guard !form.numerator.isZero else {
        return try forms.compareLimit(.zero, with: value)
      }
      guard let top = try forms.leading(form.numerator, variable, isPositive: isPositive),
        let bottom = try forms.leading(below, variable, isPositive: isPositive)
      else { return .unknown("its growth is not decided") }
      guard try !forms.signs(of: bottom.coefficient).contains(.zero) else {
        return .unknown("its growth is not decided")
      }
      if top.growth == bottom.growth {
        let ratio = try forms.multiply(
          RationalFunction(top.coefficient), forms.inverse(of: RationalFunction(bottom.coefficient))
        )
        return try forms.compareLimit(ratio, with: value)
      }
      if top.growth < bottom.growth { return try forms.compareLimit(.zero, with: value) }
      let sign = try forms.signs(of: top.coefficient) * forms.signs(of: bottom.coefficient)
      let parity = top.isOddPower != bottom.isOddPower && !isPositive
      let actual: LimitPoint =
        (sign == .positive) != parity ? .infinity : .negativeInfinity
      guard sign == .positive || sign == .negative else {
        return .unknown("its growth is not decided")
      }
      return actual == value
        ? .proved(Demonstration(Method.degrees))
        : .refuted("the limit is \(actual == .infinity ? "∞" : "−∞")")
    }
  }

  private static func limit(
    of f: Expression, _ variable: String, at center: Rational, is value: LimitPoint
  ) -> ProofOutcome {
    guard let radius = Rational(1, over: 1 << 20) else { return .unknown("no radius") }
    let around = Domain([variable: .closed(center - radius, center + radius)])
    if case .finite(let target) = value, !f.hasJumps, defined(f, on: around).isProved,
      let there = try? f.replacing(variable, with: Expression(center))
    {
      let outcome = equal(there, target)
      if case .proved(let there) = outcome {
        return .proved(
          Demonstration(Method.continuity, sideConditions: there.sideConditions))
      }
      return outcome
    }
    let sides = [
      RationalInterval.open(center - radius, center), .open(center, center + radius),
    ].map { side in
      attempt(on: Domain([variable: side])) { forms throws(NormalFormFailure) in
        let form = try forms.form(of: f)
        guard let actual = try forms.value(of: form, variable, at: center) else {
          return .unknown("the limit is not decided")
        }
        return try forms.compareLimit(actual, with: value)
      }
    }
    return sides.first { !$0.isProved } ?? sides[0]
  }
}

extension NormalForms {
  fileprivate mutating func compareLimit(
    _ actual: RationalFunction, with value: LimitPoint
  ) throws(NormalFormFailure) -> ProofOutcome {
    guard case .finite(let expression) = value else {
      return .refuted("the limit is \(describe(actual))")
    }
    let claimed = try form(of: expression)
    let difference = try add(actual, claimed.negated)
    if difference.numerator.isZero {
      return .proved(Demonstration(Proof.Method.degrees))
    }
    if try !signs(of: difference).contains(.zero) {
      return .refuted("the limit is \(describe(actual))")
    }
    return .unknown("the limit \(describe(actual)) could not be compared")
  }

  /// The terms that outgrow the others: their common growth (power of eˣ, then of x) and the constant
  /// in front; nil for other functions than these.
  fileprivate func leading(
    _ polynomial: Polynomial, _ variable: String, isPositive: Bool
  ) throws(NormalFormFailure) -> (growth: Growth, coefficient: Polynomial, isOddPower: Bool)? {
    var groups: [Growth: [Polynomial.Term]] = [:]
    for term in polynomial.terms {
      var growth = Growth(exponential: .zero, power: .zero)
      var constant = Monomial.one
      for factor in term.monomial.factors {
        switch generators[factor.generator].kind {
        case .variable(let name) where name == variable: growth.power = factor.exponent
        case .exponential(let inner) where isVariable(inner):
          growth.exponential = isPositive ? factor.exponent : -factor.exponent
        default:
          guard generators[factor.generator].isConstant else { return nil }
          constant = constant * Monomial(factor.generator, factor.exponent)
        }
      }
      groups[growth, default: []].append(
        Polynomial.Term(monomial: constant, coefficient: term.coefficient))
    }
    guard let highest = groups.keys.max(), let terms = groups[highest] else { return nil }
    guard let power = highest.power.int else {
      return isPositive ? (highest, Polynomial(collecting: terms), false) : nil
    }
    return (highest, Polynomial(collecting: terms), power % 2 != 0)
  }

  /// The value at a point, once common factors are cancelled: of functions of x, and at 0 of eˣ.
  fileprivate mutating func value(
    of form: RationalFunction, _ variable: String, at center: Rational
  ) throws(NormalFormFailure) -> RationalFunction? {
    let quotient = Self.withoutCommonFactor(form.numerator, try expanded(form.denominator))
    guard let top = evaluate(quotient.top, variable, at: center),
      let bottom = evaluate(quotient.bottom, variable, at: center),
      let value = top.divided(by: bottom)
    else { return nil }
    return RationalFunction(value)
  }

  private static func withoutCommonFactor(
    _ top: Polynomial, _ bottom: Polynomial
  ) -> (top: Polynomial, bottom: Polynomial) {
    let content = top.monomialContent
    guard
      let (generator, step, above) = top.multiplied(by: content.raised(to: -1))
        .univariate(maximalDegree: largestDegree),
      let (other, otherStep, below) = bottom.univariate(maximalDegree: largestDegree),
      generator == other, step == otherStep
    else { return (top, bottom) }
    let shared = above.greatestCommonDivisor(with: below)
    guard let above = above.divided(by: shared)?.quotient,
      let below = below.divided(by: shared)?.quotient
    else { return (top, bottom) }
    return (
      Polynomial(above, in: generator, step: step).multiplied(by: content),
      Polynomial(below, in: generator, step: step)
    )
  }

  private func evaluate(
    _ polynomial: Polynomial, _ variable: String, at center: Rational
  ) -> Rational? {
    var sum = Rational.zero
    for term in polynomial.terms {
      var value = term.coefficient
      for factor in term.monomial.factors {
        let base: Rational
        switch generators[factor.generator].kind {
        case .variable(let name) where name == variable: base = center
        case .exponential(let inner) where isVariable(inner) && center.isZero: base = .one
        default: return nil
        }
        guard let power = BinaryFunction.pow.rationalValue(at: base, factor.exponent) else {
          return nil
        }
        value = value * power
      }
      sum = sum + value
    }
    return sum
  }
}

/// How fast something grows: first by the power of eˣ, then by that of x.
private struct Growth: Hashable, Comparable {
  var exponential: Rational
  var power: Rational

  static func < (a: Growth, b: Growth) -> Bool {
    a.exponential == b.exponential ? a.power < b.power : a.exponential < b.exponential
  }
}

extension Expression {
  /// Whether a function in it jumps somewhere.
  var hasJumps: Bool {
    parts.contains { part in
      switch part.node {
      case .apply(.floor, _), .apply(.ceil, _), .apply(.trunc, _), .apply(.round, _),
        .applyBinary(.fmod, _, _), .applyBinary(.copysign, _, _), .applyBinary(.atan2, _, _):
        true
      default: false
      }
    }
  }
}
