import Testing

@testable import Cells

/// `#expect`, and what authors are told of checks that fall short.
@Suite struct ExpectationTests {
  @Test(arguments: [
    "(0...8).allSatisfy { k in asComputed(1 / (1 + Double(k) * 0x1p-52)) == 1 - Double(k) * 0x1p-52 }",
    "(1...30).allSatisfy { pow(0.25, Double($0)) > pow(2, -61) }", "3 * 7 == 21",
    "sigmoid(0) == 0.5",
    "asComputed(sigmoid(40)) == 1",
  ])
  func finiteRunsAreProvedByExactArithmetic(_ condition: String) {
    #expect(LessonRun.verdict("#expect(\(condition))") == "proved: exact arithmetic")
  }

  @Test func irrationalNumbersAreComparedByProofs() {
    #expect(LessonRun.verdict("#expect(erf(0.5) < 0.5205)") == "proved: interval enclosure")
  }

  @Test func aSecondArgumentIsTheTitle() throws {
    let run = LessonRun(
      cell: #"#expect(sigmoid(0) < 1, "A half is less than \(1.0, decimals: 0)")"#)
    let check = try #require(run.checks.first)
    #expect(check.caption == "A half is less than 1")
    #expect(check.text == "sigmoid(0) < 1")
  }

  @Test(arguments: [
    (
      "asComputed(sigmoid(40)) == 1 && sigmoid(0) < 1",
      "fl(sigmoid(40))  =1; sigmoid(0)  <1"
    ),
    ("7 / 2 == 3", "trunc((7)/(2))=3"),
    ("sigmoid(0) != 0.25", "sigmoid(0)≠0.25"),
    ("(1...3).allSatisfy { $0 > 0 }", "∀k∈{1,…,3}:k>0"),
    ("[2, 1].sorted() == [1, 2]", ""),
  ])
  func conditionsAreTypesetWhereTheyHaveAFormula(_ condition: String, formula: String) {
    let check = LessonRun(cell: "#expect(\(condition))").checks.first
    #expect(MathText(check?.statement).lines.joined(separator: "; ") == formula)
  }

  @Test func whereTheReadingsPartNothingIsProved() {
    let run = LessonRun(cell: "#expect(sigmoid(40) == 1)")
    #expect(run.checks.isEmpty)
    #expect(run.reports.allSatisfy { $0.hasPrefix("readings-part: ") })
    #expect(!run.reports.isEmpty)
  }

  @Test func aFalseConditionShowsBothSidesOfWhatFailed() {
    let run = LessonRun(cell: "#expect(sigmoid(0) < 1 && sigmoid(0) == 0.75)")
    #expect(run.checks.first?.verdict.detailText == "0.5 < 0.75")
    #expect(run.reports == ["refuted-check: sigmoid(0) < 1 && sigmoid(0) == 0.75"])
  }

  @Test func aVerdictThatIsTooWeakIsReportedAtTheCheck() {
    func reports(_ strength: String) -> [String] {
      LessonRun(
        cell: """
          RootCheck({ x in cos(x) - x }, at: [0.7390851332], within: 1e-9, requires: .\(strength))
          """
      ).reports
    }
    #expect(reports("proved") == ["weak-verdict: { x in cos(x) - x }"])
    #expect(reports("enclosed").isEmpty)
  }

  @Test func aClaimThatNothingDecidesIsReported() {
    #expect(
      LessonRun(cell: "LimitCheck(sin, at: .infinity, is: 0)").reports == ["undecided-check: sin"])
  }

  @Test func impossibleNumbersOfRootsAreReportedAtThem() {
    #expect(LessonRun(cell: "RootCheck(sigmoid, count: -1)").reports == ["impossible-roots: -1"])
    #expect(
      LessonRun(cell: "RootCheck(sigmoid, at: [.infinity])").reports
        == ["impossible-roots: [.infinity]"])
  }

  @Test func oneFunctionIsNoIdentity() {
    #expect(
      LessonRun(cell: "IdentityCheck(sigmoid)").reports == ["lone-identity: IdentityCheck(sigmoid)"]
    )
  }
}
