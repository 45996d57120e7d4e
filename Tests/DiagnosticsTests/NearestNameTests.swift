import Testing

@testable import Diagnostics

@Suite struct NearestNameTests {
  @Test func theNearestOfFewNamesIsFound() {
    #expect(NearestName.nearest(to: "sigmiod", in: ["sigma", "sigmoid"]) == "sigmoid")
    #expect(NearestName.nearest(to: "x", in: ["sigma"]) == nil)
  }

  /// Each of many misspelt names would be compared with each of many known ones.
  @Test func amongManyNamesNoneIsLookedFor() {
    let names = (0...NearestName.mostKnown).map { "name\($0)" }
    #expect(NearestName.nearest(to: "nam1", in: names.dropLast()) != nil)
    #expect(NearestName.nearest(to: "nam1", in: names) == nil)
  }
}
