import MathCore
import SwiftEval

/// What all checks have in common: the functions, their variables, the domain, and how a verdict
/// becomes what the page shows.
struct Claim {
  let call: RecordCall
  let context: CellContext
  let text: CallText
  let functions: [ClaimFunction]
  let variables: [String]
  private(set) var domains: [ClaimDomain]

  /// - Parameter labels: under which the functions stand in the call; nil: all without a label.
  init(
    _ call: RecordCall, functions values: [FunctionValue], labels: [String]?, _ context: CellContext
  ) {
    self.call = call
    self.context = context
    text = CallText(call.record)
    let written: [CallText.Argument?]
    if let labels {
      let text = text
      written = labels.map { label in text.labelled(label).first }
    } else {
      // The caption comes before them.
      let plain = text.arguments.prefix { $0.label != "over" }.filter { $0.label == nil }
      written = Array(plain.dropFirst(call.text("caption") == nil ? 0 : 1))
    }
    let definitions = values.map { context.evaluator.definition(of: $0) }
    let count =
      call["second"] != nil ? 2 : definitions.lazy.compactMap { $0?.parameters.count }.first ?? 1
    let own = definitions.compactMap { definition -> [String]? in
      definition.map { FunctionFormula($0).parameters }
    }
    let standard = count == 1 ? ["x"] : ["x", "y"]
    let variables =
      own.first { $0.count == count && !$0.contains { $0.hasPrefix("$") } } ?? standard
    self.variables = variables
    functions = values.enumerated().map { index, value in
      ClaimFunction(
        value: value, argument: written.indices.contains(index) ? written[index] : nil,
        variables: variables, context: context)
    }
    domains = Self.domains(call, text, count: count, context)
    let made = functions
    if count == 1 {
      domains[0].leaveOut { end in made.contains { $0.checked([end]) == nil } }
    }
  }

  private static func domains(
    _ call: RecordCall, _ text: CallText, count: Int, _ context: CellContext
  ) -> [ClaimDomain] {
    let start = text.arguments.firstIndex { $0.label == "over" }
    let names = count == 1 ? ["domain"] : ["first", "second"]
    return names.enumerated().map { index, name in
      guard let value = call[name] else { return .reals }
      let written = start.flatMap { start in
        text.arguments.indices.contains(start + index) ? text.arguments[start + index].text : nil
      }
      return ClaimDomain(
        value, text: written, context: context, file: call.record.excerpt.file) ?? .reals
    }
  }
}

extension Claim {
  /// The whole domain, for proofs.
  var domain: Domain {
    Domain(Dictionary(zip(variables, domains.map(\.interval)), uniquingKeysWith: { a, _ in a }))
  }

  /// Proofs are about the domain itself, so that their refutations count.
  var isExact: Bool { domains.allSatisfy(\.isExact) }

  /// "all real x"; empty where the claim is about numbers only.
  var domainText: String {
    if isAboutNumbers { return "" }
    if domains.count > 1, domains.allSatisfy({ $0.search == .reals }) {
      return "all real \(variables.joined(separator: " and "))"
    }
    return zip(variables, domains).map { $1.description(of: $0) }.joined(separator: ", ")
  }

  /// No value depends on a variable.
  private var isAboutNumbers: Bool {
    functions.allSatisfy { function in
      guard let paths = function.paths, paths.count == 1 else { return false }
      return paths[0].value.variables.isEmpty
    }
  }

  /// A search that looks closely at where the functions change their formula.
  var sampling: SampledVerdict {
    SampledVerdict(
      domains: domains.map(\.search), variables: variables,
      corners: JoinedPieces(self)?.joints.map(\.double) ?? [])
  }

  /// For each way through all of the functions: their values, and where on the domain that way is
  /// taken; nil where a function cannot be followed, or a way is not taken on an interval.
  func pieces() -> [(values: [Expression], domain: Domain)]? {
    var pieces: [(values: [Expression], domain: Domain)] = [([], domain)]
    for function in functions {
      guard let paths = function.paths else { return nil }
      var next: [(values: [Expression], domain: Domain)] = []
      for piece in pieces {
        for path in paths {
          guard let domain = piece.domain.restricted(by: path.conditions) else { return nil }
          if !domain.isEmpty { next.append((piece.values + [path.value], domain)) }
        }
      }
      guard next.count <= 64 else { return nil }
      pieces = next
    }
    return pieces
  }

  /// What proofs of every piece come to together.
  func proof(
    _ prove: (_ values: [Expression], _ domain: Domain) -> ProofOutcome
  ) -> ProofOutcome {
    guard let pieces = pieces(), !pieces.isEmpty else {
      return .unknown("the function has no formula")
    }
    var whole: Demonstration?
    for piece in pieces {
      switch prove(piece.values, piece.domain) {
      case .proved(let part): whole = whole?.and(part) ?? part
      case .refuted(let reason): return isExact ? .refuted(reason) : .unknown(reason)
      case .unknown(let reason): return .unknown(reason)
      }
    }
    guard let whole else { return .unknown("the function has no formula") }
    return .proved(whole)
  }

  /// A proof's verdict, else what the search says.
  ///
  /// A proof that the claim is false looks for a counterexample to show.
  ///
  /// - Parameter isEverywhere: the claim is false where a function is undefined.
  func verdict(
    _ outcome: ProofOutcome, isEverywhere: Bool = true, else search: () -> Verdict?
  ) -> Verdict? {
    switch outcome {
    case .proved(let demonstration):
      let conditions = demonstration.sideConditions
      let shown = conditions.prefix(3).joined(separator: "; ")
      return Verdict(
        strength: .proved, method: demonstration.method, domain: domainText,
        detail: conditions.isEmpty ? nil : "proved on the way: \(shown)",
        certificates: demonstration.certificates)
    case .refuted(let reason):
      let found = search()
      let detail = found?.strength == .refuted ? found?.detail ?? reason : reason
      return Verdict(
        strength: .refuted, method: "algebra", domain: domainText, detail: detail)
    case .unknown:
      var found = search()
      if isEverywhere, found?.strength != .refuted, let place = undefinedPoint() {
        found = Verdict(
          strength: .refuted, method: "counterexample", domain: "",
          detail: "undefined at \(place)")
      }
      found?.domain = domainText
      return found
    }
  }

  /// Whether `claim` is false at a point, in exact arithmetic: `difference` has the given signs there.
  func confirmation(
    of difference: @escaping (_ values: [Expression]) -> Expression?,
    isFalse: @escaping (_ sign: Int) -> Bool
  ) -> ([Double]) -> Bool? {
    guard let pieces = pieces(), pieces.count == 1, let expression = difference(pieces[0].values)
    else { return { _ in nil } }
    let variables = variables
    return { point in
      var value = expression
      for (variable, x) in zip(variables, point) {
        guard let exact = Rational(exactly: x),
          let next = try? value.replacing(variable, with: Expression(exact))
        else { return nil }
        value = next
      }
      guard let enclosure = ConstantEnclosure(value) else { return nil }
      return enclosure.sign.map(isFalse) ?? false
    }
  }
}
