/// A number that the reader can change, as the page shows it.
public struct SliderOutput: Sendable, Hashable {
  /// The name of the constant that holds it: unique in the lesson.
  public var name: String
  /// Plain text with `$…$` and backquotes for code, as in a caption.
  public var title: String
  /// What stands for each value: the number as it is published, or the author's name for it.
  public var values: [String]
  /// The values are words of the author's, not numbers.
  public var hasNames: Bool
  /// The index of the value that the page shows first, and without a script.
  public var standard: Int

  public init(
    name: String, title: String, values: [String], hasNames: Bool = false, standard: Int
  ) {
    self.name = name
    self.title = title
    self.values = values
    self.hasNames = hasNames
    self.standard = standard
  }
}

/// What a display or an inline value is for each value of the sliders that it depends on.
public struct Frames<Content: Sendable & Hashable>: Sendable, Hashable {
  /// The names of the sliders, in the order of their declarations.
  public var sliders: [String]
  /// Row by row: the values of the last slider follow each other.
  public var contents: [Content]
  /// The index of the one that the page shows first.
  public var standard: Int

  public init(sliders: [String], contents: [Content], standard: Int) {
    self.sliders = sliders
    self.contents = contents
    self.standard = standard
  }
}

/// One of the outputs of a lesson's cells.
public struct OutputPlace: Sendable, Hashable {
  public var cell: Int
  /// The index among the outputs of the cell.
  public var output: Int

  public init(cell: Int, output: Int) {
    self.cell = cell
    self.output = output
  }
}
