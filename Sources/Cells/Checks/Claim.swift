import MathCore
import SwiftEval

/// What all checks have in common: the functions, their variables, and the domain.
struct Claim {
  let call: RecordCall
  let context: CellContext
  let text: CallText
  let functions: [ClaimFunction]
  let variables: [String]
  /// The ways through all of the functions; nil where one of them cannot be followed.
  let pieces: [ClaimPiece]?
  private(set) var domains: [ClaimDomain]

  /// - Parameter labels: under which the functions stand in the call; nil: all without a label.
  init(
    _ call: RecordCall, functions values: [FunctionValue], labels: [String]?, _ context: CellContext
  ) {
    self.call = call
    self.context = context
    text = CallText(call.record)
    let written = Self.arguments(text, labels, hasCaption: call.text("caption") != nil)
    let variables = Self.variables(of: values, call, context)
    self.variables = variables
    functions = values.enumerated().map { index, value in
      ClaimFunction(
        value: value, argument: written.indices.contains(index) ? written[index] : nil,
        variables: variables, context: context)
    }
    domains = Self.domains(call, text, count: variables.count)
    pieces = ClaimPiece.joint(functions)
    leaveOutUndefinedEnds()
  }

  private static func arguments(
    _ text: CallText, _ labels: [String]?, hasCaption: Bool
  ) -> [CallText.Argument?] {
    if let labels { return labels.map { text.labelled($0).first } }
    let plain = text.arguments.prefix { $0.label != "over" }.filter { $0.label == nil }
    // The caption comes before them.
    return Array(plain.dropFirst(hasCaption ? 1 : 0))
  }

  /// The author's names for the parameters, of the first function that has any.
  private static func variables(
    of values: [FunctionValue], _ call: RecordCall, _ context: CellContext
  ) -> [String] {
    let definitions = values.map { context.evaluator.definition(of: $0) }
    let count =
      call["second"] != nil ? 2 : definitions.lazy.compactMap { $0?.parameters.count }.first ?? 1
    let own = definitions.compactMap { definition -> [String]? in
      definition.map { FunctionFormula($0).parameters }
    }
    return own.first { $0.count == count && !$0.contains { $0.hasPrefix("$") } }
      ?? (count == 1 ? ["x"] : ["x", "y"])
  }

  private static func domains(
    _ call: RecordCall, _ text: CallText, count: Int
  ) -> [ClaimDomain] {
    (count == 1 ? ["domain"] : ["first", "second"]).map { name in
      call[name].flatMap { ClaimDomain($0, in: text) } ?? .reals
    }
  }

  private mutating func leaveOutUndefinedEnds() {
    let whole = self
    for axis in domains.indices {
      domains[axis].leaveOut { whole.isUndefined(where: axis, is: $0) }
    }
  }

  /// Whether a function has no value where one of its variables has this one, whatever the other is.
  private func isUndefined(where axis: Int, is end: Expression) -> Bool {
    if variables.count == 1 { return values.outcome(at: [end]).isUndefined }
    guard let pieces, pieces.count == 1 else { return false }
    return pieces[0].values.contains {
      $0.value(at: [(variables[axis], end)])?.isCertainlyUndefined ?? false
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

  /// For the verdict; nil where the claim is about numbers only.
  var verdictDomain: VerdictDomain? {
    if isAboutNumbers { return nil }
    if domains.allSatisfy({ $0.search == .reals }) { return VerdictDomain([.reals(variables)]) }
    let omitted = zip(variables, domains).flatMap { variable, domain in
      domain.omittedEnds.map { variables.count == 1 ? $0 : "\(variable) = \($0)" }
    }
    return VerdictDomain(zip(variables, domains).map { $1.part(of: $0) }, omitted: omitted)
  }

  /// Of all functions at single points.
  var values: PointValues { PointValues(functions: functions.map(\.value), context: context) }

  /// No value depends on a variable.
  private var isAboutNumbers: Bool {
    guard let pieces, pieces.count == 1 else { return false }
    return pieces[0].values.allSatisfy(\.variables.isEmpty)
  }

  /// A search that looks closely at where the functions change their formula.
  var sampling: SampledVerdict { SampledVerdict(self) }

  /// The difference that the author allows, if any.
  var tolerance: Tolerance? {
    ExactNumber(call["tolerance"]).flatMap { Tolerance($0) }
  }
}
