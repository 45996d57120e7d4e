import Testing

@testable import MathCore

@Suite struct BigFloatTests {
  @Test func directedRoundingsEncloseAThird() throws {
    let third = try #require(Rational(1, over: 3))
    for precision in [2, 53, 64, 1000] {
      let low = BigFloat.rounded(third, precision: precision, .down)
      let high = BigFloat.rounded(third, precision: precision, .up)
      let (below, above) = (try #require(low.rational), try #require(high.rational))
      #expect(below < third && third < above)
      #expect((above - below) * Rational(2).power(precision + 1)! <= 1)
    }
  }

  @Test func doublesGoThereAndBack() {
    for value in [0, 0.1, -1e308, 5e-324, 0x1.fffffffffffffp1023] {
      let wide = BigFloat(value, precision: 80)
      #expect(wide.double == value)
      #expect(wide.double(.down) == value && wide.double(.up) == value)
      #expect(wide.rational == Rational(exactly: value))
      #expect(wide.signum == value.signum)
    }
  }

  @Test func resultsHaveTheGreaterPrecision() {
    let (a, b) = (BigFloat(0.1, precision: 53), BigFloat(0.1, precision: 200))
    #expect(BigFloat.add(a, b, .down).precision == 200)
    #expect(BigFloat.value(of: .hypot, at: b, a, .up).precision == 200)
  }

  @Test func exponentsReachFarBeyondDoubles() {
    let tiny = BigFloat.value(of: .exp, at: BigFloat(-1e6), .down)
    #expect(tiny.signum == 1)
    #expect(tiny.exponent == -1_442_695)
    #expect(tiny.double(.down) == 0 && tiny.double(.up) == 5e-324)
    #expect(tiny.rational == nil)
    // The binary64 kernels narrow MPFR's exponents for their own time only.
    #expect(CorrectRounding.value(of: .exp, at: -1e6) == 0)
    #expect(BigFloat.value(of: .exp, at: BigFloat(-1e6), .down) == tiny)
  }

  @Test func equalNumbersHashEqually() {
    let zeros = [BigFloat(0.0), -BigFloat(0.0), BigFloat(0.0, precision: 99)]
    #expect(Set(zeros).count == 1)
    #expect(BigFloat(1.5, precision: 60).hashValue == BigFloat(1.5, precision: 70).hashValue)
  }
}
