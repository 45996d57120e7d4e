import MathCore

/// One way through all functions of a claim: when it is taken, and their values there.
struct ClaimPiece {
  let conditions: [PathCondition]
  /// One for each function.
  let values: [Expression]

  /// More ways than this are not followed.
  private static let largestCount = 64

  /// All combinations of the ways through each function; nil where one cannot be followed.
  static func joint(_ functions: [ClaimFunction]) -> [ClaimPiece]? {
    var pieces = [ClaimPiece(conditions: [], values: [])]
    for function in functions {
      guard let paths = function.paths else { return nil }
      pieces = pieces.flatMap { piece in
        paths.compactMap { path in
          let conditions = piece.conditions + path.conditions
          if Domain.reals.restricted(by: conditions)?.isEmpty == true { return nil }
          return ClaimPiece(conditions: conditions, values: piece.values + [path.value])
        }
      }
      guard pieces.count <= largestCount else { return nil }
    }
    return pieces
  }
}

extension Claim {
  /// A piece whose conditions hold on an interval for each variable, and nowhere else.
  typealias LocalPiece = (values: [Expression], domain: Domain)

  /// The pieces and where on the domain each is taken; nil where one of them is not taken on an
  /// interval.
  var localPieces: [LocalPiece]? {
    var result: [LocalPiece] = []
    for piece in pieces ?? [] {
      guard let part = domain.restricted(by: piece.conditions) else { return nil }
      if !part.isEmpty { result.append((piece.values, part)) }
    }
    return result.isEmpty ? nil : result
  }

  /// What proofs of every piece come to together.
  func algebra(
    _ prove: (_ values: [Expression], _ domain: Domain) -> ProofOutcome
  ) -> ProofOutcome {
    guard let localPieces else { return .unknown("the function has no formula") }
    return .all(localPieces) { prove($0.values, $0.domain) }
  }
}

extension ProofOutcome {
  /// Proved where all parts are; else what the first says that is not.
  static func all<Parts: Sequence>(
    _ parts: Parts, _ prove: (Parts.Element) -> ProofOutcome
  ) -> ProofOutcome {
    var whole: Demonstration?
    for part in parts {
      let outcome = prove(part)
      guard case .proved(let part) = outcome else { return outcome }
      whole = whole?.and(part) ?? part
    }
    return whole.map { .proved($0) } ?? .unknown("there is nothing to prove")
  }

  static func all(of outcomes: [ProofOutcome]) -> ProofOutcome { all(outcomes) { $0 } }

  /// What a further proof says, where this one succeeded.
  func flatMap(_ next: (Demonstration) -> ProofOutcome) -> ProofOutcome {
    guard case .proved(let part) = self else { return self }
    return next(part)
  }
}
