/// Proofs of claims about real functions by enclosing their values on boxes that cover the domain.
///
/// A function is given by its pieces, in at most two variables. What is claimed of it includes that it
/// has a value at every point of the domain. Budgets count boxes, so an outcome does not depend on the
/// machine. Each proof leaves certificates: `EnclosureProof+Certificate.swift` says of which claims.
public enum EnclosureProof {
  /// Whether a function takes only the given signs: `.positive` for a strict bound, `.nonnegative` for
  /// one that may be attained.
  public static func sign(
    of pieces: [FunctionPiece], is claim: SignSet, on domain: Domain = .reals
  ) -> ProofOutcome {
    EnclosureClaim(
      pieces, on: domain, targets: EnclosureTargets(signs: claim)
    ).outcome()
  }

  /// Whether all values of a function lie in an interval, each end of which may be left out.
  public static func values(
    of pieces: [FunctionPiece], lieIn bounds: RationalInterval, on domain: Domain = .reals
  ) -> ProofOutcome {
    EnclosureClaim(
      pieces, on: domain, targets: EnclosureTargets(bounds)
    ).outcome()
  }

  /// Whether two functions differ by no more than a positive number anywhere.
  public static func equal(
    _ f: [FunctionPiece], _ g: [FunctionPiece], within tolerance: Rational,
    on domain: Domain = .reals
  ) -> ProofOutcome {
    guard let difference = try? f.combined(with: g, -) else {
      return .unknown("the functions are too large")
    }
    return values(of: difference, lieIn: .closed(-tolerance, tolerance), on: domain)
  }
}

extension [FunctionPiece] {
  /// A function made of the values of two: a piece for each pair of pieces, under the conditions of
  /// both.
  public func combined(
    with other: [FunctionPiece],
    _ operation: (Expression, Expression) throws(ScalarFailure) -> Expression
  ) throws(ScalarFailure) -> [FunctionPiece] {
    var result: [FunctionPiece] = []
    for piece in self {
      for second in other {
        result.append(
          FunctionPiece(
            conditions: piece.conditions + second.conditions,
            value: try operation(piece.value, second.value)))
      }
    }
    return result
  }

  /// The names in values and conditions, sorted.
  var variables: [String] {
    Set(
      flatMap { piece in
        piece.value.variables
          + piece.conditions.flatMap { $0.left.variables + $0.right.variables }
      }
    ).sorted()
  }
}
