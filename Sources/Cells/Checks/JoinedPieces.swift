import MathCore

/// The ways through functions of one variable as pieces of the line, side by side: what holds of every
/// piece up to its ends, and where two meet, holds of the whole.
struct JoinedPieces {
  struct Piece {
    let values: [Expression]
    let interval: RationalInterval

    var isPoint: Bool { interval.lower != nil && interval.lower?.value == interval.upper?.value }

    /// Whether the piece is taken at a point, or up to it.
    func reaches(_ point: Rational) -> Bool {
      interval.contains(point) || [interval.lower, interval.upper].contains { $0?.value == point }
    }
  }

  let variable: String
  let pieces: [Piece]
  /// Points of the domain at which two pieces meet: its ends, too, where a case applies to one alone.
  let joints: [Rational]

  /// Nil where the functions cannot be followed.
  init?(_ claim: Claim) {
    guard claim.variables.count == 1, let found = claim.localPieces else { return nil }
    let variable = claim.variables[0]
    self.variable = variable
    let pieces = found.map { Piece(values: $0.values, interval: $0.domain[variable]) }
    self.pieces = pieces
    let whole = claim.domain[variable]
    let ends = pieces.flatMap { [$0.interval.lower, $0.interval.upper] }.compactMap { $0?.value }
    joints = Set(ends).filter { end in
      whole.contains(end) && pieces.count { $0.reaches(end) } > 1
    }.sorted()
  }

  /// The values that an expression made of each piece's takes at a joint, where the formula of each
  /// piece that reaches it is to hold.
  func values(
    at joint: Rational, _ make: (Piece) -> Expression?
  ) -> [Expression]? {
    var result: [Expression] = []
    for piece in pieces where piece.reaches(joint) {
      guard let expression = make(piece),
        let value = try? expression.replacing(variable, with: Expression(joint))
      else { return nil }
      result.append(value)
    }
    return result
  }

  /// A proof that such values are one.
  func fit(at joint: Rational, _ make: (Piece) -> Expression?) -> ProofOutcome {
    guard let values = values(at: joint, make), let first = values.first else {
      return .unknown("a piece has no value at \(variable) = \(joint)")
    }
    return .all(values.dropFirst()) { Proof.equal(first, $0) }
  }

  func areEqual(at joint: Rational, _ make: (Piece) -> Expression?) -> Bool {
    fit(at: joint, make).isProved
  }

  /// Whether two of such values are certainly different.
  func differ(at joint: Rational, _ make: (Piece) -> Expression?) -> Bool {
    guard let values = values(at: joint, make), let first = values.first else { return false }
    return values.dropFirst().contains { value in
      guard let sign = (try? first - value)?.certainSign else { return false }
      return sign != 0
    }
  }

  /// A proof of each piece up to the joints at its ends, single points left out: the pieces must be
  /// proved to fit there.
  ///
  /// - Parameter exceptions: points that are left out as well.
  func proof(
    except exceptions: [Rational] = [],
    _ prove: (_ values: [Expression], _ domain: Domain) -> ProofOutcome
  ) -> ProofOutcome {
    let whole = pieces.filter { !$0.isPoint }.flatMap { piece in
      parts(of: piece.interval, except: exceptions).map { (values: piece.values, interval: $0) }
    }
    return .all(whole) { prove($0.values, Domain([variable: $0.interval])) }
  }

  private func parts(
    of interval: RationalInterval, except exceptions: [Rational]
  ) -> [RationalInterval] {
    let inside = exceptions.filter(interval.interior.contains).sorted()
    let cuts = inside.map { RationalInterval.End($0, isClosed: false) }
    func closed(_ end: RationalInterval.End?) -> RationalInterval.End? {
      end.map {
        let isClosed = $0.isClosed || joints.contains($0.value)
        return .init($0.value, isClosed: isClosed && !exceptions.contains($0.value))
      }
    }
    return zip([closed(interval.lower)] + cuts, cuts + [closed(interval.upper)]).map {
      RationalInterval(lower: $0, upper: $1)
    }
  }
}
