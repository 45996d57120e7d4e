/// The solution of a system of as many equations as variables, by Krawczyk's operator (Krawczyk 1969;
/// Moore, Kearfott & Cloud 2009, section 8.2):
///
///     K(X) = m − Y·f(m) + (1 − Y·F′(X))·(X − m)
///
/// with m the middle of the box X and Y about the inverse of the Jacobian there. Every solution in X
/// lies in K(X), and where K(X) lies inside X there is exactly one.
struct Krawczyk: Sendable {
  static let largestDimension = 10

  /// A box with exactly one solution.
  let box: [RationalInterval]
  private let tape: ExpressionTape
  private let inverse: SquareMatrix

  private static let largestStepCount = 60
  /// Half of the widths of the boxes that are tried, in relation to the solution's size, as powers
  /// of 2.
  private static let radii = [-4, -10, -16, -22, -28, -34, -40]

  /// Nil where Newton's method leads to no solution, or none is proved.
  init?(_ equations: [Expression], variables: [String], near start: [Double]) {
    let tape = ExpressionTape(equations, variables: variables)
    guard let point = Self.iterate(tape, from: start),
      let inverse = Self.jacobian(tape, at: point.map { DoubleInterval(point: $0) }, 53)
        .flatMap({ SquareMatrix($0.map { $0.map(\.midpoint) }).inverse })
    else { return nil }
    self.tape = tape
    self.inverse = inverse
    for exponent in Self.radii {
      let radius = Double(sign: .plus, exponent: exponent, significand: 1)
      let x = point.map { Self.interval(around: $0, radius: radius * max(1, $0.magnitude)) }
      guard let image = Self.image(tape, inverse, x, 53),
        zip(image, x).allSatisfy({ $0.lower > $1.lower && $0.upper < $1.upper })
      else { continue }
      box = x.map(\.rationalInterval)
      return
    }
    return nil
  }

  private static func interval(around x: Double, radius: Double) -> DoubleInterval {
    let r = DoubleInterval(lower: -radius, upper: radius) ?? DoubleInterval(point: 0)
    return DoubleInterval(point: x) + r
  }

  /// Newton's method in binary64.
  private static func iterate(_ tape: ExpressionTape, from start: [Double]) -> [Double]? {
    var x = start
    for _ in 0..<largestStepCount {
      let point = x.map { DoubleInterval(point: $0) }
      let values = tape.values(at: point, precision: 53).map(\.midpoint)
      guard let jacobian = jacobian(tape, at: point, 53),
        let step = SquareMatrix(jacobian.map { $0.map(\.midpoint) }).inverse?.times(values)
      else { return nil }
      x = zip(x, step).map { $0 - $1 }
      guard x.allSatisfy(\.isFinite) else { return nil }
      if zip(x, step).allSatisfy({ $1.magnitude <= 0x1p-46 * max(1, $0.magnitude) }) { return x }
    }
    return nil
  }

  /// Nil where a function may not be differentiable in the box.
  private static func jacobian<B>(
    _ tape: ExpressionTape, at x: [Interval<B>], _ precision: Int
  ) -> [[Interval<B>]]? {
    var columns: [[Interval<B>]] = []
    for variable in x.indices {
      let series = tape.taylor(at: x, variable: variable, order: 1, precision: precision)
      guard series.allSatisfy(\.isSmooth) else { return nil }
      columns.append(series.map { $0.coefficients[1] })
    }
    return x.indices.map { row in columns.map { $0[row] } }
  }

  /// K(X); nil where a function may not be differentiable in X.
  private static func image<B>(
    _ tape: ExpressionTape, _ inverse: SquareMatrix, _ x: [Interval<B>], _ precision: Int
  ) -> [Interval<B>]? {
    guard let jacobian = jacobian(tape, at: x, precision) else { return nil }
    let middle = x.map { Interval(point: $0.midpoint) }
    let values = tape.values(at: middle, precision: precision)
    let y = inverse.rows.map { row in
      row.map { Interval<B>(exactly: Rational(exactly: $0) ?? .zero, precision: precision) }
    }
    let one = Interval<B>.whole(1, precision: precision)
    let zero = Interval<B>.whole(0, precision: precision)
    return x.indices.map { row in
      var sum = middle[row]
      for k in x.indices { sum = sum - y[row][k] * values[k] }
      for column in x.indices {
        var product = row == column ? one : zero
        for k in x.indices { product = product - y[row][k] * jacobian[k][column] }
        sum = sum + product * (x[column] - middle[column])
      }
      return sum
    }
  }
}

extension Krawczyk {
  /// Intervals of about the precision, in relation to the numbers' sizes; nil where rounding errors
  /// keep them wider.
  func narrowed(precision: Int) -> [WideInterval]? {
    var working = 64
    var x = box.map { WideInterval($0, precision: working) }
    // Y is good to about 50 bits, which each step gains.
    for _ in 0..<(precision / 8 + Self.largestStepCount) {
      if x.allSatisfy({ $0.isNarrow(precision) || $0.isTiny(precision) }) { return x }
      let current = x.map { WideInterval($0, precision: working) }
      guard let image = Self.image(tape, inverse, current, working) else { return nil }
      let next = zip(image, current).map { $0.intersection($1) ?? $1 }
      if !zip(next, x).contains(where: { $0.isSmaller(than: $1) }) {
        guard working < 2 * precision + 64 else { return nil }
        working = min(2 * working, 2 * precision + 64)
      }
      x = next
    }
    return nil
  }
}

extension WideInterval {
  /// Whether it is a zero for all that so many bits can tell.
  fileprivate func isTiny(_ precision: Int) -> Bool {
    let unit = BigFloat.divide(
      .whole(1, precision: 64), .power(.whole(2, precision: 64), 2 * precision, .up), .down)
    return containsZero && lower.magnitude <= unit && upper.magnitude <= unit
  }
}
