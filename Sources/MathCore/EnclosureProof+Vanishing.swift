/// A point where a function takes a value exactly, and its derivatives below one are 0 there.
struct VanishingPoint: Hashable, Sendable {
  /// A constant.
  let point: Expression
  let value: Rational
  /// Of the first derivative that is not 0 there.
  let order: Int
}

/// A guess at such a point.
struct VanishingCandidate: Hashable, Sendable {
  let point: Expression
  let value: Rational
}

/// Around a point where the value is an end of the targets, no enclosure tells the two apart: but
/// f(x) − f(c) = aₘ·(x − c)ᵐ, with the m-th Taylor coefficient somewhere between x and c.
extension CaseForms {
  /// Zeros of higher order than this are not looked at.
  static let largestVanishingOrder = 8
  /// In bits, of the enclosures that sort out false guesses.
  private static let guessPrecision = 192

  /// In one variable.
  ///
  /// - Parameter allowsZeros: the point itself need not agree with the claim.
  func vanishing<B: IntervalBound>(
    on box: [RationalInterval], precision: Int, allowsZeros: Bool, _: B.Type
  ) -> BoxEvidence? {
    guard box.count == 1, box[0].lower != nil || box[0].upper != nil else { return nil }
    let x = Interval<B>(box[0], precision: precision)
    let (value, _, isDefined) = values(on: [x], precision: precision)
    guard isDefined || isProvedDefined else { return nil }
    for end in targets.ends {
      for point in candidates(on: box[0], value: end) {
        guard let found = vanishingPoint(VanishingCandidate(point: point, value: end)),
          let c = point.enclosure(precision: max(128, precision)),
          let sign = sign(of: found, on: x.hull(Interval(c, precision: precision)), precision)
        else { continue }
        var sides = found.sides(of: box[0], sign: sign)
        if allowsZeros { sides.remove(.zero) }
        let signs: [SignSet] = [.negative, .zero, .positive]
        if signs.allSatisfy({ side in
          !sides.contains(side) || targets.contain(value, on: side, of: end)
        }) {
          return .vanishing(found, sign: sign)
        }
      }
    }
    return nil
  }

  /// The sign of the first Taylor coefficient that is not 0; nil where it is not certain.
  private func sign<B>(
    of point: VanishingPoint, on x: Interval<B>, _ precision: Int
  ) -> Int? {
    guard x.isBounded else { return nil }
    let series = valueTape.taylor(at: [x], variable: 0, order: point.order, precision: precision)
    guard series[0].isSmooth, let sign = series[0].coefficients[point.order].sign, sign != 0 else {
      return nil
    }
    return sign
  }

  /// Ends of the box, and what Newton's method finds from its middle.
  private func candidates(on box: RationalInterval, value: Rational) -> [Expression] {
    var points = [box.lower, box.upper].compactMap { $0 }.map { Expression($0.value) }
    guard let low = box.lower?.value, let high = box.upper?.value,
      high - low <= Self.largestWidth
    else { return points }
    for guess in [
      extremum(on: low.double...high.double), root(of: value, on: low.double...high.double),
    ] {
      guard let guess else { continue }
      points += ClosedForms.near(guess).filter { !points.contains($0) }
    }
    return points
  }

  private func extremum(on box: ClosedRange<Double>) -> Double? {
    newton(on: box) { $0[1] / (2 * $0[2]) }
  }

  private func root(of value: Rational, on box: ClosedRange<Double>) -> Double? {
    let target = value.double
    return newton(on: box) { ($0[0] - target) / $0[1] }
  }

  /// - Parameter step: from the Taylor coefficients at a point.
  private func newton(
    on box: ClosedRange<Double>, _ step: (_ coefficients: [Double]) -> Double
  ) -> Double? {
    let width = box.upperBound - box.lowerBound
    var x = box.lowerBound + width / 2
    for _ in 0..<12 {
      let series = valueTape.taylor(
        at: [DoubleInterval(point: x)], variable: 0, order: 2, precision: 53)[0]
      let change = step(series.coefficients.map(\.midpoint))
      x -= change
      guard x.isFinite, x >= box.lowerBound - width, x <= box.upperBound + width else { return nil }
      if change.magnitude <= 1e-12 * max(1, x.magnitude) { break }
    }
    return x
  }

  /// Proved by exact arithmetic and normal forms; nil where it is no such point.
  func vanishingPoint(_ candidate: VanishingCandidate) -> VanishingPoint? {
    if let known = vanishingPoints[candidate] { return known }
    let found = provedVanishing(candidate)
    vanishingPoints[candidate] = .some(found)
    return found
  }

  private func provedVanishing(_ candidate: VanishingCandidate) -> VanishingPoint? {
    let precision = Self.guessPrecision
    guard let c = candidate.point.enclosure(precision: precision) else { return nil }
    let series = valueTape.taylor(
      at: [c], variable: 0, order: Self.largestVanishingOrder, precision: precision)[0]
    guard series.isSmooth else { return nil }
    // Algebra is dear: it is asked only for the derivatives below one that is certainly not 0.
    let target = WideInterval(exactly: candidate.value, precision: precision)
    let order = series.coefficients.indices.first { index in
      let coefficient = series.coefficients[index]
      return ((index == 0 ? coefficient - target : coefficient).sign ?? 0) != 0
    }
    guard let order, order > 0 else { return nil }
    var derivative = function.value
    for lower in 0..<order {
      if lower > 0 {
        guard let next = try? derivative.derivative(withRespectTo: variables[0]) else { return nil }
        derivative = next.simplified()
      }
      let expected = Expression(lower == 0 ? candidate.value : .zero)
      guard let there = try? derivative.replacing(variables[0], with: candidate.point),
        Proof.equal(there, expected).isProved
      else { return nil }
    }
    return VanishingPoint(point: candidate.point, value: candidate.value, order: order)
  }
}

extension VanishingPoint {
  /// The signs of f(x) − f(c) for x in a box.
  ///
  /// - Parameter sign: of the first Taylor coefficient that is not 0.
  fileprivate func sides(of box: RationalInterval, sign: Int) -> SignSet {
    let positive: SignSet = sign > 0 ? .positive : .negative
    let negative: SignSet = sign > 0 ? .negative : .positive
    var sides: SignSet = []
    let isOdd = order % 2 == 1
    if reaches(box, side: 1) { sides.formUnion(positive) }
    if reaches(box, side: -1) { sides.formUnion(isOdd ? negative : positive) }
    if isIn(box) { sides.insert(.zero) }
    return sides
  }

  /// Whether the box may have points on that side of c.
  private func reaches(_ box: RationalInterval, side: Int) -> Bool {
    guard let end = side > 0 ? box.upper : box.lower else { return true }
    return order(of: end.value).map { $0 == side } ?? true
  }

  /// Whether c may belong to the box.
  func isIn(_ box: RationalInterval) -> Bool {
    [(box.lower, -1), (box.upper, 1)].allSatisfy { end, side in
      guard let end, let order = order(of: end.value) else { return true }
      // An expression like log(1) may be the end itself.
      return order == side || order == 0 && end.isClosed
    }
  }

  /// −1 where a number is less than c, 0 where it is c, 1 where it is greater; nil where that is not
  /// certain.
  private func order(of number: Rational) -> Int? {
    if let point = point.number { return number < point ? -1 : number == point ? 0 : 1 }
    return (try? Expression(number) - point)?.enclosure(precision: 256)?.sign
  }
}

extension CaseForms {
  /// One zero between values of different signs.
  func crossing<B: IntervalBound>(
    on box: [RationalInterval], precision: Int, _: B.Type
  ) -> BoxEvidence? {
    guard box.count == 1, let low = box[0].lower?.value, let high = box[0].upper?.value,
      let slope = slopes(on: [Interval<B>(box[0], precision: precision)], precision: precision)?[0],
      let direction = slope.sign, direction != 0
    else { return nil }
    let ends = [low, high].map { end in
      values(on: [Interval<B>(exactly: end, precision: precision)], precision: precision)
    }
    guard ends.allSatisfy(\.isDefined),
      let before = ends[0].value.sign, let after = ends[1].value.sign, before * after < 0
    else { return nil }
    return .crossing(sign: direction)
  }
}
