/// Claims about a function of two variables that grows with their distance, proved by the mean value
/// theorem: what holds where the variables are equal, and only grows from there, holds everywhere.
///
/// So |f(a) − f(b)| ≤ L·|a − b| follows from |f′| ≤ L: the difference of the two sides is 0 on the
/// diagonal a = b, and with a ≥ b its slope in a is L ∓ f′(a), which is never negative.
public struct DiagonalProof {
  /// Decides a sign on a domain, by whatever means there are.
  public typealias SignProof = (_ f: Expression, _ claim: SignSet, _ domain: Domain) -> ProofOutcome

  let first: String
  let second: String
  /// Over which both variables range. Being one interval, it holds with (a, b) all points (t, b)
  /// between the diagonal and there.
  let interval: RationalInterval
  let signProof: SignProof

  public init(
    _ first: String, _ second: String, over interval: RationalInterval,
    signProof: @escaping SignProof
  ) {
    self.first = first
    self.second = second
    self.interval = interval
    self.signProof = signProof
  }

  /// More absolute values than this are not expanded: each doubles the number of cases.
  private static let largestExpansion = 4
}

extension DiagonalProof {
  /// Whether f takes only the given signs, `.nonnegative` or `.positive`, for all pairs.
  ///
  /// Each |t| in f is t or −t, on one side of the diagonal the same everywhere for t = a − b. So at
  /// every point f is one of finitely many functions without absolute values: the claim is proved of
  /// all of them.
  public func sign(of f: Expression, is claim: SignSet) -> ProofOutcome {
    var whole: Demonstration?
    for side in [1, -1] {
      guard let cases = try? expansions(of: f, side: side, depth: 0) else {
        return .unknown("it has too many cases")
      }
      for smooth in cases {
        switch growth(of: smooth, side: side, claim) {
        case .proved(let part): whole = whole?.and(part) ?? part
        // One of the cases that may be is not f itself: its failure refutes nothing.
        case .refuted(let reason), .unknown(let reason): return .unknown(reason)
        }
      }
    }
    guard let whole else { return .unknown("it has no cases") }
    return .proved(Demonstration(.meanValue).and(whole))
  }

  /// - Parameter side: 1 where a ≥ b, −1 where a ≤ b.
  private func growth(of f: Expression, side: Int, _ claim: SignSet) -> ProofOutcome {
    let square = Domain([first: interval, second: interval])
    guard let start = try? f.replacing(first, with: .variable(second)),
      let slope = try? f.derivative(withRespectTo: first),
      let outward = side > 0 ? slope : try? slope.negated()
    else { return .unknown("it has no slope") }
    var whole = Demonstration(.meanValue)
    for outcome in [
      Proof.defined(f, on: square), signProof(start, claim, Domain([second: interval])),
      signProof(outward, .nonnegative, square),
    ] {
      guard case .proved(let part) = outcome else { return outcome }
      whole = whole.and(part)
    }
    return .proved(whole)
  }

  /// The functions without absolute values that f is at one point or another of a side.
  private func expansions(
    of f: Expression, side: Int, depth: Int
  ) throws(ScalarFailure) -> [Expression] {
    // Inner ones come first.
    guard let (part, inside) = f.parts.lazy.compactMap(Self.absoluteValue).first else { return [f] }
    guard depth < Self.largestExpansion else {
      throw .limit("more than \(Self.largestExpansion) absolute values")
    }
    var result: [Expression] = []
    let signs = try sign(of: inside).map { [$0 * side] } ?? [1, -1]
    for sign in signs {
      let value = sign > 0 ? inside : try inside.negated()
      result += try expansions(
        of: f.replacing(part, with: value), side: side, depth: depth + 1)
    }
    return result
  }

  private static func absoluteValue(_ part: Expression) -> (part: Expression, inside: Expression)? {
    if case .apply(.abs, let inside) = part.node { (part, inside) } else { nil }
  }

  /// 1 for a − b, −1 for b − a, however they are written; nil for anything else.
  private func sign(of f: Expression) throws(ScalarFailure) -> Int? {
    let (a, b) = (Expression.variable(first), Expression.variable(second))
    if try Proof.equal(f, a - b).isProved { return 1 }
    return try Proof.equal(f, b - a).isProved ? -1 : nil
  }
}
