/// Elementary functions of a series u: v = f(u) has v′ = f′(u)·u′, so that with the coefficients w
/// of f′(u) it is k·vₖ = Σ j·uⱼ·wₖ₋ⱼ, the sum from j = 1 to k.
extension TaylorArithmetic {
  @_specialize(where Bound == Double)
  func apply(_ function: ElementaryFunction, _ u: Series) -> Series {
    let value = Coefficient.apply(function, u.value)
    if u.coefficients.count == 1 || order == 0 { return Series([value], hasCorner: u.hasCorner) }
    switch function {
    case .exp: return exponential(u, value, rate: nil)
    case .exp2: return exponential(u, value, rate: logarithm(of: 2, u))
    case .expm1:
      var result = exponential(u, .apply(.exp, u.value), rate: nil)
      result.coefficients[0] = value
      return result
    case .sin: return circular(u, sine: value, cosine: .apply(.cos, u.value)).sine
    case .cos: return circular(u, sine: .apply(.sin, u.value), cosine: value).cosine
    case .sinh: return hyperbolic(u, sine: value, cosine: .apply(.cosh, u.value)).sine
    case .cosh: return hyperbolic(u, sine: .apply(.sinh, u.value), cosine: value).cosine
    case .tan:
      let one = whole(1, u)
      return integrated(u, value) { v in
        let square = squareCoefficient(v, v.count - 1)
        return v.count == 1 ? .add(one, square) : square
      }
    case .sqrt:
      return power(u, exponent: .divide(whole(1, u), whole(2, u)), value) {
        .divide(whole(1, u), .add(value, value))
      }
    case .cbrt:
      let third = Coefficient.divide(whole(1, u), whole(3, u))
      return power(u, exponent: third, value) { .divide(third, .square(value)) }
    case .tgamma, .lgamma: return gamma(function, u, value)
    case .abs, .floor, .ceil, .trunc, .round: return pieces(function, u, value)
    case .log, .log1p, .log2, .log10, .asin, .acos, .atan, .tanh, .asinh, .acosh, .atanh, .erf,
      .erfc:
      let slope = TaylorArithmetic(order: order - 1).slope(of: function, u).padded(to: order - 1)
      return integrated(u, value) { slope.coefficients[$0.count - 1] }
    }
  }

  /// The coefficients after `value`; `slope` gives the next one of f′(u) from those so far of f(u).
  @_specialize(where Bound == Double)
  func integrated(
    _ u: Series, _ value: Coefficient, slope: ([Coefficient]) -> Coefficient
  ) -> Series {
    let slopes = derivative(u)
    var v = [value]
    v.reserveCapacity(order + 1)
    var w: [Coefficient] = []
    w.reserveCapacity(order)
    for k in 1...order {
      w.append(Self.derivative(slope(v), of: value))
      v.append(.divide(convolution(slopes, w, k - 1, from: 0), whole(k, u)))
    }
    return Series(v, hasCorner: u.hasCorner)
  }

  /// A derivative by the rules. Where they fail on the whole box, as those of √u where u is 0, the
  /// function may have one all the same, as a constant has.
  static func derivative(_ rule: Coefficient, of value: Coefficient) -> Coefficient {
    guard rule.definedness == .nowhere, value.definedness != .nowhere else { return rule }
    return .entire(precision: rule.precision).with(definedness: .somewhere)
  }

  /// (j + 1)·uⱼ₊₁
  @_specialize(where Bound == Double)
  func derivative(_ u: Series) -> [Coefficient] {
    u.coefficients.indices.dropFirst().map { j in
      j == 1 ? u.coefficients[1] : .multiply(whole(j, u), u.coefficients[j])
    }
  }

  func whole(_ number: Int, _ u: Series) -> Coefficient {
    .whole(number, precision: u.value.precision)
  }

  private func logarithm(of number: Int, _ u: Series) -> Coefficient {
    .apply(.log, whole(number, u))
  }
}

extension TaylorArithmetic {
  /// e^(rate·u), whose derivative is the rate times itself.
  private func exponential(
    _ u: Series, _ value: Coefficient, rate: Coefficient?
  ) -> Series {
    integrated(u, value) { v in
      let last = v[v.count - 1]
      return rate.map { .multiply($0, last) } ?? last
    }
  }

  private func circular(
    _ u: Series, sine: Coefficient, cosine: Coefficient
  ) -> (sine: Series, cosine: Series) {
    coupled(u, sine, cosine) { .negate($0) }
  }

  private func hyperbolic(
    _ u: Series, sine: Coefficient, cosine: Coefficient
  ) -> (sine: Series, cosine: Series) {
    coupled(u, sine, cosine) { $0 }
  }

  /// Two functions, the first of which has the second as its derivative, and the second the first
  /// or its opposite.
  @_specialize(where Bound == Double)
  private func coupled(
    _ u: Series, _ first: Coefficient, _ second: Coefficient,
    sign: (Coefficient) -> Coefficient
  ) -> (Series, Series) {
    let slopes = derivative(u)
    var (s, c) = ([first], [second])
    for k in 1...order {
      let nextOfFirst = Coefficient.divide(convolution(slopes, c, k - 1, from: 0), whole(k, u))
      c.append(sign(.divide(convolution(slopes, s, k - 1, from: 0), whole(k, u))))
      s.append(nextOfFirst)
    }
    return (Series(s, hasCorner: u.hasCorner), Series(c, hasCorner: u.hasCorner))
  }

  /// The derivative at u of a function that has an algebraic one, or one in exponentials.
  private func slope(of function: ElementaryFunction, _ u: Series) -> Series {
    let one = Series([whole(1, u)])
    switch function {
    case .log: return divide(one, u)
    case .log1p: return divide(one, add(one, u))
    case .log2: return divide(one, scale(u, by: logarithm(of: 2, u)))
    case .log10: return divide(one, scale(u, by: logarithm(of: 10, u)))
    case .atan: return divide(one, add(one, square(u)))
    case .atanh: return divide(one, multiply(subtract(one, u), add(one, u)))
    case .asin: return divide(one, apply(.sqrt, multiply(subtract(one, u), add(one, u))))
    case .acos: return negate(slope(of: .asin, u))
    case .asinh: return divide(one, apply(.sqrt, add(one, square(u))))
    case .acosh: return divide(one, apply(.sqrt, multiply(subtract(u, one), add(u, one))))
    case .tanh: return divide(one, square(apply(.cosh, u)))
    case .erf:
      let root = Coefficient.apply(.sqrt, .pi(precision: u.value.precision))
      return scale(
        apply(.exp, negate(square(u))), by: .divide(whole(2, u), root))
    case .erfc: return negate(slope(of: .erf, u))
    case .exp, .exp2, .expm1, .sin, .cos, .tan, .sinh, .cosh, .sqrt, .cbrt, .tgamma, .lgamma,
      .abs, .floor, .ceil, .trunc, .round:
      preconditionFailure("\(function) has a recurrence of its own")
    }
  }

  /// By the digamma function, whose own derivatives are not enclosed: orders above 1 may have any
  /// value.
  private func gamma(_ function: ElementaryFunction, _ u: Series, _ value: Coefficient) -> Series {
    let digamma = Coefficient.digamma(u.value)
    let slope = function == .lgamma ? digamma : .multiply(value, digamma)
    let unknown = Coefficient.entire(precision: u.value.precision)
      .limited(to: value.definedness)
    return integrated(u, value) { $0.count == 1 ? slope : unknown }
  }
}
