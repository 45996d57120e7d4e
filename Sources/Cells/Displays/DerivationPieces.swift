import MathCore

/// The derivations of a function's pieces, each on the intervals where it holds.
struct DerivationPieces {
  struct Piece {
    /// As the function's conditions give it.
    let interval: RationalInterval
    /// The parts of it on which the piece has a derivative.
    let parts: [RationalInterval]
    var derivation: Derivation
    let outcome: ProofOutcome
  }

  let variable: String
  private(set) var pieces: [Piece] = []

  init(variable: String) { self.variable = variable }

  /// - Parameter name: that of the function, to be looked for in the derivative.
  mutating func add(
    _ function: Expression, on interval: RationalInterval, name: String?
  ) throws(ScalarFailure) {
    var derivation = try Derivation(of: function, withRespectTo: variable)
    let parts = function.naturalIntervals(of: variable).map { $0.intersection(interval) }
      .filter { !$0.isEmpty }
    if let name, let first = parts.first {
      derivation.recognise(name, on: Domain([variable: first]))
    }
    var outcomes: [ProofOutcome] = []
    for part in parts { outcomes.append(derivation.prove(on: Domain([variable: part]))) }
    pieces.append(
      Piece(
        interval: interval, parts: parts, derivation: derivation, outcome: .all(of: outcomes)))
  }

  var outcome: ProofOutcome { .all(of: pieces.map(\.outcome)) }

  /// The last line of each piece.
  var resultText: String {
    let results = pieces.map { piece in
      let value = text(of: piece.derivation.lines[piece.derivation.lines.count - 1])
      guard pieces.count > 1 else { return value }
      let domain = VerdictDomain([piece.interval.part(of: variable)])
      return "\(value) (\(VerdictWords.english.text(of: domain)))"
    }
    return results.joined(separator: ", ")
  }
}

extension DerivationPieces {
  private func text(of line: DerivationLine) -> String {
    var expression = line.expression
    for (name, meaning) in line.meanings where meaning == .function {
      let call = Expression.variable("\(name)(\(variable))")
      expression = (try? expression.replacing(name, with: call)) ?? expression
    }
    return expression.description
  }

  /// Points at which the rules and the symbolic derivative are compared, where no proof was found.
  private static let sampleCount = 64

  /// What samples say of lines that are not proved.
  func sampled() -> Decision {
    let different = Decision.undecided("samples of the two derivatives are not equal")
    var count = 0
    for piece in pieces {
      guard let result = try? piece.derivation.result,
        let slope = try? piece.derivation.function.derivative(withRespectTo: variable)
      else { return .undecided("the derivative is too long") }
      for x in piece.parts.flatMap({ SearchDomain($0).spread(Self.sampleCount) }) {
        let values = [result, slope].map { $0.evaluate(at: [variable: x]) }
        guard values.allSatisfy(\.isFinite) else { continue }
        // What cancellation leaves of 16 digits.
        guard abs(values[0] - values[1]) <= 1e-8 * max(1, abs(values[1])) else { return different }
        count += 1
      }
    }
    guard count > 0 else { return .undecided("no sample of it has a value") }
    return .decided(Verdict(strength: .sampled, method: .points(count)))
  }

  /// "all real x, x ≠ 0": a point between two parts counts where the pieces meet there smoothly.
  func domain(joining joined: JoinedPieces?) -> VerdictDomain {
    let parts = pieces.flatMap(\.parts).sorted {
      ($0.lower?.value.double ?? -.infinity) < ($1.lower?.value.double ?? -.infinity)
    }
    var merged: [RationalInterval] = []
    var holes: [Rational] = []
    for part in parts {
      guard let last = merged.last, let end = last.upper, let start = part.lower,
        end.value == start.value
      else {
        merged.append(part)
        continue
      }
      let isInside = end.isClosed || start.isClosed
      if !isInside || !isSmooth(at: end.value, joined) { holes.append(end.value) }
      merged[merged.count - 1] = RationalInterval(lower: last.lower, upper: part.upper)
    }
    return VerdictDomain(
      merged.map { $0.part(of: variable) }
        + holes.map { .relation("\(variable) ≠ \($0.placeText)") })
  }

  private func isSmooth(at joint: Rational, _ joined: JoinedPieces?) -> Bool {
    guard let joined, joined.joints.contains(joint) else { return false }
    return joined.areEqual(at: joint) { $0.values[0] }
      && joined.areEqual(at: joint) { piece in
        piece.isPoint ? nil : try? piece.values[0].derivative(withRespectTo: variable)
      }
  }
}

extension RationalInterval {
  /// As a verdict names it.
  func part(of variable: String) -> VerdictDomain.Part {
    SearchDomain(self).part(
      of: variable, lower: lower?.value.placeText, upper: upper?.value.placeText)
  }
}

extension SearchDomain {
  init(_ interval: RationalInterval) {
    self.init(
      lower: interval.lower?.value.double ?? -.infinity,
      upper: interval.upper?.value.double ?? .infinity,
      includesLower: interval.lower?.isClosed ?? false,
      includesUpper: interval.upper?.isClosed ?? false)
  }
}
