extension DisplayVocabulary {
  static let checks =
    [strengths]
    + [
      CheckDeclaration(
        "DerivativeCheck", "One function is the derivative of another.",
        ["of function: @escaping (Double) -> Double, is derivative: @escaping (Double) -> Double"]),
      CheckDeclaration(
        "IdentityCheck", "Functions are equal, each to the next.",
        ["_ functions: ((Double) -> Double)...", "_ functions: ((Double, Double) -> Double)..."]),
      CheckDeclaration(
        "BoundCheck", "The values lie in a range, or strictly above or below a number.",
        ["(Double)", "(Double, Double)"].flatMap { parameters in
          let function = "_ function: @escaping \(parameters) -> Double"
          return [
            "\(function), in bounds: Bounds", "\(function), above lower: Double",
            "\(function), below upper: Double",
            "\(function), above lower: Double, below upper: Double",
          ]
        }),
      CheckDeclaration(
        "MonotonicityCheck", "A function rises, or falls, everywhere.",
        ["_ function: @escaping (Double) -> Double, _ direction: Monotonicity"],
        allowsTolerance: false),
      CheckDeclaration(
        "RootCheck", "A function is 0 at these points, or at so many, and at no other.",
        [
          "_ function: @escaping (Double) -> Double, at points: [Double]",
          "_ function: @escaping (Double) -> Double, count: Int",
        ]),
      CheckDeclaration(
        "LimitCheck", "A function tends to a value.",
        ["_ function: @escaping (Double) -> Double, at point: Double, is value: Double"],
        hasDomain: false),
      CheckDeclaration(
        "IntegralCheck", "A function's integral over a closed interval.",
        [
          "of function: @escaping (Double) -> Double, over domain: ClosedRange<Double>, "
            + "is value: Double"
        ], hasDomain: false),
      CheckDeclaration(
        "AgreementCheck",
        "A column that a run cell saved holds a function's values, to so many ulps.",
        [
          "run cell: String, column: String, _ function: @escaping (Double) -> Double, "
            + "over argument: String, within ulps: Double = \(AgreementCheck.defaultUlps)"
        ], hasDomain: false, allowsTolerance: false),
    ].map(\.text) + [expectation]

  private static let strengths = """
    /// How far a check has to be known to hold; the build fails where it is less.
    enum Strength { case proved, enclosed, sampled }
    enum Monotonicity { case increasing, decreasing }

    """

  private static let expectation = """
    /// What `#expect(condition, "title")` makes.
    struct Expectation: ExpressibleByIntegerLiteral {
      init(integerLiteral line: Int) {}
    }
    /// A macro in terms of another one needs no plugin; its arguments are type-checked.
    @freestanding(expression) macro expect(
      _ condition: Bool, _ comment: String? = nil
    ) -> Expectation = #line

    """
}

/// A check with its initialisers: each with a caption and without, over all reals and over a range.
private struct CheckDeclaration {
  let name: String
  let about: String
  /// The parameters that say what is claimed; `Bounds` stands for any range of numbers.
  let claims: [String]
  let hasDomain: Bool
  let allowsTolerance: Bool

  init(
    _ name: String, _ about: String, _ claims: [String], hasDomain: Bool = true,
    allowsTolerance: Bool = true
  ) {
    self.name = name
    self.about = about
    self.claims = claims
    self.hasDomain = hasDomain
    self.allowsTolerance = allowsTolerance
  }

  var text: String {
    var lines = ["/// \(about)", "struct \(name) {"]
    for claim in claims {
      for caption in ["", "_ caption: String, "] {
        lines.append(initializer(caption + claim, domains: []))
        guard hasDomain else { continue }
        lines.append(
          initializer(
            caption + claim,
            domains: claim.contains("(Double, Double)")
              ? [("over first", "First"), ("_ second", "Second")] : [("over domain", "Domain")]))
      }
    }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  private func initializer(
    _ parameters: String, domains: [(name: String, type: String)]
  ) -> String {
    let ranges = (parameters.contains(": Bounds") ? ["Bounds"] : []) + domains.map(\.type)
    let generics = ranges.map { "\($0): RangeExpression" }.joined(separator: ", ")
    let bounds = ranges.map { "\($0).Bound == Double" }.joined(separator: ", ")
    let all =
      [parameters] + domains.map { "\($0.name): \($0.type)" }
      + (allowsTolerance ? ["within tolerance: Double? = nil"] : [])
      + ["requires strength: Strength? = nil"]
    let head = ranges.isEmpty ? "init" : "init<\(generics)>"
    let condition = ranges.isEmpty ? "" : " where \(bounds)"
    return "  \(head)(\(all.joined(separator: ", ")))\(condition) {}"
  }
}
