import MathCore
import Testing

@testable import Figures

/// A function with the window that it is looked at through.
struct CurveCase: CustomTestStringConvertible, Sendable {
  var name: String
  var x: ClosedRange<Double>
  var y: ClosedRange<Double>
  /// Pieces that the path must have; nil where it does not matter.
  var pieces: Int?
  /// The most points that the path may have.
  var points: Int
  var function: PlotFunction
  /// More than a quarter where the curve is finer than any sampling.
  var tolerance = 0.26
  var testDescription: String { name }

  init(
    _ name: String, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, pieces: Int? = 1,
    points: Int = 40, tolerance: Double = 0.26, _ function: @escaping @Sendable (Double) -> Double?
  ) {
    (self.name, self.x, self.y) = (name, x, y)
    (self.pieces, self.points, self.function) = (pieces, points, PlotFunction(function))
    self.tolerance = tolerance
  }
}

private func f(_ function: ElementaryFunction, _ x: Double) -> Double { function.value(at: x) }
private let pi = Double.pi

let curveCases: [CurveCase] = [
  CurveCase("0", -1...1, -1...1, points: 2) { _ in 0 },
  CurveCase("x", -1...1, -1...1, points: 2) { $0 },
  CurveCase("−3x + 1", -1...1, -1...1, points: 4) { 1 - 3 * $0 },
  CurveCase("1000x", -1...1, -1...1, points: 4) { 1000 * $0 },
  CurveCase("1e9 x", -1...1, -1...1, points: 8) { 1e9 * $0 },
  CurveCase("x²", -2...2, 0...4) { $0 * $0 },
  CurveCase("x³", -2...2, -8...8) { $0 * $0 * $0 },
  CurveCase("x⁹", -2...2, -512...512) { BinaryFunction.pow.value(at: $0, 9) },
  CurveCase("x⁴ − x²", -2...2, -1...4) { $0 * $0 * $0 * $0 - $0 * $0 },
  CurveCase("|x|", -1...1, 0...1, points: 3) { $0.magnitude },
  CurveCase("|x − 0.123|", -1...1, 0...1, points: 5) { ($0 - 0.123).magnitude },
  CurveCase("relu", -4...4, -1...4, points: 4) { max(0, $0) },
  CurveCase("√|x|", -2...2, 0...1.5) { $0.magnitude.squareRoot() },
  CurveCase("√x", -2...4, -1...2) { $0 < 0 ? nil : $0.squareRoot() },
  CurveCase("√x from 0", 0...4, 0...2) { $0.squareRoot() },
  CurveCase("√(1 − x²)", -1.5...1.5, 0...1) { $0.magnitude > 1 ? nil : (1 - $0 * $0).squareRoot() },
  CurveCase("x^⅓", -2...2, -1.5...1.5) { f(.cbrt, $0) },
  CurveCase("|x|^⅒", -1...1, 0...1, points: 60) { BinaryFunction.pow.value(at: $0.magnitude, 0.1) },
  CurveCase("exp", -6...6, 0...400) { f(.exp, $0) },
  CurveCase("exp cut", -6...6, 0...10) { f(.exp, $0) },
  CurveCase("exp 10x", -6...6, 0...1) { f(.exp, 10 * $0) },
  CurveCase("log", -1...5, -4...2) { $0 <= 0 ? nil : f(.log, $0) },
  CurveCase("log deep", -1...5, -100...2) { $0 <= 0 ? nil : f(.log, $0) },
  CurveCase("x log x", -1...3, -1...3) { $0 <= 0 ? nil : $0 * f(.log, $0) },
  CurveCase("sin", -10...10, -1...1, points: 120) { f(.sin, $0) },
  CurveCase("sin 10x", -5...5, -1...1, points: 500) { f(.sin, 10 * $0) },
  CurveCase("sin 50x", -5...5, -1...1, points: 1500) { f(.sin, 50 * $0) },
  CurveCase("cos", -7...7, -1.2...1.2, points: 80) { f(.cos, $0) },
  CurveCase("sin² + cos²", -7...7, 0...2, points: 4) {
    f(.sin, $0) * f(.sin, $0) + f(.cos, $0) * f(.cos, $0)
  },
  CurveCase("sinc", -20...20, -0.5...1.2, points: 120) { f(.sin, $0) / $0 },
  CurveCase("x sin(1/x)", -0.3...0.3, -0.3...0.3, pieces: nil, points: 4000, tolerance: 0.5) {
    $0 * f(.sin, 1 / $0)
  },
  CurveCase("sin x²", 0...10, -1...1, points: 400) { f(.sin, $0 * $0) },
  CurveCase("damped", 0...10, -1...1, points: 150) { f(.exp, -$0 / 2) * f(.cos, 8 * $0) },
  CurveCase("tan", -1.5...1.5, -5...5) { f(.tan, $0) },
  CurveCase("tan with poles", -6...6, -5...5, pieces: 5, points: 120) { f(.tan, $0) },
  CurveCase("1/x", -3...3, -5...5, pieces: 2) { 1 / $0 },
  CurveCase("1/x off grid", -3.1...2.7, -5...5, pieces: 2) { 1 / $0 },
  CurveCase("1/x²", -3...3, 0...10, pieces: 2) { 1 / ($0 * $0) },
  CurveCase("1/(x² − 2)", -3...3, -4...4, pieces: 3, points: 60) { 1 / ($0 * $0 - 2) },
  CurveCase("x/(x − 1)", -3...3, -4...4, pieces: 2) { $0 / ($0 - 1) },
  CurveCase("narrow pole", -3...3, -4...4, pieces: 2) { 0.001 / ($0 - 0.3) },
  CurveCase("tgamma", -4.5...4.5, -6...6, pieces: nil, points: 120) { f(.tgamma, $0) },
  CurveCase("floor", -2.5...3.3, -3...4, pieces: 7, points: 14) { $0.rounded(.down) },
  CurveCase("sign", -1...1, -2...2, pieces: 2, points: 4) { $0 < 0 ? -1 : 1 },
  CurveCase("sawtooth", -2.2...2.2, -1...2, pieces: 6, points: 12) { $0 - $0.rounded(.down) },
  CurveCase("jump by 0.02", -1...1, -1...1, pieces: 2, points: 4) { $0 < 0.1234 ? 0 : 0.02 },
  CurveCase("staircase of 100", 0...1, 0...1, pieces: 100, points: 200) {
    min(0.99, ($0 * 100).rounded(.down) / 100)
  },
  CurveCase("σ", -6...6, 0...1) { 1 / (1 + f(.exp, -$0)) },
  CurveCase("σ(16x)", -6...6, 0...1) { 1 / (1 + f(.exp, -16 * $0)) },
  CurveCase("σ(1e4 x)", -6...6, 0...1) { 1 / (1 + f(.exp, -1e4 * $0)) },
  CurveCase("tanh 1e7 x", -6...6, -1...1) { f(.tanh, 1e7 * $0) },
  CurveCase("σ′", -6...6, 0...0.25) {
    let s = 1 / (1 + f(.exp, -$0))
    return s * (1 - s)
  },
  CurveCase("softplus", -6...6, 0...6) { f(.log1p, f(.exp, $0)) },
  CurveCase("erf", -3...3, -1...1) { f(.erf, $0) },
  CurveCase("gauss", -3...3, 0...1) { f(.exp, -$0 * $0) },
  CurveCase("narrow gauss", -3...3, 0...1) { f(.exp, -900 * ($0 - 0.1) * ($0 - 0.1)) },
  CurveCase("spike of a pixel", -3...3, 0...1) { f(.exp, -40_000 * ($0 - 0.1) * ($0 - 0.1)) },
  CurveCase("Lorentz", -5...5, 0...100) { 1 / (0.01 + $0 * $0) },
  CurveCase("atan 100x", -2...2, -2...2) { f(.atan, 100 * $0) },
  CurveCase("asin", -1...1, -1.6...1.6) { f(.asin, $0) },
  CurveCase("acos beyond", -2...2, 0...3.2) { $0.magnitude > 1 ? nil : f(.acos, $0) },
  CurveCase("acosh", -1...4, 0...2) { $0 < 1 ? nil : f(.acosh, $0) },
  CurveCase("exp(−1/x)", -1...3, -0.2...1) { $0 <= 0 ? 0 : f(.exp, -1 / $0) },
  CurveCase("exp(1/x)", -2...2, -1...6, pieces: 2) { f(.exp, 1 / $0) },
  CurveCase("piecewise", -3...3, -2...9, pieces: 2) { $0 < 1 ? $0 * $0 : 4 - $0 },
  CurveCase("nearly flat", 0...1, 0...1) { 0.5 + 1e-3 * f(.sin, 20 * $0) },
  CurveCase("huge", -1...1, -1e300...1e300) { 1e300 * $0 * $0 * $0 },
  CurveCase("tiny", -1...1, -1e-300...1e-300) { 1e-300 * $0 * $0 * $0 },
  CurveCase("logit", -0.2...1.2, -6...6) { $0 <= 0 || $0 >= 1 ? nil : f(.log, $0 / (1 - $0)) },
]

@Suite struct CurveSamplingTests {
  static let frame = Box(left: 40, top: 10, right: 620, bottom: 360)

  private static func scales(_ curve: CurveCase) -> (Scale, Scale) {
    (
      Scale(kind: .linear, domain: curve.x, start: frame.left, end: frame.right),
      Scale(kind: .linear, domain: curve.y, start: frame.bottom, end: frame.top)
    )
  }

  /// What is drawn, read back from the path's text.
  private static func drawn(_ curve: CurveCase) -> (pieces: [[Pixel]], nodes: Int) {
    let (x, y) = scales(curve)
    let mark = Mark(.function(curve.function, domain: nil))
    let geometry = MarkGeometry(mark, frame: frame, x: x, y: y)
    return PathReading.polylines(
      CurvePath.data(geometry.pieces, tolerance: MarkDrawing.tolerance))
  }

  @Test(arguments: curveCases)
  func theTrueCurveIsWithinAQuarterPixelOfThePath(_ curve: CurveCase) {
    let (x, y) = Self.scales(curve)
    let index = SegmentIndex(Self.drawn(curve).pieces)
    var worst = (distance: 0.0, place: 0.0)
    // An irrational step, so that no grid of the sampling is met.
    var place = Self.frame.left + 0.00137
    while place < Self.frame.right {
      let value = x.value(at: place)
      if let result = curve.function(value), result.isFinite, let height = y.position(of: result),
        height > Self.frame.top, height < Self.frame.bottom
      {
        let distance = index.distance(to: Pixel(x: place, y: height))
        if distance > worst.distance { worst = (distance, value) }
      }
      place += 0.1618
    }
    #expect(worst.distance <= curve.tolerance, "at x = \(worst.place)")
  }

  @Test(arguments: curveCases)
  func thePathIsWithinAQuarterPixelOfTheTrueCurve(_ curve: CurveCase) {
    let (x, y) = Self.scales(curve)
    let truth = TrueCurve(function: curve.function, x: x, y: y).pieces(in: Self.frame)
    let index = SegmentIndex(truth)
    var worst = (distance: 0.0, place: Pixel(x: 0, y: 0))
    for piece in Self.drawn(curve).pieces {
      for (a, b) in zip(piece, piece.dropFirst()) {
        let count = Int(a.distance(to: b) / 0.5) + 1
        for step in 0...count {
          let point = a + Double(step) / Double(count) * (b - a)
          guard Self.frame.contains(point) else { continue }
          let distance = index.distance(to: point)
          if distance > worst.distance { worst = (distance, point) }
        }
      }
    }
    #expect(worst.distance <= 0.27, "at \(worst.place)")
  }

  @Test(arguments: curveCases)
  func pathsHaveFewPointsAndBreakWhereTheCurveDoes(_ curve: CurveCase) {
    let (pieces, nodes) = Self.drawn(curve)
    #expect(nodes <= curve.points)
    if let expected = curve.pieces { #expect(pieces.count == expected) }
  }
}
