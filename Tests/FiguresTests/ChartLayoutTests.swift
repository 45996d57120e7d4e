import Testing

@testable import Figures

@Suite struct ChartLayoutTests {
  private func line(
    _ name: String, _ function: @escaping @Sendable (Double) -> Double?
  ) -> Mark {
    Mark(.function(PlotFunction(function), domain: nil), series: name, xName: "x", yName: name)
  }

  private func layout(_ chart: Chart) -> ChartLayout {
    ChartDrawing(chart, colours: FigureColours([:]), typography: .english).layout
  }

  @Test(arguments: [AxisOptions.Placement.edge, .centred])
  func labelsAtTheEndsOfTheAxisAreNotCut(_ placement: AxisOptions.Placement) {
    for domain in [-100_000...100_000.0, 0.01...1000, -2.5...2.5] {
      let layout = layout(
        Chart(
          caption: "Wide labels", marks: [line("f") { $0 }], xScale: ScaleOptions(domain: domain),
          yAxis: AxisOptions(placement: placement)))
      for tick in layout.xTicks.major {
        guard let place = layout.x.position(of: tick.value) else { continue }
        let half = layout.metrics.width(of: tick.label) * TextMetrics.slack / 2
        #expect(place - half >= -1 && place + half <= layout.width + 1)
      }
    }
  }

  @Test func whatIsCountedHasWholeTicks() {
    func labels(_ places: [Double]) -> [String] {
      let points = Mark(.points(places.map { PlotPoint(x: $0, y: $0) }))
      return layout(Chart(caption: "Counts", marks: [points])).xTicks.major.map(\.label)
    }
    #expect(labels((1...20).map(Double.init)) == ["4", "8", "12", "16", "20"])
    #expect(labels((1...20).map { Double($0) + 0.5 }).contains("2.5"))
  }

  @Test func equalUnitsAreEquallyLongAndEquallyDivided() {
    let circle = Mark(.parametric(.circle))
    let layout = layout(Chart(caption: "Circle", marks: [circle], hasEqualScale: true))
    #expect((layout.x.unitLength - layout.y.unitLength).magnitude < 1e-9)
    #expect(layout.yTicks.isDivided(like: layout.xTicks))
  }

  @Test func panelsOfOneQuantityShareTheirScale() {
    let charts = [
      Chart(caption: "low", marks: [line("value") { $0 }], xScale: ScaleOptions(domain: 0...1)),
      Chart(
        caption: "high", marks: [line("value") { 9 * $0 }], xScale: ScaleOptions(domain: 0...1)),
      Chart(
        caption: "other", marks: [line("cost") { 99 * $0 }], xScale: ScaleOptions(domain: 0...1)),
    ]
    let spans = FigureRenderer(idPrefix: "f").sharingScales(charts).map(\.yScale.domain)
    #expect(spans[0] == spans[1])
    #expect(spans[0]?.contains(9) == true && spans[0]?.contains(90) == false)
    #expect(spans[2]?.contains(90) == true)
  }

  @Test func aPanelKeepsTheScaleThatItsAuthorChose() {
    let chosen = Chart(
      caption: "chosen", marks: [line("value") { $0 }], xScale: ScaleOptions(domain: 0...1),
      yScale: ScaleOptions(domain: 0...2))
    let free = Chart(
      caption: "free", marks: [line("value") { 9 * $0 }], xScale: ScaleOptions(domain: 0...1))
    let spans = FigureRenderer(idPrefix: "f").sharingScales([chosen, free]).map(\.yScale.domain)
    #expect(spans[0] == 0...2)
    #expect(spans[1]?.contains(9) == true)
  }

  @Test func eachPanelHasItsTitle() {
    let panels = ChartPanels(
      caption: "Two", charts: [Chart(caption: "left & low"), Chart(caption: "")])
    let markup = FigureRenderer(idPrefix: "f").render(panels).svg.markup
    #expect(
      markup.contains("<p class=\"figure-panel-title\" aria-hidden=\"true\">left &amp; low</p>"))
    #expect(markup.contains("<title id=\"f-2-title\">Two</title>"))
    #expect(markup.split(separator: "figure-panel-title").count == 2)
  }
}
