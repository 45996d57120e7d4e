import MathCore

/// The ways through functions of one variable as pieces of the line, side by side: what holds of every
/// piece up to its ends, and where two meet, holds of the whole.
struct JoinedPieces {
  struct Piece {
    let values: [Expression]
    let interval: RationalInterval

    /// With the ends, at which the formula of the piece may hold as well.
    var closed: RationalInterval {
      RationalInterval(
        lower: interval.lower.map { .init($0.value, isClosed: true) },
        upper: interval.upper.map { .init($0.value, isClosed: true) })
    }

    var isPoint: Bool { interval.lower != nil && interval.lower?.value == interval.upper?.value }
  }

  let variable: String
  let pieces: [Piece]
  /// Ends of pieces inside of the domain.
  let joints: [Rational]

  /// Nil where the functions cannot be followed.
  init?(_ claim: Claim) {
    guard claim.variables.count == 1, let found = claim.localPieces else { return nil }
    let variable = claim.variables[0]
    self.variable = variable
    pieces = found.map { Piece(values: $0.values, interval: $0.domain[variable]) }
    let whole = claim.domain[variable]
    var joints: Set<Rational> = []
    for piece in pieces {
      for end in [piece.interval.lower, piece.interval.upper].compactMap({ $0?.value })
      where whole.interior.contains(end) { joints.insert(end) }
    }
    self.joints = joints.sorted()
  }

  /// Pieces whose formula holds at a joint, or up to it.
  private func pieces(at joint: Rational) -> [Piece] {
    pieces.filter { $0.closed.contains(joint) }
  }

  /// The values that an expression made of each piece's takes at a joint.
  func values(
    at joint: Rational, _ make: (Piece) -> Expression?
  ) -> [Expression]? {
    var result: [Expression] = []
    for piece in pieces(at: joint) {
      guard let expression = make(piece),
        let value = try? expression.replacing(variable, with: Expression(joint))
      else { return nil }
      result.append(value)
    }
    return result
  }

  /// Whether such values are proved to be one.
  func areEqual(at joint: Rational, _ make: (Piece) -> Expression?) -> Bool {
    guard let values = values(at: joint, make), let first = values.first else { return false }
    return values.dropFirst().allSatisfy { Proof.equal(first, $0).isProved }
  }

  /// Whether two of such values are certainly different.
  func differ(at joint: Rational, _ make: (Piece) -> Expression?) -> Bool {
    guard let values = values(at: joint, make), let first = values.first else { return false }
    return values.dropFirst().contains { value in
      guard let sign = (try? first - value)?.certainSign else { return false }
      return sign != 0
    }
  }

  /// A proof of each piece on its closed interval, single points left out.
  func proof(_ prove: (_ values: [Expression], _ domain: Domain) -> ProofOutcome) -> ProofOutcome {
    .all(pieces.filter { !$0.isPoint }) { piece in
      prove(piece.values, Domain([variable: piece.closed]))
    }
  }
}
