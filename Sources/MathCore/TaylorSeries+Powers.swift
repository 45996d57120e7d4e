extension TaylorArithmetic {
  /// A whole power: 1 for the exponent 0.
  @_specialize(where Bound == Double)
  func power(_ u: Series, _ exponent: Int) -> Series {
    let value = Coefficient.power(u.value, exponent)
    if u.coefficients.count == 1 || order == 0 || exponent == 0 {
      return Series([value], hasCorner: u.hasCorner)
    }
    if u.coefficients.count == 2 {
      return binomial(u, exponent: whole(exponent, u), value) {
        .power(u.value, exponent - $0)
      }
    }
    var result =
      exponent > 0
      ? product(u, exponent) : divide(Series([whole(1, u)]), product(u, -exponent))
    // These two with one occurrence of u: they are narrower.
    result.coefficients[0] = value
    let slope = Coefficient.multiply(whole(exponent, u), .power(u.value, exponent - 1))
    result.coefficients[1] = .multiply(slope, u.coefficients[1])
    return result
  }

  /// u raised to a power of 1 or more by squaring.
  private func product(_ u: Series, _ exponent: Int) -> Series {
    var rest = exponent
    var square = u
    var result: Series?
    while rest > 0 {
      if rest & 1 == 1 { result = result.map { multiply($0, square) } ?? square }
      rest >>= 1
      if rest > 0 { square = self.square(square) }
    }
    return result ?? u
  }

  /// A power with a constant exponent a: u₀ᵃ is `value`, and the derivative of xᵃ at u₀ is `slope`.
  ///
  /// k·u₀·vₖ = Σ (a(k − j) − j)·uₖ₋ⱼ·vⱼ, the sum from j = 0 to k − 1.
  @_specialize(where Bound == Double)
  func power(
    _ u: Series, exponent: Coefficient, _ value: Coefficient, slope: () -> Coefficient
  ) -> Series {
    let a = u.coefficients
    var v = [value, .multiply(Self.derivative(slope(), of: value), a[1])]
    v.reserveCapacity(order + 1)
    for k in 2..<max(2, order + 1) {
      var sum = whole(0, u)
      for j in max(0, k - a.count + 1)..<k {
        let factor = Coefficient.subtract(.multiply(exponent, whole(k - j, u)), whole(j, u))
        sum = .add(sum, .multiply(factor, .multiply(a[k - j], v[j])))
      }
      let next = Coefficient.divide(sum, .multiply(whole(k, u), a[0]))
      v.append(Self.derivative(next, of: value))
    }
    return Series(v, hasCorner: u.hasCorner)
  }

  /// (u₀ + u₁h)ᵃ by the binomial series; `power` gives u₀ to the power a − k.
  @_specialize(where Bound == Double)
  private func binomial(
    _ u: Series, exponent: Coefficient, _ value: Coefficient,
    power: (_ k: Int) -> Coefficient
  ) -> Series {
    var v = [value]
    v.reserveCapacity(order + 1)
    var factor = whole(1, u)
    for k in 1...order {
      let next = Coefficient.subtract(exponent, whole(k - 1, u))
      factor = .divide(.multiply(factor, .multiply(next, u.coefficients[1])), whole(k, u))
      if factor.sign == 0 { break }
      v.append(.multiply(factor, Self.derivative(power(k), of: value)))
    }
    return Series(v, hasCorner: u.hasCorner)
  }

  /// A power with any exponent.
  @_specialize(where Bound == Double)
  func power(_ x: Series, _ y: Series) -> Series {
    let value = Coefficient.apply(.pow, x.value, y.value)
    let hasCorner = x.hasCorner || y.hasCorner
    if y.coefficients.count == 1 {
      if x.coefficients.count == 1 || order == 0 { return Series([value], hasCorner: hasCorner) }
      if y.value.isPoint, let exponent = y.value.lower.int { return power(x, exponent) }
      let lowered = { (k: Int) in
        Coefficient.apply(.pow, x.value, .subtract(y.value, whole(k, x)))
      }
      if x.coefficients.count == 2 {
        return binomial(x, exponent: y.value, value, power: lowered)
      }
      return power(x, exponent: y.value, value) { .multiply(y.value, lowered(1)) }
    }
    guard x.value.lower.signum > 0, order > 0 else {
      return unknown(after: value, limit: .somewhere)
    }
    // x^y = e^(y·log x)
    var result = apply(.exp, multiply(y, apply(.log, x)))
    result.coefficients[0] = value
    return result
  }

  /// A series of which nothing is known but the value.
  func unknown(after value: Coefficient, limit: Definedness) -> Series {
    let rest = Coefficient.entire(precision: value.precision)
      .limited(to: min(value.definedness, limit))
    return Series([value] + Array(repeating: rest, count: order), hasCorner: true)
  }
}
