import Diagnostics
import Testing

@testable import SwiftEval

/// What is Lemma's own in `bins`: its edges are real numbers, and which bin a value belongs to is
/// decided in both readings. What it counts is compared with Swift by the differential tests.
@Suite struct BinsTests {
  private let lesson = Evaluating()

  @Test func edgesAreRealNumbers() {
    _ = lesson.cell("let thirds = bins([0, 1], count: 3)")
    #expect(lesson.value("\"\\(thirds[1].lower, decimals: 20)\"") == "0.33333333333333333333")
    #expect(lesson.value("thirds[0].upper + thirds[0].upper + thirds[0].upper == 1") == "true")
  }

  @Test func aValueOnAnEdgeBelongsToTheBinThatBeginsThere() {
    #expect(lesson.value("bins([0, 0.25, 0.5, 1], count: 2).map { $0.count }") == "[2, 2]")
    #expect(lesson.value("bins([sqrt(2), 0, sqrt(8)], count: 2).map { $0.count }") == "[1, 2]")
  }

  @Test func whereTheReadingsPutAValueInDifferentBinsTheCellStops() {
    #expect(lesson.value("bins([0, 0.3, 1], count: 10)[3].count") == "1")
    let text = "bins([0, 1 - 0.9, 1], count: 10)"
    #expect(lesson.cell(text) == "readings-part: \(text)\n")
  }

  @Test(arguments: [
    ("bins([], count: 3)", "bins of no values need bounds: bins(_:count:in:)"),
    ("bins([2, 2], count: 3)", "bins need bounds that differ"),
    ("bins([1, 2], count: 3, in: 4...4)", "bins need bounds that differ"),
    ("bins([1, 2], count: 0)", "there is at least one bin, not 0"),
  ])
  func whatHasNoBinsIsSaidAtTheCall(text: String, message: String) throws {
    let diagnostic = try #require(lesson.evaluator.evaluate(Excerpt(text)).diagnostics.first)
    #expect(diagnostic.message.id == "precondition")
    #expect(diagnostic.message.text == message)
    #expect(diagnostic.file.text(in: diagnostic.span) == text)
  }

  @Test func moreBinsThanElementsMayBeMadeAreRefused() {
    var limits = Limits.standard
    limits.elements = 100
    let small = Evaluating(limits: limits)
    #expect(small.cell("bins([0, 1], count: 200)") == "memory-limit: bins([0, 1], count: 200)\n")
  }
}
