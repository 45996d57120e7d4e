extension DisplayVocabulary {
  static let checks = [
    strengths,
    check(
      "DerivativeCheck", "One function is the derivative of another.",
      [
        "of function: @escaping (Double) -> Double, is derivative: @escaping (Double) -> Double"
      ]),
    check(
      "IdentityCheck", "Functions are equal, each to the next.",
      [
        "_ functions: ((Double) -> Double)...",
        "_ functions: ((Double, Double) -> Double)...",
      ]),
    check(
      "BoundCheck", "The values lie in a closed interval, or strictly above or below a number.",
      [
        "_ function: @escaping (Double) -> Double, in bounds: ClosedRange<Double>",
        "_ function: @escaping (Double) -> Double, above lower: Double",
        "_ function: @escaping (Double) -> Double, below upper: Double",
        "_ function: @escaping (Double) -> Double, above lower: Double, below upper: Double",
      ]),
    check(
      "MonotonicityCheck", "A function rises, or falls, everywhere.",
      [
        "_ function: @escaping (Double) -> Double, _ direction: Monotonicity"
      ]),
    limitCheck, expectation,
  ]

  private static let strengths = """
    /// How far a check has to be known to hold; the build fails where it is less.
    enum Strength { case proved, enclosed, sampled }
    enum Monotonicity { case increasing, decreasing }

    """

  private static let limitCheck = """
    /// A function tends to a value.
    struct LimitCheck {
      init(
        _ function: @escaping (Double) -> Double, at point: Double, is value: Double,
        requires strength: Strength? = nil
      ) {}
      init(
        _ caption: String, _ function: @escaping (Double) -> Double, at point: Double,
        is value: Double, requires strength: Strength? = nil
      ) {}
    }

    """

  private static let expectation = """
    /// What `#expect(condition)` makes.
    struct Expectation: ExpressibleByIntegerLiteral {
      init(integerLiteral line: Int) {}
    }
    /// A macro in terms of another one needs no plugin; its argument is type-checked.
    @freestanding(expression) macro expect(_ condition: Bool) -> Expectation = #line

    """

  /// A check with its initialisers: with a caption and without, over all reals and over a range.
  private static func check(_ name: String, _ about: String, _ claims: [String]) -> String {
    var lines = ["/// \(about)", "struct \(name) {"]
    for claim in claims {
      let isBinary = claim.contains("(Double, Double)")
      let within =
        claim.contains("functions") || name == "DerivativeCheck"
        ? "within tolerance: Double? = nil, " : ""
      for caption in ["", "_ caption: String, "] {
        let last = "\(within)requires strength: Strength? = nil"
        lines.append("  init(\(caption)\(claim), \(last)) {}")
        lines.append(
          isBinary
            ? "  init<A: RangeExpression, B: RangeExpression>(\(caption)\(claim), over first: A, "
              + "_ second: B, \(last)) where A.Bound == Double, B.Bound == Double {}"
            : "  init<R: RangeExpression>(\(caption)\(claim), over domain: R, \(last)) "
              + "where R.Bound == Double {}")
      }
    }
    return (lines + ["}", ""]).joined(separator: "\n")
  }
}
