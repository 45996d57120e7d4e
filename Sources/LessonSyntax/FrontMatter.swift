public import Diagnostics

/// What a lesson says of itself between `---` and `---` at its start.
public struct FrontMatter: Sendable, Hashable {
  public var title: String?
  public var description: String?
  /// When the lesson was published or last revised: what the site's feed says.
  public var date: CalendarDate?
  /// Shared Swift files: `uses: [Activations.swift]`.
  public var uses: [String]
  /// The lesson's own TeX macros, which override the site's.
  public var macros: [String: String]
  /// How the lesson's formulas write names of its code, before what the site says.
  public var notation: [String: String] = [:]
  /// Data files by the name that cells use: `data: {rents: rents.csv}`.
  public var data: [String: String] = [:]
  /// How the page is laid out on wide screens; nil for one column.
  public var layout: Layout?
  /// The front matter's own lines in the file, with their fences; empty where there is none.
  public var span: Span

  public enum Layout: String, Sendable, Hashable, CaseIterable {
    /// Figures and sliders stand beside the text.
    case beside
  }

  public init(
    title: String? = nil, description: String? = nil, uses: [String] = [],
    macros: [String: String] = [:], span: Span = Span(0, 0)
  ) {
    self.title = title
    self.description = description
    self.uses = uses
    self.macros = macros
    self.span = span
  }
}
