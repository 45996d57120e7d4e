/// The integral of a function over an interval, enclosed by Taylor's formula (Corliss & Rall 1987;
/// Tucker 2011, section 5.4): on a box with middle c and half width h,
///
///     ∫ f = Σ 2·aₖ·hᵏ⁺¹/(k + 1) + A·2·hⁿ⁺¹/(n + 1)
///
/// for even k below the even order n, with the Taylor coefficients aₖ at c, and A the n-th over the
/// box. Boxes are halved until the remainder is small enough. Where the function has no Taylor
/// series, at √x near 0 or where two cases meet, they are halved until their values hardly matter.
struct Quadrature: Sendable {
  let variable: String
  /// Single points are left out.
  private let cells: [QuadratureCell]

  /// More boxes than these are not looked at.
  static let largestBoxCount = 6_000
  /// In bits: the remainder needs no more.
  private static let remainderPrecision = 64
  private static let guardBits = 20

  /// - Throws: `undecided` where the function has too many cases.
  init(
    of pieces: [FunctionPiece], variable: String, over interval: RationalInterval
  ) throws(CertifiedValueFailure) {
    guard let cells = FunctionCells(pieces, variables: [variable], on: [interval]) else {
      throw .undecided("the function has too many cases, or none on a part of the interval")
    }
    self.variable = variable
    self.cells = cells.cells.filter { !$0.domain[0].isPoint }.compactMap {
      QuadratureCell($0, variable)
    }
    guard self.cells.count == cells.cells.count(where: { !$0.domain[0].isPoint }) else {
      throw .undecided("the function is too large")
    }
  }

  /// An interval of about the precision, in relation to the integral's size; nil where the boxes do
  /// not suffice for it.
  func narrowed(precision: Int) -> WideInterval? {
    // The size first, which says how small the errors must be.
    guard var result = enclosure(error: Self.power(-16), precision: 64) else { return nil }
    if result.isNarrow(precision) { return result }
    var bits = precision
    for _ in 0..<4 {
      let size = max(result.lower.magnitude, result.upper.magnitude)
      if size.signum == 0 { return result }
      let exponent = Int(size.double(.up).exponent) - bits
      let working = precision + Self.guardBits + max(0, -exponent - bits)
      guard let next = enclosure(error: Self.power(exponent), precision: working) else {
        return nil
      }
      result = next
      if result.isNarrow(precision) { return result }
      bits += Self.guardBits
    }
    // An integral of 0 is never narrow in relation to its size.
    return result.containsZero ? result : nil
  }

  private static func power(_ exponent: Int) -> BigFloat {
    let power = BigFloat.power(
      .whole(2, precision: remainderPrecision), max(1, exponent.magnitude.asInt), .up)
    return exponent < 0
      ? .divide(.whole(1, precision: remainderPrecision), power, .down) : power
  }

  /// - Parameter error: what all remainders together may about come to.
  private func enclosure(error: BigFloat, precision: Int) -> WideInterval? {
    var budget = Self.largestBoxCount
    var sum = WideInterval.whole(0, precision: precision)
    let share = BigFloat.divide(
      error, .whole(4 * cells.count, precision: Self.remainderPrecision), .down)
    for cell in cells {
      guard let part = enclosure(of: cell, error: share, precision, &budget) else { return nil }
      sum = sum + part
    }
    return sum
  }

  private func enclosure(
    of cell: QuadratureCell, error: BigFloat, _ precision: Int, _ budget: inout Int
  ) -> WideInterval? {
    var sum = WideInterval.whole(0, precision: precision)
    let whole = WideInterval(cell.interval, precision: Self.remainderPrecision).width
    // Even, and enough for boxes of an eighth of the distance to the next singularity.
    let bits = max(8, -Int(max(error.double(.up), 0x1p-1000).exponent), precision - 64)
    let order = 2 * (bits / 6) + 4
    var open = [cell.interval]
    while let box = open.popLast() {
      budget -= 1
      guard budget >= 0, let middle = box.splitPoint else { return nil }
      let width = WideInterval(box, precision: Self.remainderPrecision).width
      // By width, but no box needs to be better than a 64th of all.
      let share = BigFloat.multiply(
        error, max(.divide(width, whole, .down), Self.power(-6)), .down)
      if let part = cell.integral(over: box, order: order, error: share, precision) {
        sum = sum + part
      } else {
        let end = RationalInterval.End(middle, isClosed: true)
        open.append(RationalInterval(lower: end, upper: box.upper))
        open.append(RationalInterval(lower: box.lower, upper: end))
      }
    }
    return sum
  }
}

/// A part of the interval that no comparison with a rational number divides.
private struct QuadratureCell: Sendable {
  let interval: RationalInterval
  private let cases: [Case]
  /// Whether algebra proves the function defined at every point inside.
  private let isProvedDefined: Bool

  private struct Case: Sendable {
    let relations: [PathCondition.Relation]
    /// The value, then the differences of the sides of the conditions.
    let tape: ExpressionTape
    let value: ExpressionTape
  }

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

  /// Nil where the error would be larger than that.
  func integral(
    over box: RationalInterval, order: Int, error: BigFloat, _ precision: Int
  ) -> WideInterval? {
    let x = WideInterval(box, precision: 64)
    var present: [Case] = []
    var values: WideInterval?
    for function in cases {
      let all = function.tape.values(at: [x], precision: 64)
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
    if values.isBounded, BigFloat.multiply(values.width, x.width, .up) <= error {
      let ends = [box.lower, box.upper].compactMap { $0?.value }
      return WideInterval(exactly: ends[1] - ends[0], precision: precision) * values
    }
    guard present.count == 1 else { return nil }
    return present[0].value.integral(over: box, x, order: order, error: error, precision)
  }
}

extension ExpressionTape {
  /// By Taylor's formula; nil where the function has no such series, or the remainder is larger than
  /// `error`.
  fileprivate func integral(
    over box: RationalInterval, _ x: WideInterval, order: Int, error: BigFloat, _ precision: Int
  ) -> WideInterval? {
    guard let low = box.lower?.value, let high = box.upper?.value else { return nil }
    let h = WideInterval(exactly: (high - low) * .half, precision: precision)
    let last = taylor(at: [x], variable: 0, order: order, precision: x.precision)[0]
    guard last.isSmooth else { return nil }
    let two = WideInterval.whole(2, precision: precision)
    func weight(_ order: Int) -> WideInterval {
      two * .power(h, order + 1) / .whole(order + 1, precision: precision)
    }
    let remainder = last.coefficients[order] * weight(order)
    guard remainder.isBounded, remainder.width <= error else { return nil }
    let center = WideInterval(exactly: (low + high) * .half, precision: precision)
    let series = taylor(at: [center], variable: 0, order: order - 1, precision: precision)[0]
    guard series.isSmooth else { return nil }
    var sum = remainder
    for place in stride(from: order - 2, through: 0, by: -2) {
      sum = sum + series.coefficients[place] * weight(place)
    }
    return sum
  }
}

extension UInt {
  fileprivate var asInt: Int { Int(clamping: self) }
}
