/// Elementary functions of a series: by their power series where it tends to a number, by their growth
/// where it does not.
extension AsymptoticSeries {
  func apply(_ function: ElementaryFunction) throws(ScalarFailure) -> Self {
    if let constant { return try Self(constant: function, constant) }
    switch function {
    case .exp: return try exponential()
    case .expm1: return try exponential().minus(Self(.one))
    case .exp2: return try times(Self(.applied(.log, 2))).exponential()
    case .log: return try logarithm()
    case .log1p: return try plus(Self(.one)).logarithm()
    case .log2: return try logarithm().over(Self(.applied(.log, 2)))
    case .log10: return try logarithm().over(Self(.applied(.log, 10)))
    case .sqrt: return try raised(to: .half)
    case .cbrt: return try cubeRoot()
    case .sin: return try circular().sine
    case .cos: return try circular().cosine
    case .tan:
      let parts = try circular()
      return try parts.sine.over(parts.cosine)
    case .atan: return try arcTangent()
    case .asin: return try over(squareRoot(1, -1)).arcTangent()
    case .acos: return try Self(Expression.pi.over(2)).minus(apply(.asin))
    case .sinh, .cosh: return try hyperbolic(isSine: function == .sinh)
    // 1 − 2/(e²ˣ + 1)
    case .tanh:
      let square = try times(Self(2)).exponential()
      return try Self(.one).minus(Self(2).over(square.plus(Self(.one))))
    case .asinh: return try plus(squareRoot(1, 1)).logarithm()
    case .acosh: return try plus(squareRoot(-1, 1)).logarithm()
    case .atanh:
      let ratio = try Self(.one).plus(self).over(Self(.one).minus(self))
      return try ratio.logarithm().over(Self(2))
    case .erf: return try errorFunction()
    case .erfc: return try Self(.one).minus(errorFunction())
    case .abs: return try (leading()?.sign ?? 1) > 0 ? self : negated()
    case .floor, .ceil, .trunc, .round, .tgamma, .lgamma:
      throw ScalarFailure.limit("\(function.rawValue) has no expansion here")
    }
  }

  func apply(_ function: BinaryFunction, _ other: Self) throws(ScalarFailure) -> Self {
    switch function {
    case .pow:
      if let exponent = other.constant?.number { return try raised(to: exponent) }
      // A power of 0 is 0 for some exponents and undefined for others.
      guard try leading() != nil else { throw Self.undecided }
      return try other.times(logarithm()).exponential()
    case .hypot: return try times(self).plus(other.times(other)).raised(to: .half)
    case .min, .max:
      guard let lead = try minus(other).leading() else { return self }
      return (lead.sign > 0) == (function == .max) ? self : other
    case .atan2, .fmod, .copysign:
      throw ScalarFailure.limit("\(function.rawValue) has no expansion here")
    }
  }
}

extension AsymptoticSeries {
  private init(constant function: ElementaryFunction, _ x: Expression) throws(ScalarFailure) {
    let value = try Expression.applied(function, x)
    if value.isCertainlyUndefined { throw ScalarFailure.undefined(value.description) }
    guard value.enclosure(precision: 64)?.isDefined == true else { throw Self.undecided }
    self.init(value)
  }

  /// e^(aX + b·ln X + c + d) = e^c·e^(aX)·X^b·e^d; to another power it is only known to vanish.
  private func exponential() throws(ScalarFailure) -> Self {
    guard let parts = try parts() else { throw Self.undecided }
    var growth = Growth.one
    for term in parts.growing {
      switch (term.growth, term.coefficient.number) {
      case (.linear, let rate?): growth.exponential = rate
      case (.logarithmic, let power?): growth.power = power
      default:
        guard parts.growing[0].coefficient.certainSign == -1 else {
          throw ScalarFailure.limit("it grows faster than powers of eˣ, or not like any of them")
        }
        return Self([:], error: parts.growing[0].growth.decay)
      }
    }
    let front = Self([growth: try .applied(.exp, parts.constant)])
    return try front.times(
      parts.null.substituted(
        into: Self.coefficients { k in
          ElementaryFunction.tgamma.rationalValue(at: Rational(k + 1))?.inverse
        }))
  }

  /// ln(c·e^(aX)·X^b·(1 + d)) = ln c + aX + b·ln X + ln(1 + d)
  private func logarithm() throws(ScalarFailure) -> Self {
    guard let lead = try leading(), lead.sign > 0 else {
      throw ScalarFailure.undefined("a logarithm of a number that is not positive")
    }
    let growth = lead.term.growth
    guard growth.logarithm.isZero else {
      throw ScalarFailure.limit("a logarithm of a logarithm has no expansion here")
    }
    let front = Self([
      .one: try .applied(.log, lead.term.coefficient), .linear: Expression(growth.exponential),
      .logarithmic: Expression(growth.power),
    ])
    return try front.plus(
      lead.deviation.substituted(
        into: Self.coefficients { k in
          Rational(k % 2 == 0 ? -1 : 1, over: k)
        }))
  }

  /// By the angle that it tends to; bounded where there is none.
  private func circular() throws(ScalarFailure) -> (sine: Self, cosine: Self) {
    guard let parts = try parts(), parts.growing.isEmpty else {
      return (Self([:], error: .one), Self([:], error: .one))
    }
    let (sine, cosine) = (
      try parts.null.substituted(into: Self.circularCoefficients(1)),
      try parts.null.substituted(into: Self.circularCoefficients(0))
    )
    let (s, c) = (
      Self(try .applied(.sin, parts.constant)), Self(try .applied(.cos, parts.constant))
    )
    return (
      try s.times(cosine).plus(c.times(sine)), try c.times(cosine).minus(s.times(sine))
    )
  }

  /// From c on it is atan c + atan(d/(1 + c·(c + d))), from ±∞ on ±π/2 − atan(1/x).
  private func arcTangent() throws(ScalarFailure) -> Self {
    let coefficients = Self.coefficients { k in
      k % 2 == 0 ? .zero : Rational(k % 4 == 1 ? 1 : -1, over: k)
    }
    if let parts = try parts(), parts.growing.isEmpty {
      let center = Self(parts.constant)
      let turn = try parts.null.over(Self(.one).plus(center.times(self)))
      return try Self(.applied(.atan, parts.constant)).plus(turn.substituted(into: coefficients))
    }
    guard let lead = try leading() else { return .zero }
    let half = try Expression.pi.over(Expression(Rational(2 * lead.sign)))
    return try Self(half).minus(raised(to: -1).substituted(into: coefficients))
  }

  /// (eˣ ∓ e⁻ˣ)/2
  private func hyperbolic(isSine: Bool) throws(ScalarFailure) -> Self {
    let (rising, falling) = (try exponential(), try negated().exponential())
    return try (isSine ? rising.minus(falling) : rising.plus(falling)).over(Self(2))
  }

  /// √(a + b·x²)
  private func squareRoot(_ a: Expression, _ b: Expression) throws(ScalarFailure) -> Self {
    try Self(a).plus(Self(b).times(times(self))).raised(to: .half)
  }

  private func cubeRoot() throws(ScalarFailure) -> Self {
    guard let lead = try leading(), let third = Rational(1, over: 3) else { return .zero }
    return try lead.sign > 0 ? raised(to: third) : negated().raised(to: third).negated()
  }

  /// From c on by the coefficients of e^(−2cd − d²); at ±∞ it differs from ±1 by less than e^(−x²).
  private func errorFunction() throws(ScalarFailure) -> Self {
    guard let parts = try parts() else { throw Self.undecided }
    if let first = parts.growing.first {
      let rest = try times(self).negated().exponential().bound
      return Self([.one: Expression(Rational(first.coefficient.certainSign ?? 0))], error: rest)
    }
    let c = parts.constant
    let slope = try Expression(2).over(.applied(.sqrt, .pi))
      .times(.applied(.exp, c.times(c).negated()))
    var powers: [Expression] = [.one]
    for k in 1..<Self.order {
      let older = k > 1 ? powers[k - 2] : .zero
      powers.append(
        try c.times(powers[k - 1]).plus(older).times(Expression(Rational(-2, over: k) ?? .zero)))
    }
    var coefficients = [try Expression.applied(.erf, c)]
    for (k, power) in powers.enumerated() {
      coefficients.append(try slope.times(power).over(Expression(Rational(k + 1))))
    }
    return try parts.null.substituted(into: coefficients)
  }

  private static func coefficients(_ coefficient: (Int) -> Rational?) -> [Expression] {
    (0..<order).map { Expression(coefficient($0) ?? .zero) }
  }

  /// Those of cos(x − n·π/2): of the cosine for 0, of the sine for 1.
  private static func circularCoefficients(_ quarters: Int) -> [Expression] {
    coefficients { k in
      guard k % 2 == quarters else { return .zero }
      let size = ElementaryFunction.tgamma.rationalValue(at: Rational(k + 1))?.inverse
      return k / 2 % 2 == 0 ? size : size.map { -$0 }
    }
  }
}
