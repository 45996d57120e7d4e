import Testing

@testable import MathCore

/// Equal bits, any nan being equal to any other.
private func isSame(_ a: Double, _ b: Double) -> Bool {
  a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN)
}

@Suite struct ElementaryFunctionsTests {
  /// Where the fast path answers, at length; the slow path is MPFR at 53 bits.
  @Test(arguments: ElementaryFunction.allCases)
  func fastAndSlowPathsAgree(_ function: ElementaryFunction) {
    var seeds = NumericSeeds(seed: 41)
    var fast = 0
    func check(_ x: Double) {
      guard let value = FastEvaluation.value(of: function, at: x) else { return }
      fast += 1
      let slow = CorrectRounding.value(of: function, at: x)
      #expect(isSame(value, slow), "\(function)(\(x)) is \(slow), not \(value)")
    }
    for _ in 0..<7_000 { check(seeds.number(in: -10...10)) }
    for _ in 0..<5_000 { check(seeds.number(in: 0...100)) }
    for _ in 0..<5_000 { check(seeds.number(exponents: -70...14)) }
    for _ in 0..<3_000 { check(seeds.number(exponents: -1074...1023)) }
    for _ in 0..<2_000 { check(1 + seeds.number(exponents: -60...0)) }
    for _ in 0..<20_000 { check(seeds.number(in: -1...1)) }
    for _ in 0..<2_000 { check(seeds.number(in: -760...760)) }
    for step in -2_000...2_000 { check(Double(step) / 128) }
    for turn in 1...500 { check(Double(turn) * Double.pi / 256 * 16) }
    if FastEvaluation.value(of: function, at: 0.7) != nil { #expect(fast > 12_000) }
  }

  @Test func fastAndSlowPowersAgree() {
    var seeds = NumericSeeds(seed: 42)
    func check(_ x: Double, _ y: Double) {
      guard let value = FastEvaluation.value(of: .pow, at: x, y) else { return }
      let slow = CorrectRounding.value(of: .pow, at: x, y)
      #expect(isSame(value, slow), "pow(\(x), \(y)) is \(slow), not \(value)")
    }
    for _ in 0..<8_000 { check(seeds.number(in: 0...20), seeds.number(in: -20...20)) }
    for _ in 0..<8_000 {
      check(seeds.number(exponents: -30...30), Double(Int(seeds.bits() % 80)) - 40)
    }
    for _ in 0..<4_000 {
      check(seeds.number(exponents: -1022...1023), seeds.number(exponents: -12...12))
    }
    for _ in 0..<2_000 {
      check(1 + seeds.number(exponents: -53 ... -1), seeds.number(exponents: 0...60))
    }
    for x in 1...60 {
      for y in -70...70 { check(Double(x) / 4, Double(y) / 2) }
    }
  }

  @Test(arguments: [BinaryFunction.atan2, .hypot])
  func fastAndSlowPathsAgree(_ function: BinaryFunction) {
    var seeds = NumericSeeds(seed: 43)
    func check(_ x: Double, _ y: Double) {
      guard let value = FastEvaluation.value(of: function, at: x, y) else { return }
      let slow = CorrectRounding.value(of: function, at: x, y)
      #expect(isSame(value, slow), "\(function)(\(x), \(y)) is \(slow), not \(value)")
    }
    for _ in 0..<10_000 { check(seeds.number(in: -10...10), seeds.number(in: -10...10)) }
    for _ in 0..<5_000 {
      check(seeds.number(exponents: -100...100), seeds.number(exponents: -100...100))
    }
    for _ in 0..<5_000 {
      check(seeds.number(exponents: -420...420), seeds.number(exponents: -420...420))
    }
    for x in -40...40 { for y in -40...40 { check(Double(x), Double(y)) } }
  }

  @Test func resultsBelowTheNormalNumbersAreRoundedOnce() {
    #expect(ElementaryFunction.exp.value(at: -745.1332191019411) == .leastNonzeroMagnitude)
    #expect(ElementaryFunction.exp.value(at: -745.1332191019412) == 0)
    #expect(ElementaryFunction.exp2.value(at: -1074) == .leastNonzeroMagnitude)
    #expect(ElementaryFunction.exp2.value(at: -1075) == 0)
    #expect(ElementaryFunction.exp2.value(at: -1074.9999) == .leastNonzeroMagnitude)
    #expect(BinaryFunction.pow.value(at: 0.5, 1074) == .leastNonzeroMagnitude)
    #expect(ElementaryFunction.sin.value(at: .leastNonzeroMagnitude) == .leastNonzeroMagnitude)
    #expect(ElementaryFunction.exp.value(at: -740) == Double(bitPattern: 85))
    #expect(ElementaryFunction.exp.value(at: 709.782712893384) == 1.7976931348622732e308)
    #expect(ElementaryFunction.exp.value(at: 709.7827128933841) == .infinity)
  }

  /// Great arguments, and results that are hard to round.
  @Test func hardCasesAreRight() {
    #expect(ElementaryFunction.sin.value(at: 1e22) == -0.8522008497671888)
    #expect(ElementaryFunction.cos.value(at: 1e22) == 0.523214785395139)
    #expect(ElementaryFunction.tan.value(at: 1e22) == -1.6287782256068988)
    #expect(ElementaryFunction.sin.value(at: .pi) == 1.2246467991473532e-16)
    #expect(ElementaryFunction.cos.value(at: .pi / 2) == 6.123233995736766e-17)
    // The Double that lies nearest to a multiple of π/2 (Muller, Elementary Functions, 11.1).
    #expect(ElementaryFunction.cos.value(at: 0x1.6ac5b262ca1ffp849) == -4.687165924254628e-19)
    // Next to the middle between two Doubles, by one part in 2¹⁰⁷ and 2¹⁰⁵.
    #expect(ElementaryFunction.exp.value(at: 0x1p-53) == 1.0.nextUp)
    #expect(ElementaryFunction.exp.value(at: -0x1p-54) == 1)
    #expect(ElementaryFunction.exp.value(at: (-0x1p-54).nextDown) == 1.0.nextDown)
    #expect(ElementaryFunction.log.value(at: 1.0.nextUp) == 0x1p-52.nextDown)
    #expect(ElementaryFunction.tgamma.value(at: 5) == 24)
    #expect(ElementaryFunction.lgamma.value(at: -0.5) == 1.2655121234846454)
    #expect(ElementaryFunction.cbrt.value(at: -27) == -3)
    #expect(ElementaryFunction.log10.value(at: 1000) == 3)
    #expect(ElementaryFunction.log2.value(at: 0x1p-1060) == -1060)
    #expect(BinaryFunction.pow.value(at: 10, 22) == 1e22)
    #expect(BinaryFunction.pow.value(at: 10, -5) == 1e-5)
    #expect(BinaryFunction.hypot.value(at: 3e300, 4e300) == 5e300)
    #expect(ElementaryFunction.erf.value(at: 1) == 0.8427007929497149)
  }

  @Test func specialValuesAreThoseOfC99() {
    let infinity = Double.infinity
    let cases: [(ElementaryFunction, Double, Double)] = [
      (.exp, -infinity, 0), (.exp, infinity, infinity), (.expm1, -0.0, -0.0),
      (.expm1, -infinity, -1), (.expm1, -800, -1), (.log, 0, -infinity), (.log, -0.0, -infinity),
      (.log, -1, .nan), (.log, 1, 0), (.log, infinity, infinity), (.log1p, -1, -infinity),
      (.log1p, -0.0, -0.0), (.log1p, -2, .nan), (.sqrt, -0.0, -0.0), (.sqrt, -1, .nan),
      (.sin, -0.0, -0.0), (.sin, infinity, .nan), (.cos, 0, 1), (.tan, -0.0, -0.0),
      (.tanh, infinity, 1), (.tanh, -infinity, -1), (.tanh, -0.0, -0.0), (.sinh, -800, -infinity),
      (.cosh, -800, infinity), (.asin, 2, .nan), (.acos, 1, 0), (.atan, -0.0, -0.0),
      (.acosh, 0.5, .nan), (.atanh, 1, infinity), (.cbrt, -0.0, -0.0), (.erf, -infinity, -1),
      (.erfc, -infinity, 2), (.tgamma, 0, infinity), (.tgamma, -0.0, -infinity),
      (.tgamma, -3, .nan), (.tgamma, -infinity, .nan), (.lgamma, 1, 0), (.lgamma, -3, infinity),
      (.lgamma, -infinity, infinity), (.floor, -0.5, -1), (.ceil, -0.5, -0.0),
      (.round, 2.5, 3), (.round, -2.5, -3), (.trunc, -2.7, -2), (.abs, -0.0, 0),
    ]
    for (function, x, expected) in cases {
      let value = function.value(at: x)
      #expect(isSame(value, expected), "\(function)(\(x)) is \(value)")
    }
    for function in ElementaryFunction.allCases { #expect(function.value(at: .nan).isNaN) }
  }

  @Test func specialPairsAreThoseOfC99() {
    let infinity = Double.infinity
    let cases: [(BinaryFunction, Double, Double, Double)] = [
      (.pow, .nan, 0, 1), (.pow, 1, .nan, 1), (.pow, -1, infinity, 1), (.pow, 0, -1, infinity),
      (.pow, -0.0, -1, -infinity), (.pow, -0.0, 3, -0.0), (.pow, -8, 1.0 / 3, .nan),
      (.pow, -2, 3, -8), (.pow, -2, 51, -0x1p51), (.pow, -2, -1075, -0.0), (.pow, 0, 0, 1),
      (.pow, 2, 1024, infinity), (.pow, infinity, -1, 0), (.pow, 4, 0.5, 2),
      (.pow, -infinity, 0.5, infinity), (.atan2, 0, -1, .pi), (.atan2, -0.0, -1, -.pi),
      (.atan2, 0, 0, 0), (.atan2, -infinity, infinity, -.pi / 4),
      (.hypot, .nan, infinity, infinity), (.hypot, 3, 4, 5), (.fmod, -7, 3, -1),
      (.fmod, 1, 0, .nan), (.copysign, 3, -0.0, -3), (.min, .nan, 1, .nan), (.min, 1, .nan, 1),
      (.max, 1, 2, 2), (.max, .nan, 1, .nan),
    ]
    for (function, x, y, expected) in cases {
      let value = function.value(at: x, y)
      #expect(isSame(value, expected), "\(function)(\(x), \(y)) is \(value)")
    }
  }

  @Test func extremeGammaArgumentsEndSoon() {
    for x in [1e300, -1e300, 1e15 + 0.5, -1e15 - 0.5, -170.5, 171.7, -0x1p-1074, 0x1p1023] {
      _ = ElementaryFunction.lgamma.value(at: x)
      _ = ElementaryFunction.tgamma.value(at: x)
      _ = ElementaryFunction.erf.value(at: x)
      _ = ElementaryFunction.erfc.value(at: x)
    }
  }
}
