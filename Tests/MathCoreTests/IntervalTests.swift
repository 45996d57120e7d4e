import Testing

@testable import MathCore

func interval(_ lower: Double, _ upper: Double) -> DoubleInterval {
  DoubleInterval(lower, upper)
}

func point(_ x: Double) -> DoubleInterval { DoubleInterval(x, x) }

@Suite struct IntervalTests {
  @Test func boundsOutOfOrderAreNoInterval() {
    #expect(DoubleInterval(lower: 2, upper: 1) == nil)
    #expect(DoubleInterval(lower: .nan, upper: 1) == nil)
    #expect(DoubleInterval(lower: .infinity, upper: .infinity) == nil)
    #expect(DoubleInterval(lower: 1, upper: .infinity)?.isBounded == false)
    #expect(DoubleInterval(point: .infinity) == .entire(precision: 53))
  }

  @Test func exactArithmeticStaysExact() {
    #expect(point(0.25) * point(3) == point(0.75))
    #expect(point(0.5) + point(0.25) == point(0.75))
    #expect(point(0.1) - point(0.1) == point(0))
    #expect(point(1) / point(8) == point(0.125))
    #expect(point(0) * .entire(precision: 53) == point(0))
    #expect(DoubleInterval.power(point(3), 20) == point(3_486_784_401))
    #expect(DoubleInterval(exactly: .half, precision: 53) == point(0.5))
  }

  @Test func inexactArithmeticIsOneStepWide() {
    let third = point(1) / point(3)
    #expect(third.upper == third.lower.nextUp && third.lower == 1.0 / 3)
    let sum = point(0.1) + point(0.2)
    #expect(sum.upper == sum.lower.nextUp)
    let product = point(0.1) * point(0.1)
    #expect(product.upper == product.lower.nextUp)
    #expect(
      DoubleInterval.apply(.sqrt, point(2)) == interval(2.0.squareRoot().nextDown, 2.0.squareRoot())
    )
  }

  @Test func overflowAndUnderflowKeepTheirSide() {
    let huge = point(1e308) * point(10)
    #expect(huge == interval(.greatestFiniteMagnitude, .infinity))
    #expect(point(-1e308) + point(-1e308) == interval(-.infinity, -.greatestFiniteMagnitude))
    let tiny = point(1e-300) * point(1e-300)
    #expect(tiny == interval(0, 5e-324))
    #expect(point(-1e-300) / point(1e300) == interval(-5e-324, 0))
    #expect(DoubleInterval.apply(.exp, point(-1e5)) == interval(0, 5e-324))
    #expect(DoubleInterval.apply(.exp, point(1e5)) == interval(.greatestFiniteMagnitude, .infinity))
  }

  @Test func dividingByAnIntervalThatHoldsZeroIsUndefinedSomewhere() {
    let entire = DoubleInterval.entire(precision: 53)
    #expect(point(1) / interval(-1, 2) == entire.with(definedness: .somewhere))
    #expect(
      interval(1, 2) / interval(0, 4) == interval(0.25, .infinity).with(definedness: .somewhere))
    #expect(
      interval(1, 2) / interval(-4, 0) == interval(-.infinity, -0.25).with(definedness: .somewhere))
    #expect(point(1) / point(0) == entire.with(definedness: .nowhere))
    #expect((point(0) / interval(-1, 1)).sign == 0)
  }

  @Test func productsTakeTheExtremeEnds() {
    for (a, b, expected) in [
      (interval(2, 3), interval(4, 5), interval(8, 15)),
      (interval(2, 3), interval(-4, 5), interval(-12, 15)),
      (interval(2, 3), interval(-5, -4), interval(-15, -8)),
      (interval(-3, -2), interval(4, 5), interval(-15, -8)),
      (interval(-3, -2), interval(-4, 5), interval(-15, 12)),
      (interval(-3, -2), interval(-5, -4), interval(8, 15)),
      (interval(-3, 2), interval(4, 5), interval(-15, 10)),
      (interval(-3, 2), interval(-5, -4), interval(-10, 15)),
      (interval(-3, 2), interval(-4, 5), interval(-15, 12)),
    ] {
      #expect(a * b == expected)
    }
  }

  @Test func evenPowersAreNotNegative() {
    #expect(DoubleInterval.square(interval(-2, 3)) == interval(0, 9))
    #expect(DoubleInterval.power(interval(-2, 1), 4) == interval(0, 16))
    #expect(DoubleInterval.power(interval(-2, 1), 3) == interval(-8, 1))
    #expect(DoubleInterval.power(interval(-2, 1), 0) == point(1))
    #expect(DoubleInterval.power(interval(2, 4), -2) == interval(0.0625, 0.25))
    #expect(
      DoubleInterval.power(interval(-1, 2), -2)
        == interval(0.25, .infinity).with(definedness: .somewhere))
  }

  @Test func signsAreCertainOrNil() {
    #expect(interval(1, 2).sign == 1)
    #expect(interval(-2, -1).sign == -1)
    #expect(point(0).sign == 0)
    #expect(interval(0, 1).sign == nil)
    #expect(interval(1, 2).with(definedness: .nowhere).sign == nil)
  }

  @Test func setsIntersectAndJoin() {
    #expect(interval(0, 2).intersection(interval(1, 3)) == interval(1, 2))
    #expect(interval(0, 1).intersection(interval(2, 3)) == nil)
    #expect(interval(0, 1).hull(interval(2, 3)) == interval(0, 3))
    let nowhere = interval(5, 9).with(definedness: .nowhere)
    #expect(interval(0, 1).hull(nowhere) == interval(0, 1).with(definedness: .somewhere))
    #expect(!nowhere.contains(6) && interval(0, 1).contains(1))
  }

  @Test func midpointsLieInside() {
    for x in [
      interval(1, 1.0.nextUp), interval(-1e308, 1e308), interval(0, .infinity),
      interval(-.infinity, -3),
      interval(-.infinity, .infinity), point(7), interval(.greatestFiniteMagnitude, .infinity),
    ] {
      #expect(x.contains(x.midpoint) && x.midpoint.isFinite)
      let (left, right) = x.bisected
      #expect(left.upper == right.lower && left.hull(right) == x)
    }
  }

  @Test func endsAreExactRationals() throws {
    let third = try #require(Rational(1, over: 3))
    let narrow = WideInterval(exactly: third, precision: 300)
    #expect(try #require(narrow.lowerRational) < third)
    #expect(try #require(narrow.upperRational) > third)
    let double = narrow.double
    #expect(double.upper == double.lower.nextUp)
    #expect(WideInterval.entire(precision: 60).lowerRational == nil)
    #expect(WideInterval.apply(.exp, .whole(10_000_000, precision: 60)).upperRational == nil)
  }
}
