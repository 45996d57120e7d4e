import Markup
import MathCore
import Testing

@testable import Figures

private func sigmoid(_ x: Double) -> Double { 1 / (1 + ElementaryFunction.exp.value(at: -x)) }

private func plot(
  _ name: String?, colour: String? = nil, _ function: @escaping @Sendable (Double) -> Double?
) -> Mark {
  Mark(
    .function(PlotFunction(function), domain: nil), series: name, style: MarkStyle(colour: colour))
}

private func rendered(_ chart: Chart) -> RenderedFigure {
  FigureRenderer(idPrefix: "figure-1").render(chart)
}

@Suite struct FigureRendererTests {
  private let curves = Chart(
    caption: "The sigmoid & its slope",
    marks: [
      plot("σ(x)", colour: "#307EC7") { sigmoid($0) },
      plot("σ′(x)", colour: "#9621E2") { sigmoid($0) * (1 - sigmoid($0)) },
      Mark(.points([PlotPoint(x: 0, y: 0.25)]), annotation: MarkAnnotation("¼")),
    ], xScale: ScaleOptions(domain: -6...6))

  @Test func aFigureHasATitleADescriptionAndNoStyleAttribute() {
    let markup = rendered(curves).svg.markup
    #expect(markup.hasPrefix("<svg class=\"figure figure-large\" viewBox=\"0 0 640 400\""))
    #expect(markup.contains("<title id=\"figure-1-title\">The sigmoid &amp; its slope</title>"))
    #expect(markup.contains("aria-labelledby=\"figure-1-title\""))
    #expect(markup.contains("aria-describedby=\"figure-1-desc\""))
    #expect(!markup.contains("style="))
    #expect(!markup.contains("<style"))
  }

  @Test func barsOfOneLoopShareATable() throws {
    let bars = (1...3).map { index in
      Mark(.bars([Bar(x: Double(index), value: Double(index * index))], width: nil))
    }
    let tables = rendered(Chart(caption: "Squares", marks: bars)).tables
    let table = try #require(tables.first)
    #expect(tables.count == 1)
    #expect(table.texts == [["1", "1"], ["2", "4"], ["3", "9"]])
  }

  @Test func aCurveInThePlaneHasATableByItsParameter() throws {
    let mark = Mark(.parametric(.circle), series: "circle", xName: "x", yName: "y")
    let table = try #require(rendered(Chart(caption: "Circle", marks: [mark])).tables.first)
    #expect(table.columns == ["t", "x", "y"])
    #expect(table.texts.contains(["2.0", "−0.4161", "0.9093"]))
    #expect(table.places.count == table.rows.count)
    #expect(table.places.allSatisfy { $0.y.count == 2 && $0.y[0] == nil && $0.y[1] != nil })
  }

  @Test func theBoundsOfAnAreaAreToldAndTabulatedOnce() throws {
    let area = Mark(
      .area(lower: PlotFunction { 1 + $0 }, upper: PlotFunction { $0 * $0 }, domain: -1...0),
      xName: "x", yName: "square", yStartName: "line")
    let figure = rendered(Chart(caption: "Area", marks: [area, plot("square") { $0 * $0 }]))
    #expect(figure.description.contains("Between line and square: shaded for x from −1 to 0."))
    #expect(try #require(figure.tables.first).columns == ["x", "line", "square"])
  }

  @Test func theEdgesOfABandThatAreConstantHaveNoColumns() throws {
    let band = Mark(
      .area(lower: PlotFunction { _ in 0 }, upper: PlotFunction { _ in 1 }, domain: -1...1),
      xName: "x", yName: "1", yStartName: "0")
    let table = try #require(
      rendered(Chart(caption: "Band", marks: [band, plot("f") { $0 }])).tables.first)
    #expect(table.columns == ["x", "f"])
    #expect(table.places.allSatisfy { $0.y.count == 1 })
    #expect(rendered(Chart(caption: "Band", marks: [band])).tables.isEmpty)
  }

  @Test func cellsTellWhatIsNotQuiteOne() throws {
    let marks = [
      plot("f") { sigmoid(4 * $0) },
      Mark(.points([PlotPoint(x: 1, y: 1 - 1e-9), PlotPoint(x: 2, y: 1)]), yName: "p"),
    ]
    let tables = rendered(Chart(caption: "c", marks: marks, xScale: ScaleOptions(domain: 0...6)))
      .tables
    let cells = tables.flatMap(\.rows).map { $0[1] }
    #expect(cells.contains(FigureTable.Cell("1.000", concealment: .less(than: "1"))))
    #expect(cells.suffix(2).map(\.concealment) == [.less(than: "1"), nil])
  }

  @Test func equalChartsGiveEqualBytes() {
    #expect(rendered(curves) == rendered(curves))
  }

  @Test func theAuthorsLabelStandsInPlaceOfTheDescription() {
    var chart = curves
    chart.accessibilityLabel = "An S and a bell"
    #expect(rendered(chart).description == "An S and a bell")
  }

  @Test func theDataTableHasAColumnForEachCurve() throws {
    let table = try #require(rendered(curves).tables.first)
    #expect(table.columns == ["x", "σ(x)", "σ′(x)"])
    #expect(table.texts.contains(["0", "0.5000", "0.2500"]))
    #expect(table.rows.count <= FigureTables.rowLimit)
  }

  @Test(arguments: [-0.1...1.1, -0.2...3])
  func aLegendInsideTheFrameStandsClearOfCurvesAndRules(_ domain: ClosedRange<Double>) {
    var chart = curves
    chart.marks += [Mark(.ruleY(1)), plot("line") { 0.5 + $0 / 4 }]
    chart.yScale.domain = domain
    chart.legend = .topLeading
    let drawing = ChartDrawing(chart, colours: FigureColours([:]))
    #expect(drawing.namePlaces.count == 3)
    for box in drawing.namePlaces {
      #expect(drawing.layout.frame.contains(box))
      for piece in drawing.geometries.flatMap(\.pieces) {
        for (a, b) in zip(piece, piece.dropFirst()) {
          #expect(box.clipped(segment: a, b) == nil)
        }
      }
    }
  }

  @Test func aLegendThatFindsNoRoomInTheFrameStandsAboveIt() {
    var chart = curves
    chart.marks += (0..<60).map { Mark(.ruleY(Double($0) / 59)) }
    chart.yScale.domain = 0...1
    chart.legend = .topLeading
    let drawing = ChartDrawing(chart, colours: FigureColours([:]))
    #expect(drawing.namePlaces.count == 2)
    #expect(drawing.namePlaces.allSatisfy { $0.bottom <= drawing.layout.frame.top })
  }

  @Test func theLabelsOfACentredAxisStandOnOneSide() {
    var chart = curves
    chart.yAxis.placement = .centred
    let drawing = ChartDrawing(chart, colours: FigureColours([:]))
    let labels = drawing.ticks.filter { $0.text.contains(".") }
    #expect(labels.count > 3)
    #expect(Set(labels.map(\.anchor)).count == 1)
  }

  @Test func namesStandClearOfEveryCurve() throws {
    let drawing = ChartDrawing(curves, colours: FigureColours([:]))
    #expect(drawing.namePlaces.count == 2)
    for box in drawing.namePlaces {
      for piece in drawing.geometries.flatMap(\.pieces) {
        for (a, b) in zip(piece, piece.dropFirst()) {
          #expect(box.clipped(segment: a, b) == nil)
        }
      }
    }
  }

  @Test func linesOfOneSeriesAreJoined() {
    let marks = (0..<4).map { step in
      Mark(.line([PlotPoint(x: Double(step), y: Double(step * step))]), series: "squares")
    }
    let resolved = ResolvedMark.resolve(marks, colours: FigureColours([:]))
    #expect(resolved.count == 1)
  }

  @Test func panelsStandSideBySideWithTheirOwnIdentifiers() {
    let figure = FigureRenderer(idPrefix: "f").render(
      ChartPanels(caption: "Two", charts: [curves, Chart(caption: "")]))
    let markup = figure.svg.markup
    #expect(markup.hasPrefix("<div class=\"figure-panels\"><div class=\"figure-panel\">"))
    #expect(markup.contains("id=\"f-1-title\"") && markup.contains("id=\"f-2-title\""))
    #expect(figure.width == 720)
  }

  @Test(arguments: hostileCharts)
  func anyChartGivesAFigure(_ chart: HostileChart) {
    let figure = rendered(chart.chart)
    let markup = figure.svg.markup.lowercased()
    #expect(!markup.contains("nan\"") && !markup.contains("inf\"") && !markup.contains(" nan"))
    #expect(markup.utf8.count < 400_000)
  }
}

extension FigureTable {
  var texts: [[String]] { rows.map { $0.map(\.text) } }
}

struct HostileChart: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var chart: Chart

  init(_ name: String, _ marks: [Mark], _ change: (inout Chart) -> Void = { _ in }) {
    testDescription = name
    chart = Chart(caption: name, marks: marks)
    change(&chart)
  }
}

private func curve(
  x: @escaping @Sendable (Double) -> Double?, y: @escaping @Sendable (Double) -> Double?,
  domain: ClosedRange<Double>
) -> ParametricCurve {
  ParametricCurve(x: PlotFunction(x), y: PlotFunction(y), parameter: "t", domain: domain)
}

private let extremes = [
  -Double.infinity, -.greatestFiniteMagnitude, -1e300, -1, -.leastNonzeroMagnitude, 0, 1, 1e300,
  .greatestFiniteMagnitude, .infinity, .nan,
]
private let wild = extremes.flatMap { x in extremes.map { PlotPoint(x: x, y: $0) } }

let hostileCharts: [HostileChart] = [
  HostileChart("empty", []),
  HostileChart("undefined", [plot("f") { _ in nil }]),
  HostileChart("nan", [plot("f") { _ in .nan }]),
  HostileChart("infinite", [plot("f") { _ in .infinity }]),
  HostileChart("largest", [plot("f") { $0 * .greatestFiniteMagnitude }]),
  HostileChart("wild points", [Mark(.points(wild), series: "p")]),
  HostileChart("wild line", [Mark(.line(wild), series: "l")]),
  HostileChart("wild bars", [Mark(.bars(wild.map { Bar(x: $0.x, value: $0.y) }, width: nil))]),
  HostileChart("negative bars", [Mark(.bars([Bar(x: 1, value: -2)], width: -3))]),
  HostileChart("wild rules", extremes.map { Mark(.ruleX($0)) } + extremes.map { Mark(.ruleY($0)) }),
  HostileChart(
    "one point",
    [Mark(.points([PlotPoint(x: .leastNormalMagnitude / 4096, y: .leastNormalMagnitude / 4096)]))]),
  HostileChart("noise", [plot("f") { ($0 * 1e15).truncatingRemainder(dividingBy: 1) }]),
  HostileChart(
    "infinite domain",
    [
      Mark(.function(PlotFunction { $0 }, domain: -Double.infinity...Double.infinity))
    ]),
  HostileChart("widest domain", [plot("f") { $0 }]) {
    $0.xScale.domain = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
  },
  HostileChart("narrowest domain", [plot("f") { $0 }]) { $0.xScale.domain = 1...1.nextUp },
  HostileChart("log of negatives", [Mark(.points([PlotPoint(x: -1, y: -1)])), plot("f") { $0 }]) {
    $0.xScale.kind = .log
    $0.yScale.kind = .log
  },
  HostileChart(
    "log band",
    [Mark(.area(lower: PlotFunction { _ in -1 }, upper: PlotFunction { $0 }, domain: nil))]
  ) {
    $0.yScale.kind = .log
  },
  HostileChart(
    "parametric nowhere",
    [Mark(.parametric(curve(x: { _ in nil }, y: { _ in nil }, domain: 0...0)))]),
  HostileChart(
    "spiral",
    [
      Mark(
        .parametric(curve(x: { $0 * 1e200 }, y: { 1 / $0 }, domain: -1...1)), series: "s")
    ]
  ) { $0.hasEqualScale = true },
  HostileChart("tiny figure", [plot(String(repeating: "long name ", count: 40)) { $0 }]) {
    $0.width = 1
    $0.height = .nan
  },
  HostileChart("many names", (0..<90).map { k in plot("f\(k)") { $0 * Double(k) } }),
  HostileChart(
    "odd style",
    [
      Mark(
        .function(PlotFunction { $0 }, domain: nil), series: "f",
        style: MarkStyle(colour: "#12", lineWidth: .nan, dash: [.nan, -1, 0], opacity: .infinity))
    ]),
  HostileChart("markup in names", [plot("<b>&\"") { $0 }]),
]
