import Testing

@testable import MathCore

@Suite struct RationalTests {
  @Test(arguments: [
    ("0.1", "1/10"), ("1e-3", "1/1000"), ("0x1.8p3", "12"), ("-2", "-2"), ("1_000", "1000"),
    ("1.50", "3/2"), ("0x.8p0", "1/2"), ("1E2", "100"), ("0", "0"),
    ("123456789012345678901234", "123456789012345678901234"),
  ])
  func literalsAreExact(text: String, value: String) {
    #expect(Rational(literal: text)?.description == value)
  }

  @Test(arguments: ["", "abc", "1e", "1e999999999", "--1", "1..2", "0x", "1e99999999999999999999"])
  func whatIsNoNumeralOrTooLargeIsNil(text: String) {
    #expect(Rational(literal: text) == nil)
  }

  @Test func arithmeticAgreesWithGMPAcrossTheWordBoundary() {
    var generator = SplitMix(state: 7)
    for _ in 0..<2000 {
      let values = (0..<4).map { _ in
        Int(truncatingIfNeeded: generator.next()) >> (generator.next() % 60)
      }
      guard let a = Rational(values[0], over: values[1]),
        let b = Rational(values[2], over: values[3])
      else { continue }
      #expect(a + b == Rational(a.big + b.big))
      #expect(a - b == Rational(a.big - b.big))
      #expect(a * b == Rational(a.big * b.big))
      #expect((a < b) == (a.big.compare(to: b.big) < 0))
      #expect((a + b) - b == a)
      if !b.isZero { #expect(a.divided(by: b).map { $0 * b } == a) }
    }
  }

  @Test func theNearestDoubleIsCorrectlyRounded() {
    #expect(Rational(1, over: 3)?.double == 1.0 / 3)
    #expect(Rational(literal: "0.1")?.double == 0.1)
    #expect(Rational(literal: "1e400")?.double == .infinity)
    #expect(Rational(literal: "-1e-400")?.double == 0)
    #expect(Rational(literal: "4.9406564584124654e-324")?.double == .leastNonzeroMagnitude)
    #expect(Rational(literal: "2.4703282292062327e-324")?.double == 0)
    #expect(Rational(literal: "2.4703282292062328e-324")?.double == .leastNonzeroMagnitude)
    #expect(Rational(literal: "1.7976931348623158e308")?.double == .greatestFiniteMagnitude)
    #expect(Rational(literal: "1.7976931348623159e308")?.double == .infinity)
    #expect(Rational(literal: "9007199254740993")?.double == 9_007_199_254_740_992)
    #expect(Rational(literal: "9007199254740995")?.double == 9_007_199_254_740_996)
    for value in [0.1, 1.5e300, 1e300, -12345.678, .pi, .leastNormalMagnitude] {
      #expect(Rational(exactly: value)?.double == value)
    }
  }

  @Test func rootsAreExactOrNil() {
    #expect(Rational(9, over: 4)?.squareRoot == Rational(3, over: 2))
    #expect(Rational(2).squareRoot == nil)
    #expect(Rational(-8).root(3) == -2)
    #expect(Rational(-4).root(2) == nil)
  }

  @Test func powersAreBounded() {
    #expect(Rational(2).power(10) == 1024)
    #expect(Rational(2, over: 3)?.power(-2) == Rational(9, over: 4))
    #expect(Rational(0).power(-1) == nil)
    #expect(Rational(3).power(1 << 40) == nil)
    #expect(Rational(-1).power(Int.max) == -1)
  }

  @Test func decimalTextsAreWholeOrNil() {
    #expect(Rational(-1, over: 8)?.decimalText == "-0.125")
    #expect(Rational(1, over: 3)?.decimalText == nil)
    #expect(Rational(1234).decimalText == "1234")
  }

  @Test func theSmallestIntIsHandled() {
    let least = Rational(Int.min)
    #expect(least.int == Int.min)
    #expect((-least).description == "9223372036854775808")
    #expect(least + 1 == Rational(Int.min + 1))
    #expect(least * -1 == -least)
  }
}

/// A fixed source of numbers for tests.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Uniform in a range.
  mutating func double(in range: ClosedRange<Double>) -> Double {
    let unit = Double(next() >> 11) / 9_007_199_254_740_992
    return range.lowerBound + unit * (range.upperBound - range.lowerBound)
  }
}
