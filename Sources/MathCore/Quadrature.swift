/// The integral of a function over an interval, enclosed by Taylor's formula (Corliss & Rall 1987;
/// Tucker 2011, section 5.4): on a box with middle c and half width h,
///
///     ∫ f = Σ 2·aₖ·hᵏ⁺¹/(k + 1) + A·2·hⁿ⁺¹/(n + 1)
///
/// for even k below the even order n, with the Taylor coefficients aₖ at c, and A the n-th over the
/// box. Boxes are halved until the remainder is small enough. Where the function has no Taylor
/// series, at √x near 0 or where two cases meet, they are halved until their values hardly matter.
struct Quadrature: Sendable {
  /// Single points are left out.
  private let cells: [QuadratureCell]

  /// More boxes than these are not looked at.
  static let largestBoxCount = 6_000
  /// Nor is more of them than so many products of Taylor coefficients: an integral of 0 is asked for
  /// ever more digits, each box for ever more coefficients.
  private static let largestWork = 20_000_000
  /// In bits: what binary64 can give.
  private static let quickPrecision = 44
  private static let guardBits = 20

  /// Nil where the function has too many cases, or an expression would be too high.
  init?(of pieces: [FunctionPiece], variable: String, over interval: RationalInterval) {
    guard let cells = FunctionCells(pieces, variables: [variable], on: [interval]) else {
      return nil
    }
    var result: [QuadratureCell] = []
    for cell in cells.cells where !cell.domain[0].isPoint {
      guard let next = QuadratureCell(cell, variable) else { return nil }
      result.append(next)
    }
    self.cells = result
  }

  /// An interval of about the precision, in relation to the integral's size; nil where the boxes do
  /// not suffice for it.
  func narrowed(precision: Int) -> WideInterval? {
    // The size first, which says how small the errors must be.
    var boxes = 0
    guard var result = enclosure(errorExponent: -30, precision: 53, &boxes) else { return nil }
    var bits = min(precision, Self.quickPrecision) + 2
    for _ in 0..<6 {
      if result.isNarrow(precision) { return result }
      let size = max(result.lower.magnitude, result.upper.magnitude)
      if size.signum == 0 { return result }
      let exponent = Int(size.double(.up).exponent) - bits
      // The terms may be larger than their sum.
      let working =
        bits <= Self.quickPrecision + 2 ? 53 : max(bits, -exponent) + Self.guardBits
      guard let next = enclosure(errorExponent: exponent, precision: working, &boxes) else {
        return nil
      }
      result = next.intersection(result) ?? next
      bits = max(precision + 2, bits + Self.guardBits)
    }
    // An integral of 0 is never narrow in relation to its size.
    return result.isNarrow(precision) || result.containsZero ? result : nil
  }

  /// - Parameters:
  ///   - errorExponent: what all remainders together may come to, as a power of 2.
  ///   - boxes: how many a larger error took, which are fewer than this one takes; then how many it
  ///     took.
  private func enclosure(
    errorExponent: Int, precision: Int, _ boxes: inout Int
  ) -> WideInterval? {
    // Even, and enough for boxes of an eighth of the distance to the next singularity.
    let order = 2 * (max(12, -errorExponent) / 6) + 4
    let allowed = min(
      Self.largestBoxCount, Self.largestWork / (order * order * operationCount))
    guard boxes <= allowed else { return nil }
    var budget = allowed
    defer { boxes = allowed - budget }
    var sum = WideInterval.whole(0, precision: precision)
    let share = BigFloat.divide(
      .powerOfTwo(errorExponent), .whole(4 * cells.count, precision: 64), .down)
    for cell in cells {
      guard
        let part = cell.enclosure(
          error: share, rule: TaylorRule(order: order, precision: precision), &budget)
      else { return nil }
      sum = sum + part
    }
    return sum
  }
}

extension Quadrature {
  /// Of the function, where it has most.
  private var operationCount: Int { cells.map(\.operationCount).max() ?? 1 }
}

/// A part of the interval that no comparison with a rational number divides.
private struct QuadratureCell: Sendable {
  private let interval: RationalInterval
  private let cases: [Case]
  /// Whether algebra proves the function defined at every point inside.
  private let isProvedDefined: Bool

  private struct Case: Sendable {
    let relations: [PathCondition.Relation]
    /// The value, then the differences of the sides of the conditions.
    let tape: ExpressionTape
    let value: ExpressionTape
  }

  var operationCount: Int { max(1, cases.map(\.value.instructions.count).max() ?? 1) }

  init?(_ cell: FunctionCell, _ variable: String) {
    interval = cell.domain[0]
    var cases: [Case] = []
    for function in cell.cases {
      var expressions = [function.value]
      for condition in function.conditions {
        guard let difference = try? condition.left.minus(condition.right) else { return nil }
        expressions.append(difference)
      }
      cases.append(
        Case(
          relations: function.conditions.map(\.relation),
          tape: ExpressionTape(expressions, variables: [variable]),
          value: ExpressionTape([function.value], variables: [variable])))
    }
    self.cases = cases
    let inside = Domain([variable: interval.interior])
    isProvedDefined = cell.cases.allSatisfy { Proof.defined($0.value, on: inside).isProved }
  }

  func enclosure(error: BigFloat, rule: TaylorRule, _ budget: inout Int) -> WideInterval? {
    var sum = WideInterval.whole(0, precision: rule.precision)
    let whole = WideInterval(interval, precision: 64).width
    var open = [interval]
    while let box = open.popLast() {
      budget -= 1
      guard budget >= 0, let middle = box.splitPoint else { return nil }
      let width = WideInterval(box, precision: rule.precision).width
      // By width, but no box needs to be better than a 64th of all.
      let share = BigFloat.multiply(
        error, max(.divide(width, whole, .down), .powerOfTwo(-6)), .down)
      if let part = integral(over: box, width, error: share, rule) {
        sum = sum + part
      } else {
        let end = RationalInterval.End(middle, isClosed: true)
        open.append(RationalInterval(lower: end, upper: box.upper))
        open.append(RationalInterval(lower: box.lower, upper: end))
      }
    }
    return sum
  }

  /// Nil where the error would be larger than that.
  private func integral(
    over box: RationalInterval, _ width: BigFloat, error: BigFloat, _ rule: TaylorRule
  ) -> WideInterval? {
    // Binary64 is quick, and good for remainders, where it can tell the ends of the box apart and
    // the powers of its width stay in its range.
    let x = DoubleInterval(box, precision: 53)
    let isCoarse =
      x.width >= 0x1p-24 * max(x.lower.magnitude, x.upper.magnitude)
      && x.width.exponent.magnitude * UInt(rule.order) < 800 && error > .powerOfTwo(-800)
    return isCoarse
      ? integral(over: x, box, width, error: error, rule)
      : integral(
        over: WideInterval(box, precision: max(64, rule.precision)), box, width, error: error, rule)
  }

  private func integral<B>(
    over x: Interval<B>, _ box: RationalInterval, _ width: BigFloat, error: BigFloat,
    _ rule: TaylorRule
  ) -> WideInterval? {
    var present: [Case] = []
    var values: Interval<B>?
    for function in cases {
      let all = function.tape.values(at: [x], precision: x.precision)
      let isAbsent = zip(function.relations, all.dropFirst()).contains { relation, difference in
        difference.isDefined && relation.truth(of: difference) == false
      }
      if isAbsent { continue }
      present.append(function)
      values = values?.hull(all[0]) ?? all[0]
    }
    // Undefined ends do not matter, if the function is bounded near them.
    guard let values, values.isDefined || isProvedDefined && values.definedness != .nowhere else {
      return nil
    }
    let bound = B.rounded(error, precision: x.precision, .down)
    let length = B.rounded(width, precision: x.precision, .up)
    if values.isBounded, B.multiply(values.width, length, .up) <= bound {
      return WideInterval(values.rationalInterval, precision: rule.precision)
        * WideInterval(exactly: box.length, precision: rule.precision)
    }
    guard present.count == 1 else { return nil }
    return rule.integral(of: present[0].value, over: x, box, error: bound)
  }
}

/// Taylor's formula of an even order, with numbers of a precision in bits.
private struct TaylorRule: Sendable {
  let order: Int
  let precision: Int

  /// Nil where the function has no such series, or the remainder is larger than `error`.
  func integral<B>(
    of tape: ExpressionTape, over x: Interval<B>, _ box: RationalInterval, error: B
  ) -> WideInterval? {
    let last = tape.taylor(at: [x], variable: 0, order: order, precision: x.precision)[0]
    guard last.isSmooth else { return nil }
    let remainder =
      last.coefficients[order]
      * weight(order, Interval<B>(exactly: box.length * .half, precision: x.precision))
    guard remainder.isBounded, remainder.width <= error else { return nil }
    let main =
      precision == 53
      ? central(tape, box, DoubleInterval.self).map(\.rationalInterval)
      : central(tape, box, WideInterval.self).map(\.rationalInterval)
    return main.map {
      WideInterval($0, precision: precision)
        + WideInterval(remainder.rationalInterval, precision: precision)
    }
  }

  /// 2·hᵏ⁺¹/(k + 1)
  private func weight<B>(_ place: Int, _ h: Interval<B>) -> Interval<B> {
    let ratio = Interval<B>.whole(2, precision: precision) / .whole(place + 1, precision: precision)
    return ratio * .power(h, place + 1)
  }

  private func central<B: IntervalBound>(
    _ tape: ExpressionTape, _ box: RationalInterval, _: Interval<B>.Type
  ) -> Interval<B>? {
    let h = Interval<B>(exactly: box.length * .half, precision: precision)
    let c = Interval<B>(exactly: box.sample, precision: precision)
    let series = tape.taylor(at: [c], variable: 0, order: order - 2, precision: precision)[0]
    guard series.isSmooth else { return nil }
    var sum = Interval<B>.whole(0, precision: precision)
    for place in stride(from: order - 2, through: 0, by: -2) {
      sum = sum + series.coefficients[place] * weight(place, h)
    }
    return sum.isBounded ? sum : nil
  }
}

extension RationalInterval {
  /// Of a bounded interval; 0 for others.
  fileprivate var length: Rational {
    guard let lower, let upper else { return .zero }
    return upper.value - lower.value
  }
}

extension BigFloat {
  fileprivate static func powerOfTwo(_ exponent: Int) -> BigFloat {
    guard exponent != 0 else { return .whole(1, precision: 64) }
    let power = BigFloat.power(.whole(2, precision: 64), abs(exponent), .up)
    return exponent < 0 ? .divide(.whole(1, precision: 64), power, .down) : power
  }
}
