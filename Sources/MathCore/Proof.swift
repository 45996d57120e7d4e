/// What became of a claim about real functions.
public enum ProofOutcome: Hashable, Sendable {
  case proved(Demonstration)
  /// The claim is false on the domain, and why.
  case refuted(String)
  /// Neither was found out: a bound was reached, a side condition is not proved, or the functions
  /// are outside of what is decided here.
  case unknown(String)

  public var isProved: Bool { if case .proved = self { true } else { false } }
  public var isRefuted: Bool { if case .refuted = self { true } else { false } }
}

/// Proofs of claims about real functions by exact algebra.
///
/// A proof holds for every point of the domain, and that both sides are defined there is a part of
/// it: x/x = 1 is not proved on a domain that holds 0. Bounds are counts, so an outcome does not
/// depend on the machine.
public enum Proof {}

extension Proof {
  /// Whether f has a real value on the whole domain.
  public static func defined(
    _ f: Expression, on domain: Domain = .reals, settling: Bool = false
  ) -> ProofOutcome {
    attempt(on: domain, of: [f], settling: settling) { forms throws(NormalFormFailure) in
      _ = try forms.form(of: f)
      return .proved(Demonstration(.normalForm))
    }.certified(
      by: .claim("sign", on: domain, [.init("function", f), .init("signs", SignSet.any)]))
  }

  /// Whether f = g on the whole domain; of constants also where the equations say so that define the
  /// numbers in them.
  public static func equal(
    _ f: Expression, _ g: Expression, on domain: Domain = .reals
  ) -> ProofOutcome {
    let sides: [Certificate.Field?] = [.init("left", f), .init("right", g)]
    let outcome = attempt(on: domain, of: [f, g], settling: true) {
      forms throws(NormalFormFailure) in
      let left = try forms.form(of: f)
      let right = try forms.form(of: g)
      return try forms.compare(left, right)
    }
    if case .unknown = outcome, let difference = try? f.minus(g), difference.isZeroByDefinition {
      return .proved(Demonstration(.definition))
        .certified(by: .claim("definition", on: domain, sides))
    }
    return outcome.certified(by: .claim("equal", on: domain, sides))
  }

  /// Whether f is differentiable on the whole domain, and g is its derivative.
  public static func derivative(
    of f: Expression, is g: Expression, withRespectTo variable: String, on domain: Domain = .reals
  ) -> ProofOutcome {
    let slope: Expression
    do {
      slope = try f.derivative(withRespectTo: variable)
    } catch {
      return .unknown(error.reason)
    }
    return attempt(on: domain, of: [f, slope, g], settling: true) {
      forms throws(NormalFormFailure) in
      _ = try forms.form(of: f)
      let left = try forms.form(of: slope)
      let right = try forms.form(of: g)
      return try forms.compare(left, right)
    }.certified(
      by: .claim(
        "derivative", on: domain,
        [.init("function", f), .init("slope", g), .init("variable", .text(variable))]))
  }

  /// What a proof rests on; the raw value is its name in English.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    case normalForm = "normal form"
    case definition = "definition of the numbers in it"
    case sturm = "Sturm sequence"
    case coefficients = "polynomial with coefficients of one sign"
    case slope = "sign of the slope"
    case meanValue = "mean value theorem"
    case fundamentalTheorem = "fundamental theorem of calculus"
    case seriesExpansion = "series expansion"
    case intervalEnclosure = "interval enclosure"
  }

  /// Runs a proof, on both sides of a corner of an absolute value where it does not succeed at once.
  ///
  /// - Parameters:
  ///   - functions: those that must be defined.
  ///   - decided: the one whose signs matter.
  ///   - splits: how often the domain may be split; the claim must be one that holds on the
  ///     whole where it holds on two closed parts.
  ///   - settling: whether side conditions that normal forms do not prove are worth a search: not in a
  ///     search.
  static func attempt(
    on domain: Domain, of functions: [Expression] = [], deciding decided: Expression? = nil,
    splits: Int = 3, settling: Bool = false,
    _ proof: (inout NormalForms) throws(NormalFormFailure) -> ProofOutcome
  ) -> ProofOutcome {
    guard !domain.isEmpty else { return .unknown("the domain is empty") }
    var corner: NormalForms.Corner?
    let outcome = attempt(
      on: domain, of: functions, deciding: decided, settling: settling, corner: &corner, proof)
    guard case .unknown = outcome, splits > 0, let corner else { return outcome }
    var parts: [Demonstration] = []
    for part in domain.split(at: corner.point, in: corner.variable) {
      switch attempt(
        on: part, of: functions, deciding: decided, splits: splits - 1, settling: settling, proof)
      {
      case .proved(let demonstration): parts.append(demonstration)
      case .refuted(let reason): return .refuted(reason)
      case .unknown: return outcome
      }
    }
    guard let first = parts.first else { return outcome }
    let split = Certificate.split(corner.variable, at: corner.point, parts.map(\.proof))
    return .proved(parts.dropFirst().reduce(first) { $0.and($1) }.with(proof: split))
  }

  /// Runs a proof, again with finer angles where it asks for them; what it assumed must be proved.
  private static func attempt(
    on domain: Domain, of functions: [Expression], deciding decided: Expression?,
    settling: Bool, corner: inout NormalForms.Corner?,
    _ proof: (inout NormalForms) throws(NormalFormFailure) -> ProofOutcome
  ) -> ProofOutcome {
    let shifts = Expression.shifts(in: functions + (decided.map { [$0] } ?? []))
    var angleParts: [String: Int] = [:]
    for _ in 0..<8 {
      var forms = NormalForms(domain: domain, shifts: shifts, angleParts: angleParts)
      defer { corner = forms.corner }
      do {
        let outcome = try proof(&forms)
        if settling, outcome.isProved { forms.settleConditions() }
        if let condition = forms.unproved.first {
          return .unknown("it is not proved that \(condition) on the whole domain")
        }
        guard case .proved(var demonstration) = outcome else { return outcome }
        demonstration = demonstration.with(sideConditions: forms.proved)
        for condition in forms.proved {
          guard let part = forms.settled[condition] else { continue }
          demonstration = demonstration.and(part.with(certificates: []))
        }
        let evidence = forms.evidence(
          that: functions, areDefinedAndSignsOf: decided, settling: settling)
        return .proved(demonstration.with(proof: evidence))
      } catch {
        switch error {
        case .finerAngles: angleParts = forms.angleParts
        case .budget(let limit): return .unknown("the limit of algebra: \(limit)")
        case .undefined(let reason): return .unknown("it is undefined: \(reason)")
        }
      }
    }
    return .unknown("the limit of algebra: too many different angles")
  }
}

extension NormalForms {
  mutating func compare(
    _ left: RationalFunction, _ right: RationalFunction
  ) throws(NormalFormFailure) -> ProofOutcome {
    let difference = try add(left, right.negated)
    let proved = ProofOutcome.proved(Demonstration(.normalForm))
    if difference.numerator.isZero { return proved }
    if let constant = difference.constant {
      return .refuted("the two sides differ by \(constant)")
    }
    let signs = try signs(of: difference)
    if signs == .zero { return proved }
    if !signs.contains(.zero) { return .refuted("the two sides are nowhere equal") }
    if let exponential = try signsByExponential(difference.numerator), exponential == .zero {
      return proved
    }
    if try isPolynomialInOneInfinitude(difference.numerator) {
      return .refuted("the two sides are equal at no more than finitely many points")
    }
    return .unknown("the normal forms of the two sides differ")
  }

  /// Whether a polynomial that is not 0 has finitely many zeros on the domain for sure: it is one in
  /// a single quantity that takes each of infinitely many values once.
  func isPolynomialInOneInfinitude(_ polynomial: Polynomial) throws(NormalFormFailure) -> Bool {
    let generators = polynomial.generators
    guard generators.count == 1, let only = generators.first else { return false }
    switch self.generators[only].kind {
    case .variable: return true
    case .exponential(let term): return isVariable(term)
    case .pi, .defined, .sine, .cosine, .root, .cubeRoot, .absolute, .logarithm, .function,
      .binaryFunction:
      return false
    }
  }

  func isVariable(_ term: RationalFunction) -> Bool { variable(term) != nil }

  /// The name of the variable that the term is; nil where it is something else.
  func variable(_ term: RationalFunction) -> String? {
    guard term.denominator.isEmpty, let factors = term.numerator.terms.first?.monomial.factors,
      factors.count == 1, factors[0].exponent.isOne,
      case .variable(let name) = generators[factors[0].generator].kind, shifts[name] == nil
    else { return nil }
    return name
  }
}

extension ScalarFailure {
  /// In words, for a reader of the page.
  public var reason: String {
    switch self {
    case .notDifferentiable(let function, _): "\(function) is not differentiable there"
    case .undecided, .branchPoint: "a comparison could not be decided"
    case .undecidedValue(let text): "a question about \(text) could not be decided"
    case .undefined(let text): "\(text) is undefined"
    case .readingsPart: "the real number and what Swift computes lead to different runs"
    case .withoutFormula: "what asComputed gives has no formula"
    case .limit(let text): text
    }
  }
}
