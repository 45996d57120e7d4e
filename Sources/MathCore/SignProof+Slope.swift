extension Proof {
  /// The sign of a function of one variable from its value at a point and the sign of its slope from
  /// there on: f(c) ≥ 0 and f′ ≥ 0 beyond c give f ≥ 0 there.
  ///
  /// The point is a finite end of the domain, or 0 inside of it. The slope's sign may need its own
  /// slope in turn.
  ///
  /// - Parameter depth: how many slopes may be taken.
  static func signBySlope(
    of f: Expression, is claim: SignSet, on domain: Domain, depth: Int
  ) -> ProofOutcome {
    let unknown = ProofOutcome.unknown("its sign is not decided")
    guard depth > 0, f.variables.count == 1, !f.hasJumps else { return unknown }
    let variable = f.variables[0]
    let interval = domain[variable]
    guard let isPositive = claim.direction, interval.sample != interval.lower?.value else {
      return unknown
    }
    let halves = domain.split(at: .zero, in: variable)
    let isBounded = interval.lower != nil || interval.upper != nil
    // From an end of the whole where there is one, else from 0; a function as it is given also from
    // both ends, up to 0.
    var attempts = isBounded ? [[domain]] : [halves]
    if isBounded, depth == slopeDepth, interval.contains(.zero) { attempts.append(halves) }
    for sides in attempts {
      var parts: [Demonstration] = []
      for side in sides {
        guard
          case .proved(let part) = signFromEnd(
            of: f, is: claim, isPositive: isPositive, variable, side[variable], depth: depth)
        else { break }
        parts.append(part)
      }
      guard parts.count == sides.count else { continue }
      let whole = parts.reduce(Demonstration(.slope)) { $0.and($1) }
      let proof =
        parts.count == 1 ? parts[0].proof : .split(variable, at: .zero, parts.map(\.proof))
      return ProofOutcome.proved(whole.with(proof: proof))
        .certified(
          by: .claim("sign", on: domain, [.init("function", f), .init("signs", claim)]))
    }
    return unknown
  }

  /// On an interval with a finite end, from the one or the other.
  private static func signFromEnd(
    of f: Expression, is claim: SignSet, isPositive: Bool, _ variable: String,
    _ interval: RationalInterval, depth: Int
  ) -> ProofOutcome {
    let isStrict = !claim.contains(.zero)
    for (end, direction) in [(interval.lower, 1), (interval.upper, -1)] {
      guard let end else { continue }
      let closed = interval.including(end.value)
      let defined = defined(f, on: Domain([variable: closed]))
      guard defined.isProved,
        let start = try? f.replacing(variable, with: Expression(end.value)),
        let slope = try? f.derivative(withRespectTo: variable).simplified()
      else { continue }
      let wanted: SignSet = isPositive ? .positive : .negative
      // From 0 on the slope has to lead away from it, and the end may not belong to the domain.
      let isAbove = start.certainSign == (isPositive ? 1 : -1)
      guard isAbove || start.certainSign == 0 && !(isStrict && end.isClosed) else { continue }
      let outward = isStrict && !isAbove ? wanted : wanted.union(.zero)
      let signs = direction > 0 ? outward : outward.negated
      guard !hasOtherSign(slope, than: signs, variable, on: interval) else { continue }
      let inside = Domain([variable: interval.interior])
      guard
        case .proved(let inner) = sign(of: slope, is: signs, on: inside, depth: depth - 1),
        case .proved(let outer) = defined
      else { continue }
      return .proved(
        outer.with(
          proof: .object([
            .init("from", .rational(end.value)), .init("signs", signs), .init("slope", inner),
            .init("defined", outer),
          ])))
    }
    return .unknown("its sign is not decided")
  }

  /// Whether an enclosure at one of a few points shows a sign that is not among the claimed ones: most
  /// slopes that do not help are told so, before their algebra is tried.
  private static func hasOtherSign(
    _ f: Expression, than claim: SignSet, _ variable: String, on interval: RationalInterval
  ) -> Bool {
    let tape = ExpressionTape([f], variables: [variable])
    return interval.spread.contains { point in
      let value = tape.values(at: [DoubleInterval(exactly: point, precision: 53)], precision: 53)[0]
      guard value.isDefined, let sign = value.sign else { return false }
      return claim.isDisjoint(with: SignSet(of: Rational(sign)))
    }
  }
}

extension SignSet {
  /// Whether positive (true) or negative numbers are among the signs; nil for both or neither.
  fileprivate var direction: Bool? {
    contains(.positive) == contains(.negative) ? nil : contains(.positive)
  }
}

extension RationalInterval {
  /// Points inside of an interval with an end: near it, and far from it.
  fileprivate var spread: [Rational] {
    let shares = [1, 4, 8, 12, 15].compactMap { Rational($0, over: 16) }
    let distances: [Rational] = [.half, 1, 3, 8, 20]
    switch (lower?.value, upper?.value) {
    case (let low?, let high?): return shares.map { low + (high - low) * $0 }
    case (let low?, nil): return distances.map { low + $0 }
    case (nil, let high?): return distances.map { high - $0 }
    case (nil, nil): return [.zero]
    }
  }

  /// With an end of it.
  fileprivate func including(_ point: Rational) -> RationalInterval {
    func closed(_ end: End?) -> End? {
      end.map { $0.value == point ? End(point, isClosed: true) : $0 }
    }
    return RationalInterval(lower: closed(lower), upper: closed(upper))
  }
}
