import Testing

@testable import MathCore

private typealias J = Jet<Double>

/// The derivative of the given order of `f` at `x`, by nested jets.
private func derivative(
  _ order: Int, of f: (J) throws -> J, at x: Double
) throws -> Double {
  func nested(_ depth: Int, _ x: J) throws -> J {
    if depth == order { return try f(x) }
    return try nested(depth + 1, J.variable(x, level: depth)).coefficient(ofLevel: depth)
  }
  // The innermost coefficient is taken first, so each level sees the levels below it.
  return try nested(0, J(x)).base
}

private func isClose(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
  a == b || Swift.abs(a - b) <= tolerance * Swift.max(1, Swift.abs(b))
}

@Suite struct JetTests {
  static let points: [ElementaryFunction: ClosedRange<Double>] = [
    .exp: -3...3, .expm1: -3...3, .exp2: -3...3, .log: 0.2...5, .log1p: -0.8...4, .log2: 0.2...5,
    .log10: 0.2...5, .sqrt: 0.2...5, .cbrt: 0.2...5, .sin: -6...6, .cos: -6...6, .tan: -1.2...1.2,
    .asin: -0.9...0.9, .acos: -0.9...0.9, .atan: -5...5, .sinh: -3...3, .cosh: -3...3,
    .tanh: -3...3, .asinh: -5...5, .acosh: 1.2...5, .atanh: -0.9...0.9, .erf: -2...2,
    .erfc: -2...2, .tgamma: 0.3...4, .lgamma: 0.3...6, .abs: 0.1...3, .floor: 0.1...0.9,
    .ceil: 0.1...0.9, .trunc: 0.1...0.9, .round: 0.6...1.4,
  ]

  @Test(arguments: ElementaryFunction.allCases)
  func firstAndSecondDerivativesAgreeWithDifferences(_ function: ElementaryFunction) throws {
    var seeds = NumericSeeds(seed: 7)
    let range = try #require(Self.points[function])
    for _ in 0..<50 {
      let x = seeds.number(in: range)
      let h = 1e-4
      let f = { (x: J) in try J.apply(function, x) }
      let first = try derivative(1, of: f, at: x)
      let quotient = (function.value(at: x + h) - function.value(at: x - h)) / (2 * h)
      #expect(isClose(quotient, first, 1e-5), "\(function)′(\(x))")
      let second = try derivative(2, of: f, at: x)
      let slopes = try derivative(1, of: f, at: x + h) - derivative(1, of: f, at: x - h)
      #expect(isClose(slopes / (2 * h), second, 1e-4), "\(function)″(\(x))")
    }
  }

  @Test(arguments: BinaryFunction.allCases)
  func partialDerivativesAgreeWithDifferences(_ function: BinaryFunction) throws {
    var seeds = NumericSeeds(seed: 8)
    for _ in 0..<50 {
      let (x, y) = (seeds.number(in: 0.3...3), seeds.number(in: 3.1...4))
      let h = 1e-5
      let inX = try derivative(1, of: { try J.apply(function, $0, J(y)) }, at: x)
      let inY = try derivative(1, of: { try J.apply(function, J(x), $0) }, at: y)
      let dx = (function.value(at: x + h, y) - function.value(at: x - h, y)) / (2 * h)
      let dy = (function.value(at: x, y + h) - function.value(at: x, y - h)) / (2 * h)
      #expect(isClose(dx, inX, 1e-6), "\(function)(\(x), \(y))")
      #expect(isClose(dy, inY, 1e-6), "\(function)(\(x), \(y))")
    }
  }

  @Test func thirdDerivativesNest() throws {
    let cube = { (x: J) in try J.multiply(x, J.multiply(x, x)) }
    #expect(try derivative(2, of: cube, at: 5) == 30)
    #expect(try derivative(3, of: cube, at: 5) == 6)
    #expect(try derivative(4, of: cube, at: 5) == 0)
    let sine = try derivative(5, of: { try J.apply(.sin, $0) }, at: 0.5)
    #expect(isClose(sine, ElementaryFunction.cos.value(at: 0.5), 1e-15))
    let quotient = { (x: J) in try J.divide(J(1.0), J.subtract(J(1.0), x)) }
    #expect(try derivative(6, of: quotient, at: 0.5) == 720 * 128)
  }

  @Test func nestedPerturbationsAreNotConfused() throws {
    // d/dx (x · d/dy (x + y)) is 1, not 2.
    let outer = J.variable(J(3.0), level: 0)
    let inner = try J.add(outer, J.variable(J(4.0), level: 1)).coefficient(ofLevel: 1)
    #expect(try J.multiply(outer, inner).coefficient(ofLevel: 0).base == 1)
    // d/dx (x · d/dy (x · y²)) at (3, 4) is 4xy.
    let y = J.variable(J(4.0), level: 1)
    let slope = try J.multiply(outer, J.multiply(y, y)).coefficient(ofLevel: 1)
    #expect(try J.multiply(outer, slope).coefficient(ofLevel: 0).base == 48)
  }

  @Test func mixedPartialDerivativesCommute() throws {
    let x = J.variable(J(0.7), level: 0)
    let y = J.variable(J(1.3), level: 1)
    let z = try J.apply(.pow, x, y)
    let first = z.coefficient(ofLevel: 1).coefficient(ofLevel: 0).base
    let second = z.coefficient(ofLevel: 0).coefficient(ofLevel: 1).base
    #expect(first == second)
    // x^(y−1) (1 + y log x)
    let log = ElementaryFunction.log.value(at: 0.7)
    let expected = BinaryFunction.pow.value(at: 0.7, 0.3) * (1 + 1.3 * log)
    #expect(isClose(first, expected, 1e-15))
  }

  @Test func wholePowersHaveExactDerivativesAtAnyBase() throws {
    for (base, exponent, expected) in [
      (0.0, 0.0, 0.0), (0, 1, 1), (0, 2, 0), (-2, 3, 12), (-2, 0, 0), (-2, -1, -0.25), (3, 2, 6),
    ] {
      let power = { (x: J) in try J.apply(.pow, x, J(exponent)) }
      #expect(try derivative(1, of: power, at: base) == expected)
    }
    let square = { (x: J) in try J.apply(.pow, x, J(2.0)) }
    #expect(try derivative(2, of: square, at: 0) == 2)
    #expect(try derivative(3, of: square, at: 0) == 0)
  }

  @Test func cornersHaveNoDerivative() throws {
    let zero = J.variable(J(0.0), level: 0)
    #expect(throws: ScalarFailure.notDifferentiable(function: "floor", at: 2)) {
      try J.apply(.floor, J.variable(J(2.0), level: 0))
    }
    #expect(throws: ScalarFailure.notDifferentiable(function: "hypot", at: 0)) {
      try J.apply(.hypot, zero, J(0.0))
    }
    #expect(try J.apply(.max, zero, zero).coefficient(ofLevel: 0).base == 1)
    #expect(try J.apply(.trunc, zero).coefficient(ofLevel: 0).base == 0)
    #expect(try J.apply(.abs, J.multiply(zero, zero)).coefficient(ofLevel: 0).base == 0)
    #expect(try J.apply(.abs, J(0.0)).base == 0)
    #expect(try derivative(1, of: { try J.apply(.abs, $0) }, at: -3) == -1)
  }

  @Test func cornersAreToldAndDecidedByTheSide() throws {
    let zero = J.variable(J(0.0), level: 0)
    #expect(throws: ScalarFailure.branchPoint(level: 0)) { try J.apply(.abs, zero) }
    #expect(throws: ScalarFailure.branchPoint(level: 0)) { try J.apply(.max, zero, J(0.0)) }
    let (up, down) = (
      J.variable(J(0.0), level: 1), try J.variable(J(0.0), movingDownAt: 1)
    )
    for moved in [up, down] {
      #expect(try J.apply(.abs, moved).coefficient(ofLevel: 1).base == 1)
    }
    #expect(try J.apply(.max, up, J(0.0)).coefficient(ofLevel: 1).base == 1)
    #expect(try J.apply(.max, down, J(0.0)).coefficient(ofLevel: 1).base == 0)
    #expect(try J.apply(.min, down, J(0.0)).coefficient(ofLevel: 1).base == -1)
    #expect(try J.apply(.min, J(0.0), J(-0.0)).base.sign == .plus)
  }

  @Test func remaindersAndSignsFollowTheirPiece() throws {
    #expect(try derivative(1, of: { try J.apply(.fmod, $0, J(3.0)) }, at: 7.5) == 1)
    #expect(try derivative(1, of: { try J.apply(.fmod, J(7.5), $0) }, at: 3) == -2)
    #expect(throws: ScalarFailure.notDifferentiable(function: "fmod", at: 6)) {
      try derivative(1, of: { try J.apply(.fmod, $0, J(3.0)) }, at: 6)
    }
    #expect(try derivative(1, of: { try J.apply(.copysign, $0, J(-1.0)) }, at: 2) == -1)
    #expect(throws: ScalarFailure.notDifferentiable(function: "atan2", at: 0)) {
      try derivative(1, of: { try J.apply(.atan2, $0, J(-1.0)) }, at: 0)
    }
    #expect(try derivative(1, of: { try J.apply(.atan2, $0, J(2.0)) }, at: 0) == 0.5)
    #expect(try J.apply(.abs, J.multiply(J.variable(J(-0.0), level: 0), J(0.0))).base.sign == .plus)
  }

  @Test func functionsOfOneLevelIgnoreTheOthers() throws {
    let x = J.variable(J(2.0), level: 3)
    #expect(x.coefficient(ofLevel: 1).base == 0)
    #expect(try J.apply(.exp, x).coefficient(ofLevel: 5).base == 0)
    // A lower level joins below a greater one.
    let both = J.variable(x, level: 1)
    #expect(both.coefficient(ofLevel: 1).base == 1 && both.coefficient(ofLevel: 3).base == 1)
    let square = try J.multiply(both, both)
    #expect(square.coefficient(ofLevel: 1).coefficient(ofLevel: 3).base == 2)
  }

  @Test func tailsKeepTheirDigits() throws {
    let slope = try derivative(1, of: { try J.apply(.tanh, $0) }, at: 30)
    let expected = 4 * ElementaryFunction.exp.value(at: -60)
    #expect(Swift.abs(slope / expected - 1) < 1e-15)
  }

  @Test func nestingIsBounded() {
    #expect(throws: ScalarFailure.self) {
      var x = J(1.0)
      for depth in 0..<20 { x = try J.multiply(J.variable(x, level: J.level(depth: depth)), x) }
    }
  }
}
