extension Derivation {
  /// Appends the derivative in terms of the function itself, as in σ′ = σ·(1 − σ), where it is proved
  /// to be that on the domain, and is shorter so.
  ///
  /// Tried are γ + α·f + β·f² (what grows, saturates or turns has such a derivative) and c·xⁿ·f, with
  /// coefficients from values at a few points.
  public mutating func recognise(_ name: String, on domain: Domain) {
    guard let result = try? result, !result.isAlgebraic,
      let candidate = Candidate(function, slope: result, variable, in: domain[variable]),
      let form = try? candidate.expression(.variable(name), variable),
      form.writtenLength < result.writtenLength,
      let written = try? form.replacing(name, with: function),
      Proof.equal(written, result, on: domain).isProved
    else { return }
    append(Step(.recognition, DerivationLine(form, meanings: [name: .function])))
  }
}

/// A way in which a slope may depend on the function.
private enum Candidate {
  case quadratic(constant: Rational, linear: Rational, square: Rational)
  case proportional(factor: Rational, power: Int)

  /// Nil where values at a few points fit none.
  init?(_ f: Expression, slope: Expression, _ variable: String, in interval: RationalInterval) {
    let points = interval.spread.map { x in
      (
        x: x.double, f: f.evaluate(at: [variable: x.double]),
        slope: slope.evaluate(at: [variable: x.double])
      )
    }
    guard points.allSatisfy({ $0.f.isFinite && $0.slope.isFinite && $0.f != 0 }) else { return nil }
    if let quadratic = Self.quadratic(points.map { ($0.f, $0.slope) }) {
      self = quadratic
      return
    }
    for power in 1...2 {
      let ratios = points.map { point in
        point.slope / (point.f * (0..<power).reduce(1) { product, _ in product * point.x })
      }
      guard let factor = Rational.simple(near: ratios[0]),
        ratios.allSatisfy({ isClose($0, factor.double) })
      else { continue }
      self = .proportional(factor: factor, power: power)
      return
    }
    return nil
  }

  /// The parabola through three of the points, if the others lie on it (Newton's divided differences).
  private static func quadratic(_ points: [(f: Double, slope: Double)]) -> Candidate? {
    let (a, b, c) = (points[0], points[1], points[2])
    guard a.f != b.f, b.f != c.f, a.f != c.f else { return nil }
    let first = (b.slope - a.slope) / (b.f - a.f)
    let second = ((c.slope - b.slope) / (c.f - b.f) - first) / (c.f - a.f)
    guard let square = Rational.simple(near: second),
      let linear = Rational.simple(near: first - second * (a.f + b.f)),
      let constant = Rational.simple(near: a.slope - a.f * first + second * a.f * b.f)
    else { return nil }
    let isFit = points.allSatisfy { point in
      isClose(
        constant.double + point.f * (linear.double + point.f * square.double), point.slope)
    }
    return isFit ? .quadratic(constant: constant, linear: linear, square: square) : nil
  }

  func expression(_ f: Expression, _ variable: String) throws(ScalarFailure) -> Expression {
    switch self {
    case .quadratic(let constant, let linear, let square):
      if constant.isZero, !square.isZero, let limit = (-linear).divided(by: square) {
        // Growth towards a limit K: α·f·(1 − f/K).
        guard !linear.isZero else { return try Expression(square).times(f.power(2)) }
        let rest = try Expression.one.minus(f.over(Expression(limit)))
        return try Expression(linear).times(f).times(rest)
      }
      return try Expression(constant).plus(Expression(linear).times(f))
        .plus(Expression(square).times(f.power(2)))
    case .proportional(let factor, let power):
      let size = try Expression(factor.magnitude).times(
        Expression.variable(variable).power(Rational(power)))
      let product = try size.times(f)
      return factor.sign < 0 ? try product.negated() : product
    }
  }
}

/// Equal but for what evaluation and cancellation make of the last digits.
private func isClose(_ a: Double, _ b: Double) -> Bool {
  abs(a - b) <= 1e-8 * max(1e-3, abs(a), abs(b))
}

extension Rational {
  /// The fraction with the smallest denominator, of up to three digits, that a measured coefficient
  /// can mean.
  fileprivate static func simple(near value: Double) -> Rational? {
    guard abs(value) < 1e6 else { return nil }
    for denominator in 1...1000 {
      let numerator = (value * Double(denominator)).rounded()
      if isClose(numerator / Double(denominator), value) {
        return Rational(Int(numerator)).divided(by: Rational(denominator))
      }
    }
    return nil
  }
}

extension Expression {
  /// Numerals, variables, whole powers and roots only.
  fileprivate var isAlgebraic: Bool {
    parts.allSatisfy { part in
      switch part.node {
      case .number, .pi, .variable, .defined, .negate, .add, .subtract, .multiply, .divide,
        .restricted:
        true
      case .power(_, let exponent): exponent.number != nil
      case .apply(let function, _): function == .sqrt || function == .cbrt || function == .abs
      case .applyBinary: false
      }
    }
  }
}

extension RationalInterval {
  /// A few points inside, at uneven distances.
  fileprivate var spread: [Rational] {
    let shares: [Rational] = [1, 3, 8, 11, 14].compactMap { Rational($0).divided(by: 15) }
    return shares.map { share in
      switch (lower?.value, upper?.value) {
      case (let low?, let high?): low + (high - low) * share
      case (let low?, nil): low + share * 3
      case (nil, let high?): high - share * 3
      case (nil, nil): share * 3 - 1
      }
    }
  }
}
