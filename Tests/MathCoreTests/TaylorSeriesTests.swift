import Testing

@testable import MathCore

private func series(
  _ text: String, _ box: DoubleInterval, order: Int
) throws -> TaylorSeries<Double> {
  let tape = ExpressionTape([try parse(text)], variables: ["x"])
  return tape.taylor(at: [box], variable: 0, order: order, precision: 53)[0]
}

@Suite struct TaylorSeriesTests {
  @Test func polynomialsHaveTheirOwnCoefficients() throws {
    let square = try series("(x + 1)^3", point(1), order: 5)
    #expect(square.coefficients == [8, 12, 6, 1, 0, 0].map(point))
    #expect(square.isSmooth)
    #expect(
      try series("3*x*x - x/4", point(2), order: 2).coefficients == [11.5, 11.75, 3].map(point))
    #expect(try series("x^5", interval(1, 2), order: 2).coefficients[2] == interval(10, 80))
    #expect(try series("x^-2", interval(1, 2), order: 1).coefficients[1] == interval(-2, -0.25))
  }

  @Test func geometricSeriesIsExact() throws {
    let quotient = try series("1/(1 - x)", point(0.5), order: 6)
    #expect(quotient.coefficients == [2, 4, 8, 16, 32, 64, 128].map(point))
  }

  /// Against the symbolic derivatives at points of the box, at 300 bits.
  @Test(arguments: ElementaryFunction.allCases)
  func coefficientsHoldTheDerivatives(_ function: ElementaryFunction) throws {
    var seeds = NumericSeeds(seed: 61)
    let x = Expression.variable("x")
    for inner in [x, try x * x, try parse("2/(3 + x)"), try parse("exp(x) - x")] {
      let expression = try Expression.apply(function, inner)
      let range = try #require(JetTests.points[function])
      for width in [0, 1e-8, 0.1] {
        let start = seeds.number(in: range)
        try expectDerivatives(of: expression, in: interval(start, start + width), &seeds)
      }
    }
  }

  @Test(arguments: BinaryFunction.allCases)
  func coefficientsOfTwoOperandsHoldTheDerivatives(_ function: BinaryFunction) throws {
    var seeds = NumericSeeds(seed: 62)
    for (first, second) in [("x", "3"), ("3", "x"), ("x*x", "2 + x"), ("1 + x", "cos(x)")] {
      let expression = try Expression.apply(function, parse(first), parse(second))
      for width in [0, 1e-8, 0.1] {
        let start = seeds.number(in: 0.3...1.4)
        try expectDerivatives(of: expression, in: interval(start, start + width), &seeds)
      }
    }
  }

  private func expectDerivatives(
    of expression: Expression, in box: DoubleInterval, _ seeds: inout NumericSeeds
  ) throws {
    let tape = ExpressionTape([expression], variables: ["x"])
    let order = 4
    let found = tape.taylor(at: [box], variable: 0, order: order, precision: 53)[0]
    #expect(found.coefficients.count == order + 1)
    guard found.isSmooth else { return }
    let inside = IntervalContainmentTests.exact(
      min(box.upper, seeds.number(in: box.lower...box.upper)))
    var derivative = expression
    var factorial = 1
    for k in 0...order {
      let exact =
        ExpressionTape([derivative], variables: ["x"])
        .values(at: [inside], precision: 300)[0] / .whole(factorial, precision: 300)
      guard exact.definedness == .continuous else { return }
      #expect(
        IntervalContainmentTests.allows(found.coefficients[k], exact),
        "coefficient \(k) of \(expression) on \(box)")
      guard let next = try? derivative.derivative(withRespectTo: "x"), next.treeSize < 5000 else {
        return
      }
      derivative = next
      factorial *= k + 1
    }
  }

  /// Enclosures of the derivatives at a point are not wide: rounding errors alone.
  @Test func pointsHaveNarrowCoefficients() throws {
    for text in [
      "exp(sin(x))", "1/(1 + exp(-x))", "sqrt(1 + x^2)", "atan(x)*log(2 + x)", "tan(x)^3",
      "erf(x)/x",
      "asinh(x) + acosh(2 + x) + atanh(x/3)", "asin(x/2) - acos(x/3)", "x^2.5", "2^x", "tanh(x)",
      "cbrt(x + 1) + expm1(x) - log1p(x)", "hypot(x, 1)", "atan2(x, 2)", "cosh(x) - sinh(x)",
    ] {
      let found = try series(text, point(0.7), order: 6)
      #expect(found.isSmooth, "\(text)")
      for coefficient in found.coefficients {
        let size = max(coefficient.lower.magnitude, coefficient.upper.magnitude, 1e-3)
        #expect(coefficient.width / size < 1e-11, "\(text): \(coefficient)")
      }
    }
  }

  @Test func cornersJoinTheSlopesOfTheirPieces() throws {
    let corner = try series("abs(x)", interval(-1, 2), order: 2)
    #expect(corner.coefficients[0] == interval(0, 2))
    #expect(corner.coefficients[1] == interval(-1, 1))
    #expect(!corner.isSmooth && corner.value.definedness == .continuous)
    #expect(try series("abs(x)", interval(0, 2), order: 2).isSmooth)
    #expect(
      try series("max(x, 2 - x)", interval(0, 3), order: 1).coefficients[1] == interval(-1, 1))
    #expect(try series("min(x, x + 1)", interval(0, 3), order: 1).coefficients[1] == point(1))
  }

  @Test func jumpsHaveNoSlope() throws {
    let jump = try series("floor(x)", interval(0.5, 1.5), order: 1)
    #expect(!jump.isSmooth && !jump.coefficients[1].isBounded)
    let level = try series("floor(x)", interval(0.25, 0.75), order: 1)
    #expect(level.isSmooth && level.coefficients == [point(0), point(0)])
    #expect(try !series("copysign(1, x)", interval(-1, 1), order: 1).isSmooth)
    #expect(try !series("atan2(x, 0 - 1)", interval(-1, 1), order: 1).isSmooth)
    #expect(try series("fmod(x, 2)", interval(2.5, 3), order: 1).coefficients[1] == point(1))
  }

  @Test func endsOfDomainsHaveNoBoundedSlope() throws {
    let root = try series("sqrt(x)", interval(0, 1), order: 1)
    #expect(!root.isSmooth && root.value == interval(0, 1))
    #expect(root.coefficients[1] == interval(0.5, .infinity).with(definedness: .somewhere))
    #expect(try !series("cbrt(x)", interval(-1, 1), order: 1).isSmooth)
    // √0 has no slope in its argument, but √(x − x) is constant.
    #expect(try series("sqrt(x - x)", point(1), order: 1).coefficients[1].contains(0))
  }

  @Test func variablesAreDifferentiatedOneAtATime() throws {
    let tape = ExpressionTape([try parse("x^2*y + y")], variables: ["x", "y"])
    let box = [point(3), point(5)]
    for (variable, slope) in [(0, 30.0), (1, 10.0)] {
      let found = tape.taylor(at: box, variable: variable, order: 1, precision: 53)[0]
      #expect(found.coefficients == [point(50), point(slope)])
    }
  }
}
