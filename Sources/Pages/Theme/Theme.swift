import Figures
import LessonSyntax
import Typesetting

/// The site's one style sheet: Lemma's theme, the site's own colours, and its own rules.
///
/// System fonts only; light and dark by the reader's preference; from 320 CSS pixels up.
enum Theme {
  static func styleSheet(_ settings: SiteSettings, rules: String = "") -> String {
    [
      colours, page, text, code, displays, beside, sliders, verification, blocks, search,
      enhancements, onePage, Typesetter.styleSheet, FigureStyle.styleSheet, siteColours(settings),
      media, rules,
    ].joined(separator: "\n")
  }

  /// Each colour of `site.yaml` as a variable and as the class that formulas use.
  private static func siteColours(_ settings: SiteSettings) -> String {
    let colours = settings.colours.sorted { $0.key < $1.key }.filter { isSafe($0.key, $0.value) }
    guard !colours.isEmpty else { return "" }
    var light = ":root {\n"
    var dark = "@media screen and (prefers-color-scheme: dark) {\n  :root {\n"
    var classes = ""
    for (name, pair) in colours {
      light += "  --colour-\(name): \(pair.light);\n"
      dark += "    --colour-\(name): \(pair.dark);\n"
      classes += ".lemma-colour-\(name) { color: var(--colour-\(name)); }\n"
    }
    return light + "}\n" + dark + "  }\n}\n" + classes
  }

  /// Only names and hex colours reach the style sheet; the settings' parser reports any other.
  private static func isSafe(_ name: String, _ pair: SiteSettings.ColourPair) -> Bool {
    func isWord(_ text: String) -> Bool {
      !text.isEmpty
        && text.utf8.allSatisfy {
          (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
            || $0 == 0x2D || $0 == 0x5F
        }
    }
    func isHex(_ text: String) -> Bool { text.first == "#" && isWord(String(text.dropFirst())) }
    return isWord(name) && isHex(pair.light) && isHex(pair.dark)
  }
}
