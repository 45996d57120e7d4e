extension EnclosureProof {
  /// Whether a function of one variable has exactly so many zeros on the domain.
  public static func zeroCount(
    of pieces: [FunctionPiece], is count: Int, in variable: String, on domain: Domain = .reals
  ) -> ProofOutcome {
    let claim = zeroClaim(pieces, on: domain)
    guard claim.variables == [variable] else { return .unknown("it depends on other variables") }
    switch claim.result() {
    case .unknown(let reason): return .unknown(reason)
    case .refuted(let fault): return .refuted(fault.description)
    case .proved(let proofs):
      guard let found = proofs.zeroCount else {
        return .unknown("two of its zeros are not told apart")
      }
      return found == count
        ? .proved(claim.demonstration(proofs)) : .refuted("it has \(found) zeros, not \(count)")
    }
  }

  /// Whether a function of one variable is 0 at the given points of the domain and at no other.
  ///
  /// - Parameter points: constant expressions, in any order.
  public static func zeros(
    of pieces: [FunctionPiece], areAt points: [Expression], in variable: String,
    on domain: Domain = .reals
  ) -> ProofOutcome {
    var whole: Demonstration?
    for (index, point) in points.enumerated() {
      guard point.isIn(domain[variable]) else {
        return .unknown("\(point) is not proved to be in the domain")
      }
      guard !points.prefix(index).contains(where: { !$0.isDifferent(from: point) }) else {
        return .unknown("\(point) is not proved to differ from the others")
      }
      switch value(of: pieces, variable, at: point).map({ Proof.equal($0, .zero) }) {
      case .proved(let part)?: whole = whole?.and(part) ?? part
      case .refuted?: return .refuted("it is not 0 at \(point)")
      case .unknown?, nil: return .unknown("it is not proved to be 0 at \(point)")
      }
    }
    let count = zeroCount(of: pieces, is: points.count, in: variable, on: domain)
    guard case .proved(let counted) = count else { return count }
    return .proved(whole.map { counted.and($0) } ?? counted)
  }

  static func zeroClaim(_ pieces: [FunctionPiece], on domain: Domain) -> EnclosureClaim {
    EnclosureClaim(
      pieces, on: domain, targets: EnclosureTargets(signs: .nonzero), zeros: .counted)
  }

  /// The value of the piece that certainly applies there; nil where none does.
  static func value(
    of pieces: [FunctionPiece], _ variable: String, at point: Expression
  ) -> Expression? {
    let piece = pieces.first { piece in
      piece.conditions.allSatisfy { condition in
        guard let there = try? condition.replacing(.variable(variable), with: point) else {
          return false
        }
        return there.relation.isProved(there.left, there.right)
      }
    }
    return try? piece?.value.replacing(variable, with: point)
  }
}

extension [CellProof] {
  /// Nil where two zeros could be one.
  var zeroCount: Int? {
    var points: [Expression] = []
    for point in flatMap(\.zeros).map(\.point) where !points.contains(point) {
      guard points.allSatisfy({ $0.isDifferent(from: point) }) else { return nil }
      points.append(point)
    }
    return points.count + flatMap(\.crossings).count
  }
}

extension Expression {
  /// Whether two constants certainly differ.
  func isDifferent(from other: Expression) -> Bool {
    (try? minus(other).certainSign).map { $0 != 0 } ?? false
  }

  /// Whether a constant certainly lies in an interval.
  func isIn(_ interval: RationalInterval) -> Bool {
    if let number { return interval.contains(number) }
    guard let enclosure = enclosure(precision: 256) else { return false }
    return interval.contains(enclosure)
  }
}

extension PathCondition.Relation {
  /// Whether it is proved of two constants, by enclosures or exactly.
  func isProved(_ left: Expression, _ right: Expression) -> Bool {
    (try? left.minus(right).certainSign).map { holds(forSign: $0) } ?? false
  }
}
