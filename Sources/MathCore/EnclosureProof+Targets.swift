/// Where the values of a function are claimed to lie: on each box, in one of some intervals.
struct EnclosureTargets: Hashable, Sendable {
  let intervals: [RationalInterval]

  /// What has one of the given signs.
  init(signs: SignSet) {
    switch signs {
    case .nonzero: intervals = [.negative, .positive]
    case .any: intervals = [.reals]
    default:
      let isNegative = signs.contains(.negative)
      let isPositive = signs.contains(.positive)
      let end = RationalInterval.End(.zero, isClosed: signs.contains(.zero))
      intervals = [
        RationalInterval(lower: isNegative ? nil : end, upper: isPositive ? nil : end)
      ].filter { !$0.isEmpty }
    }
  }

  init(_ interval: RationalInterval) { intervals = [interval] }

  /// The finite ends, each once.
  var ends: [Rational] {
    Set(intervals.flatMap { [$0.lower, $0.upper] }.compactMap { $0?.value }).sorted()
  }

  /// Whether all the values certainly lie in one of the intervals.
  func contain<B>(_ values: Interval<B>) -> Bool {
    intervals.contains { $0.contains(values) }
  }

  /// Whether none of the values can lie in one of the intervals.
  func exclude<B>(_ values: Interval<B>) -> Bool {
    intervals.allSatisfy { $0.excludes(values) }
  }

  /// That all values of an expression lie in the targets, by normal forms.
  func proof(of value: Expression, on domain: Domain) -> Demonstration? {
    guard intervals.count == 1, let target = intervals.first else {
      guard self == EnclosureTargets(signs: .nonzero),
        case .proved(let proof) = Proof.sign(
          of: value, is: .nonzero, on: domain, depth: Proof.slopeDepth)
      else { return nil }
      return proof
    }
    var whole: Demonstration?
    for case (let end?, let sign) in [(target.lower, SignSet.positive), (target.upper, .negative)] {
      guard let difference = try? value.minus(Expression(end.value)),
        case .proved(let part) = Proof.sign(
          of: difference, is: end.isClosed ? sign.union(.zero) : sign, on: domain,
          depth: Proof.slopeDepth)
      else { return nil }
      whole = whole?.and(part) ?? part
    }
    return whole
  }

  /// Whether the values of a box agree with the claim that lie between `values`' bounds and, seen from
  /// `end`, only on the given sides (and in `end` itself, for the sign 0).
  func contain<B>(_ values: Interval<B>, on sides: SignSet, of end: Rational) -> Bool {
    intervals.contains { target in
      if sides.contains(.zero), !target.contains(end) { return false }
      var needed = target
      // What lies on the right side of the end needs no other look at that end.
      if sides.isDisjoint(with: .negative), target.lower?.value == end {
        needed = RationalInterval(lower: nil, upper: needed.upper)
      }
      if sides.isDisjoint(with: .positive), target.upper?.value == end {
        needed = RationalInterval(lower: needed.lower, upper: nil)
      }
      return needed.contains(values)
    }
  }
}

extension RationalInterval {
  /// Whether all the values of an interval certainly belong to it.
  func contains<B>(_ values: Interval<B>) -> Bool {
    let precision = values.precision
    if let lower {
      let end = B.rounded(lower.value, precision: precision, .up)
      guard lower.isClosed ? values.lower >= end : values.lower > end else { return false }
    }
    if let upper {
      let end = B.rounded(upper.value, precision: precision, .down)
      guard upper.isClosed ? values.upper <= end : values.upper < end else { return false }
    }
    return values.definedness != .nowhere
  }

  /// Whether certainly none of the values of an interval belongs to it.
  func excludes<B>(_ values: Interval<B>) -> Bool {
    let precision = values.precision
    if let lower {
      let end = B.rounded(lower.value, precision: precision, .down)
      if lower.isClosed ? values.upper < end : values.upper <= end { return true }
    }
    if let upper {
      let end = B.rounded(upper.value, precision: precision, .up)
      if upper.isClosed ? values.lower > end : values.lower >= end { return true }
    }
    return false
  }

  /// A point inside with few digits: 0, else a power of 4 far out, else a dyadic number in the middle
  /// half. Nil for a single point.
  var splitPoint: Rational? {
    switch (lower?.value, upper?.value) {
    case (nil, nil): return .zero
    case (let low?, nil): return Self.powerOfFour(above: low)
    case (nil, let high?): return Self.powerOfFour(above: -high).map { -$0 }
    case (let low?, let high?):
      let width = high - low
      guard width.sign > 0 else { return nil }
      let middle = (low + high) * .half
      let exponent = max(width.double.exponentOrLeast - 2, -100_000)
      guard let unit = Rational(2).power(Int(exponent)), let count = middle.divided(by: unit) else {
        return middle
      }
      let rounded = (count + .half).floor * unit
      return low < rounded && rounded < high ? rounded : middle
    }
  }

  /// In bits: what happens beyond is not looked at in parts.
  private static let largestPower = 64

  private static func powerOfFour(above value: Rational) -> Rational? {
    if value.sign < 0 { return .zero }
    var power = Rational.one
    while power <= value + value {
      guard power.bitSize < largestPower else { return nil }
      power = power * 4
    }
    return power
  }
}

extension Double {
  /// The exponent of the leading bit; very small for 0.
  fileprivate var exponentOrLeast: Int { isZero ? -1_100 : Int(exponent) }
}

extension Interval {
  /// The narrowest interval of such bounds around an interval of the reals.
  init(_ interval: RationalInterval, precision: Int) {
    let infinity = Bound.infinity(precision: precision)
    self.init(
      interval.lower.map { .rounded($0.value, precision: precision, .down) } ?? -infinity,
      interval.upper.map { .rounded($0.value, precision: precision, .up) } ?? infinity)
  }

  /// The same bounds, closed; infinite where they cannot be written as fractions.
  var rationalInterval: RationalInterval {
    RationalInterval(
      lower: lowerRational.map { .init($0, isClosed: true) },
      upper: upperRational.map { .init($0, isClosed: true) })
  }
}
