public import Markup
public import MathCore

/// A chart as inline SVG, with what a reader needs who does not see it.
public struct RenderedFigure: Sendable, Hashable {
  /// The `<svg>` element; ids in it start with the renderer's prefix.
  public var svg: Element
  /// The generated description, or the author's own.
  public var description: String
  public var tables: [FigureTable]
  public var width: Double
  public var height: Double

  public init(
    svg: Element, description: String, tables: [FigureTable], width: Double, height: Double
  ) {
    self.svg = svg
    self.description = description
    self.tables = tables
    self.width = width
    self.height = height
  }
}

/// The numbers behind a figure, rounded for reading.
public struct FigureTable: Sendable, Hashable {
  public var caption: String
  public var columns: [String]
  public var rows: [[Cell]]
  /// Where the rows' values stand in the drawing.
  public var places: [RowPlace]

  /// A number as it is published.
  public struct Cell: Sendable, Hashable {
    /// Empty where a series has no value.
    public var text: String
    /// What the text does not tell: that the number is not quite the 0 or 1 that it reads.
    public var concealment: PublishedNumber.Concealment?

    public init(_ text: String, concealment: PublishedNumber.Concealment? = nil) {
      self.text = text
      self.concealment = concealment
    }
  }

  /// The position of a row's first column, and those of the others: nil out of view.
  public struct RowPlace: Sendable, Hashable {
    public var x: Double
    public var y: [Double?]

    public init(x: Double, y: [Double?]) {
      self.x = x
      self.y = y
    }
  }

  public init(caption: String, columns: [String], rows: [[Cell]], places: [RowPlace]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.places = places
  }
}

/// A colour on a light page and on a dark one, `#rrggbb` each.
public struct ColourPair: Sendable, Hashable {
  public var light: String
  public var dark: String

  public init(light: String, dark: String) {
    self.light = light
    self.dark = dark
  }
}
