/// Why a case of a function agrees with a claim on a box.
enum BoxEvidence: Hashable, Sendable {
  /// One of its conditions is false on the whole box.
  case absent
  /// The values lie in this interval, by interval arithmetic or by a Taylor form.
  case enclosed(RationalInterval)
  /// The values lie between those at the ends, since the slopes have these signs.
  case monotone(signs: [Int], values: RationalInterval)
  case vanishing(VanishingPoint, sign: Int)
  /// One zero between ends of different signs, since the slope has this sign.
  case crossing(sign: Int)
  /// Far out, or near an end that does not belong to the cell.
  case algebraic(Demonstration)
}

/// A case of a cell, ready to be enclosed on boxes.
///
/// A class for what is found out once for the whole cell: whether algebra proves the function
/// defined, and where it touches the ends of the targets. Confined to the proof that makes it.
final class CaseForms {
  let function: FunctionCase
  let cell: [RationalInterval]
  let variables: [String]
  let targets: EnclosureTargets
  /// The value, then the differences of the two sides of each condition.
  private let tape: ExpressionTape
  let valueTape: ExpressionTape
  var vanishingPoints: [VanishingCandidate: VanishingPoint?] = [:]
  var definedness: ProofOutcome?
  var smoothness: (outcome: ProofOutcome, slope: Expression)?
  /// The sides of the cell where algebra was tried: −1 below, 1 above.
  var triedEdges: Set<Int> = []

  /// Higher Taylor forms are not tried, nor those above order 1 on boxes wider than `largestWidth`.
  static let orders = [2, 4]
  static let largestWidth: Rational = 2

  /// Nil where an expression would be too high.
  init?(
    _ function: FunctionCase, cell: [RationalInterval], variables: [String],
    targets: EnclosureTargets
  ) {
    self.function = function
    self.cell = cell
    self.variables = variables
    self.targets = targets
    var expressions = [function.value]
    for condition in function.conditions {
      guard let difference = try? condition.left - condition.right else { return nil }
      expressions.append(difference)
    }
    tape = ExpressionTape(expressions, variables: variables)
    valueTape = ExpressionTape([function.value], variables: variables)
  }

  var operationCount: Int { tape.instructions.count }

  var domain: Domain {
    Domain(Dictionary(zip(variables, cell), uniquingKeysWith: { a, _ in a }))
  }

  /// What algebra had to prove for the boxes to count.
  var sideProofs: [Demonstration] {
    [definedness, smoothness?.outcome].compactMap { outcome in
      if case .proved(let demonstration)? = outcome { demonstration } else { nil }
    }
  }
}

extension CaseForms {
  /// Whether the case can apply nowhere in a box, certainly applies in all of it, or neither.
  enum Presence: Hashable {
    case absent, certain, possible
  }

  /// The values over a box, and whether the case applies there.
  func values<B>(
    on box: [Interval<B>], precision: Int
  ) -> (value: Interval<B>, presence: Presence, isDefined: Bool) {
    let all = tape.values(at: box, precision: precision)
    var presence = Presence.certain
    for (condition, difference) in zip(function.conditions, all.dropFirst()) {
      guard difference.isDefined else {
        presence = .possible
        continue
      }
      switch condition.relation.truth(of: difference) {
      case false?: return (all[0], .absent, true)
      case nil: presence = .possible
      case true?: break
      }
    }
    return (all[0], presence, all.allSatisfy(\.isDefined))
  }

  /// Why the case agrees with the claim on a box; nil where no form shows it.
  func evidence<B: IntervalBound>(on box: [RationalInterval], precision: Int, _: B.Type)
    -> BoxEvidence?
  {
    let x = box.map { Interval<B>($0, precision: precision) }
    let (value, presence, isDefined) = values(on: x, precision: precision)
    if presence == .absent { return .absent }
    guard isDefined || isProvedDefined else { return nil }
    if targets.contain(value) { return .enclosed(value.rationalInterval) }
    guard let slopes = slopes(on: x, precision: precision) else {
      return monotoneByFormula(box, x, value, precision: precision)
    }
    if let found = monotone(box, x, value, slopes, precision: precision) { return found }
    if box.contains(where: { $0.lower == nil || $0.upper == nil }) { return nil }
    return meanValue(box, x, slopes, precision: precision)
      ?? taylor(box, x, precision: precision)
  }

  /// The slopes in each variable over a box; nil where the function may not be differentiable.
  func slopes<B>(on x: [Interval<B>], precision: Int) -> [Interval<B>]? {
    var slopes: [Interval<B>] = []
    for place in variables.indices {
      let series = valueTape.taylor(at: x, variable: place, order: 1, precision: precision)[0]
      guard series.isSmooth else { return nil }
      slopes.append(series.coefficients[1])
    }
    return slopes
  }

  private func monotone<B>(
    _ box: [RationalInterval], _ x: [Interval<B>], _ value: Interval<B>, _ slopes: [Interval<B>],
    precision: Int
  ) -> BoxEvidence? {
    let signs = slopes.map(\.weakSign)
    guard signs.contains(where: { $0 != 0 }) else { return nil }
    var low = x
    var high = x
    for (place, sign) in signs.enumerated() where sign != 0 {
      let ends = [box[place].lower, box[place].upper].map { end in
        end.map { Interval<B>(exactly: $0.value, precision: precision) }
      }
      low[place] = (sign > 0 ? ends[0] : ends[1]) ?? x[place]
      high[place] = (sign > 0 ? ends[1] : ends[0]) ?? x[place]
    }
    let (least, greatest) = (
      valueTape.values(at: low, precision: precision)[0],
      valueTape.values(at: high, precision: precision)[0]
    )
    // Where it is undefined at an end, only the whole box says something.
    let bottom = least.isDefined ? max(least.lower, value.lower) : value.lower
    let top = greatest.isDefined ? min(greatest.upper, value.upper) : value.upper
    guard let between = Interval(lower: bottom, upper: top), targets.contain(between) else {
      return nil
    }
    return .monotone(signs: signs, values: between.rationalInterval)
  }

  /// By the expression of the slope, where automatic differentiation is too coarse: the function has
  /// no slope at an end that does not belong to the cell.
  private func monotoneByFormula<B>(
    _ box: [RationalInterval], _ x: [Interval<B>], _ value: Interval<B>, precision: Int
  ) -> BoxEvidence? {
    guard let slope = provedSlope else { return nil }
    let slopes = ExpressionTape([slope], variables: variables).values(at: x, precision: precision)
    return monotone(box, x, value, slopes, precision: precision)
  }

  /// f(c) + Σ ∂ᵢf(X)(Xᵢ − cᵢ)
  private func meanValue<B>(
    _ box: [RationalInterval], _ x: [Interval<B>], _ slopes: [Interval<B>], precision: Int
  ) -> BoxEvidence? {
    let c = box.map { Interval<B>(exactly: $0.splitPoint ?? $0.sample, precision: precision) }
    var value = valueTape.values(at: c, precision: precision)[0]
    guard value.isDefined else { return nil }
    for place in box.indices { value = value + slopes[place] * (x[place] - c[place]) }
    return targets.contain(value) ? .enclosed(value.rationalInterval) : nil
  }

  /// Taylor forms of order 2 and more, in one variable.
  private func taylor<B>(
    _ box: [RationalInterval], _ x: [Interval<B>], precision: Int
  ) -> BoxEvidence? {
    guard box.count == 1, let low = box[0].lower?.value, let high = box[0].upper?.value,
      high - low <= Self.largestWidth, let center = box[0].splitPoint
    else { return nil }
    let c = Interval<B>(exactly: center, precision: precision)
    for order in Self.orders {
      let over = valueTape.taylor(at: x, variable: 0, order: order, precision: precision)[0]
      let at = valueTape.taylor(at: [c], variable: 0, order: order - 1, precision: precision)[0]
      guard over.isSmooth, at.isSmooth else { return nil }
      let step = x[0] - c
      var value = over.coefficients[order] * .power(step, order)
      for place in (0..<order).reversed() {
        value = value + at.coefficients[place] * .power(step, place)
      }
      if targets.contain(value) { return .enclosed(value.rationalInterval) }
    }
    return nil
  }
}

extension Interval {
  /// 1 where no value is negative, −1 where none is positive, else 0.
  var weakSign: Int {
    if definedness == .nowhere { return 0 }
    return lower.signum >= 0 ? 1 : upper.signum <= 0 ? -1 : 0
  }
}

extension PathCondition.Relation {
  /// Whether `difference relation 0` holds for all the values, or for none; nil where neither is
  /// certain.
  func truth<B>(of difference: Interval<B>) -> Bool? {
    let (low, high) = (difference.lower.signum, difference.upper.signum)
    switch self {
    case .less: return high < 0 ? true : low >= 0 ? false : nil
    case .lessOrEqual: return high <= 0 ? true : low > 0 ? false : nil
    case .equal: return low == 0 && high == 0 ? true : low > 0 || high < 0 ? false : nil
    case .notEqual: return low == 0 && high == 0 ? false : low > 0 || high < 0 ? true : nil
    }
  }
}
