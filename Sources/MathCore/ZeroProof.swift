extension Proof {
  /// Whether f is 0 at the given points of the domain and at no other.
  ///
  /// - Parameter points: constant expressions, in any order.
  public static func zeros(
    of f: Expression, areAt points: [Expression], in variable: String, on domain: Domain = .reals
  ) -> ProofOutcome {
    var places: [Certificate] = []
    var zeros: [Certificate] = []
    for (index, point) in points.enumerated() {
      let outcome = isZero(f, at: point, variable: variable, domain: domain)
      guard case .proved(let zero) = outcome else { return outcome }
      zeros += zero.certificates
      for other in points.prefix(index) where !isDifferent(point, other) {
        return .unknown("\(point) and \(other) are not proved to be different")
      }
      guard let place = Certificate.expression(point) else {
        return .unknown("a number in it cannot be written down")
      }
      places.append(place)
    }
    let outcome = zeroCount(
      of: f, is: points.count, includesGiven: true, in: variable, on: domain)
    if case .unknown = outcome, points.count == 1 {
      // A monotone function has no other zero.
      let monotone = [true, false].lazy.map {
        Proof.monotone(f, increasing: $0, in: variable, on: domain)
      }
      if case .proved(let proof)? = monotone.first(where: \.isProved) {
        return .proved(proof.with(certificates: proof.certificates + zeros))
      }
    }
    return outcome.certified(
      by: .claim(
        "zeros", on: domain,
        [
          .init("function", f), .init("variable", .text(variable)), .init("points", .list(places)),
        ]))
  }

  /// Whether f has exactly so many zeros on the domain.
  public static func zeroCount(
    of f: Expression, is count: Int, in variable: String, on domain: Domain = .reals
  ) -> ProofOutcome {
    zeroCount(of: f, is: count, includesGiven: false, in: variable, on: domain)
      .certified(
        by: .claim(
          "zeros", on: domain,
          [
            .init("function", f), .init("variable", .text(variable)),
            .init("count", .number(count)),
          ]))
  }

  /// - Parameter includesGiven: `count` zeros are known already, so an upper bound suffices.
  private static func zeroCount(
    of f: Expression, is count: Int, includesGiven: Bool, in variable: String, on domain: Domain
  ) -> ProofOutcome {
    // Zeros at a corner would count on both sides of it.
    attempt(on: domain, of: [f], deciding: f, splits: 0, settling: true) {
      forms throws(NormalFormFailure) in
      let form = try forms.form(of: f)
      guard let found = try forms.zeroCount(of: form.numerator) else {
        return .unknown("its zeros are not counted: it is no polynomial in one quantity")
      }
      if found.count == count, found.isExact || includesGiven || count == 0 {
        return .proved(Demonstration(.sturm))
      }
      if found.isExact { return .refuted("it has \(found.count) zeros, not \(count)") }
      if found.count < count { return .refuted("it has at most \(found.count) zeros") }
      return .unknown("its zeros near the ends of the domain are not told apart")
    }
  }

  private static func isZero(
    _ f: Expression, at point: Expression, variable: String, domain: Domain
  ) -> ProofOutcome {
    guard point.variables.isEmpty else { return .unknown("\(point) is no constant") }
    if let value = point.number, !domain[variable].contains(value) {
      return .refuted("\(point) is outside of the domain")
    }
    guard point.number != nil || isInside(point, domain[variable]),
      let value = try? f.replacing(variable, with: point)
    else { return .unknown("\(point) is not proved to be in the domain") }
    let outcome = equal(value, .zero, on: domain)
    if case .refuted = outcome { return .refuted("it is not 0 at \(point)") }
    return outcome
  }

  private static func isInside(_ point: Expression, _ interval: RationalInterval) -> Bool {
    let bounds = [(interval.lower, 1), (interval.upper, -1)]
    return bounds.allSatisfy { end, sign in
      guard let end else { return true }
      guard let distance = try? point - Expression(end.value) else { return false }
      return distance.enclosedSign == sign
    }
  }

  private static func isDifferent(_ a: Expression, _ b: Expression) -> Bool {
    if let a = a.number, let b = b.number { return a != b }
    guard let sign = (try? a - b)?.enclosedSign else { return false }
    return sign != 0
  }
}

extension NormalForms {
  /// How many points of the domain make the polynomial 0, or at most make it 0.
  fileprivate mutating func zeroCount(
    of polynomial: Polynomial
  ) throws(NormalFormFailure) -> (count: Int, isExact: Bool)? {
    if let constant = polynomial.constant { return constant.isZero ? nil : (0, true) }
    if try !signs(of: polynomial).contains(.zero) { return (0, true) }
    let content = polynomial.monomialContent
    guard !signs(of: content).contains(.zero) || content.factors.count <= 1 else { return nil }
    // Whole powers are all that matters for zeros; a zero of the content is one of x = 0.
    let hasOwnZero = signs(of: content).contains(.zero)
    let rest = polynomial.multiplied(by: content.raised(to: -1))
    let whole = hasOwnZero ? rest.multiplied(by: Monomial(content.factors[0].generator)) : rest
    guard try isPolynomialInOneInfinitude(whole),
      let (generator, step, univariate) = whole.univariate(maximalDegree: Self.largestDegree),
      let sturm = SturmSequence(univariate)
    else { return nil }
    let range = try range(of: generator, root: step)
    return (
      sturm.rootCount(in: range), isExact(generator, root: step, range: range)
    )
  }
}
