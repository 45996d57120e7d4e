extension Proof {
  /// Whether f takes only the given signs on the domain: `.positive`, `.nonnegative`, …
  ///
  /// A bound f ≤ c is the claim that c − f is not negative.
  public static func sign(
    of f: Expression, is claim: SignSet, on domain: Domain = .reals
  ) -> ProofOutcome {
    sign(of: f, is: claim, on: domain, depth: slopeDepth, settling: true)
  }

  /// How many slopes are taken for a sign.
  static let slopeDepth = 3

  /// - Parameter depth: how many slopes may be taken.
  static func sign(
    of f: Expression, is claim: SignSet, on domain: Domain, depth: Int, settling: Bool = false
  ) -> ProofOutcome {
    let outcome = attempt(on: domain, of: [f], deciding: f, settling: settling) {
      forms throws(NormalFormFailure) in
      let form = try forms.form(of: f)
      return try forms.sign(of: form, is: claim)
    }
    if case .unknown = outcome {
      let bySlope = signBySlope(of: f, is: claim, on: domain, depth: depth)
      if bySlope.isProved { return bySlope }
    }
    return outcome.certified(
      by: .claim("sign", on: domain, [.init("function", f), .init("signs", claim)]))
  }

  /// Whether f is strictly increasing (or decreasing) in the variable on the domain.
  ///
  /// It is where it is continuous and its derivative has the right sign inside, but for finitely many
  /// zeros. Functions that jump have no symbolic derivative and are never proved.
  public static func monotone(
    _ f: Expression, increasing: Bool, in variable: String, on domain: Domain = .reals
  ) -> ProofOutcome {
    let whole = defined(f, on: domain, settling: true)
    guard whole.isProved else { return whole }
    let slope: Expression
    do {
      slope = try f.derivative(withRespectTo: variable)
    } catch {
      return .unknown(error.reason)
    }
    let strict: SignSet = increasing ? .positive : .negative
    var inside = domain
    inside[variable] = domain[variable].interior
    return attempt(on: inside, of: [f, slope], deciding: slope, settling: true) {
      forms throws(NormalFormFailure) in
      let form = try forms.form(of: slope)
      let isIsolated = try forms.isPolynomialInOneInfinitude(form.numerator)
      let outcome = try forms.sign(of: form, is: isIsolated ? strict.union(.zero) : strict)
      guard case .refuted = outcome else { return outcome }
      return .refuted("its slope has the wrong sign somewhere")
    }.certified(
      by: .claim(
        "monotone", on: domain,
        [
          .init("function", f), .init("variable", .text(variable)),
          .init("direction", .number(increasing ? 1 : -1)), .init("defined", whole.demonstration),
        ]))
  }
}

extension NormalForms {
  mutating func sign(
    of form: RationalFunction, is claim: SignSet
  ) throws(NormalFormFailure) -> ProofOutcome {
    // From here on: how the sign itself is found, not those of side conditions.
    signMemo = [:]
    usesSturm = false
    let signs = try signs(of: form)
    if signs.isSubset(of: claim) {
      let method = usesSturm ? Proof.Method.sturm : .coefficients
      return .proved(Demonstration(method))
    }
    if signs.isDisjoint(with: claim) { return .refuted("it has the opposite sign everywhere") }
    if let exact = try exactSigns(of: form), !exact.isSubset(of: claim) {
      return .refuted("it is \(Self.describe(exact.subtracting(claim))) somewhere")
    }
    return .unknown("its sign is not decided")
  }

  private static func describe(_ signs: SignSet) -> String {
    var words: [String] = []
    if signs.contains(.negative) { words.append("negative") }
    if signs.contains(.zero) { words.append("0") }
    if signs.contains(.positive) { words.append("positive") }
    return words.joined(separator: " or ")
  }

  /// The signs that are taken, where the function is one of a single quantity whose range is exactly
  /// known.
  private mutating func exactSigns(
    of form: RationalFunction
  ) throws(NormalFormFailure) -> SignSet? {
    var whole = form.numerator
    // p/q has the signs of p·q, and q is not 0.
    for factor in form.denominator where factor.power % 2 == 1 {
      whole = try product(whole, factor.polynomial)
    }
    var positive = Monomial.one
    for factor in whole.monomialContent.factors
    where generators[factor.generator].signs == .positive {
      positive = positive * Monomial(factor.generator, factor.exponent)
    }
    let rest = whole.multiplied(by: positive.raised(to: -1))
    guard let (generator, step, polynomial) = rest.univariate(maximalDegree: Self.largestDegree)
    else { return nil }
    let range = try range(of: generator, root: step)
    guard isExact(generator, root: step, range: range) else { return nil }
    return polynomial.signs(on: range)
  }
}
