import MathCore
import Testing

@testable import Figures

@Suite struct MarkGeometryTests {
  private let frame = Box(left: 0, top: 0, right: 400, bottom: 400)
  private let x = Scale(kind: .linear, domain: -2...2, start: 0, end: 400)
  private let y = Scale(kind: .linear, domain: -2...2, start: 400, end: 0)

  private func drawn(_ content: Mark.Content) -> [[Pixel]] {
    let geometry = MarkGeometry(Mark(content), frame: frame, x: x, y: y)
    return PathReading.polylines(CurvePath.data(geometry.pieces, tolerance: 0.18)).pieces
  }

  private func area(
    lower: @escaping @Sendable (Double) -> Double?, upper: @escaping @Sendable (Double) -> Double?,
    domain: ClosedRange<Double>? = nil
  ) -> Mark {
    Mark(.area(lower: PlotFunction(lower), upper: PlotFunction(upper), domain: domain))
  }

  @Test func aCircleIsRoundToAQuarterPixel() throws {
    let pieces = drawn(.parametric(.circle))
    let circle = try #require(pieces.first)
    #expect(pieces.count == 1)
    for point in circle {
      let radius = point.distance(to: Pixel(x: 200, y: 200))
      #expect((radius - 100).magnitude <= 0.25)
    }
    #expect(circle.first.map { $0.distance(to: circle[circle.count - 1]) < 0.02 } ?? false)
  }

  @Test func aLineThroughDataKeepsItsCorners() {
    let data = [(-2.0, 0.0), (-1, 1.5), (0, -1.5), (1, 1), (2, 0)].map { PlotPoint(x: $0, y: $1) }
    let pieces = drawn(.line(data))
    #expect(pieces.count == 1)
    #expect(pieces.first?.count == 5)
  }

  @Test func aMissingValueBreaksALine() {
    let data = [0.0, 0.5, .nan, 1, 1.5].map { PlotPoint(x: $0, y: $0) }
    #expect(drawn(.line(data)).count == 2)
  }

  @Test func anAreaEndsWhereOneOfItsBoundsDoes() {
    let area = area(lower: { _ in 0 }, upper: { $0 < 0 ? nil : $0 })
    let regions = MarkGeometry(area, frame: frame, x: x, y: y).regions
    #expect(regions.count == 1)
    #expect((regions.first?.map(\.x).min() ?? 0) >= 199.9)
  }

  @Test func anAreaIsCutWhereABoundJumps() {
    let area = area(lower: { _ in -1 }, upper: { $0 < 0.5 ? 0 : 1 }, domain: -1...1)
    let regions = MarkGeometry(area, frame: frame, x: x, y: y).regions
    #expect(regions.count == 2)
    let heights = regions.map { $0.map(\.y).min() ?? 0 }
    #expect(heights == [200, 100])
  }

  @Test func aBandBeyondTheFrameIsCutAtIt() {
    let area = area(lower: { _ in -1e9 }, upper: { _ in 1e9 }, domain: -1...1)
    let region = MarkGeometry(area, frame: frame, x: x, y: y).regions.first ?? []
    #expect(region.allSatisfy { $0.y > -20 && $0.y < 420 })
  }

  @Test func polesDoNotStretchTheAxis() {
    let mark = Mark(.function(PlotFunction { 1 / $0 }, domain: nil))
    let marks = ResolvedMark.resolve([mark], colours: FigureColours([:]))
    let chart = Chart(caption: "", marks: [mark], xScale: ScaleOptions(domain: -3...3))
    let domains = ChartDomains(chart, marks: marks)
    #expect(domains.y.upperBound < 10 && domains.y.lowerBound > -10)
  }

  @Test func growthThatIsNoPoleIsShownWhole() {
    let mark = Mark(.function(PlotFunction { ElementaryFunction.exp.value(at: $0) }, domain: nil))
    let marks = ResolvedMark.resolve([mark], colours: FigureColours([:]))
    let chart = Chart(caption: "", marks: [mark], xScale: ScaleOptions(domain: 0...50))
    #expect(ChartDomains(chart, marks: marks).y.upperBound > 5e21)
  }
}
