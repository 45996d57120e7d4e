import Testing

@testable import Cells

/// Claims that are almost true: whatever becomes of them, none is proved, or enclosed to a difference
/// that the author does not allow.
@Suite struct NearMissTests {
  @Test(arguments: NearMisses.all)
  func isNeitherProvedNorEnclosed(_ claim: String) {
    let run = LessonRun(cell: claim)
    let verdict = run.checks.first?.verdict
    #expect(
      verdict?.strength != .proved && verdict?.strength != .enclosed,
      "\(claim): \(LessonRun.verdict(claim))")
    // What stops for other reasons would test nothing.
    #expect(
      verdict != nil || run.reports.allSatisfy { $0.hasPrefix("undecided-check") },
      "\(claim): \(run.reports)")
  }

  @Test func thereAreEnoughOfThem() {
    #expect(NearMisses.all.count >= 150)
    #expect(Set(NearMisses.all).count == NearMisses.all.count)
  }
}

enum NearMisses {
  static let all =
    signs + bounds + spikes + undefined + undefinedSlopes + branches + roots + slopes + limits
    + integrals
    + twoVariables + tinyDifferences + ordering

  /// A sign or a factor is wrong.
  private static let signs = [
    ("sigmoid", "exp(x) / (1 - exp(x))"), ("sigmoid", "exp(-x) / (1 + exp(x))"),
    ("sigmoid", "1 / (1 + exp(x))"), ("{ x in sigmoid(-x) }", "1 + sigmoid(x)"),
    ("{ x in sigmoid(-x) }", "-sigmoid(x)"), ("tanh", "2 * sigmoid(2 * x) + 1"),
    ("tanh", "2 * sigmoid(x) - 1"), ("tanh", "1 - 2 * sigmoid(2 * x)"),
    ("{ x in log(1 + exp(x)) - log(1 + exp(-x)) }", "-x"),
    ("{ x in log(sigmoid(x) / (1 - sigmoid(x))) }", "-x"),
    ("{ x in log(sigmoid(x)) }", "min(x, 0) + log1p(exp(-abs(x)))"),
    ("{ x in log(sigmoid(x)) }", "max(x, 0) - log1p(exp(-abs(x)))"),
    ("{ x in sin(x) * sin(x) - cos(x) * cos(x) }", "1"), ("{ x in sin(2 * x) }", "2 * sin(x)"),
    ("{ x in cos(2 * x) }", "2 * sin(x) * sin(x) - 1"), ("{ x in exp(2 * x) }", "2 * exp(x)"),
    ("{ x in (x + 1) * (x + 1) }", "x * x + x + 1"), ("{ x in tanh(-x) }", "tanh(x)"),
    ("{ x in erf(-x) }", "erf(x)"), ("{ x in erf(x) }", "1 + erfc(x)"),
  ].map { "IdentityCheck(\($0), { x in \($1) })" }

  /// Bounds that are a millionth too tight, or strict where they are attained.
  private static let bounds = [
    "BoundCheck(derivative(of: sigmoid), in: 0...0.249999)",
    "BoundCheck(derivative(of: sigmoid), above: 0, below: 0.25)",
    "BoundCheck(sigmoid, in: 0.000001...1)", "BoundCheck(sigmoid, in: 0...0.999999)",
    "BoundCheck(derivative(of: derivative(of: sigmoid)), in: -0.096225...0.096225)",
    "BoundCheck({ x in abs(derivative(of: derivative(of: sigmoid))(x)) }, below: sqrt(3.0) / 18)",
    "BoundCheck({ x in abs(sigmoid(1.702 * x) - (1 + erf(x / sqrt(2.0))) / 2) }, below: 0.009486)",
    "BoundCheck({ x in abs(sigmoid(1.7 * x) - (1 + erf(x / sqrt(2.0))) / 2) }, below: 0.0095)",
    "BoundCheck(sin, in: -0.999999...1)", "BoundCheck(cos, above: -1, below: 1.1)",
    "BoundCheck(tanh, in: -0.999999...1)", "BoundCheck(erf, in: -1...0.999999)",
    "BoundCheck({ x in x * x }, above: 0)", "BoundCheck({ x in x * x }, in: 0.000001...)",
    "BoundCheck({ x in x * exp(-x) }, below: 0.367879)",
    "BoundCheck({ x in x * log(x) }, above: -0.367879, over: 0...1)",
    "BoundCheck({ x in x * x - x }, in: -0.249999...0, over: 0...1)",
    "BoundCheck({ x in sin(x) / x }, below: 0.999999, over: 0.001...1)",
    "BoundCheck({ x in sqrt(x) - x }, in: 0...0.249999, over: 0...1)",
    "BoundCheck({ x in exp(x) - 1 - x }, above: 0)",
    "BoundCheck({ x in exp(x) - 1 - x }, in: 0.000001...)",
    "BoundCheck({ x in cosh(x) }, above: 1)", "BoundCheck({ x in atan(x) }, in: -1.5...1.5)",
    "BoundCheck({ x in x / (1 + x * x) }, in: -0.5...0.499999)",
    "BoundCheck({ x in abs(x - 0.3) }, above: 0)", "BoundCheck({ x in max(x, 1 - x) }, above: 0.5)",
    "BoundCheck({ x in x * x * x - 3 * x }, in: -2...1.999999, over: -2...2)",
    "BoundCheck({ x in exp(-x * x) }, in: 0...0.999999)",
    "BoundCheck({ x in sin(x) + cos(x) }, in: -1.41421356...1.41421356)",
    "BoundCheck({ x in log1p(x) - x }, below: 0, over: 0...1)",
    // Strict, and reached at irrational points.
    "BoundCheck(cos, above: -1)", "BoundCheck({ x in sin(2 * x + 1) }, below: 1)",
    "BoundCheck({ x in sin(x) * sin(x) * exp(cos(x)) }, above: 0, over: 1...4)",
    "BoundCheck({ x in (x * x - 2) * (x * x - 2) * exp(x) }, above: 0)",
  ]

  /// Between the points of any reasonable sample.
  private static let spikes =
    [0.3333, 0.77123, 0.1234567, 0.9182736].flatMap { place in
      [
        "BoundCheck({ x in exp(-1e8 * (x - \(place)) * (x - \(place))) }, below: 0.5, over: 0...1)",
        "BoundCheck({ x in 1 / (1 + 1e10 * (x - \(place)) * (x - \(place))) }, below: 0.9, over: 0...1)",
        "IdentityCheck({ x in exp(-1e8 * (x - \(place)) * (x - \(place))) }, { x in 0 }, over: 0...1)",
        "MonotonicityCheck({ x in x + exp(-1e8 * (x - \(place)) * (x - \(place))) }, .increasing, over: 0...1)",
        "RootCheck({ x in 0.9 - exp(-1e8 * (x - \(place)) * (x - \(place))) }, at: [], over: 0...1)",
      ]
    } + [
      "BoundCheck({ x in x * sin(1e4 * x) }, in: -0.99...0.99, over: 0...1)",
      "BoundCheck({ x in sin(1e3 * x) * sin(1e3 * x) }, in: 0...0.999999, over: 0...1)",
      "IdentityCheck({ x in sin(1024 * Double.pi * x) }, { x in 0 }, over: 0...1)",
      "MonotonicityCheck({ x in x - 1e-5 * sin(1e6 * x) }, .increasing, over: 0...1)",
      "BoundCheck({ x in max(0, 1 - 1e6 * abs(x - 0.3141)) }, below: 0.5, over: 0...1)",
    ]

  /// Not defined on the whole domain.
  private static let undefined = [
    "IdentityCheck({ x in x / x }, { x in 1 })", "IdentityCheck({ x in x * x / x }, { x in x })",
    "IdentityCheck({ x in sqrt(x) * sqrt(x) }, { x in x })",
    "IdentityCheck({ x in exp(log(x)) }, { x in x })",
    "IdentityCheck({ x in (x * x - 1) / (x - 1) }, { x in x + 1 })",
    "IdentityCheck({ x in x / (x - 0.37) - 0.37 / (x - 0.37) }, { x in 1 })",
    "BoundCheck({ x in 1 / (x * x) }, above: 0)",
    "BoundCheck({ x in log(x) }, below: 100, over: -1...2)",
    "BoundCheck({ x in sqrt(x) }, in: 0...2, over: -0.001...4)",
    "BoundCheck({ x in abs(1 / (x - 0.37)) }, above: 0, over: 0...1)",
    "MonotonicityCheck({ x in 1 / x }, .decreasing)",
    "MonotonicityCheck(tan, .increasing, over: 0...3)",
    "MonotonicityCheck({ x in log(x) }, .increasing, over: -1...2)",
    "DerivativeCheck(of: abs, is: { x in x / abs(x) })",
    "DerivativeCheck(of: log, is: { x in 1 / x })",
    "DerivativeCheck(of: sqrt, is: { x in 1 / (2 * sqrt(x)) }, over: -1...1)",
    "DerivativeCheck(of: cbrt, is: { x in 1 / (3 * cbrt(x) * cbrt(x)) }, over: -1...1)",
    "RootCheck({ x in x - 1 / x + 1 / x }, at: [0])",
    "RootCheck({ x in sin(x) / x }, count: 0, over: -1...1)",
    "IdentityCheck({ x in tan(x) }, { x in sin(x) / cos(x) })",
    "BoundCheck({ x in 1 / (x * x - 2) }, in: ...1e9, over: 0...2)",
    "BoundCheck({ x in exp(log((x * x - 3) * (x * x - 3))) }, in: 0..., over: 0...2)",
    "BoundCheck({ x in 1 / sin(x) }, above: -1e9, over: 3...4)",
  ]

  /// True of formulas for slopes, where the functions have no values or no slopes.
  private static let undefinedSlopes =
    [
      ("log(t)", "1 / x"), ("log2(t)", "1 / (x * log(2))"), ("log1p(t - 1)", "1 / x"),
      ("atanh(t - 2)", "1 / ((x - 1) * (3 - x))"), ("log(t) + t * t", "1 / x + 2 * x"),
      ("0 * log(t)", "0"), ("t + 0 * sqrt(t)", "1"), ("t * log(-1.0)", "log(-1.0)"),
      ("t + pow(0 * log(t), 2.0)", "1"),
    ].flatMap { function, slope in
      [
        "IdentityCheck(derivative(of: { t in \(function) }), { x in \(slope) }, over: -2 ... -1)",
        "DerivativeCheck(of: { t in \(function) }, is: { x in \(slope) }, over: -2 ... -1)",
      ]
    } + [
      "BoundCheck(derivative(of: { t in log(t) }), below: 0, over: -2 ... -1)",
      "IdentityCheck({ x in derivative(of: { t in atan2(t, -1) })(x) }, { x in -1 / (1 + x * x) })",
      "BoundCheck(derivative(of: { t in log(t) }), in: -2...2, over: -2...2)",
      "LimitCheck(derivative(of: { t in log(t) }), at: -1, is: -1)",
      "MonotonicityCheck(derivative(of: { t in log(t) }), .decreasing, over: -2 ... -1)",
      "RootCheck(derivative(of: { t in log(t) + t }), at: [-1], over: -2 ... -0.5)",
      "RootCheck(derivative(of: { t in log(t) }), count: 0, over: -2 ... -1)",
      "IntegralCheck(of: derivative(of: { t in log(t) }), over: -2 ... -1, is: -log(2))",
      "IntegralCheck(of: derivative(of: { t in t + 0 * log(-1.0) }), over: 0...1, is: 1)",
      "IdentityCheck({ x in derivative(at: 2 * x, of: { t in log(t) }) }, { x in 1 / (2 * x) }, over: -2 ... -1)",
      "IdentityCheck(derivative(of: derivative(of: { t in log(t) })), { x in -1 / (x * x) }, over: -2 ... -1)",
      "IdentityCheck({ x, y in derivative(at: x, y, of: { a, b in a + sqrt(b) }, withRespectTo: 0) }, { x, y in 1 }, over: 1...2, -2 ... -1)",
      // Where two formulas meet.
      "IdentityCheck(derivative(of: { t in t < 0 ? 0 : 1 }), { x in 0 }, over: -1...1)",
      "BoundCheck(derivative(of: { t in t < 0 ? 0 : 1 }), in: 0...0, over: -1...1)",
      "BoundCheck(derivative(of: { t in t < 0 ? 0 : t }), in: 0...1, over: -1...1)",
      "IdentityCheck(derivative(of: { t in t == 1 ? 5 : t * t }), { x in x == 1 ? 0 : 2 * x }, over: 0...2)",
      "IdentityCheck({ x in derivative(at: 2 * x, of: { t in t < 1 ? t : 2 }) }, { x in x < 0.5 ? 1 : 0 }, over: 0...1)",
      "IdentityCheck(derivative(of: { t in floor(t) }), { x in 0 }, over: 0.5...1.5)",
    ]

  /// Right on one side only.
  private static let branches = [
    "IdentityCheck({ x in sqrt(x * x) }, { x in x })", "IdentityCheck({ x in abs(x) }, { x in x })",
    "IdentityCheck({ x in x < 0 ? -x : x }, { x in x })",
    "IdentityCheck({ x in x < 1 ? x : 1 }, { x in min(x, 2) })",
    "IdentityCheck({ x in max(x, 0) }, { x in x > 0.000001 ? x : 0 })",
    "IdentityCheck({ x in log(x * x) }, { x in 2 * log(x) })",
    "IdentityCheck({ x in sqrt(x * x * x * x) }, { x in x * x + 1e-9 })",
    "IdentityCheck({ x in asin(sin(x)) }, { x in x })",
    "IdentityCheck({ x in acos(cos(x)) }, { x in x })",
    "IdentityCheck({ x in atan(tan(x)) }, { x in x }, over: 0...2)",
    "IdentityCheck({ x in x == 0 ? 1 : x }, { x in x })",
    "IdentityCheck({ x in x < 0 ? 1 / (1 + exp(-x)) : exp(x) / (2 + exp(x)) }, sigmoid)",
    "BoundCheck({ x in x < 1 ? 0 : 5 }, below: 3, over: 0...2)",
    "BoundCheck({ x in x == 0.5 ? 2 : 0 }, below: 1, over: 0...1)",
    "BoundCheck({ x in floor(x) - x }, above: -0.999999, over: 0...3)",
    "IdentityCheck({ x in floor(x) + floor(-x) }, { x in -1 })",
    "IdentityCheck({ x in pow(x * x, 0.5) }, { x in x })",
  ]

  private static let roots = [
    "RootCheck({ x in x * x - 1 }, at: [1])", "RootCheck({ x in x * x - 1 }, at: [-1, 0, 1])",
    "RootCheck({ x in x * x - 1 }, count: 1)", "RootCheck({ x in x * x + 1e-9 }, count: 1)",
    "RootCheck({ x in x * x - 1e-9 }, at: [0])", "RootCheck({ x in x * x }, count: 2)",
    "RootCheck(sigmoid, count: 1)", "RootCheck({ x in cos(x) - x }, at: [0.739085])",
    "RootCheck({ x in cos(x) - x }, count: 2)", "RootCheck(sin, count: 3, over: 0...10)",
    "RootCheck(derivative(of: derivative(of: sigmoid)), at: [0.000001])",
    "RootCheck({ x in exp(x) - 1 - x }, count: 2)",
    "RootCheck({ x in x * x * x - x }, at: [-1, 1])",
    "RootCheck({ x in (x - 0.5) * (x - 0.500001) }, at: [0.5])",
    "RootCheck({ x in x - 2 }, at: [2], over: 0...1)",
    "RootCheck({ x in (x - 0.5) * (x - 0.500001) }, count: 1)",
  ]

  private static let slopes = [
    "DerivativeCheck(of: sigmoid, is: { x in -sigmoid(x) * sigmoid(x) })",
    "DerivativeCheck(of: sigmoid, is: { x in sigmoid(x) * (1 + sigmoid(x)) })",
    "DerivativeCheck(of: tanh, is: { x in 1 + tanh(x) * tanh(x) })",
    "DerivativeCheck(of: { x in x * sigmoid(x) }, is: { x in sigmoid(x) + sigmoid(x) * (1 - sigmoid(x)) })",
    "DerivativeCheck(of: abs, is: { x in x < 0 ? -1 : 1 })",
    "DerivativeCheck(of: { x in x < 0 ? x / 10 : x }, is: { x in x < 0 ? 0.1 : 1 })",
    "DerivativeCheck(of: { x in max(x, 0) }, is: { x in x < 0 ? 0 : 1 })",
    "DerivativeCheck(of: { x in x < 0 ? 0 : 1 }, is: { x in 0 })",
    "DerivativeCheck(of: { x in x < 0 ? x : x + 1e-9 }, is: { x in 1 })",
    "DerivativeCheck(of: sin, is: { x in cos(x) + 1e-12 })",
    "DerivativeCheck(of: { x in pow(x, 3.0) }, is: { x in 3.000001 * x * x })",
    "DerivativeCheck(of: { x in exp(2 * x) }, is: { x in exp(2 * x) })",
    "DerivativeCheck(of: erf, is: { x in 2 * exp(-x * x) / Double.pi })",
    "MonotonicityCheck({ x in x * x }, .increasing)", "MonotonicityCheck({ x in 5 }, .increasing)",
    "MonotonicityCheck({ x in x * x * x - 1e-9 * x }, .increasing)",
    "MonotonicityCheck({ x in max(x, 0) }, .increasing)", "MonotonicityCheck(sigmoid, .decreasing)",
    "MonotonicityCheck({ x in x < 0 ? x : x - 1e-6 }, .increasing)",
    "MonotonicityCheck({ x in floor(x) }, .increasing)",
    "MonotonicityCheck({ x in x * sigmoid(x) }, .increasing)",
    "MonotonicityCheck({ x in x + 1.000001 * sin(x) }, .increasing)",
  ]

  private static let limits = [
    "LimitCheck(sigmoid, at: .infinity, is: 0.999999)",
    "LimitCheck(sigmoid, at: -.infinity, is: 1)",
    "LimitCheck({ x in sin(x) / x }, at: 0, is: 0.999999)",
    "LimitCheck({ x in 1 / x }, at: 0, is: .infinity)",
    "LimitCheck(sin, at: .infinity, is: 0)", "LimitCheck({ x in x < 0 ? 0 : 1 }, at: 0, is: 1)",
    "LimitCheck({ x in x * exp(-x) }, at: -.infinity, is: 0)",
    "LimitCheck({ x in (exp(x) - 1) / x }, at: 0, is: 1.000001)",
    "LimitCheck({ x in x - log(1 + exp(x)) }, at: .infinity, is: 0.000001)",
    "LimitCheck({ x in (1 - cos(x)) / (x * x) }, at: 0, is: 0.500001)",
    "LimitCheck({ x in x * log(x) }, at: 0, is: 0.000001)",
    "LimitCheck(atan, at: .infinity, is: 1.5707963267948966)",
    "LimitCheck({ x in sin(1 / x) }, at: 0, is: 0)",
    "LimitCheck({ x in exp(-1e-15 * x) }, at: .infinity, is: 1)",
  ]

  private static let integrals = [
    "IntegralCheck(of: derivative(of: sigmoid), over: -6...6, is: 1)",
    "IntegralCheck(of: derivative(of: sigmoid), over: -6...6, is: tanh(6))",
    "IntegralCheck(of: { x in exp(-x * x) }, over: -5...5, is: sqrt(Double.pi))",
    "IntegralCheck(of: { x in x * x }, over: 0...1, is: 0.333333)",
    "IntegralCheck(of: { x in 1 / x }, over: -1...1, is: 0)",
    "IntegralCheck(of: { x in sin(100 * Double.pi * x) }, over: 0...1, is: 0.000001)",
    "IntegralCheck(of: { x in exp(-1e8 * (x - 0.3333) * (x - 0.3333)) }, over: 0...1, is: 0)",
    "IntegralCheck(of: abs, over: -1...1, is: 0)",
  ]

  private static let twoVariables = [
    "IdentityCheck({ a, b in exp(a) / (exp(a) + exp(b)) }, { a, b in sigmoid(b - a) })",
    "IdentityCheck({ a, b in exp(a + b) }, { a, b in exp(a) + exp(b) })",
    "IdentityCheck({ a, b in sqrt(a * a + b * b) }, { a, b in a + b })",
    "IdentityCheck({ a, b in hypot(a, b) }, { a, b in max(abs(a), abs(b)) })",
    "BoundCheck({ a, b in abs(sigmoid(a) - sigmoid(b)) - 0.249999 * abs(a - b) }, in: ...0)",
    "BoundCheck({ a, b in abs(sigmoid(a) - sigmoid(b)) - abs(a - b) / 4 }, below: 0)",
    "BoundCheck({ a, b in abs(tanh(a) - tanh(b)) - abs(a - b) / 2 }, in: ...0)",
    "BoundCheck({ a, b in sigmoid(a) - sigmoid(b) - (a - b) / 4 }, in: ...0)",
    "BoundCheck({ a, b in a * a + b * b - 2 * a * b }, above: 0)",
    "BoundCheck({ a, b in sigmoid(a) * sigmoid(b) }, in: 0...0.999999)",
  ]

  /// Smaller than what is said to be close.
  private static let tinyDifferences = [
    "IdentityCheck(sigmoid, { x in sigmoid(x) + 1e-12 })",
    "IdentityCheck(sigmoid, { x in sigmoid(x * 1.000000000001) })",
    "IdentityCheck({ x in erf(x) }, { x in erf(x) + 1e-15 })",
    "IdentityCheck({ x in 0.1 + x }, { x in x + 0.1000000000000000055 })",
    "IdentityCheck({ x in Double.pi * x }, { x in 3.141592653589793 * x })",
    "IdentityCheck({ x in sqrt(2.0) }, { x in 1.4142135623730951 })",
    "IdentityCheck({ x in exp(Double.pi * sqrt(163.0)) }, { x in 262537412640768744 })",
    "BoundCheck({ x in sigmoid(x) - sigmoid(x + 1e-12) }, in: 0...1)",
  ]

  /// Larger and smaller exchanged.
  private static let ordering = [
    "BoundCheck({ x in sin(x) - x }, above: 0, over: 0...1)",
    "BoundCheck({ x in tanh(x) - x }, in: 0...1, over: 0...1)",
    "BoundCheck({ x in x - log1p(x) }, below: 0, over: 0...1)",
    "BoundCheck({ x in exp(x) - x * x }, above: 0)",
    "BoundCheck({ x in sigmoid(x) - (0.5 + x / 4 - x * x * x / 48) }, in: ...0, over: 0...1)",
    "#expect(sigmoid(1) > 0.7310585786300049)", "#expect(exp(1.0) < 2.718281828459045)",
    "#expect(derivative(of: sigmoid)(0) < 0.25)", "#expect(tanh(3.0) > 0.995054753686731)",
    "#expect(abs(sigmoid(1.0) - 0.7310585786300048) < 1e-17)",
  ]
}
