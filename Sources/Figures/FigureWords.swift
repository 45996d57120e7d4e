/// The words of a figure, in the site's language: of its description and of its data.
///
/// Names in braces stand for what a figure fills in, `{x}` for what the horizontal axis is called.
public struct FigureWords: Sendable, Hashable {
  let chart: String
  let lineChart: String
  let barChart: String
  let scatterPlot: String
  let axis: String
  let logarithmicAxis: String
  /// What a curve, a line and a band without a name are called.
  let theCurve: String
  let aLine: String
  let aBand: String
  let betweenCurves: String
  let shaded: String
  let shadedPart: String
  let annotated: String
  let outOfView: String
  let line: String
  let planeCurve: String
  let horizontalLine: String
  let horizontalLines: String
  let verticalLine: String
  let verticalLines: String
  let and: String
  let curves: CurveWords
  let data: DataWords
}

/// Of the graphs of functions.
struct CurveWords: Sendable, Hashable {
  /// Takes the place of a curve's name in further clauses.
  let pronoun: String
  let noValue: String
  let rises: String
  let falls: String
  let thenRises: String
  let thenFalls: String
  let isLevel: String
  let thenIsLevel: String
  let from: String
  let to: String
  let toMaximum: String
  let toMinimum: String
  let entersAtTop: String
  let entersAtBottom: String
  let leavesAtTop: String
  let leavesAtBottom: String
  let swings: String
  let swingsOften: String
  let jumps: String
  let hasGap: String
  let isInPieces: String
  let zeros: String
  let manyZeros: String
  let asymptote: String
  let asymptotes: String
  let meet: String
  let meetOften: String
  let runTogether: String
  let stretch: String
}

/// Of points and bars, and of the tables of a figure's numbers.
struct DataWords: Sendable, Hashable {
  let point: String
  let points: String
  let countedPoints: String
  let scattered: String
  let rising: String
  let falling: String
  let bar: String
  let bars: String
  let stacks: String
  let up: String
  let down: String
  /// The name of a curve that shows what Swift computes.
  let sampled: String
  let lowerBound: String
  let upperBound: String
  /// A caption of data of which only some rows are shown.
  let thinned: String
  let curveColumn: String
  let barColumn: String
}

extension String {
  /// With texts in the place of names in braces.
  func filled(_ parts: [String: String]) -> String {
    var result = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open] + (parts[String(rest[open..<close].dropFirst())] ?? "")
      rest = rest[close...].dropFirst()
    }
    return result + rest
  }
}
