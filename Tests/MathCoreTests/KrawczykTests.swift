import Testing

@testable import MathCore

@Suite struct KrawczykTests {
  @Test func aSolutionIsNarrowedToThePrecisionAskedFor() throws {
    let circle = try parse("x^2 + y^2 - 3")
    let curve = try parse("y - exp(x)/2")
    let found = try #require(
      Krawczyk([circle, curve], variables: ["x", "y"], near: [1, 1]))
    let box = try #require(found.narrowed(precision: 300))
    #expect(box.allSatisfy { $0.isNarrow(300) })
    let there = ExpressionTape([circle, curve], variables: ["x", "y"])
      .values(at: box, precision: 320)
    #expect(there.allSatisfy { $0.containsZero })
  }

  @Test func aDoubleZeroIsNotProved() throws {
    let found = Krawczyk([try parse("(x - 1)^2")], variables: ["x"], near: [2])
    #expect(found == nil)
  }

  @Test func anInverseTimesItsMatrixIsOne() throws {
    let matrix = SquareMatrix([[0, 2, 1], [1, -1, 0], [3, 0, 4]])
    let inverse = try #require(matrix.inverse)
    for (index, row) in matrix.rows.enumerated() {
      let unit = inverse.times(matrix.rows.map { $0[index] })
      #expect(row.count == unit.count)
      for (place, value) in unit.enumerated() {
        #expect((value - (place == index ? 1 : 0)).magnitude < 1e-14)
      }
    }
    #expect(SquareMatrix([[1, 2], [2, 4]]).inverse == nil)
  }
}
