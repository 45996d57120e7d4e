import MathCore
import Testing

@testable import Figures

@Suite struct BarTests {
  /// Bars one by one, as a loop in a lesson makes them.
  private func chart(
    _ values: [(Double, Double)], label: String? = nil, _ change: (inout Chart) -> Void = { _ in }
  ) -> Chart {
    let bars = values.map { x, y in
      Mark(
        .bars([Bar(x: x, value: y)], width: nil), series: "value", xName: "n", yName: "value",
        annotation: label.map { MarkAnnotation($0) })
    }
    var chart = Chart(caption: "Bars", marks: bars)
    change(&chart)
    return chart
  }

  private func drawing(_ chart: Chart) -> ChartDrawing {
    ChartDrawing(chart, colours: FigureColours([:]), typography: .english)
  }

  private func regions(_ chart: Chart) -> [Box] {
    drawing(chart).geometries.flatMap(\.regions).compactMap { region in
      guard let left = region.map(\.x).min(), let right = region.map(\.x).max(),
        let top = region.map(\.y).min(), let bottom = region.map(\.y).max()
      else { return nil }
      return Box(left: left, top: top, right: right, bottom: bottom)
    }
  }

  @Test func barsOfALoopLeaveGaps() {
    let bars = regions(chart([(0, 1), (0.1, 2), (0.2, 3)]))
    #expect(bars.count == 3)
    for (bar, next) in zip(bars, bars.dropFirst()) {
      #expect(bar.right < next.left)
      #expect(next.left - bar.right < bar.width)
    }
  }

  @Test func aLogScaleShowsTheLeastBar() {
    let bars = regions(
      chart([(1, 10), (2, 1000), (3, 100_000)]) { $0.yScale.kind = .log })
    #expect(bars.count == 3)
    #expect(bars.allSatisfy { $0.height > 10 })
  }

  @Test func ticksStandBelowBarsOnly() {
    let layout = drawing(chart([(1, 4), (2, 5), (4, 6)])).layout
    #expect(layout.xTicks.major.map(\.label) == ["1", "2", "4"])
    #expect(!layout.xTicks.hasGrid)
  }

  @Test func manyBarsHaveRoundTicks() {
    let layout = drawing(chart((0..<200).map { (Double($0), 1) })).layout
    #expect(layout.xTicks.major.count < 12)
    #expect(layout.xTicks.hasGrid)
  }

  @Test func labelsStandAtTheEndsOfTheirBars() throws {
    let chart = chart([(0, -8), (1, 17)], label: "17")
    let (drawing, bars) = (drawing(chart), regions(chart))
    let texts = drawing.annotations.map { drawing.layout.metrics.box(of: $0) }
    try #require(texts.count == 2 && bars.count == 2)
    #expect(texts[0].top > bars[0].bottom)
    #expect(texts[1].bottom < bars[1].top + 4)
    for (text, bar) in zip(texts, bars) {
      #expect((text.centre.x - bar.centre.x).magnitude < 1)
      #expect(drawing.layout.frame.grown(by: 4).contains(text))
    }
  }

  @Test func aNameThatTheAxisHasIsNotRepeated() {
    #expect(drawing(chart([(1, 2)])).namePlaces.count == 1)
    #expect(drawing(chart([(1, 2)]) { $0.yAxis.label = "value" }).namePlaces.isEmpty)
  }

  @Test func theDescriptionTellsOfBarsTogether() {
    let figure = FigureRenderer(idPrefix: "f").render(chart([(1, 4), (2, 9), (3, 1)]))
    #expect(figure.description.contains("n from 1 to 3;"))
    #expect(
      figure.description.contains("value: 3 bars, the highest 9 at 2, the lowest 1 at 3."))
  }

  /// Two series, one bar at each of three places, with values of both signs.
  private var stacked: Chart {
    let values = [("grain", [3.0, 4, -1]), ("fruit", [2.0, -3, -4])]
    let bars = values.flatMap { name, values in
      values.enumerated().map { place, value in
        Mark(
          .bars([Bar(x: Double(place), value: value)], width: nil), series: name, xName: "year",
          yName: name)
      }
    }
    return Chart(caption: "Harvest", marks: bars)
  }

  @Test func barsAtOnePlaceStandOnEachOther() throws {
    let bars = regions(stacked)
    try #require(bars.count == 6)
    let (y, places) = (drawing(stacked).layout.y, [0, 1, 2].map { (bars[$0], bars[$0 + 3]) })
    func heights(_ box: Box) -> [Double] { [y.value(at: box.bottom), y.value(at: box.top)] }
    func isNear(_ box: Box, _ low: Double, _ high: Double) -> Bool {
      zip(heights(box), [low, high]).allSatisfy { ($0 - $1).magnitude < 1e-9 }
    }
    #expect(isNear(places[0].0, 0, 3) && isNear(places[0].1, 3, 5))
    // A bar below 0 hangs from it, whatever stands above.
    #expect(isNear(places[1].0, 0, 4) && isNear(places[1].1, -3, 0))
    #expect(isNear(places[2].0, -1, 0) && isNear(places[2].1, -5, -1))
  }

  @Test func theDescriptionTellsOfStacks() {
    let text = FigureRenderer(idPrefix: "f").render(stacked).description
    #expect(text.contains("fruit: 3 bars, the highest 2 at 0, the lowest −4 at 2."))
    #expect(text.contains("Bars at one place are stacked, up to 5 at 0 and down to −5 at 2."))
  }

  @Test func stackedSeriesShareATable() throws {
    let tables = FigureRenderer(idPrefix: "f").render(stacked).tables
    let table = try #require(tables.first)
    #expect(tables.count == 1)
    #expect(table.columns == ["year", "grain", "fruit"])
    #expect(table.texts == [["0", "3", "2"], ["1", "4", "−3"], ["2", "−1", "−4"]])
  }
}
