import Testing

@testable import MathCore

@Suite struct ExpressionEnclosureTests {
  @Test func hardConstantsAreEnclosedAtAnyPrecision() throws {
    // Digits by mpmath at 70 digits.
    for (text, digits) in [
      (
        "sqrt(10000000001) - sqrt(10000000000)",
        "4.999999999875000000006249999999609375000027343749997949218749694768617e-6"
      ),
      (
        "exp(pi*sqrt(163))",
        "262537412640768743.9999999999992500725971981856888793538563373369908628"
      ),
      ("1 - 1/(1 + exp(-30))", "9.357622968839298953839562653284984111575735427869585557e-14"),
    ] {
      let expression = try parse(text.replacing("pi", with: "acos(-1)"))
      let truth = try #require(Rational(literal: digits))
      let enclosure = try #require(expression.enclosure(precision: 300))
      let lower = try #require(enclosure.lowerRational)
      let upper = try #require(enclosure.upperRational)
      let slack = truth.magnitude * Rational(literal: "1e-45")!
      #expect((lower - truth).magnitude < slack && (upper - truth).magnitude < slack, "\(text)")
      #expect((upper - lower) < truth.magnitude * Rational(literal: "1e-60")!)
    }
  }

  @Test func undefinedConstantsSaySo() throws {
    #expect(try parse("log(-1)").enclosure(precision: 64)?.definedness == .nowhere)
    #expect(try parse("1/(2 - 2)").enclosure(precision: 64)?.definedness == .nowhere)
    #expect(try parse("x + 1").enclosure(precision: 64) == nil)
  }

  @Test func morePrecisionIsNarrower() throws {
    let expression = try parse("sin(exp(10)) + atan(3)/7")
    let widths = try [64, 128, 256].map { precision in
      try #require(expression.enclosure(precision: precision)).width
    }
    #expect(widths[1] < widths[0] && widths[2] < widths[1])
    let (wide, narrow) = (
      try #require(expression.enclosure(precision: 64)),
      try #require(expression.enclosure(precision: 256))
    )
    #expect(wide.contains(narrow))
  }

  @Test func definedNumbersAreEnclosedByTheirOwnMeans() throws {
    let root = DefinedNumber(description: "√2") { precision in
      .apply(.sqrt, .whole(2, precision: precision))
    }
    let square = try Expression.defined(root) * .defined(root)
    let enclosure = try #require(square.enclosure(precision: 128))
    #expect(enclosure.contains(BigFloat(2)))
    #expect(try #require(enclosure.width.rational) < Rational(literal: "1e-36")!)
    let lost = DefinedNumber(description: "nothing") { _ in nil }
    #expect(Expression.defined(lost).enclosure(precision: 64) == nil)
  }
}
