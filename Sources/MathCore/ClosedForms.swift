/// Constants that a number found by iteration may be: guesses, for exact proofs to confirm.
enum ClosedForms {
  /// Rationals, rational multiples of π, square roots, logarithms, and roots of quadratic equations,
  /// all with small coefficients, within a ten-millionth of the value; the simplest kinds first.
  static func near(_ value: Double) -> [Expression] {
    guard value.isFinite, value.magnitude < 1e6 else { return [] }
    var found: [Expression] = []
    if let rational = rational(near: value, largestDenominator: 1000) {
      found.append(Expression(rational))
    }
    if let ratio = rational(near: value / Double.pi, largestDenominator: 24), !ratio.isZero,
      let multiple = try? Expression(ratio).times(.pi)
    {
      found.append(multiple)
    }
    found += quadratics(near: value)
    if value.magnitude < 30 {
      let exponential = ElementaryFunction.exp.value(at: value)
      var arguments = quadratics(near: exponential)
      if let rational = rational(near: exponential, largestDenominator: 100) {
        arguments.insert(Expression(rational), at: 0)
      }
      found += arguments.compactMap { try? .apply(.log, $0) }
    }
    return found
  }

  /// s/2 ± √(s²/4 − t) for x² = s·x − t, and square roots.
  private static func quadratics(near value: Double) -> [Expression] {
    guard value.magnitude > 1e-6 else { return [] }
    var found: [Expression] = []
    if let square = rational(near: value * value, largestDenominator: 100), square.sign > 0,
      let root = try? Expression.apply(.sqrt, Expression(square))
    {
      found.append(value < 0 ? (try? root.negated()) ?? root : root)
    }
    for product in [1, -1, 2, -2, 3, -3] {
      let sum = value + Double(product) / value
      guard let s = rational(near: sum, largestDenominator: 12), !s.isZero else { continue }
      let half = s * .half
      let square = half * half - Rational(product)
      guard square.sign > 0, square.squareRoot == nil,
        let root = try? Expression.apply(.sqrt, Expression(square)),
        let whole = value > sum / 2
          ? try? Expression(half).plus(root) : try? Expression(half).minus(root)
      else { continue }
      found.append(whole)
    }
    return found
  }

  /// The first convergent of the continued fraction that comes as near; nil where its denominator
  /// would be larger.
  static func rational(near value: Double, largestDenominator: Int) -> Rational? {
    let tolerance = 1e-7 * max(1, value.magnitude)
    guard value.magnitude < 1e9 else { return nil }
    var (rest, before, current) = (value, (0, 1), (1, 0))
    for _ in 0..<20 {
      let whole = rest.rounded(.down)
      guard whole.magnitude < 1e9 else { return nil }
      let next = (
        Int(whole) * current.0 + before.0, Int(whole) * current.1 + before.1
      )
      guard next.1 <= largestDenominator else { return nil }
      if (Double(next.0) / Double(next.1) - value).magnitude <= tolerance {
        return Rational(next.0, over: next.1)
      }
      guard rest > whole else { return nil }
      (before, current, rest) = (current, next, 1 / (rest - whole))
    }
    return nil
  }
}
