/// The colours of a site's figures: names for pairs, and a palette for what names none.
struct FigureColours: Sendable {
  private let named: [String: ColourPair]

  init(_ named: [String: ColourPair]) { self.named = named }

  /// A colour for a mark.
  ///
  /// - Parameter index: which of the palette stands in where the mark names no colour, or an
  ///   unknown one.
  func pair(_ name: String?, index: Int) -> ColourPair {
    if let name {
      if let pair = named[name] { return Self.adapted(light: pair.light, dark: pair.dark) }
      if Colour(hex: name) != nil { return Self.adapted(light: name, dark: name) }
      if let pair = Self.known[name] { return pair }
    }
    return Self.palette[index % Self.palette.count]
  }

  /// Whether a mark may name the colour.
  func knows(_ name: String) -> Bool {
    named[name] != nil || Colour(hex: name) != nil || Self.known[name] != nil
  }

  private static func adapted(light: String, dark: String) -> ColourPair {
    let onLight = Colour(hex: light)?.adapted(to: Colour.lightPage)
    let onDark = Colour(hex: dark)?.adapted(to: Colour.darkPage)
    return ColourPair(
      light: onLight?.hex ?? palette[0].light, dark: onDark?.hex ?? palette[0].dark)
  }

  /// Distinct for most colour-blind readers (after Okabe & Ito 2008), with 3:1 on either page.
  static let palette = [
    ColourPair(light: "#0072b2", dark: "#4aa3df"), ColourPair(light: "#c2410c", dark: "#f0803c"),
    ColourPair(light: "#00805f", dark: "#2fbf96"), ColourPair(light: "#a03a83", dark: "#dd86bd"),
    ColourPair(light: "#8a6a00", dark: "#d8b02c"), ColourPair(light: "#4b4fb8", dark: "#8f94f0"),
    ColourPair(light: "#53606c", dark: "#a3afba"),
  ]

  /// SwiftUI's names, for those who expect them.
  private static let known: [String: ColourPair] = [
    "blue": palette[0], "orange": palette[1], "green": palette[2], "purple": palette[5],
    "pink": palette[3], "yellow": palette[4], "gray": palette[6], "secondary": palette[6],
    "red": ColourPair(light: "#c8102e", dark: "#f2606e"),
    "primary": ColourPair(light: "#1c1e21", dark: "#e8e9eb"),
  ]

  /// Rules and other quiet lines.
  static let quiet = ColourPair(light: "#6b7280", dark: "#9aa1ab")
}
