import Diagnostics
import MathCore
import Testing

@testable import SwiftEval

/// The two readings of a Double in cells, and where they part.
@Suite struct ReadingsTests {
  private let lesson = Evaluating()

  /// The real value, as text.
  private func real(_ text: String) -> String? {
    guard case .scalar(let x)? = lesson.evaluator.evaluate(expression: Excerpt(text)).value else {
      return nil
    }
    return x.real.text
  }

  /// The first diagnostic with its help.
  private func report(_ text: String) -> (text: String, help: [String])? {
    let diagnostic = lesson.evaluator.evaluate(Excerpt(text)).diagnostics.first
    return diagnostic.map { ($0.message.text, $0.help) }
  }

  @Test func aSumOfTenthsIsExactInTheReals() {
    #expect(real("0.1 + 0.2") == "0.3")
    #expect(lesson.value("0.1 + 0.2") == "0.30000000000000004")
  }

  @Test func capturedAndGlobalValuesKeepBothReadings() {
    _ = lesson.cell("let k = 0.1\nfunc plus(_ a: Double) -> (Double) -> Double { { $0 + a } }")
    #expect(real("plus(k)(0.2)") == "0.3")
    #expect(real("[0.1, 0.2].reduce(0, +)") == "0.3")
  }

  @Test func asComputedIsAnExactBinaryNumber() {
    #expect(real("asComputed(0.1 + 0.2) - 0.3") == RealNumber(exactly: 0.1 + 0.2).minus("0.3"))
    #expect(lesson.value("asComputed(1.0 / 0)") == "inf")
    #expect(lesson.value("asComputed(log(-1)) == 1") == "false")
  }

  @Test func asComputedTakesWhatSwiftComputedOfCaptures() {
    _ = lesson.cell(
      "let sum = 0.1 + 0.2\nfunc twice(_ x: Double) -> Double { asComputed(x + sum) }")
    #expect(real("twice(0)") == real("asComputed(0.1 + 0.2)"))
  }

  /// What Swift computes is known within `asReal`, of outer variables and of inner ones.
  @Test(arguments: [
    "asReal(asComputed(0.1 + 0.2) - 0.3)", "asReal(asComputed(third) - 0.3)",
    "asReal(miss(third))", "asReal({ let y = 0.1 + 0.2; return asComputed(y) - 0.3 }())",
  ])
  func asRealKnowsWhatIsComputed(_ expression: String) {
    _ = lesson.cell(
      """
      let third = 0.1 + 0.2
      func miss(_ y: Double) -> Double { asComputed(y) - 0.3 }
      """)
    #expect(lesson.value(expression) == "4.4408920985006264e-17")
  }

  @Test func asRealRoundsTheRealNumber() {
    #expect(lesson.value("asReal(0.1 + 0.2)") == "0.3")
    #expect(lesson.value("asReal(0.1 + 0.2 == 0.3 ? 1 : 2)") == "1.0")
    #expect(lesson.value("asComputed(0.1 + 0.2 == 0.3 ? 1 : 2)") == "2.0")
  }

  @Test func oneReadingCannotChangeVariables() {
    _ = lesson.cell("var n = 0.0\nfunc next() -> Double { n += 1; return n }")
    _ = lesson.cell("func raise(_ x: inout Double) -> Double { x += 1; return x }")
    #expect(lesson.cell("asComputed(next())") == "precondition: asComputed(next())\n")
    #expect(lesson.cell("asReal(raise(&n))") == "precondition: asReal(raise(&n))\n")
    #expect(lesson.cell("n") == "0.0\n")
  }

  @Test func exactNumbersGrowInsideOfExact() {
    _ = lesson.cell("func power(_ n: Int) -> Double { (1...n).reduce(1.0) { x, _ in x * 3 } }")
    #expect(real("exact { power(5000) / power(4999) }") == "3")
  }

  @Test(arguments: [
    ("if 0.1 + 0.2 == 0.3 { print(1) }", "readings-part: 0.1 + 0.2 == 0.3\n"),
    ("Int(0.3 / 0.1)", "readings-part: Int(0.3 / 0.1)\n"),
    ("Int(exactly: 0.1 * 3 * 10)", "readings-part: Int(exactly: 0.1 * 3 * 10)\n"),
    (
      "[0.3, 0.1 * 3 - 1e-20].sorted()", "readings-part: [0.3, 0.1 * 3 - 1e-20].sorted()\n"
    ),
    (
      "for x in stride(from: 0, through: 0.3, by: 0.1) { print(x) }",
      "readings-part: stride(from: 0, through: 0.3, by: 0.1)\n"
    ),
    ("log(-1)", "undefined: log(-1)\n"),
    ("1.0 / 0", "undefined: 1.0 / 0\n"),
    ("0.5.ulp", "only-as-computed: 0.5.ulp\n"),
    ("(0.1).nextUp", "only-as-computed: (0.1).nextUp\n"),
    ("(0.1).isNaN", "only-as-computed: (0.1).isNaN\n"),
    ("(0.1).significand", "only-as-computed: (0.1).significand\n"),
    ("(-0.1).sign == .minus", "only-as-computed: (-0.1).sign\n"),
    (
      "Double(sign: .minus, exponent: 2, significand: 1)",
      "only-as-computed: Double(sign: .minus, exponent: 2, significand: 1)\n"
    ),
  ])
  func whereTheReadingsPartTheCellStops(text: String, expected: String) {
    #expect(lesson.cell(text) == expected)
  }

  @Test(arguments: [
    ("[0.1 * 3, 0.3].sorted()", "[0.3, 0.30000000000000004]"),
    ("[1 + 1e-20, 1].sorted() == [1, 1 + 1e-20]", "true"),
    ("[0.3, 0.1 * 3].max()!", "0.30000000000000004"), ("[0.1 * 3, 0.3].min()!", "0.3"),
  ])
  func oneReadingBreaksTheTiesOfTheOther(text: String, expected: String) {
    #expect(lesson.value(text) == expected)
  }

  @Test(arguments: [
    ("stride(from: 0.15, through: 0.45, by: 0.15)", 3),
    ("stride(from: 0, through: sqrt(2), by: sqrt(2) / 10)", 11),
    ("stride(from: 0.45, through: 0.15, by: -0.15)", 3), ("stride(from: 0, to: 0.3, by: 0.1)", 3),
  ])
  func aStrideIsRunByItsCount(text: String, count: Int) {
    #expect(lesson.value("Array(\(text)).count") == "\(count)")
    #expect(lesson.cell("var n = 0\nfor _ in \(text) { n += 1 }\nn").hasSuffix("\(count)\n"))
    #expect(lesson.value("asComputed(Double(Array(\(text)).count))") == "\(count).0")
  }

  /// What the help of a cell that stops says to write.
  @Test(arguments: [
    ("asComputed(0.1 + 0.2 == 0.3)", "false"), ("asReal(0.1 + 0.2 == 0.3)", "true"),
    ("asComputed((0.1).isNaN)", "false"), ("asComputed((0.1).exponent)", "-4"),
    ("asComputed(Float(0.1))", "0.1"), ("asComputed(UInt64(7))", "7"),
    ("asReal(Int(0.3 / 0.1))", "3"), ("asComputed(Int(0.3 / 0.1))", "2"),
    ("asComputed(1 / 2)", "0.5"), ("asComputed((0.1).isNaN ? 1 : 2)", "2.0"),
    ("asReal(asComputed(0.1 + 0.2 == 0.3))", "false"),
  ])
  func oneReadingGivesNumbersAndBools(text: String, expected: String) {
    #expect(lesson.value(text) == expected)
  }

  @Test(arguments: [
    "asComputed(0.5.ulp)", "asReal(Double(Int(0.3 / 0.1)))", "(0.1).isZero", "(2.5).rounded(.up)",
    "asComputed((0.1).isNaN ? 1 : 2)", "Double.minimum(1, 2)", "(7.5).remainder(dividingBy: 2)",
  ])
  func whatOneReadingDecidesDoesNotStop(text: String) {
    #expect(lesson.evaluator.evaluate(Excerpt(text)).diagnostics.isEmpty)
  }

  @Test func halvesAreRoundedToEvenInBothReadings() {
    for (text, value) in [
      ("0.5", "0.0"), ("1.5", "2.0"), ("2.5", "2.0"), ("-3.5", "-4.0"), ("2.4", "2.0"),
    ] {
      #expect(lesson.value("(\(text)).rounded(.toNearestOrEven)") == value)
      #expect(Evaluating(reading: .computed).value("(\(text)).rounded(.toNearestOrEven)") == value)
    }
  }

  /// 100.49999999999999 in Swift, 100.5 in mathematics.
  @Test func eachReadingIsRoundedByItself() {
    for (rule, value, number) in [
      (".toNearestOrEven", "100.0", "100"), (".up", "101.0", "101"),
      (".awayFromZero", "101.0", "101"),
    ] {
      let text = "(1.005 * 100).rounded(\(rule))"
      #expect(lesson.value(text) == value)
      #expect(real(text) == number)
    }
    #expect(lesson.value("(1.015 * 100).rounded(.toNearestOrEven)") == "101.0")
    #expect(real("(1.015 * 100).rounded(.toNearestOrEven)") == "102")
  }

  @Test(arguments: [
    (
      "stride(from: 0, through: 0.3, by: 0.1)", "3 values in Swift and 4",
      "write (0...3).map { Double($0) / 10 }"
    ),
    (
      "stride(from: 0.1, through: 0.7, by: 0.2)", "3 values in Swift and 4",
      "write (0...3).map { Double(1 + 2 * $0) / 10 }"
    ),
    (
      "stride(from: 0.3, through: 0, by: -0.1)", "3 values in Swift and 4",
      "write (0...3).map { Double(3 - $0) / 10 }"
    ),
  ])
  func aStrideThatPartsShowsWhatWasMeant(text: String, counts: String, help: String) throws {
    let found = try #require(report("Array(\(text))"))
    #expect(found.text == "this stride has \(counts) in mathematics")
    #expect(found.help == [help])
  }

  @Test func aComparisonThatPartsSaysBothSides() throws {
    let found = try #require(report("if 0.1 + 0.2 > 0.3 { print(1) }"))
    #expect(
      found.text
        == "in mathematics 0.3 > 0.3 is false, in Swift 0.30000000000000004 > 0.3 is true")
    #expect(found.help.count == 1)
  }

  @Test func whatIsPrintedFarFromTheRealNumberIsWarnedOfOnce() {
    _ = lesson.cell("func small(_ x: Double) -> Double { (1 + x) - 1 }")
    #expect(
      lesson.cell("for _ in 0..<3 { print(small(1e-15)) }")
        == "1.1102230246251565e-15\n1.1102230246251565e-15\n1.1102230246251565e-15\n"
        + "computed-differs: print(small(1e-15))\n")
    #expect(
      lesson.evaluator.evaluate(expression: Excerpt("\"\\(small(1e-15))\"")).diagnostics
        .map(\.message.id) == ["computed-differs"])
    #expect(lesson.cell("print(0.1 + 0.2, asComputed(small(1e-15)))").contains("differs") == false)
  }

  @Test func aCallFromOutsideIsWarnedOf() throws {
    let function = try #require(lesson.function("{ (x: Double) -> String in \"\\((1 + x) - 1)\" }"))
    _ = try lesson.evaluator.call(function, [.scalar(Reading(literal: 1e-15, text: "1e-15"))])
    #expect(lesson.evaluator.takeWarnings().map(\.message.id) == ["computed-differs"])
    #expect(lesson.evaluator.takeWarnings().isEmpty)
  }

  @Test func interpolationWithDigitsPublishesTheRealNumber() {
    _ = lesson.cell("let x = 1 - 1 / (1 + exp(-30.0)), y = 2.0 / 3")
    #expect(lesson.value("\"\\(x, decimals: 18)\"") == "0.000000000000093576")
    #expect(lesson.value("\"\\(-y, decimals: 2) \\(y, significant: 4)\"") == "-0.67 0.6667")
    #expect(lesson.cell("\"\\(1.5, digits: 2)\"") == "outside-subset: \\(1.5, digits: 2)\n")
    #expect(lesson.cell("\"\\(1.5, decimals: -1)\"") == "precondition: \\(1.5, decimals: -1)\n")
  }

  @Test func inTheComputedModeSwiftRunsAlone() {
    let swift = Evaluating(reading: .computed)
    #expect(swift.cell("0.1 + 0.2 == 0.3") == "false\n")
    #expect(swift.cell("log(-1).isNaN") == "true\n")
    #expect(swift.cell("Array(stride(from: 0, through: 0.3, by: 0.1)).count") == "3\n")
    #expect(swift.cell("let f = { (x: Double) in x * 0.1 }") == "")
    #expect(swift.value("f(3)") == "0.30000000000000004")
  }

  @Test func aCurveIsSampledInBinary64() throws {
    let function = try #require(lesson.function("{ (x: Double) -> Double in 1 / x }"))
    #expect(try lesson.evaluator.call(function, at: 0) == .infinity)
    #expect(try lesson.evaluator.call(function, at: 4) == 0.25)
  }

  @Test func tracesSeeRealValues() {
    _ = lesson.cell("let sum = 0.1 + 0.2\nvar list = [1.0 / 3, sqrt(2)]")
    #expect(lesson.trace("{ (x: Double) -> Double in sum * x }", "x") == "3·x/10")
    #expect(lesson.trace("{ (x: Double) -> Double in list[0] * x }", "x") == "x/3")
    #expect(lesson.trace("{ () -> Double in list[1] * list[1] }") == "2")
    #expect(
      lesson.trace("{ (x: Double) -> Double in asComputed(x) }", "x").hasPrefix("untraceable"))
    #expect(lesson.trace("{ (x: Double) -> Double in asReal(x) + 1 }", "x") == "x + 1")
  }
}

extension RealNumber {
  fileprivate func minus(_ text: String) -> String? {
    try? RealNumber.subtract(self, RealNumber(literal: 0, text: text)).text
  }
}
