/// A position in the units of the data.
public struct PlotPoint: Sendable, Hashable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// One thing that is drawn in a chart.
public struct Mark: Sendable {
  public enum Content: Sendable {
    /// `domain` nil: the whole width of the chart.
    case function(PlotFunction, domain: ClosedRange<Double>?)
    case parametric(ParametricCurve)
    /// The region between two functions.
    case area(lower: PlotFunction, upper: PlotFunction, domain: ClosedRange<Double>?)
    case points([PlotPoint])
    /// A polyline. Line marks of the same series are joined in their order.
    case line([PlotPoint])
    /// A vertical line across the frame.
    case ruleX(Double)
    /// A horizontal line across the frame.
    case ruleY(Double)
    /// Nil: the whole width or height of the frame.
    case rectangle(x: ClosedRange<Double>?, y: ClosedRange<Double>?)
    /// Upright bars at numeric places; `width` in units of x, nil for most of the distance between
    /// neighbours.
    case bars([Bar], width: Double?)
  }

  public var content: Content
  /// The name under which the mark stands in labels, legend, description and data: `σ(x)`.
  public var series: String?
  /// What the two coordinates are called in the data table: `x`, `σ(x)`.
  public var xName: String?
  public var yName: String?
  /// What the lower of the two functions of an area is called.
  public var yStartName: String?
  /// The function contains binary rounding and is drawn as the steps that it has.
  public var isSampled: Bool
  public var style: MarkStyle
  public var annotation: MarkAnnotation?

  public init(
    _ content: Content, series: String? = nil, xName: String? = nil, yName: String? = nil,
    yStartName: String? = nil, isSampled: Bool = false, style: MarkStyle = MarkStyle(),
    annotation: MarkAnnotation? = nil
  ) {
    self.content = content
    self.series = series
    self.xName = xName
    self.yName = yName
    self.yStartName = yStartName
    self.isSampled = isSampled
    self.style = style
    self.annotation = annotation
  }
}

extension Chart {
  /// Where bars stand, in order; nil where anything but bars and rules does.
  var barPlaces: [Double]? {
    let others = marks.filter { !$0.isRule }
    guard !others.isEmpty, others.allSatisfy({ !$0.bars.isEmpty }) else { return nil }
    return Set(others.flatMap(\.bars).map(\.x)).filter(\.isFinite).sorted()
  }

  /// Whether data stand at whole numbers of x only: steps, counts, years.
  var hasWholePlaces: Bool {
    let places = marks.filter { !$0.isRule }.map(\.dataPlaces)
    return !places.isEmpty
      && places.allSatisfy { $0?.allSatisfy { $0 == $0.rounded() } ?? false }
  }
}

/// How a mark looks.
public struct MarkStyle: Sendable, Hashable {
  public enum Symbol: String, Sendable, Hashable, CaseIterable {
    case circle, square, triangle, diamond, cross, plus
    /// An open circle: a point that does not belong to the curve.
    case ring
  }

  /// `#307EC7`, or a name in the renderer's colours; nil: the next of the palette.
  public var colour: String?
  /// Pixels; nil: 2 for curves, 1 for rules.
  public var lineWidth: Double?
  /// Lengths of strokes and gaps in pixels; empty: solid.
  public var dash: [Double]
  /// 0 … 1; nil: 1 for lines, less for areas.
  public var opacity: Double?
  public var symbol: Symbol

  public init(
    colour: String? = nil, lineWidth: Double? = nil, dash: [Double] = [], opacity: Double? = nil,
    symbol: Symbol = .circle
  ) {
    self.colour = colour
    self.lineWidth = lineWidth
    self.dash = dash
    self.opacity = opacity
    self.symbol = symbol
  }
}

/// A text beside a mark: at the last point, at the end of a curve or rule.
public struct MarkAnnotation: Sendable, Hashable {
  public enum Position: Sendable, Hashable, CaseIterable {
    /// Where it covers least.
    case automatic
    case top, bottom, leading, trailing, topLeading, topTrailing, bottomLeading, bottomTrailing
  }

  public var text: String
  public var position: Position

  public init(_ text: String, position: Position = .automatic) {
    self.text = text
    self.position = position
  }
}
