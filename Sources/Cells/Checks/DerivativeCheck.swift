import MathCore
import SwiftEval
import Typesetting

/// One function is the derivative of another.
struct DerivativeCheck {
  let call: RecordCall
  let context: CellContext

  func output() -> CheckOutput? {
    guard let function = call.function("function"), let slope = call.function("derivative") else {
      return nil
    }
    let claim = Claim(call, functions: [function, slope], labels: ["of", "is"], context)
    let (f, g) = (claim.functions[0], claim.functions[1])
    let decision = claim.decision(
      Attempts(
        algebra: { algebra(claim) }, search: { search(claim) },
        closeness: { closeness(claim, $0) }))
    // Where the slope is not found the function itself may take too long.
    _ = f.checked([claim.domains[0].search.point(at: 0.5)])
    return claim.output(
      decision, statement: claim.equation([f.derivativeFormula, g.formula]),
      text: claim.equation([f.derivativeText, g.text]), at: g.argument)
  }

  private func algebra(_ claim: Claim) -> ProofOutcome {
    guard let joined = JoinedPieces(claim) else { return .unknown("the function has no formula") }
    var outcomes: [ProofOutcome] = []
    var exceptions = singularPoints(claim, joined)
    for joint in joined.joints where !exceptions.contains(joint) {
      let fit = ProofOutcome.all(of: fits(joined, at: joint))
      if case .unknown = fit { exceptions.append(joint) } else { outcomes.append(fit) }
    }
    outcomes += exceptions.map { limits(claim, joined, at: $0) }
    if let refuted = outcomes.first(where: \.isRefuted) { return refuted }
    let proof = joined.proof(except: exceptions) { values, domain in
      Proof.derivative(
        of: values[0], is: values[1], withRespectTo: joined.variable, on: domain)
    }
    return .all(of: outcomes + [proof])
  }

  /// Where the formula of the slope has no value, though the function may have a slope: x·|x| at 0.
  private func singularPoints(_ claim: Claim, _ joined: JoinedPieces) -> [Rational] {
    let variable = joined.variable
    let slopes = joined.pieces.map { (interval: $0.interval, slope: slope($0, variable)) }
    return claim.likelyPoints.compactMap { $0[0].number }.filter { point in
      slopes.contains { interval, slope in
        interval.contains(point)
          && slope?.value(at: [(variable, Expression(point))])?.isCertainlyUndefined == true
      }
    }
  }

  /// Whether the function has a slope, and the claimed one a value, at a joint.
  private func fits(_ joined: JoinedPieces, at joint: Rational) -> [ProofOutcome] {
    let value = "\(joined.variable) = \(joint.placeText)"
    if joined.differ(at: joint, { $0.values[0] }) {
      return [.refuted("the function jumps at \(value)")]
    }
    if joined.differ(at: joint, { slope($0, joined.variable) }) {
      return [.refuted("the slopes of its cases differ at \(value)")]
    }
    return [0, 1].map { index in joined.fit(at: joint) { $0.values[index] } }
  }

  /// The slope of a piece's formula; of a single point, the claimed one.
  private func slope(_ piece: JoinedPieces.Piece, _ variable: String) -> Expression? {
    piece.isPoint ? piece.values[1] : try? piece.values[0].derivative(withRespectTo: variable)
  }

  /// By the mean value theorem: where a function is continuous and its slopes on a side tend to a number,
  /// that is its slope from this side.
  private func limits(_ claim: Claim, _ joined: JoinedPieces, at point: Rational) -> ProofOutcome {
    guard case .values(let here) = claim.values.outcome(at: [Expression(point)]) else {
      return .unknown("its values at \(joined.variable) = \(point.placeText) are not found")
    }
    let sides = joined.pieces.filter { !$0.isPoint && $0.reaches(point) }
    var jumps = false
    let outcome = ProofOutcome.all(sides) { piece in
      guard let slope = slope(piece, joined.variable) else { return .unknown("it has no slope") }
      let outcomes = [(piece.values[0], here[0]), (slope, here[1])].map { f, value in
        Proof.limit(
          of: f, in: joined.variable, at: .finite(Expression(point)), is: .finite(value),
          on: Domain([joined.variable: piece.interval]))
      }
      jumps = jumps || outcomes[0].isRefuted
      return .all(of: outcomes)
    }
    guard outcome.isRefuted else { return outcome }
    return .refuted(
      jumps
        ? "the function jumps at \(joined.variable) = \(point.placeText)"
        : fault(sides, joined, at: point))
  }

  private func fault(
    _ sides: [JoinedPieces.Piece], _ joined: JoinedPieces, at point: Rational
  ) -> String {
    let slopes = sides.map { piece in
      slope(piece, joined.variable).flatMap {
        Proof.limits(
          of: $0, in: joined.variable, at: .finite(Expression(point)),
          on: Domain([joined.variable: piece.interval]))
      }
    }
    let place = "\(joined.variable) = \(point.placeText)"
    if Set(slopes.flatMap { $0 ?? [] }).count == 1, case .finite(let value)? = slopes.first??.first,
      let text = value.digits()
    {
      return "at \(place): the slope is \(text)"
    }
    return "it has no derivative at \(place)"
  }

  private func closeness(_ claim: Claim, _ allowance: Rational) -> ProofOutcome {
    guard let joined = JoinedPieces(claim) else { return .unknown("it has no formula") }
    // There the formula of the difference has no value, which says nothing of the slope.
    guard singularPoints(claim, joined).isEmpty else {
      return .unknown("its slope has no formula at some points")
    }
    let difference = claim.enclosed(
      { try? $0[0].derivative(withRespectTo: joined.variable) - $0[1] }, within: allowance)
    return .all(of: joined.joints.flatMap { fits(joined, at: $0) } + [difference])
  }
}

extension DerivativeCheck {
  private func search(_ claim: Claim) -> Decision {
    let (f, g) = (claim.functions[0], claim.functions[1])
    let slope = context.evaluator.derivative(of: f.value)
    if let corner = claim.likelyPoints.first(where: { hasCorner(slope, claim, at: $0) }) {
      return .undecided("it may have no derivative at \(claim.place(corner))")
    }
    var sampling = claim.sampling
    sampling.outcome = { slopes(slope, claim, at: $0) }
    return sampling.equality(CheckedFunction(value: slope, context: context), g.checked, (0, 1))
  }

  /// Of the slope and the claimed one. Where jets find no slope there may be one all the same.
  private func slopes(_ slope: FunctionValue, _ claim: Claim, at point: ExactPoint) -> PointOutcome
  {
    guard case .values(let values) = claim.values.outcome(at: point) else {
      return claim.values.outcome(at: point)
    }
    switch PointValues(functions: [slope], context: context).outcome(at: point) {
    case .values(let slopes): return .values([slopes[0], values[1]])
    case .undefined: return .unknown("the slope at \(claim.place(point)) is not found")
    case .unknown(let reason): return .unknown(reason)
    }
  }

  /// Whether a part of a function jumps or turns at a point inside of the domain.
  private func hasCorner(_ slope: FunctionValue, _ claim: Claim, at point: ExactPoint) -> Bool {
    guard claim.isInside(point), let x = try? RealNumber(point[0]) else { return false }
    do {
      _ = try context.evaluator.realValue(of: slope, at: x)
      return false
    } catch {
      return error.isCorner
    }
  }
}
