import Testing

@testable import MathCore

private func apply(_ f: ElementaryFunction, _ a: Double, _ b: Double) -> DoubleInterval {
  .apply(f, interval(a, b))
}

private func apply(
  _ f: BinaryFunction, _ x: DoubleInterval, _ y: DoubleInterval
) -> DoubleInterval {
  .apply(f, x, y)
}

@Suite struct IntervalFunctionsTests {
  @Test func domainEdgesShowInDefinedness() {
    #expect(apply(.sqrt, -1, 4) == interval(0, 2).with(definedness: .somewhere))
    #expect(apply(.sqrt, 0, 4) == interval(0, 2))
    #expect(apply(.sqrt, -2, -1).definedness == .nowhere)
    #expect(apply(.log, 0, 1) == interval(-.infinity, 0).with(definedness: .somewhere))
    #expect(apply(.log, -2, 0).definedness == .nowhere)
    #expect(apply(.log1p, -1, 0).lower == -.infinity)
    #expect(apply(.acosh, 0, 1) == point(0).with(definedness: .somewhere))
    #expect(apply(.asin, -3, 0).definedness == .somewhere)
    #expect(apply(.acos, 2, 3).definedness == .nowhere)
    #expect(apply(.atanh, 0, 1) == interval(0, .infinity).with(definedness: .somewhere))
    #expect(apply(.atanh, -1, 0) == interval(-.infinity, 0).with(definedness: .somewhere))
    #expect(apply(.tan, 1, 2) == .entire(precision: 53).with(definedness: .somewhere))
    #expect(apply(.tgamma, -2, -2).definedness == .nowhere)
    #expect(apply(.lgamma, -2.5, -1.5).definedness == .somewhere)
  }

  @Test func specialValuesAreExact() {
    #expect(apply(.exp, 0, 0) == point(1))
    #expect(apply(.log, 1, 1) == point(0))
    #expect(apply(.cos, 0, 0) == point(1))
    #expect(apply(.exp2, 10, 10) == point(1024))
    #expect(apply(.log2, 0.125, 0.125) == point(-3))
    #expect(apply(.log10, 1e22, 1e22) == point(22))
    #expect(apply(.cbrt, -27, -27) == point(-3))
    #expect(apply(.tgamma, 5, 5) == point(24))
    #expect(apply(.hypot, point(3), point(-4)) == point(5))
    #expect(apply(.pow, point(2.25), point(0.5)) == point(1.5))
    #expect(apply(.log10, 1e23, 1e23).isPoint == false)
  }

  @Test func extremesInsideAreFound() {
    #expect(apply(.sin, 1, 2).upper == 1)
    #expect(apply(.sin, 4, 5).lower == -1)
    #expect(apply(.sin, 1, 5) == interval(-1, 1))
    #expect(apply(.cos, -1, 2).upper == 1)
    #expect(apply(.cos, 0, 1).upper == 1)
    #expect(apply(.cos, 1, 3).upper < 0.541)
    #expect(apply(.cosh, -1, 0.5).lower == 1)
    #expect(apply(.abs, -3, 2) == interval(0, 3))
    // The least value of Γ on the positive numbers is 0.885603194410888700… at 1.4616….
    let gamma = apply(.tgamma, 1, 2)
    #expect(gamma.lower <= 0.8856031944108887 && gamma.lower > 0.88560319 && gamma.upper == 1)
    let narrow = apply(.tgamma, 1.4616, 1.4617)
    #expect(narrow.lower > 0.8856031 && narrow.upper < 0.88560321)
    #expect(apply(.lgamma, 0.5, 3).lower > -0.12148629054)
    #expect(apply(.tgamma, -0.9, -0.2).upper < 0 && apply(.tgamma, -1.8, -1.2).lower >= 0)
  }

  @Test func hardCasesAreEnclosedNarrowly() {
    // Digits by mpmath at 60 digits.
    for (function, x, value) in [
      (ElementaryFunction.sin, 1e22, -0.8522008497671888),
      (.cos, 1.5707963267948966, 6.123233995736766e-17),
      (.exp, 709.782712893384, 1.7976931348622732e308), (.sin, 5e-324, 5e-324),
      (.log, 5e-324, -744.4400719213812),
      (.tan, 1.5707963267948966, 1.633123935319537e16), (.erfc, 26, 5.663192408856143e-296),
      (.lgamma, 1e15, 3.3538776394910668e16), (.expm1, -1e-300, -1e-300),
    ] {
      let enclosure = apply(function, x, x)
      #expect(enclosure.lower <= value && value <= enclosure.upper, "\(function)(\(x))")
      #expect(Ulp.distance(enclosure.lower, enclosure.upper) <= 2, "\(function)(\(x))")
    }
    let cosine = WideInterval.apply(
      .cos, WideInterval(point: BigFloat(1.5707963267948966, precision: 200)))
    #expect(cosine.sign == 1)
    #expect(
      cosine.double.lower == 6.123233995736766e-17 || cosine.double.upper == 6.123233995736766e-17)
  }

  @Test func stepsJumpUnlessTheyStandStill() {
    #expect(apply(.floor, 0.25, 0.75) == point(0))
    #expect(apply(.floor, 0.5, 1) == interval(0, 1).with(definedness: .everywhere))
    #expect(apply(.ceil, 0.5, 1) == point(1))
    #expect(apply(.round, 0.4, 0.5) == interval(0, 1).with(definedness: .everywhere))
    #expect(apply(.trunc, -0.5, 0.5) == point(0))
  }

  @Test func powersFollowTheirExponent() {
    let third = DoubleInterval(exactly: Rational(1, over: 3)!, precision: 53)
    #expect(apply(.pow, point(0), point(0)) == point(1))
    #expect(apply(.pow, interval(-2, 3), point(2)) == interval(0, 9))
    #expect(apply(.pow, interval(-2, 3), point(-1)).definedness == .somewhere)
    #expect(apply(.pow, interval(-8, 8), third).definedness == .somewhere)
    #expect(apply(.pow, point(-8), third).definedness == .nowhere)
    #expect(apply(.pow, point(8), third).contains(2))
    #expect(apply(.pow, interval(0, 4), point(1.5)) == interval(0, 8))
    #expect(apply(.pow, point(0), point(-0.5)).definedness == .nowhere)
    // (−2)¹ is among the values.
    #expect(apply(.pow, interval(-2, 3), interval(0.5, 1.5)).contains(-2))
    #expect(
      apply(.pow, interval(0, 1), interval(0, 1)) == interval(0, 1).with(definedness: .everywhere))
    let corners = apply(.pow, interval(0.5, 2), interval(-1, 2))
    #expect(corners.upper == 4 && corners.lower == 0.25)
  }

  @Test func anglesJumpAtTheNegativeAxis() {
    #expect(apply(.atan2, interval(-1, 1), interval(1, 2)).definedness == .continuous)
    let across = apply(.atan2, interval(-1, 1), interval(-2, -1))
    #expect(across.definedness == .everywhere && across.lower < -3.14 && across.upper > 3.14)
    #expect(apply(.atan2, interval(0, 1), interval(-2, -1)).definedness == .continuous)
    #expect(apply(.atan2, point(0), point(-1)).contains(.pi))
    #expect(apply(.atan2, point(-0.0), point(-1)).sign == 1)
    #expect(apply(.atan2, interval(-1, 1), interval(0, 1)).definedness == .somewhere)
    #expect(apply(.atan2, point(0), point(0)).definedness == .nowhere)
    #expect(apply(.atan2, point(0), point(2)) == point(0))
  }

  @Test func remaindersJumpWhereTheQuotientDoes() {
    #expect(apply(.fmod, interval(5, 5.5), point(3)) == interval(2, 2.5))
    #expect(
      apply(.fmod, interval(5, 6.5), point(3)) == interval(0, 3).with(definedness: .everywhere))
    #expect(apply(.fmod, interval(-5.5, -5), point(3)) == interval(-2.5, -2))
    #expect(apply(.fmod, interval(-1, 1), point(3)) == interval(-1, 1))
    #expect(apply(.fmod, point(1), interval(-1, 1)).definedness == .somewhere)
    #expect(apply(.fmod, point(1), point(0)).definedness == .nowhere)
  }

  @Test func zeroHasNoNegativeSign() {
    #expect(apply(.copysign, interval(1, 2), interval(0, 1)) == interval(1, 2))
    #expect(apply(.copysign, interval(1, 2), point(-0.0)) == interval(1, 2))
    #expect(apply(.copysign, interval(1, 2), interval(-2, -1)) == interval(-2, -1))
    #expect(
      apply(.copysign, interval(1, 2), interval(-1, 1))
        == interval(-2, 2).with(definedness: .everywhere))
  }

  @Test func leastAndGreatestArePointwise() {
    #expect(apply(.min, interval(0, 3), interval(1, 2)) == interval(0, 2))
    #expect(apply(.max, interval(0, 3), interval(1, 2)) == interval(1, 3))
  }
}
