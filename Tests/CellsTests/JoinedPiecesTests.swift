import Testing

@testable import Cells

/// Functions by cases: what holds of each case holds of the whole only where they fit.
@Suite struct JoinedPiecesTests {
  /// The case of the last point, or of the first.
  @Test(arguments: [
    "MonotonicityCheck({ x in x == 1 ? 0 : x }, .increasing, over: 0...1)",
    "MonotonicityCheck({ x in x >= 1 ? 0 : x }, .increasing, over: 0...1)",
    "MonotonicityCheck({ x in x > 0 ? x : 1 }, .increasing, over: 0...1)",
    "MonotonicityCheck({ x in x > 0 ? exp(x) : 3 }, .increasing, over: 0...1)",
    "MonotonicityCheck({ x in x > 0 ? sqrt(x) : 5 }, .increasing, over: 0...)",
    "DerivativeCheck(of: { x in x == 1 ? 0 : x }, is: { x in 1 }, over: 0...1)",
    "DerivativeCheck(of: { x in x > 0 ? exp(x) : 3 }, is: { x in exp(x) }, over: 0...1)",
    "DerivativeCheck(of: { x in x * x }, is: { x in x <= 0 ? 7 : 2 * x }, over: 0...1)",
  ])
  func aCaseAtAnEndCounts(_ check: String) {
    let verdict = LessonRun.verdict(check)
    #expect(verdict.hasPrefix("refuted: "), "\(verdict)")
  }

  @Test(arguments: [
    "MonotonicityCheck({ x in x == 1 ? 1 : x }, .increasing, over: 0...1)",
    "MonotonicityCheck({ x in x >= 1 ? 0 : x }, .increasing, over: 0..<1)",
    "DerivativeCheck(of: { x in x > 0 ? exp(x) : 1 }, is: { x in exp(x) }, over: 0...1)",
    "DerivativeCheck(of: { x in x * x }, is: { x in x <= 0 ? 0 : 2 * x }, over: 0...1)",
  ])
  func aCaseThatFitsIsProved(_ check: String) {
    let verdict = LessonRun.verdict(check)
    #expect(verdict.hasPrefix("proved: "), "\(verdict)")
  }

  /// So that a checker sees where cases meet.
  @Test func jointsAreClaimsOfTheirOwn() throws {
    let run = LessonRun(cell: "MonotonicityCheck({ x in x < 1 ? x : 2 * x - 1 }, .increasing)")
    let check = try #require(run.checks.first)
    let kinds = check.verdict.certificates.map { $0.json.contains("\"kind\":\"equal\"") }
    #expect(kinds.filter { $0 }.count == 1)
  }
}
