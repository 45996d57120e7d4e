import Testing

@testable import MathCore

@Suite struct TracedScalarTests {
  private func run(_ program: (TracedScalar) throws -> TracedScalar) throws -> [TracedPath] {
    try PathEnumeration.paths { try program($0.variable("x")) }
  }

  @Test func aProgramWithoutConditionsHasOnePath() throws {
    let paths = try run { x in
      try .divide(TracedScalar(1), .add(TracedScalar(1), .apply(.exp, .negate(x))))
    }
    #expect(paths.count == 1)
    #expect(paths[0].conditions.isEmpty)
    #expect(paths[0].value.description == "1/(1 + e^(−x))")
  }

  @Test func eachConditionSplitsThePathOnce() throws {
    let paths = try run { x in
      if try TracedScalar.isLess(x, TracedScalar(0)) {
        return try TracedScalar.isLess(x, TracedScalar(0)) ? .negate(x) : TracedScalar(7)
      }
      return try TracedScalar.isLessOrEqual(TracedScalar(0), x) ? x : TracedScalar(8)
    }
    #expect(paths.map(\.value.description) == ["−x", "x"])
    #expect(paths.map { $0.conditions.map(\.description) } == [["x < 0"], ["0 ≤ x"]])
  }

  @Test func whatFollowsFromEarlierAnswersIsNotAsked() throws {
    let paths = try run { x in
      guard try TracedScalar.isLess(x, TracedScalar(1)) else { return TracedScalar(3) }
      return try TracedScalar.isLess(x, TracedScalar(2)) ? TracedScalar(1) : TracedScalar(2)
    }
    #expect(paths.map(\.value.description) == ["1", "3"])
  }

  @Test func constantsAreComparedExactly() throws {
    let paths = try run { x in
      let sum = try TracedScalar.add(
        TracedScalar(literal: 0.1, text: "0.1"), TracedScalar(literal: 0.2, text: "0.2"))
      let isEqual = try TracedScalar.isEqual(sum, TracedScalar(literal: 0.3, text: "0.3"))
      return isEqual ? x : TracedScalar(0)
    }
    #expect(paths.map(\.value.description) == ["x"])
    let root = try TracedScalar.apply(.sqrt, TracedScalar(2))
    #expect(try TracedScalar.isLess(root, TracedScalar(literal: 1.42, text: "1.42")))
    #expect(try TracedScalar.int(.multiply(root, TracedScalar(100))) == 141)
  }

  @Test func equalButIrrationalConstantsAreUndecidedNotGuessed() throws {
    let root = try TracedScalar.apply(.sqrt, TracedScalar(2))
    let square = try TracedScalar.multiply(root, root)
    #expect(throws: ScalarFailure.undecided) { try TracedScalar.isLess(square, TracedScalar(2)) }
  }

  @Test func moreThanSixtyFourPathsAreALimit() {
    #expect(throws: ScalarFailure.self) {
      try PathEnumeration.paths { path in
        for index in 0..<7 {
          _ = try TracedScalar.isLess(path.variable("x\(index)"), TracedScalar(0))
        }
        return path.variable("x0")
      }
    }
  }

  @Test func anEndlessLoopOverAVariableIsALimit() {
    #expect(throws: ScalarFailure.self) {
      try run { x in
        var x = x
        while true { x = try .add(x, TracedScalar(1)) }
      }
    }
  }

  @Test func linearConditionsRestrictTheDomain() throws {
    let x = Expression.variable("x")
    let below = PathCondition(try -x, .less, try Expression(6) / 4)
    #expect(below.restriction?.interval.description == "(−3/2, ∞)")
    let domain = Domain.reals.restricted(by: [
      below, PathCondition(x, .lessOrEqual, 2), PathCondition(x, .notEqual, 2),
    ])
    #expect(domain?["x"].description == "(−3/2, 2)")
    #expect(PathCondition(try x * x, .less, 1).restriction == nil)
    #expect(PathCondition(x, .less, .variable("y")).restriction == nil)
  }
}
