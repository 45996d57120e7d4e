import Foundation
import Testing

@testable import Pages

@Suite struct ThemeTests {
  /// The variables of a block of the style sheet, by name.
  private func variables(_ css: Substring) -> [String: String] {
    var found: [String: String] = [:]
    for match in css.matches(of: #/--([a-z-]+): (#[0-9a-f]{3,6});/#) {
      found[String(match.1)] = String(match.2)
    }
    return found
  }

  private func luminance(_ hex: String) -> Double {
    var digits = Array(hex.dropFirst())
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    let channels = stride(from: 0, to: 6, by: 2).map { start -> Double in
      let value = Double(Int(String(digits[start...start + 1]), radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  private func contrast(_ a: String, _ b: String) -> Double {
    let (low, high) = (min(luminance(a), luminance(b)), max(luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)
  }

  @Test func textStandsOutFromThePageInBothSchemes() throws {
    let css = Theme.colours
    let dark = try #require(css.range(of: "@media"))
    let decorations: Set<String> = ["paper", "tint", "rule", "strong-rule"]
    for scheme in [variables(css[..<dark.lowerBound]), variables(css[dark.lowerBound...])] {
      let paper = try #require(scheme["paper"])
      let tint = try #require(scheme["tint"])
      #expect(scheme.count == 24)
      for (name, colour) in scheme where !decorations.contains(name) {
        #expect(contrast(colour, paper) >= 4.5, "\(name) \(colour)")
        #expect(contrast(colour, tint) >= 4.5, "\(name) \(colour)")
      }
    }
  }

  @Test func everyTokenHasAColour() {
    for kind in TokenKind.allCases { #expect(Theme.code.contains("." + kind.cssClass)) }
  }

  @Test func theSheetIsBalanced() {
    let css = Theme.styleSheet(.init())
    #expect(css.count { $0 == "{" } == css.count { $0 == "}" })
    #expect(!css.contains("url("))
    #expect(!css.contains("@import"))
  }
}
