extension Proof {
  /// The sign of a function of one variable from its value at a point and the sign of its slope from
  /// there on: f(c) ≥ 0 and f′ ≥ 0 beyond c give f ≥ 0 there.
  ///
  /// The point is a finite end of the domain, or 0 inside of it. The slope's sign may need its own
  /// slope in turn, `depth` times.
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
    let sides: [Domain]
    if interval.lower != nil || interval.upper != nil {
      sides = [domain]
    } else {
      sides = domain.split(at: .zero, in: variable)
    }
    var whole = Demonstration(Method.slope)
    for side in sides {
      guard
        case .proved(let part) = signFromEnd(
          of: f, isPositive: isPositive, isStrict: !claim.contains(.zero), variable, side[variable],
          depth: depth)
      else { return unknown }
      whole = whole.and(part)
    }
    return .proved(whole)
  }

  /// On an interval with a finite end, from the one or the other.
  private static func signFromEnd(
    of f: Expression, isPositive: Bool, isStrict: Bool, _ variable: String,
    _ interval: RationalInterval, depth: Int
  ) -> ProofOutcome {
    for (end, direction) in [(interval.lower, 1), (interval.upper, -1)] {
      guard let end else { continue }
      let closed = interval.including(end.value)
      let defined = defined(f, on: Domain([variable: closed]))
      guard defined.isProved,
        let start = try? f.replacing(variable, with: Expression(end.value)),
        let slope = try? f.derivative(withRespectTo: variable).simplified(),
        let outward = direction > 0 ? slope : try? slope.negated()
      else { continue }
      let wanted: SignSet = isPositive ? .positive : .negative
      let above = sign(of: start, is: wanted)
      let isAbove = above.isProved
      // From 0 on the slope has to lead away from it, and the end may not belong to the domain.
      let there = isAbove ? above : equal(start, .zero)
      guard isAbove || (!(isStrict && end.isClosed) && there.isProved) else { continue }
      let slopes = isStrict && !isAbove ? wanted : wanted.union(.zero)
      let outcome = sign(
        of: outward, is: slopes, on: Domain([variable: interval.interior]), depth: depth - 1)
      let isSlope = derivative(
        of: f, is: slope, withRespectTo: variable, on: Domain([variable: interval.interior]))
      let parts = [defined, there, isSlope, outcome].compactMap(\.demonstration)
      if parts.count == 4 { return .proved(parts.dropFirst().reduce(parts[0]) { $0.and($1) }) }
    }
    return .unknown("its sign is not decided")
  }
}

extension SignSet {
  /// Whether positive (true) or negative numbers are among the signs; nil for both or neither.
  fileprivate var direction: Bool? {
    contains(.positive) == contains(.negative) ? nil : contains(.positive)
  }
}

extension RationalInterval {
  /// With an end of it.
  fileprivate func including(_ point: Rational) -> RationalInterval {
    func closed(_ end: End?) -> End? {
      end.map { $0.value == point ? End(point, isClosed: true) : $0 }
    }
    return RationalInterval(lower: closed(lower), upper: closed(upper))
  }
}
