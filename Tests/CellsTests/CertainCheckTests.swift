import Testing

@testable import Cells

/// What is certain of a claim at single points, where floating-point numbers mislead.
@Suite struct CertainCheckTests {
  /// - Parameter detail: a part of what is said of the counterexample.
  @Test(arguments: [
    // Roots between those that are stated, and next to them.
    ("RootCheck({ x in max(x, 0) }, at: [0])", "it is 0 at x = −1 as well"),
    ("RootCheck({ x in abs(x) - x }, at: [0])", "it is 0 at x = 1 as well"),
    ("RootCheck({ x in floor(x) }, at: [0])", "it is 0 at x = 0.5 as well"),
    ("RootCheck({ x in x < 0 ? 0 : 1 }, count: 0)", "it is 0 at x = −1"),
    ("RootCheck({ x in max(x - 2, 0) }, at: [0, 1, 2])", "it is 0 at x = −1 as well"),
    ("RootCheck({ x in exp(x) - exp(1) * x }, at: [1.0000000000001])", "1.35914 × 10⁻²⁶"),
    ("RootCheck({ x in exp(x) - 2 }, at: [0.6931471805599453])", "−1.88345 × 10⁻¹⁷"),
    ("RootCheck({ x in log(x) - 1000 }, count: 0, over: 1...)", "beyond x = 1024"),
    // Integrals to a few digits.
    (
      "IntegralCheck(of: { x in sin(x) }, over: 0...Double.pi, is: 2.0000000001)",
      "the integral is 2.0000000000"
    ),
    (
      "IntegralCheck(of: { x in 1e-12 * sin(x) }, over: 0...Double.pi, is: 5e-10)",
      "the integral is 2.00000 × 10⁻¹²"
    ),
    (
      "IntegralCheck(of: { x in 0.5 * exp(-0.5 * x) }, over: 0...40, is: 1, within: 1e-9)",
      "the integral is 0.99999999"
    ),
    // Bounds that are reached at irrational points, or broken far out.
    ("BoundCheck({ x in exp(-x * x) }, above: 1e-300, over: 0...40)", "1.34533 × 10⁻⁶⁹⁵"),
    ("BoundCheck({ x in log(log(x)) }, below: 7, over: 3...)", "at x = 1 × 10¹⁰⁰⁰⁰"),
    ("BoundCheck({ x in sqrt(sqrt(x)) }, below: 1e78, over: 0...)", "at x = 1 × 10¹⁰⁰⁰⁰"),
    ("BoundCheck({ x in sin(x * x) }, below: 1)", "the value is 1, the bound itself"),
    ("BoundCheck({ x in pow(sin(x) - 0.5, 2) }, above: 0)", "at x = π/6: the value is 0"),
    ("BoundCheck(sin, below: 0.9999)", "at x = π/2: the value is 1"),
    // Both sides are undefined somewhere.
    ("IdentityCheck({ x, y in tan(x + y) - tan(x + y) }, { x, y in 0 })", "x = π/2, y = 0"),
    ("IdentityCheck({ x, y in pow(x, y) * pow(x, -y) }, { x, y in 1 })", "undefined at x = 0"),
    (
      "IdentityCheck({ x, y in y * (x - sqrt(2)) / (x - sqrt(2)) }, { x, y in y })",
      "undefined at x = √2"
    ),
    ("IdentityCheck({ x in x * (x - sqrt(2)) / (x - sqrt(2)) }, { x in x })", "x = √2"),
    ("DerivativeCheck(of: log, is: { x in 1 / x })", "undefined at x = 0: add `over: 0...`"),
    // Functions of computed numbers.
    (
      "IdentityCheck({ x in asComputed((x + 0.1) + 0.2) }, { x in asComputed(x + (0.1 + 0.2)) }, over: 0...1)",
      "the two sides differ by 5.55112 × 10⁻¹⁷"
    ),
    (
      "MonotonicityCheck({ x in asComputed(sqrt(x)) }, .increasing, over: 1...2)",
      "1 at x = 1, 1 at"
    ),
    // Jumps at a tenth, and at an irrational point.
    ("MonotonicityCheck({ x in x == 0.3 ? 5 : x }, .increasing)", "5 at x = 0.3"),
    ("MonotonicityCheck({ x in x < sqrt(2) ? x : x - 1e-6 }, .increasing)", "at x = √2"),
    ("MonotonicityCheck({ x in max(x, 0) }, .increasing)", "0 at x = −10, 0 at x = −5"),
    (
      "DerivativeCheck(of: cbrt, is: { x in x == 0 ? 0 : 1 / (3 * cbrt(x) * cbrt(x)) })",
      "it has no derivative at x = 0"
    ),
    ("LimitCheck({ x in x == 0 ? 5 : x }, at: 0, is: 5)", "the limit from"),
  ])
  func whatIsFalseIsRefuted(_ claim: String, detail: String) {
    let verdict = LessonRun(cell: claim).checks.first?.verdict
    #expect(verdict?.strength == .refuted, "\(claim): \(LessonRun.verdict(claim))")
    let found = verdict?.detailText?.replacing("\u{A0}", with: " ") ?? ""
    #expect(found.contains(detail), "\(found)")
  }

  /// - Parameter reason: a part of it.
  @Test(arguments: [
    ("DerivativeCheck(of: floor, is: { x in 0 })", "it may have no derivative at x = 0"),
    (
      "LimitCheck({ n in asComputed(pow(1 + 1 / n, n)) }, at: .infinity, is: exp(1))",
      "do not settle"
    ),
    ("LimitCheck(floor, at: 1, is: 1)", "do not settle"),
    ("LimitCheck(sin, at: .infinity, is: 0)", "do not settle"),
    (
      """
      DerivativeCheck(
        of: { x in integral(of: { t in exp(-t * t) }, over: 0...x) }, is: { x in exp(-x * x) },
        over: 0.1...2)
      """, "integral(of:over:) depends on the variable of a derivative"
    ),
    ("IntegralCheck(of: { x in 1 / sqrt(x) }, over: 0...1, is: 2)", "no bound of the function"),
    // A spike between the points of Simpson's rule, and a function that is not followed.
    (
      """
      IntegralCheck(
        of: { x in 1e6 * exp(-1e12 * pow(x - 0.30007, 2)) / sqrt(Double.pi) + tgamma(x + 1) - tgamma(x + 1) },
        over: 0...1, is: 1)
      """, "is not enclosed"
    ),
  ])
  func whatIsNotCertainIsUndecidedAndSaysWhy(_ claim: String, reason: String) {
    let run = LessonRun(cell: claim)
    #expect(run.results.diagnostics.map(\.message.id) == ["undecided-check"], "\(claim)")
    #expect(run.results.diagnostics.first?.label?.contains(reason) == true, "\(claim)")
    #expect(run.checks.isEmpty)
  }

  @Test(arguments: [
    "RootCheck({ x in erfc(x) + exp(-x * x) }, count: 0)",
    "RootCheck({ x in 1.5 * sqrt(x) * exp(-x) - x * sqrt(x) * exp(-x) }, at: [0, 1.5], over: 0...)",
    "RootCheck({ x in floor(x) + 0.5 }, count: 0)",
    "RootCheck({ x in x.rounded() - 0.5 }, count: 0, over: -3...3)",
    "BoundCheck({ a, b in (a + b) / 2 - sqrt(a * b) }, in: 0...100, over: 0...100, 0...100)",
    "BoundCheck({ x, y in x / y + y / x }, in: 2..., over: 0..., 0...)",
    "BoundCheck({ x in x - floor(x) }, in: 0..<1)",
    "IdentityCheck({ x in floor(x + 1) }, { x in floor(x) + 1 })",
    "IdentityCheck({ x in sin(8 * x) / (8 * sin(x)) }, { x in cos(x) * cos(2 * x) * cos(4 * x) }, over: 0...Double.pi)",
    "MonotonicityCheck(cbrt, .increasing)",
    "MonotonicityCheck({ x in cbrt(x - 1) + x }, .increasing)",
    "MonotonicityCheck({ x in x * cbrt(x * x) }, .increasing)",
    "MonotonicityCheck(tan, .increasing, over: -(Double.pi / 2)...(Double.pi / 2))",
    "DerivativeCheck(of: tan, is: { x in 1 + tan(x) * tan(x) }, over: -(Double.pi / 2)...(Double.pi / 2))",
    "DerivativeCheck(of: { x in abs(x) <= 1 ? x * x / 2 : abs(x) - 0.5 }, is: { x in min(max(x, -1), 1) })",
    "DerivativeCheck(of: { x in abs(x) < 5 ? x : 2 * x }, is: { x in 1 }, over: -4...4)",
    "BoundCheck({ h in (sin(1 + h) - sin(1)) / h - cos(1) }, in: -0.5...0, over: 0...1)",
    "LimitCheck({ x in x == 0 ? 5 : x }, at: 0, is: 0)",
  ])
  func whatIsTrueIsNotRefuted(_ claim: String) {
    let run = LessonRun(cell: claim)
    #expect(run.reports.isEmpty, "\(claim): \(LessonRun.verdict(claim))")
    #expect(run.checks.count == 1)
  }

  @Test(arguments: [
    ("x * abs(x)", "2 * abs(x)"), ("max(0, x) * max(0, x)", "2 * max(0, x)"),
    ("abs(x * x)", "2 * x"), ("cos(abs(x))", "-sin(x)"), ("sqrt(x * x * x * x)", "2 * x"),
    ("x * cbrt(x)", "4 * cbrt(x) / 3"),
    ("x == 0 ? 1 : sin(x) / x", "x == 0 ? 0 : (x * cos(x) - sin(x)) / (x * x)"),
  ])
  func theSlopeOfTheWholeMayExistWhereThatOfAPartDoesNot(function: String, slope: String) {
    let claim = "DerivativeCheck(of: { x in \(function) }, is: { x in \(slope) })"
    #expect(LessonRun.verdict(claim).hasPrefix("proved: "), "\(LessonRun.verdict(claim))")
  }

  @Test(arguments: ["abs, is: { x in 1 }", "{ x in x * sqrt(x) }, is: { x in 1.5 * sqrt(x) }"])
  func atAnEndTheSlopeIsThatOfOneSide(functions: String) {
    let claim = "DerivativeCheck(of: \(functions), over: 0...)"
    #expect(LessonRun.verdict(claim).hasPrefix("proved: "), "\(LessonRun.verdict(claim))")
  }

  @Test(arguments: [
    (
      "IdentityCheck({ x in sin(atan(x)) }, { x in x / sqrt(1 + x * x) })",
      "no difference beyond 10⁻⁷⁵ was found"
    ),
    (
      "IdentityCheck({ x in (exp(x + 1e-10) - exp(x)) / 1e-10 }, { x in exp(x) }, over: 0...30, within: 600)",
      "the largest difference is 534.324, at x = 30"
    ),
    (
      "BoundCheck({ a, b in (a + b) / 2 - sqrt(a * b) }, in: 0...100, over: 0...100, 0...100)",
      "nearest to the bound at a = 0, b = 0, where the value is 0"
    ),
  ])
  func whatIsSaidOfSamplesIsTrueOfTheRealNumbers(claim: String, detail: String) {
    let found = LessonRun(cell: claim).checks.first?.verdict.detailText
    #expect(found?.replacing("\u{A0}", with: " ") == detail)
  }

  @Test func edgesWithoutValuesAreLeftOut() {
    let run = LessonRun(cell: "BoundCheck({ x, y in x / y + y / x }, in: 2..., over: 0..., 0...)")
    #expect(
      run.checks.first?.verdict.domainText
        == "x > 0, y > 0 (x = 0 and y = 0 are left out: undefined there)")
  }

  @Test(arguments: [
    (
      "IntegralCheck(of: { x in pow(x, x) }, over: 0...1, is: 0.783430510712)",
      "the integral is 0.7834305107121344"
    ),
    (
      "MonotonicityCheck({ x in x < sqrt(2) ? x : x - 1e-6 }, .increasing)",
      "1.4142136 at x = √2 − 1/1073741824, 1.4142126 at x = √2"
    ),
  ])
  func moreDigitsAreShownWhereSixDoNotTell(claim: String, detail: String) {
    #expect(LessonRun(cell: claim).checks.first?.verdict.detailText == detail)
  }
}
