import Testing

@testable import MathCore

/// Intervals over boxes against MPFR at points of the boxes.
@Suite struct IntervalContainmentTests {
  /// Where the functions have something to show: extrema, poles, ends of domains.
  static func box(_ seeds: inout NumericSeeds) -> DoubleInterval {
    let scales = [0, 0x1p-52, 1e-9, 1e-3, 0.3, 2, 40]
    let start: Double
    switch seeds.bits() % 5 {
    case 0: start = Double(Int(seeds.bits() % 7) - 3)
    case 1: start = seeds.number(exponents: -1074...1000)
    case 2: start = seeds.number(exponents: -60...60)
    default: start = seeds.number(in: -6...6)
    }
    let width = scales[Int(seeds.bits() % UInt64(scales.count))]
    return interval(start, start + width * seeds.number(in: 0...1))
  }

  /// The ends and some points between.
  static func points(of box: DoubleInterval, _ seeds: inout NumericSeeds) -> [Double] {
    let inside = (0..<3).map { _ in
      min(max(box.lower, seeds.number(in: box.lower...box.upper)), box.upper)
    }
    return [box.lower, box.upper] + inside
  }

  static func exact(_ x: Double) -> WideInterval {
    WideInterval(point: BigFloat(x, precision: 300))
  }

  /// Whether the value may be the narrow interval's, and no undefined value is taken for defined.
  static func allows(_ value: DoubleInterval, _ truth: WideInterval) -> Bool {
    if truth.definedness == .nowhere { return value.definedness <= .somewhere }
    return value.definedness != .nowhere && BigFloat(value.lower) <= truth.upper
      && truth.lower <= BigFloat(value.upper)
  }

  @Test(arguments: ElementaryFunction.allCases)
  func valuesAtPointsLieInTheInterval(_ function: ElementaryFunction) {
    var seeds = NumericSeeds(seed: 41)
    for _ in 0..<400 {
      let box = Self.box(&seeds)
      let value = DoubleInterval.apply(function, box)
      let wide = WideInterval.apply(
        function,
        WideInterval(BigFloat(box.lower, precision: 90), BigFloat(box.upper, precision: 90)))
      #expect(value.definedness == wide.definedness, "\(function) on \(box)")
      for x in Self.points(of: box, &seeds) {
        let truth = WideInterval.apply(function, Self.exact(x))
        #expect(Self.allows(value, truth), "\(function)(\(x)) in \(box)")
        #expect(truth.definedness == .nowhere || wide.intersection(truth) != nil)
      }
    }
  }

  @Test(arguments: BinaryFunction.allCases)
  func valuesOfTwoVariablesLieInTheInterval(_ function: BinaryFunction) {
    var seeds = NumericSeeds(seed: 42)
    for _ in 0..<400 {
      let (first, second) = (Self.box(&seeds), Self.box(&seeds))
      let value = DoubleInterval.apply(function, first, second)
      let others = Self.points(of: second, &seeds)
      for (x, y) in zip(Self.points(of: first, &seeds), others + [second.lower]) {
        let truth = WideInterval.apply(function, Self.exact(x), Self.exact(y))
        #expect(Self.allows(value, truth), "\(function)(\(x), \(y)) in \(first), \(second)")
      }
    }
  }

  /// No function is bounded by throwing digits away: at a point two steps are enough.
  @Test(arguments: ElementaryFunction.allCases)
  func pointsHaveNarrowValues(_ function: ElementaryFunction) {
    var seeds = NumericSeeds(seed: 43)
    for _ in 0..<300 {
      let x = seeds.number(in: -6...6)
      let value = DoubleInterval.apply(function, point(x))
      guard value.definedness != .nowhere else { continue }
      #expect(Ulp.distance(value.lower, value.upper) <= 2, "\(function)(\(x))")
      let wide = WideInterval.apply(function, Self.exact(x)).double
      #expect(Ulp.distance(wide.lower, wide.upper) <= 1)
    }
  }

  /// The interval is not much wider than the values that are taken: for small boxes without a pole
  /// the samples fill it but for what lies between two of them.
  @Test(arguments: ElementaryFunction.allCases)
  func intervalsAreNoWiderThanTheValues(_ function: ElementaryFunction) {
    var seeds = NumericSeeds(seed: 44)
    for _ in 0..<100 {
      let start = seeds.number(in: -4...4)
      let box = interval(start, start + 0.125)
      let value = DoubleInterval.apply(function, box)
      guard value.definedness == .continuous else { continue }
      let samples = (0...512).map { function.value(at: start + Double($0) * 0x1p-12) }
      let gap = zip(samples, samples.dropFirst()).map { abs($0 - $1) }.max() ?? 0
      let (least, greatest) = (samples.min() ?? 0, samples.max() ?? 0)
      let slack = 2 * gap + 8 * max(least.magnitude, greatest.magnitude).ulp
      #expect(value.lower >= least - slack || function == .tgamma || function == .lgamma)
      #expect(value.upper <= greatest + slack || function == .tgamma, "\(function) on \(box)")
    }
  }

  @Test func arithmeticEnclosesExactResults() throws {
    var seeds = NumericSeeds(seed: 45)
    for _ in 0..<1000 {
      let (a, b) = (seeds.number(exponents: -300...300), seeds.number(exponents: -300...300))
      let (x, y) = (try #require(Rational(exactly: a)), try #require(Rational(exactly: b)))
      for (value, exact) in [
        (point(a) + point(b), x + y), (point(a) - point(b), x - y), (point(a) * point(b), x * y),
        (point(a) / point(b), try #require(x.divided(by: y))),
      ] {
        let lower = try #require(Rational(exactly: value.lower))
        let upper = try #require(Rational(exactly: value.upper))
        #expect(lower <= exact && exact <= upper)
        #expect(value.upper <= value.lower.nextUp)
        #expect(value.isPoint == (Rational(exactly: value.lower) == exact))
      }
    }
  }
}
