import Markup
public import MathCore

/// Draws charts as inline SVG that follows the page's light or dark colours.
///
/// There is no style attribute and no `<style>`: colours are presentation attributes, the rest is
/// `FigureStyle.styleSheet`. Equal charts give equal bytes.
public struct FigureRenderer: Sendable {
  let colours: FigureColours
  let idPrefix: String
  let typography: NumberTypography
  let words: FigureWords

  /// - Parameters:
  ///   - colours: the site's names for colours; a colour is adapted where it has less than 3:1
  ///     contrast with the page.
  ///   - idPrefix: unique on the page; ids in the figure start with it.
  public init(
    colours: [String: ColourPair] = [:], idPrefix: String,
    typography: NumberTypography = .english, words: FigureWords = .english
  ) {
    self.init(
      colours: FigureColours(colours), idPrefix: idPrefix, typography: typography, words: words)
  }

  /// Whether a mark may name the colour: a hex colour, one of the site's, a usual name.
  public func knowsColour(_ name: String) -> Bool { colours.knows(name) }

  public func render(_ chart: Chart) -> RenderedFigure {
    let drawing = ChartDrawing(chart, colours: colours, typography: typography, words: words)
    let numbers = FigureNumbers(typography: typography)
    let description =
      chart.accessibilityLabel
      ?? FigureDescription(drawing, numbers: numbers, words: words).text
    let (width, height) = (drawing.layout.width, drawing.layout.height)
    let tables = FigureTables(drawing, numbers: numbers, words: words.data).tables
    let svg = Element(
      "svg",
      [
        "class": width > FigureStyle.largestWithoutScaling ? "figure figure-large" : "figure",
        "viewBox": "0 0 \(PathData.number(width)) \(PathData.number(height))",
        "width": PathData.number(width), "height": PathData.number(height),
        "font-size": PathData.number(drawing.layout.metrics.size), "role": "img",
        "aria-labelledby": "\(idPrefix)-title", "aria-describedby": "\(idPrefix)-desc",
      ],
      [
        Element("title", ["id": "\(idPrefix)-title"], text: title(of: chart.caption)),
        Element("desc", ["id": "\(idPrefix)-desc"], text: description),
        Element("metadata", text: tables.map(Self.places).joined(separator: "|")),
      ] + drawing.elements(clip: "\(idPrefix)-clip"))
    return RenderedFigure(
      svg: svg, description: description,
      tables: tables, width: width, height: height)
  }

  /// Where a table's rows stand, as the page's script reads it: `x,y,y x,y,y …`, nothing for what is
  /// not seen.
  private static func places(of table: FigureTable) -> String {
    table.places.map { row in
      ([row.x] + row.y).map { $0.map(PathData.number) ?? "" }.joined(separator: ",")
    }.joined(separator: " ")
  }

  init(
    colours: FigureColours, idPrefix: String, typography: NumberTypography, words: FigureWords
  ) {
    self.colours = colours
    self.idPrefix = idPrefix
    self.typography = typography
    self.words = words
  }

  private func title(of caption: String) -> String {
    caption.isEmpty ? words.chart : Self.title(of: caption)
  }

  /// What a drawing is called: its caption without the signs of code and mathematics.
  public static func title(of caption: String) -> String {
    caption.filter { $0 != "`" && $0 != "$" }
  }
}
