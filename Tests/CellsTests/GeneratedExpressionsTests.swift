import Foundation
import LessonSyntax
import Testing

@testable import Cells

/// Expressions with their values by MPFR at 2,000 bits: see Fixtures/generate-expression-values.py.
@Suite struct GeneratedExpressionsTests {
  private static let lines: [(expression: String, value: String)] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/expression-values.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t")
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
  }()

  @Test func thereAreTwoThousand() { #expect(Self.lines.count == 2_000) }

  @Test func noDigitIsWrong() {
    let lesson =
      LessonRun.sigmoid
      + Self.lines.map { "[\($0.value)](<eval:\($0.expression)>)\n\n" }.joined()
    let run = LessonRun(lesson)
    let wrong = run.results.diagnostics.filter { $0.severity == .error }
    for diagnostic in wrong.prefix(10) {
      let line = diagnostic.file.textOfLine(diagnostic.file.line(at: diagnostic.span.start))
      Issue.record("\(diagnostic.message.text): \(diagnostic.label ?? ""): \(line)")
    }
    #expect(wrong.isEmpty)
    #expect(run.values == Self.lines.map(\.value))
  }

  /// A wrong digit is found: the same texts with the last digit changed.
  @Test func everyWrongLastDigitIsReported() {
    let changed = Self.lines.prefix(200).map { line -> (expression: String, value: String) in
      var value = line.value
      guard let mark = value.firstIndex(of: "e") else { return line }
      let last = value.index(before: mark)
      value.replaceSubrange(last..<mark, with: value[last] == "9" ? "8" : "9")
      return (line.expression, value)
    }
    let run = LessonRun(
      LessonRun.sigmoid + changed.map { "[\($0.value)](<eval:\($0.expression)>)\n\n" }.joined())
    #expect(run.values == Array(repeating: "failed", count: 200))
  }
}
