extension Jet {
  /// ψ = Γ′/Γ, with an error of a few ulps of max(1, |ψ|).
  ///
  /// Below ½ by the reflection ψ(x) = ψ(1 − x) − π/tan(πx), then by the recurrence
  /// ψ(x) = ψ(x + 1) − 1/x up to 12, then by the asymptotic series (Abramowitz and Stegun, 6.3.18),
  /// whose first term left out is below 10⁻¹⁸ there. It is arithmetic on jets, so that its own
  /// derivatives come along.
  static func digamma(_ x: Jet) throws(ScalarFailure) -> Jet {
    let one = Jet(Base(1))
    if try isLess(x, Jet(Base(0.5))) {
      let cotangent = try divide(Jet.pi, tangentOfTurns(x))
      return try subtract(digammaOfPositive(subtract(one, x)), cotangent)
    }
    return try digammaOfPositive(x)
  }

  /// tan(πx), by the distance of x from the nearest whole number.
  private static func tangentOfTurns(_ x: Jet) throws(ScalarFailure) -> Jet {
    let nearest = Jet(try Base.apply(.round, x.base))
    return try apply(.tan, multiply(Jet.pi, subtract(x, nearest)))
  }

  private static func digammaOfPositive(_ x: Jet) throws(ScalarFailure) -> Jet {
    let one = Jet(Base(1))
    var shifted = x
    var correction = Jet(Base(0))
    while try isLess(shifted, Jet(Base(12))) {
      correction = try add(correction, divide(one, shifted))
      shifted = try add(shifted, one)
    }
    let inverse = try divide(one, shifted)
    let square = try multiply(inverse, inverse)
    // B₂ₙ/2n for n = 8 … 1.
    let coefficients: [(Int, Int)] = [
      (-3617, 8160), (1, 12), (-691, 32760), (1, 132), (-1, 240), (1, 252), (-1, 120), (1, 12),
    ]
    var series = Jet(Base(0))
    for (numerator, denominator) in coefficients {
      let coefficient = Jet(try Base.divide(Base(numerator), Base(denominator)))
      series = try multiply(square, add(series, coefficient))
    }
    let half = try divide(inverse, Jet(Base(2)))
    let main = try subtract(apply(.log, shifted), half)
    return try subtract(subtract(main, series), correction)
  }
}
