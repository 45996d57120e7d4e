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
      for conditions in piece.conditions.onIntervals {
        guard let part = domain.restricted(by: conditions) else { return nil }
        if !part.isEmpty { result.append((piece.values, part)) }
      }
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

extension [PathCondition] {
  /// The same, with less and greater in place of each ≠: every case is one of an interval.
  fileprivate var onIntervals: [[PathCondition]] {
    reduce([[]]) { cases, condition in
      guard condition.relation == .notEqual else { return cases.map { $0 + [condition] } }
      let sides = [
        PathCondition(condition.left, .less, condition.right),
        PathCondition(condition.right, .less, condition.left),
      ]
      return cases.flatMap { known in sides.map { known + [$0] } }
    }
  }
}
