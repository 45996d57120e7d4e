import MathCore

/// What a chart shows, in words, for those who do not see it.
struct FigureDescription {
  let text: String

  init(_ chart: Chart, drawing: ChartDrawing, typography: NumberTypography) {
    text = ""
  }
}
