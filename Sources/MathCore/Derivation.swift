/// A derivative worked out line by line, as a teacher writes it: a rule, then another, and at last
/// what is left is simplified.
public struct Derivation: Hashable, Sendable {
  public struct Step: Hashable, Sendable {
    public let rule: DerivationRule
    /// The rule was applied to a function of something else than the variable.
    public let isChained: Bool
    /// What the rule makes of the line before.
    public let line: DerivationLine

    public init(_ rule: DerivationRule, isChained: Bool = false, _ line: DerivationLine) {
      self.rule = rule
      self.isChained = isChained
      self.line = line
    }
  }

  public let function: Expression
  public let variable: String
  /// The derivative of the function as it is written, not worked out.
  public let start: DerivationLine
  public private(set) var steps: [Step] = []

  /// More rules than a reader would follow.
  private static let mostSteps = 40

  /// - Throws: `limit` where there is no rule (`floor`, `tgamma`), or there would be too many lines.
  public init(
    of function: Expression, withRespectTo variable: String
  ) throws(ScalarFailure) {
    self.function = function
    self.variable = variable
    start = Self.start(function, variable)
    try writeShorter()
    try applyRules()
    simplify()
  }

  /// The derivative, in the variable alone.
  public var result: Expression {
    get throws(ScalarFailure) { try value(of: lines[lines.count - 1]) }
  }

  public var lines: [DerivationLine] { [start] + steps.map(\.line) }

  func value(of line: DerivationLine) throws(ScalarFailure) -> Expression {
    try line.value(of: function, withRespectTo: variable)
  }

  mutating func append(_ step: Step) { steps.append(step) }

  mutating func removeSteps(from index: Int) { steps.removeSubrange(index...) }
}

extension Derivation {
  private static func start(_ function: Expression, _ variable: String) -> DerivationLine {
    let name = "d/d\(variable)"
    return DerivationLine(.variable(name), meanings: [name: .derivative(of: function)])
  }

  /// x·x is easier to differentiate as x², and 0 + x¹ as x.
  private mutating func writeShorter() throws(ScalarFailure) {
    let shorter = function.simplified()
    guard
      shorter.occurrences(of: variable) < function.occurrences(of: variable)
        || function.parts.contains(where: \.hasNeutralElement)
    else { return }
    steps.append(Step(.simplification, Self.start(shorter, variable)))
  }

  /// In each line one rule, for each derivative that it fits.
  private mutating func applyRules() throws(ScalarFailure) {
    var application = RuleApplication(variable: variable)
    var line = lines[lines.count - 1]
    var pending = line.meanings.compactMap { name, meaning -> (name: String, of: Expression)? in
      if case .derivative(let inner) = meaning { (name, inner) } else { nil }
    }
    while let first = pending.first {
      guard steps.count < Self.mostSteps else {
        throw ScalarFailure.limit("its derivation takes more than \(Self.mostSteps) lines")
      }
      let lead = try application.apply(to: first.of)
      var replacements = [first.name: lead.result]
      var added = application.takePending()
      var rest: [(name: String, of: Expression)] = []
      for other in pending.dropFirst() {
        let applied = try application.apply(to: other.of)
        let left = application.takePending()
        if applied.rule == lead.rule, applied.isChained == lead.isChained {
          replacements[other.name] = applied.result
          added += left
        } else {
          rest.append(other)
        }
      }
      let meanings = added.map { ($0.name, DerivationLine.Meaning.derivative(of: $0.of)) }
      line = try line.replacing(
        replacements, adding: Dictionary(meanings, uniquingKeysWith: { $1 }))
      steps.append(Step(lead.rule, isChained: lead.isChained, line))
      pending = rest + added
    }
  }

  private mutating func simplify() {
    let raw = lines[lines.count - 1].expression
    let simple = raw.simplified()
    guard simple.description != raw.description else { return }
    steps.append(Step(.simplification, DerivationLine(simple)))
  }
}

extension Expression {
  /// 0 + x, 1·x, x/1, x¹
  fileprivate var hasNeutralElement: Bool {
    switch node {
    case .add(let x, let y): x.number?.isZero == true || y.number?.isZero == true
    case .subtract(_, let y): y.number?.isZero == true
    case .multiply(let x, let y): x.number?.isOne == true || y.number?.isOne == true
    case .divide(_, let y), .power(_, let y): y.number?.isOne == true
    case .number, .pi, .variable, .defined, .negate, .apply, .applyBinary, .restricted: false
    }
  }

  /// How often a variable is written; Int.max where that is not worth counting.
  fileprivate func occurrences(of variable: String) -> Int {
    guard treeSize < 10_000 else { return Int.max }
    if case .variable(variable) = node { return 1 }
    return node.children.reduce(0) { $0 + $1.occurrences(of: variable) }
  }
}
