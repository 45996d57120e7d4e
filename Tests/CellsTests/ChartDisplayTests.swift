import Figures
import Markup
import MathCore
import Testing

@testable import Cells

@Suite struct ChartDisplayTests {
  @Test func aChartHasCurvesRulesAndPoints() throws {
    let run = LessonRun(
      cell: """
        Chart("The curve") {
            AreaPlot(x: "x", yStart: "0", yEnd: "1", domain: -1...1) { x in (0, 1) }
                .foregroundStyle("#808080")
                .opacity(0.12)
            LinePlot(x: "x", y: "σ(x)") { x in sigmoid(x) }
                .lineStyle(StrokeStyle(lineWidth: 3, dash: [4, 4]))
            LinePlot(x: "x", y: "σ′(x)", function: derivative(of: sigmoid))
            RuleMark(y: .value("bound", 1))
            ForEach([1, 2]) { h in
                PointMark(x: .value("x", h), y: .value("σ", sigmoid(h))).annotation("a", position: .top)
            }
        }
        .chartXScale(domain: -6...6)
        .chartYAxis(.centered)
        .chartLegend(position: .topTrailing)
        .frame(width: 720, height: 400)
        """)
    #expect(run.reports == [])
    let figure = try #require(run.figures.first)
    #expect(figure.caption == "The curve")
    #expect(figure.width == 720)
    #expect(figure.description.contains("σ′(x)"))
    #expect(!figure.data.isEmpty)
  }

  @Test func theSlopeOfACornerHasAGap() throws {
    let run = LessonRun(
      cell: """
        func relu(_ x: Double) -> Double { max(x, 0) }
        Chart("Flat, then steep") { LinePlot(x: "x", y: "slope", function: derivative(of: relu)) }
            .chartXScale(domain: -1...1)
        """)
    #expect(run.reports == [])
    let figure = try #require(run.figures.first)
    #expect(!figure.data.isEmpty)
  }

  @Test func chartsStandSideBySide() throws {
    let run = LessonRun(
      cell: """
        HStack("Two") {
          Chart("a") { LinePlot(x: "x", y: "y") { x in x } }
          Chart("b") { LinePlot(x: "x", y: "y") { x in x * x } }
        }
        """)
    #expect(run.reports == [])
    #expect(try #require(run.figures.first).caption == "Two")
  }

  @Test func namedColoursComeFromTheSite() {
    let settings = Notebook.Settings(
      colours: ["sigma": ColourPair(light: "#307ec7", dark: "#6cb0ee")])
    let lesson = """
      ```swift eval
      Chart("c") { LinePlot(x: "x", y: "y") { x in x }.foregroundStyle("sigma") }
      ```

      """
    #expect(LessonRun(lesson, settings: settings).reports == [])
    #expect(LessonRun(lesson).reports == [#"unknown-colour: "sigma""#])
  }

  @Test func everyMarkIsDrawn() throws {
    let run = LessonRun(
      cell: """
        Chart("Marks") {
          LinePlot(x: "x", y: "y", t: "t", domain: 0...6.3) { t in (cos(t), sin(t)) }
          AreaPlot(x: "x", y: "area", domain: 0...1) { x in x }
          LineMark(x: .value("x", 0), y: .value("y", 1), series: .value("series", "A"))
          LineMark(x: .value("x", 1), y: .value("y", 2), series: .value("series", "A"))
          BarMark(x: .value("x", 2), y: .value("count", 3), width: 0.5)
          RectangleMark(xStart: .value("x", 1), xEnd: .value("x", 2), yStart: .value("y", 0), yEnd: .value("y", 1))
          RuleMark(x: .value("x", 1))
          PointMark(x: .value("x", 1), y: .value("y", 2)).symbol(.ring)
        }
        .chartEqualScale()
        .chartXAxis(.centered)
        .chartYAxisLabel("y")
        .chartLegend(.hidden)
        .accessibilityLabel("A chart of marks")
        """)
    #expect(run.reports == [])
    #expect(try #require(run.figures.first).description == "A chart of marks")
  }

  @Test func aTextHasNoPlaceOnAnAxis() {
    let run = LessonRun(
      cell: #"Chart("c") { BarMark(x: .value("fruit", "pear"), y: .value("count", 3)) }"#)
    #expect(run.reports == [#"text-as-place: .value("fruit", "pear")"#])
  }

  @Test func domainsNeedTwoNumbers() {
    #expect(
      LessonRun(cell: #"Chart("c") { RuleMark(x: .value("x", 0)) }.chartXScale(domain: 1...1)"#)
        .reports == ["empty-domain: 1...1"])
    #expect(
      LessonRun(
        cell: #"Chart("c") { RuleMark(x: .value("x", 0)) }.chartXScale(domain: 0...1, type: .log)"#
      ).reports == ["empty-domain: 0...1"])
  }

  @Test func aTrapInACurveIsReportedOnce() {
    let run = LessonRun(
      cell: #"Chart("c") { LinePlot(x: "x", y: "y") { x in [1.0][1] } }.chartXScale(domain: 0...1)"#
    )
    #expect(run.figures.isEmpty)
    #expect(run.reports.count == 1)
  }

  @Test func curvesAreTheRealOnes() throws {
    // Swift computes steps of 1.1e-16 here, and at 38 nothing at all.
    let run = LessonRun(
      cell: """
        Chart("c") { LinePlot(x: "x", y: "1 − σ(x)") { x in 1 - sigmoid(x) } }
          .chartXScale(domain: 36...40)
        """)
    #expect(run.reports == [])
    let figure = try #require(run.figures.first)
    #expect(figure.data.first?.rows.last?.map(\.text) == ["40.0", "4.248\u{A0}×\u{A0}10⁻¹⁸"])
    #expect(!figure.description.contains("sampled"))
  }

  @Test func whatSwiftComputesIsDrawnAsStepsAndMarkedSampled() throws {
    let run = LessonRun(
      cell: """
        Chart("c") {
          LinePlot(x: "x", y: "s") { x in (1 - asComputed(sigmoid(x))) * pow(2, 53) }
          LinePlot(x: "x", y: "r") { x in sigmoid(-x) * pow(2, 53) }
        }
        .chartXScale(domain: 36...36.7)
        """)
    #expect(run.reports == [])
    let figure = try #require(run.figures.first)
    #expect(figure.description.contains("s (sampled) is level at about 2 from 36 to 36.7."))
    #expect(figure.svg.markup.contains("s (sampled)") && !figure.svg.markup.contains("r (sampled)"))
    #expect(figure.data.first?.rows.first?.map(\.text) == ["36.00", "2.000", "2.089"])
  }

  @Test func publishedNumbersInItsTextsHaveTheSitesDecimalSign() throws {
    let lesson = """
      ```swift eval
      let x = 1.23
      Chart("Typed 1.5; computed \\(x, decimals: 1). And \\(x)") {
        PointMark(x: .value("x", x), y: .value("y", -x)).annotation("\\(-x, decimals: 3)")
        PointMark(x: .value("x", 0), y: .value("y", x)).annotation("\\(x)")
      }
      ```

      """
    let settings = Notebook.Settings(
      typography: NumberTypography(language: "de"), language: "de")
    let figure = try #require(LessonRun(lesson, settings: settings).figures.first)
    #expect(figure.caption == "Typed 1.5; computed 1,2. And 1.23")
    #expect(figure.description.contains("Punkt bei (1,23; −1,23), beschriftet mit −1,230."))
    #expect(figure.description.contains("Punkt bei (0; 1,23), beschriftet mit 1,23."))
  }

  @Test func aLiteralIsCutAtWhatItInterpolates() {
    #expect(
      InterpolatedText(#""a \(f(x), decimals: 2) b""#)?.pieces == [
        .typed("a "), .interpolated("f(x), decimals: 2"), .typed(" b"),
      ])
    #expect(InterpolatedText(#""a \n""#) == nil)
    #expect(InterpolatedText("title") == nil)
    // Where one number follows another, it is not certain which digits are whose.
    let two = InterpolatedText(#""\(x, significant: 2)\(y) m""#)
    #expect(two?.published("1.21.5 m", NumberTypography(language: "de")) == "1.21.5 m")
  }

  @Test func aPoleIsToldWhereItIsProved() throws {
    func description(_ function: String) throws -> String {
      let run = LessonRun(
        cell: """
          Chart("c") { LinePlot(x: "x", y: "f") { x in \(function) } }
            .chartXScale(domain: -4...4)
            .chartYScale(domain: -4...4)
          """)
      return try #require(run.figures.first).description
    }
    #expect(try description("1 / x").contains("It has a vertical asymptote at x = 0."))
    #expect(
      try description("1 / sqrt(x * x - 1)").contains(
        "It has vertical asymptotes at x = −1 and 1."))
    #expect(try description("tan(x)").contains("It has vertical asymptotes at x = −1.57 and 1.57."))
    #expect(try description("log(x)").contains("It has a vertical asymptote at x = 0."))
    #expect(try !description("x * x * x").contains("asymptote"))
  }

  @Test func dataThatReadOneAndAreLessHaveANote() throws {
    let run = LessonRun(
      cell: """
        Chart("c") { LinePlot(x: "x", y: "σ") { x in sigmoid(x) } }.chartXScale(domain: 0...20)
        """)
    let table = try #require(run.figures.first?.data.first)
    #expect(table.notes == ["less than 1"])
    #expect(table.rows.last?.last?.note == 0)
    #expect(table.rows.first?.last?.note == nil)
  }

  @Test func whatIsUndefinedIsAGap() {
    let run = LessonRun(
      cell: """
        Chart("c") { LinePlot(x: "x", y: "y") { x in x < 0 ? sqrt(x) : log(x) } }
          .chartXScale(domain: -1...1)
        """)
    #expect(run.reports == [])
    #expect(run.figures.count == 1)
  }
}
