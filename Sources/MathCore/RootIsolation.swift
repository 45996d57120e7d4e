/// The only zero of a function in an interval where its slope has one sign, narrowed by the interval
/// Newton method (Moore 1966, chapter 7; Tucker 2011, section 5.1).
struct RootIsolation: Sendable {
  let interval: RationalInterval
  private let tape: ExpressionTape

  /// In bits, beyond those asked for.
  private static let guardBits = 16
  /// Each step doubles the bits, or halves the interval.
  private static let largestStepCount = 400

  /// - Parameter interval: closed and bounded; the function is differentiable there, its slope is
  ///   nowhere 0, and its values at the ends have different signs.
  init(of function: Expression, variable: String, in interval: RationalInterval) {
    self.interval = interval
    tape = ExpressionTape([function], variables: [variable])
  }

  /// An interval of about the precision, in relation to the zero's size; nil where rounding errors
  /// keep it wider.
  func narrowed(precision: Int) -> WideInterval? {
    var working = 64
    var x = WideInterval(interval, precision: working)
    for _ in 0..<Self.largestStepCount {
      if x.isNarrow(precision) { return x }
      let next = step(x, working)
      guard let next, next.isSmaller(than: x) else {
        // Rounding stands in the way, if there is more precision to be had.
        guard working < precision + Self.guardBits else { return next ?? x }
        working = min(2 * working, precision + Self.guardBits)
        continue
      }
      x = next
    }
    return nil
  }

  /// N(X) = m − f(m)/f′(X), in common with X.
  private func step(_ x: WideInterval, _ precision: Int) -> WideInterval? {
    let x = WideInterval(x, precision: precision)
    let middle = WideInterval(point: x.midpoint)
    let slope = tape.taylor(at: [x], variable: 0, order: 1, precision: precision)[0]
      .coefficients[1]
    let value = tape.values(at: [middle], precision: precision)[0]
    guard slope.sign != nil else { return nil }
    return (middle - value / slope).intersection(x)
  }
}

extension Interval {
  /// Whether the width is no more than 2^−precision of the values.
  func isNarrow(_ precision: Int) -> Bool {
    guard isBounded else { return false }
    if isPoint { return true }
    guard let size = sign == nil ? nil : Swift.min(lower.magnitude, upper.magnitude) else {
      return false
    }
    let scale = Bound.power(.whole(2, precision: 64), precision - 1, .up)
    return Bound.multiply(width, scale, .up) <= size
  }

  /// Whether it is at most three quarters as wide.
  func isSmaller(than other: Self) -> Bool {
    let three = Bound.whole(3, precision: 64)
    let four = Bound.whole(4, precision: 64)
    return Bound.multiply(width, four, .up) <= Bound.multiply(other.width, three, .down)
  }
}

extension IntervalBound {
  /// Exact.
  var magnitude: Self { signum < 0 ? -self : self }
}
