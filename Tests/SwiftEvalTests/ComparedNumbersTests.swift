import Diagnostics
import Testing

@testable import MathCore
@testable import SwiftEval

/// Comparisons of numbers that are close, long or binary, and what is said of them.
@Suite struct ComparedNumbersTests {
  private let lesson = Evaluating()

  /// What the first diagnostic says.
  private func report(_ text: String) -> String? {
    lesson.evaluator.evaluate(Excerpt(text)).diagnostics.first?.message.text
  }

  @Test(arguments: [
    (
      "0.1 + 0.2 > 0.3",
      "in mathematics 0.3 > 0.3 is false, in Swift 0.30000000000000004 > 0.3 is true"
    ),
    (
      "0.3 >= 0.1 + 0.2",
      "in mathematics 0.3 >= 0.3 is true, in Swift 0.3 >= 0.30000000000000004 is false"
    ),
    (
      "(1 + 1e-30) - 1 > 5e-31",
      "in mathematics 1 × 10⁻³⁰ > 5 × 10⁻³¹ is true, in Swift 0.0 > 5e-31 is false"
    ),
    (
      "sqrt(2) == sqrt(2) + 1e-25",
      "in mathematics 1.4142135623730950488016887… == 1.4142135623730950488016888… is false,"
        + " in Swift 1.4142135623730951 == 1.4142135623730951 is true"
    ),
  ])
  func readingsThatPartAreToldAsTheyWereWritten(_ condition: String, _ text: String) {
    #expect(report(condition)?.replacing("\u{A0}", with: " ") == text)
  }

  @Test(arguments: [
    "Double.ulpOfOne == pow(2, -52)", "Double.leastNormalMagnitude == pow(2, -1022)",
    "Double.leastNonzeroMagnitude == pow(2, -1074)",
    "Double.greatestFiniteMagnitude == (2 - pow(2, -52)) * pow(2, 1023)",
    "Double(Float.ulpOfOne) == pow(2, -23)",
  ])
  func constantsOfBinary64AreExact(_ condition: String) {
    #expect(lesson.value(condition) == "true")
  }

  @Test(arguments: [
    "asReal(pow(1.005, 360.0) * pow(1.005, -360.0) == 1 ? 1 : 0)",
    "asReal(pow(1.01, 500.0) * 1.01 == pow(1.01, 501.0) ? 1 : 0)",
    "exact { pow(1.01, 600) / pow(1.01, 599) == 1.01 ? 1 : 0 }",
    "cos(Double.pi / 22) / cos(Double.pi / 22)",
  ])
  func longNumbersAreOne(_ expression: String) {
    let value = lesson.evaluator.evaluate(expression: Excerpt(expression)).value
    #expect(value?.scalarReal?.recognized == .one)
  }

  @Test func whatIsNotDecidedIsNamedInAFewWords() throws {
    _ = lesson.cell(
      "func f(_ n: Int) -> Double { (0..<n).reduce(tgamma(0.5)) { x, _ in x + 1 } }")
    let text = try #require(report("f(60) == sqrt(Double.pi) + 60"))
    #expect(text.hasSuffix("… is not decided"))
    #expect(text.count < 130)
    let long = try #require(report("f(700) == sqrt(Double.pi) + 700"))
    #expect(long.contains("0 to 24"))
  }
}

extension CellValue {
  fileprivate var scalarReal: RealNumber? {
    if case .scalar(let x) = self { x.real } else { nil }
  }
}
