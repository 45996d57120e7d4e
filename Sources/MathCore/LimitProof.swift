/// Where a limit is taken, or what it is.
public enum LimitPoint: Hashable, Sendable {
  case infinity
  case negativeInfinity
  case finite(Expression)
}

extension Proof {
  /// Whether f tends to a value as the variable tends to a point of the domain or at its end.
  ///
  /// Inside the domain it must do so from both sides; a side on which f has no values is left out.
  /// The function is expanded as X → ∞, where the variable is ±X, or the point ± 1/X. In this way
  /// elementary functions tend to their limits at infinity, 0/0 is decided by power series, and ∞/∞,
  /// 0·∞ and ∞ − ∞ by growth.
  ///
  /// The certificate is the claim (`limit` in `Certificate+Claims.swift`): a checker expands the
  /// function again.
  public static func limit(
    of f: Expression, in variable: String, at point: LimitPoint, is value: LimitPoint,
    on domain: Domain = .reals
  ) -> ProofOutcome {
    guard let sides = Approach.all(to: point, in: domain[variable]), !sides.isEmpty else {
      return .unknown("the domain does not come near")
    }
    var outcomes: [ProofOutcome] = []
    var from: [Certificate] = []
    for side in sides {
      do {
        let actual = try f.expansion(variable, along: side.path).limit()
        outcomes.append(comparison(of: actual, with: value, side))
        if let direction = side.direction { from.append(.number(direction)) }
      } catch .undefined {
        continue
      } catch {
        outcomes.append(.unknown(error.reason))
      }
    }
    if outcomes.isEmpty { return .refuted("the function is not defined near there") }
    let worst =
      outcomes.first(where: \.isRefuted) ?? outcomes.first { !$0.isProved } ?? outcomes[0]
    return worst.certified(
      by: .claim(
        "limit", on: .reals,
        [
          .init("function", f), .init("variable", .text(variable)), .init("at", point),
          .init("from", .list(from)), .init("is", value),
        ]))
  }

  /// What f tends to from each side that the domain has near the point; nil where that is not found for
  /// one of them, or f has no values there.
  public static func limits(
    of f: Expression, in variable: String, at point: LimitPoint, on domain: Domain = .reals
  ) -> [LimitPoint]? {
    guard let sides = Approach.all(to: point, in: domain[variable]) else { return nil }
    let limits = sides.compactMap { try? f.expansion(variable, along: $0.path).limit() }
    return limits.count == sides.count ? limits : nil
  }

  private static func comparison(
    of actual: LimitPoint, with claimed: LimitPoint, _ side: Approach
  ) -> ProofOutcome {
    if case .finite(let a) = actual, case .finite(let b) = claimed {
      guard let sign = (try? a.minus(b))?.certainSign else {
        return .unknown("it is not decided whether \(a) is \(b)")
      }
      if sign == 0 { return .proved(Demonstration(.seriesExpansion)) }
    } else if actual == claimed {
      return .proved(Demonstration(.seriesExpansion))
    }
    return .refuted("the limit\(side.description) is \(actual.description)")
  }
}

/// How the variable tends to a point.
private enum Approach {
  case infinity
  case negativeInfinity
  case below(Expression)
  case above(Expression)

  /// Those that the points of an interval allow; nil where its ends and the point are too close.
  static func all(to point: LimitPoint, in interval: RationalInterval) -> [Approach]? {
    switch point {
    case .infinity: return interval.upper == nil ? [.infinity] : []
    case .negativeInfinity: return interval.lower == nil ? [.negativeInfinity] : []
    case .finite(let center):
      func distance(to end: RationalInterval.End?) -> Int? {
        guard let end else { return 1 }
        return (try? center.minus(Expression(end.value)))?.certainSign
      }
      guard let right = distance(to: interval.lower),
        let left = interval.upper == nil ? 1 : distance(to: interval.upper).map({ -$0 })
      else { return nil }
      return (right > 0 && left >= 0 ? [.below(center)] : [])
        + (left > 0 && right >= 0 ? [.above(center)] : [])
    }
  }

  /// The variable as a function of X → ∞.
  var path: AsymptoticSeries {
    let inverse = Growth(power: -1)
    switch self {
    case .infinity: return AsymptoticSeries([.linear: 1])
    case .negativeInfinity: return AsymptoticSeries([.linear: -1])
    case .below(let center): return AsymptoticSeries([.one: center, inverse: -1])
    case .above(let center): return AsymptoticSeries([.one: center, inverse: 1])
    }
  }

  /// Of the point, on which side the variable is; nil at infinity.
  var direction: Int? {
    switch self {
    case .infinity, .negativeInfinity: nil
    case .below: -1
    case .above: 1
    }
  }

  var description: String {
    switch self {
    case .infinity, .negativeInfinity: ""
    case .below: " from below"
    case .above: " from above"
    }
  }
}

extension AsymptoticSeries {
  /// What it tends to.
  fileprivate func limit() throws(ScalarFailure) -> LimitPoint {
    if let parts = try parts(), parts.growing.isEmpty { return .finite(parts.constant) }
    guard let lead = try leading() else { return .finite(.zero) }
    return lead.sign > 0 ? .infinity : .negativeInfinity
  }
}

extension LimitPoint: CustomStringConvertible {
  /// Whether points of an interval come as close to it as one likes; nil where that is not certain.
  public func isApproached(in interval: RationalInterval) -> Bool? {
    Approach.all(to: self, in: interval).map { !$0.isEmpty }
  }

  public var description: String {
    switch self {
    case .infinity: "∞"
    case .negativeInfinity: "−∞"
    case .finite(let value): value.description
    }
  }
}
