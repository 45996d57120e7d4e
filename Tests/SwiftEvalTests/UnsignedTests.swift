import Diagnostics
import Testing

@testable import SwiftEval

/// `UInt64` and `SplitMix64` where the differential tests do not look: the reals, and what is said.
@Suite struct UnsignedTests {
  private let lesson = Evaluating()

  @Test func aDoubleOfItIsExactInTheReals() {
    let odd = "Double(9_007_199_254_740_993 as UInt64)"
    #expect(lesson.value(odd) == "9007199254740992.0")
    #expect(lesson.value("\"\\(\(odd), decimals: 0)\"") == "9007199254740993")
  }

  @Test func theNumbersAreThoseOfTheReferenceImplementation() {
    _ = lesson.cell("var generator = SplitMix64(seed: 1234567)")
    #expect(lesson.cell("generator.next()") == "6457827717110365317\n")
    #expect(lesson.cell("generator.next()") == "3203168211198807973\n")
  }

  @Test func bothReadingsDrawTheSameNumbers() {
    _ = lesson.cell(
      "func draw(_ g: inout SplitMix64) -> Double { Double(g.next() >> 11) / 9007199254740992 }")
    _ = lesson.cell("var g = SplitMix64(seed: 42)\nlet drawn = (0..<3).map { _ in draw(&g) }")
    #expect(
      lesson.value("drawn") == "[0.7415648787718233, 0.1599103928769201, 0.27860113025513866]")
    #expect(lesson.value("derivative(of: { x in x * drawn[1] })(5)") == "0.1599103928769201")
  }

  @Test(arguments: [
    ("let a: UInt64 = -1", "-1 does not fit into a UInt64"),
    ("let a: UInt64 = 18446744073709551616", "18446744073709551616 does not fit into a UInt64"),
    ("UInt64.max + 1", "arithmetic overflow"),
    ("UInt64.max / 0", "division by zero"),
    ("Int(UInt64.max)", "arithmetic overflow"),
    ("UInt64(\"z\", radix: 37)", "radix must be from 2 to 36"),
  ])
  func whatIsNoNumberIsSaid(text: String, message: String) {
    #expect(lesson.evaluator.evaluate(Excerpt(text)).diagnostics.map(\.message.text) == [message])
  }
}
