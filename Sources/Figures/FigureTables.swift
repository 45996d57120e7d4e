import MathCore

/// The numbers behind a chart.
struct FigureTables {
  let tables: [FigureTable]
  init(_ drawing: ChartDrawing, typography: NumberTypography) { tables = [] }
}
