/// A chart as its author described it: marks, axes and size, before anything is measured.
///
/// Widths and heights are CSS pixels of the figure at its natural size, labels and axes included.
public struct Chart: Sendable {
  public var caption: String
  public var marks: [Mark]
  public var xScale: ScaleOptions
  public var yScale: ScaleOptions
  /// One unit of x is as long as one unit of y; the domains grow to fill the frame.
  public var hasEqualScale: Bool
  public var xAxis: AxisOptions
  public var yAxis: AxisOptions
  public var legend: LegendOptions
  public var width: Double
  public var height: Double
  /// Stands in place of the generated description.
  public var accessibilityLabel: String?

  public init(
    caption: String, marks: [Mark] = [], xScale: ScaleOptions = ScaleOptions(),
    yScale: ScaleOptions = ScaleOptions(), hasEqualScale: Bool = false,
    xAxis: AxisOptions = AxisOptions(), yAxis: AxisOptions = AxisOptions(),
    legend: LegendOptions = .automatic, width: Double = Chart.defaultWidth,
    height: Double = Chart.defaultHeight, accessibilityLabel: String? = nil
  ) {
    self.caption = caption
    self.marks = marks
    self.xScale = xScale
    self.yScale = yScale
    self.hasEqualScale = hasEqualScale
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.legend = legend
    self.width = width
    self.height = height
    self.accessibilityLabel = accessibilityLabel
  }

  public static let defaultWidth = 640.0
  public static let defaultHeight = 400.0
}

/// How values of one coordinate become positions.
public struct ScaleOptions: Sendable, Hashable {
  public enum Kind: Sendable, Hashable, CaseIterable { case linear, log }

  /// Nil: from the data, clipped where a curve has a pole.
  public var domain: ClosedRange<Double>?
  public var kind: Kind

  public init(domain: ClosedRange<Double>? = nil, kind: Kind = .linear) {
    self.domain = domain
    self.kind = kind
  }
}

/// Where an axis stands, and what is written beside it.
public struct AxisOptions: Sendable, Hashable {
  public enum Placement: Sendable, Hashable, CaseIterable {
    /// At the lower or left side of the frame.
    case edge
    /// Through the origin of the other coordinate (the nearest side where that is out of view).
    case centred
    case hidden
  }

  public var placement: Placement
  public var label: String?

  public init(placement: Placement = .edge, label: String? = nil) {
    self.placement = placement
    self.label = label
  }
}

/// Where the names of the series stand.
public enum LegendOptions: Sendable, Hashable, CaseIterable {
  /// At the curves where there is room for every name, else above the frame.
  case automatic
  case hidden
  /// Inside the frame.
  case topLeading, topTrailing, bottomLeading, bottomTrailing
  /// Outside the frame.
  case top, bottom
}
