extension DisplayVocabulary {
  static let charts = """
    /// A figure: marks on two axes.
    struct Chart {
      init(_ caption: String, @ChartBuilder content: () -> [any ChartContent]) {}
      func chartXScale(domain: ClosedRange<Double>? = nil, type: ScaleType? = nil) -> Chart { self }
      func chartYScale(domain: ClosedRange<Double>? = nil, type: ScaleType? = nil) -> Chart { self }
      func chartEqualScale() -> Chart { self }
      func chartXAxisLabel(_ label: String) -> Chart { self }
      func chartYAxisLabel(_ label: String) -> Chart { self }
      func chartXAxis(_ placement: AxisPlacement) -> Chart { self }
      func chartYAxis(_ placement: AxisPlacement) -> Chart { self }
      func chartLegend(_ visibility: Visibility) -> Chart { self }
      func chartLegend(position: LegendPosition) -> Chart { self }
      func frame(width: Double? = nil, height: Double? = nil) -> Chart { self }
      func accessibilityLabel(_ label: String) -> Chart { self }
    }

    /// Charts side by side under one caption.
    struct HStack {
      init(_ caption: String, @PanelBuilder content: () -> [Chart]) {}
    }

    enum ScaleType { case linear, log }
    enum AxisPlacement { case automatic, centered, hidden }
    enum Visibility { case automatic, visible, hidden }
    enum LegendPosition {
      case automatic, top, bottom, topLeading, topTrailing, bottomLeading, bottomTrailing
    }

    @resultBuilder
    struct ChartBuilder {
      static func buildExpression(_ mark: any ChartContent) -> [any ChartContent] { [mark] }
      static func buildBlock(_ marks: [any ChartContent]...) -> [any ChartContent] {
        marks.flatMap { $0 }
      }
      static func buildOptional(_ marks: [any ChartContent]?) -> [any ChartContent] { marks ?? [] }
      static func buildEither(first: [any ChartContent]) -> [any ChartContent] { first }
      static func buildEither(second: [any ChartContent]) -> [any ChartContent] { second }
    }

    @resultBuilder
    struct PanelBuilder {
      static func buildBlock(_ charts: Chart...) -> [Chart] { charts }
    }

    """

  static let marks = """
    /// What stands in a chart.
    protocol ChartContent {}

    /// A coordinate and what it is called.
    struct PlottableValue {
      static func value(_ label: String, _ value: Double) -> PlottableValue { PlottableValue() }
      @_disfavoredOverload
      static func value(_ label: String, _ value: Int) -> PlottableValue { PlottableValue() }
      @_disfavoredOverload
      static func value(_ label: String, _ value: String) -> PlottableValue { PlottableValue() }
    }

    /// The graph of a function of x, or a curve in t.
    struct LinePlot: ChartContent {
      init(
        x: String, y: String, domain: ClosedRange<Double>? = nil,
        function: @escaping (Double) -> Double
      ) {}
      init(
        x: String, y: String, t: String, domain: ClosedRange<Double>,
        function: @escaping (Double) -> (Double, Double)
      ) {}
    }

    /// The region between two functions of x.
    struct AreaPlot: ChartContent {
      init(
        x: String, y: String, domain: ClosedRange<Double>? = nil,
        function: @escaping (Double) -> Double
      ) {}
      init(
        x: String, yStart: String, yEnd: String, domain: ClosedRange<Double>? = nil,
        function: @escaping (Double) -> (Double, Double)
      ) {}
    }

    struct PointMark: ChartContent {
      init(x: PlottableValue, y: PlottableValue) {}
    }

    struct LineMark: ChartContent {
      init(x: PlottableValue, y: PlottableValue, series: PlottableValue? = nil) {}
    }

    struct BarMark: ChartContent {
      init(x: PlottableValue, y: PlottableValue, width: Double? = nil) {}
    }

    struct RuleMark: ChartContent {
      init(x: PlottableValue) {}
      init(y: PlottableValue) {}
    }

    struct RectangleMark: ChartContent {
      init(
        xStart: PlottableValue? = nil, xEnd: PlottableValue? = nil,
        yStart: PlottableValue? = nil, yEnd: PlottableValue? = nil
      ) {}
    }

    /// Marks for each element of a sequence.
    struct ForEach: ChartContent {
      init(_ data: [Double], @ChartBuilder content: (Double) -> [any ChartContent]) {}
      @_disfavoredOverload
      init<S: Sequence>(_ data: S, @ChartBuilder content: (S.Element) -> [any ChartContent]) {}
    }

    """

  static let modifiers = """
    struct StrokeStyle {
      init(lineWidth: Double, dash: [Double] = []) {}
    }

    enum SymbolShape { case circle, square, triangle, diamond, cross, plus, ring }

    enum AnnotationPosition {
      case automatic, top, bottom, leading, trailing
      case topLeading, topTrailing, bottomLeading, bottomTrailing
    }

    extension ChartContent {
      /// A colour like "#307EC7", or a name of a light and a dark one in site.yaml.
      func foregroundStyle(_ colour: String) -> any ChartContent { self }
      func lineStyle(_ style: StrokeStyle) -> any ChartContent { self }
      func opacity(_ opacity: Double) -> any ChartContent { self }
      func symbol(_ symbol: SymbolShape) -> any ChartContent { self }
      func annotation(
        _ text: String, position: AnnotationPosition? = nil
      ) -> any ChartContent { self }
    }

    """
}
