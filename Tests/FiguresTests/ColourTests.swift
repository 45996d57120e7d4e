import Testing

@testable import Figures

@Suite struct ColourTests {
  @Test func everyColourStandsOutFromBothPages() throws {
    let colours = FigureColours([:])
    let names = ["#307EC7", "#9621E2", "#000", "#fff", "#ffff00", "#00f", "#808080", "red", "gray"]
    for (index, name) in names.enumerated() {
      let pair = colours.pair(name, index: index)
      let light = try #require(Colour(hex: pair.light))
      let dark = try #require(Colour(hex: pair.dark))
      #expect(light.contrast(with: Colour.lightPage) >= 3, "\(name)")
      #expect(dark.contrast(with: Colour.darkPage) >= 3, "\(name)")
    }
    for pair in FigureColours.palette {
      let light = try #require(Colour(hex: pair.light))
      let dark = try #require(Colour(hex: pair.dark))
      #expect(light.contrast(with: Colour.lightPage) >= 3)
      #expect(dark.contrast(with: Colour.darkPage) >= 3)
    }
  }

  @Test func aColourThatStandsOutIsLeftAsItIs() {
    #expect(FigureColours([:]).pair("#307EC7", index: 0).light == "#307ec7")
  }

  @Test func knownContrastsAreMet() throws {
    let blue = try #require(Colour(hex: "#307EC7"))
    #expect((blue.contrast(with: Colour.lightPage) - 4.26).magnitude < 0.01)
  }
}
