import Diagnostics
import MathCore
import SwiftEval
import Testing

@testable import Cells
@testable import Figures

/// The path that is drawn of a lesson's function, against enclosures of the function: both ways, no
/// point of one is farther than a quarter of a pixel from the other.
@Suite struct CurveTruthTests {
  private static let frame = Box(left: 40, top: 10, right: 620, bottom: 360)
  private static let quarter = 0.25

  @Test func thereAreAHundred() { #expect(drawnFunctions.count == 100) }

  @Test(arguments: drawnFunctions)
  func theDrawnCurveIsTheTrueOne(_ drawn: DrawnFunction) throws {
    let x = Scale(
      kind: .linear, domain: drawn.x, start: Self.frame.left, end: Self.frame.right)
    let y = Scale(
      kind: .linear, domain: drawn.y, start: Self.frame.bottom, end: Self.frame.top)
    let context = CellContext(settings: Notebook.Settings())
    _ = context.evaluator.evaluate(
      Excerpt("func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }"))
    let plot = context.evaluator.evaluate(
      expression: Excerpt(#"LinePlot(x: "x", y: "y") { x in \#(drawn.source) }"#))
    let value = try #require(plot.value)
    let call = try #require(RecordCall(value))
    var marks = ChartMarks(context: context, renderer: FigureRenderer(idPrefix: "t"))
    let mark = try #require(marks.marks([value]).first)
    let geometry = MarkGeometry(mark, frame: Self.frame, x: x, y: y)
    let path = PathReading.polylines(
      CurvePath.data(geometry.pieces, tolerance: MarkDrawing.tolerance)
    ).pieces
    #expect(context.diagnostics.isEmpty)
    let function = try #require(call.function("function"))
    let trace = try context.evaluator.trace(function, variables: ["x"])
    #expect(trace.paths.count == 1)
    let truth = EnclosedCurve(
      tape: ExpressionTape([trace.paths[0].value], variables: ["x"]), x: x, y: y)
    #expect(missing(truth, from: path) == nil)
    #expect(invented(path, beside: truth) == nil)
  }

  /// A true point in the frame that the path is not near.
  private func missing(_ truth: EnclosedCurve, from path: [[Pixel]]) -> String? {
    let index = SegmentIndex(path)
    // An irrational step, so that no grid of the sampling is met.
    var place = Self.frame.left + 0.00137
    while place < Self.frame.right {
      if let height = truth.height(at: place), Self.frame.contains(Pixel(x: place, y: height)) {
        let distance = index.distance(to: Pixel(x: place, y: height))
        if distance > Self.quarter {
          return "x = \(truth.x.value(at: place)) is \(distance) pixels off"
        }
      }
      place += 0.618
    }
    return nil
  }

  /// A point of the path in the frame that no true point is near.
  private func invented(_ path: [[Pixel]], beside truth: EnclosedCurve) -> String? {
    for piece in path {
      for (a, b) in zip(piece, piece.dropFirst()) {
        let count = Int(a.distance(to: b)) + 1
        for step in 0..<count {
          let point = a + (Double(step) / Double(count)) * (b - a)
          if Self.frame.contains(point), !truth.passes(within: Self.quarter, of: point) {
            return "\(point), x = \(truth.x.value(at: point.x))"
          }
        }
      }
    }
    return nil
  }
}

/// A function's graph by enclosures.
private struct EnclosedCurve {
  let tape: ExpressionTape
  let x: Scale
  let y: Scale

  /// The height of the true point at a place, to a hundredth of a pixel; nil where the function is
  /// not certain to have a value.
  func height(at place: Double) -> Double? {
    let value = x.value(at: place)
    var bounds = tape.values(at: [DoubleInterval(point: value)], precision: 53)[0]
    for precision in [128, 512, 2048] {
      if bounds.isDefined, let height = height(of: bounds) { return height }
      bounds =
        tape.values(
          at: [WideInterval(point: BigFloat(value, precision: precision))], precision: precision)[0]
        .double
    }
    return bounds.isDefined ? height(of: bounds) : nil
  }

  /// Nil where the interval is higher than a hundredth of a pixel.
  private func height(of bounds: DoubleInterval) -> Double? {
    guard let low = y.position(of: bounds.lower), let high = y.position(of: bounds.upper),
      (low - high).magnitude < 0.01
    else { return nil }
    return (low + high) / 2
  }

  /// Whether the true curve is shown to come so near to a point: in columns of the plane, which are
  /// halved, the widest first, until one of them shows it.
  func passes(within distance: Double, of point: Pixel) -> Bool {
    var columns = [
      (
        max(point.x - distance, min(x.start, x.end)), min(point.x + distance, max(x.start, x.end))
      )
    ]
    var next = 0
    while next < columns.count, next < 2_000 {
      let (a, b) = columns[next]
      next += 1
      switch isShown(within: distance, of: point, from: a, to: b) {
      case true?: return true
      case false?: continue
      case nil:
        let middle = (a + b) / 2
        columns += [(a, middle), (middle, b)]
      }
    }
    return false
  }

  /// Nil where the column is too wide to tell.
  private func isShown(
    within distance: Double, of point: Pixel, from a: Double, to b: Double
  ) -> Bool? {
    let (low, high) = (x.value(at: a), x.value(at: b))
    guard low < high, let column = DoubleInterval(lower: low, upper: high) else { return false }
    let values = tape.values(at: [column], precision: 53)[0]
    if isFar(values, from: point, distance) { return false }
    let corners = [a, b].compactMap { place in
      height(at: place).map { Pixel(x: place, y: $0) }
    }
    if corners.contains(where: { $0.distance(to: point) <= distance }) { return true }
    guard corners.count == 2, values.definedness == .continuous else { return nil }
    // The curve takes all heights between its ends; how far aside it does so is counted in full.
    let (top, bottom) = (min(corners[0].y, corners[1].y), max(corners[0].y, corners[1].y))
    let aside = max((a - point.x).magnitude, (b - point.x).magnitude)
    let above = max(top - point.y, point.y - bottom, 0)
    return Pixel(x: aside, y: above).length <= distance ? true : nil
  }

  private func isFar(_ values: DoubleInterval, from point: Pixel, _ distance: Double) -> Bool {
    if values.definedness == .nowhere { return true }
    guard let bottom = y.position(of: values.lower), let top = y.position(of: values.upper) else {
      return false
    }
    return top - point.y > distance || point.y - bottom > distance
  }
}
