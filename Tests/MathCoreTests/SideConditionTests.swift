import Testing

@testable import MathCore

@Suite struct SideConditionTests {
  private let x = Expression.variable("x")

  private func essential(
    _ part: Expression, _ relation: SideCondition.Relation, _ bound: Int = 0
  ) -> String? {
    SideCondition(part, relation, bound).essential?.description
  }

  @Test func whatDoesNotChangeAConditionIsLeftOut() throws {
    let sum = try 1 + .apply(.exp, -x)
    #expect(try essential((sum * sum) * (sum * sum), .notEqual) == "1 + e^(−x) ≠ 0")
    #expect(try essential(1 + .apply(.exp, -(-(-x))), .notEqual) == "1 + e^(−x) ≠ 0")
    #expect(try essential(.apply(.sqrt, sum), .notEqual) == "1 + e^(−x) ≠ 0")
    #expect(try essential(Expression(3) * x, .greater) == "x > 0")
  }

  /// An even power is never negative, and a negative factor turns the relation round.
  @Test func whatDoesChangeItStays() throws {
    #expect(try essential(x * x, .greater) == "x^2 > 0")
    #expect(try essential(x * x * x, .greater) == "x > 0")
    #expect(try essential(Expression(-3) * x, .greater) != "x > 0")
    #expect(try essential(x * x, .greater, -1) == "x^2 > −1")
  }

  @Test func conditionsOnNumbersSayNothingToAReader() throws {
    #expect(try essential(.apply(.sqrt, 2), .notEqual) == nil)
    #expect(essential(.pi, .notLess) == nil)
  }
}
