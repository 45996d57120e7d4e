import MathCore

extension SampledVerdict {
  /// Differences up to this share of the larger value are put down to rounding.
  private static let tolerance = 1e-9

  /// f = g, or up to what the author allows.
  ///
  /// - Parameter sides: which of the values are theirs.
  func equality(
    _ f: CheckedFunction, _ g: CheckedFunction, _ sides: (Int, Int)
  ) -> Decision {
    func difference(_ values: [Expression]) -> Expression? {
      try? values[sides.0] - values[sides.1]
    }
    let allowance = claim.tolerance
    let found = search.largest { point in
      guard let a = f(point), let b = g(point) else { return nil }
      return excess(a, b, at: point, f, g, allowance?.value.double)
    }
    return decision(
      found, isClear: { $0.value > 1 }, detail: { largest(difference, at: $0) },
      judge: { values in
        guard let difference = difference(values) else { return .unknown("it is too long") }
        return judgement(difference, values[sides.0], values[sides.1])
      })
  }

  private func judgement(
    _ difference: Expression, _ a: Expression, _ b: Expression
  ) -> Judgement {
    let room = claim.tolerance.map { try? Expression($0.value) - .apply(.abs, difference) }
    guard let sign = (room ?? difference)?.soughtSign else {
      // A thousand bits do not tell them apart.
      return .undecided(
        claim.tolerance == nil ? difference : nil, "the two sides are not told apart")
    }
    if room == nil ? sign == 0 : sign >= 0 { return .holds }
    return .fails(contrast(a, b, difference))
  }

  /// "2 against 3", or how far apart they are where that takes too many digits to show.
  private func contrast(_ a: Expression, _ b: Expression, _ difference: Expression) -> String {
    if a.digits(.significant(6)) != b.digits(.significant(6)), let left = a.digits(),
      let right = b.digits()
    {
      return "\(left) against \(right)"
    }
    let size = (try? Expression.apply(.abs, difference))?.digits()
    return "the two sides differ by \(size ?? "more than nothing")"
  }

  /// Above 1 where two values differ by more than rounding can explain.
  private func excess(
    _ a: Double, _ b: Double, at point: [Double], _ f: CheckedFunction, _ g: CheckedFunction,
    _ allowance: Double?
  ) -> Double {
    let difference = abs(a - b)
    if let allowance { return difference / allowance }
    let scale = max(abs(a), abs(b))
    guard difference > Self.tolerance * scale else {
      return scale > 0 ? difference / (Self.tolerance * scale) : 0
    }
    // Rare enough to look closer: how much do the values move by rounding of the arguments alone?
    let noise = max(f.noise(at: point, value: a), g.noise(at: point, value: b))
    return difference / max(64 * noise + Self.tolerance * scale, .leastNonzeroMagnitude)
  }

  /// By the real values at points.
  private func largest(
    _ difference: Claim.Combination, at points: [ExactPoint]
  ) -> Verdict.Detail? {
    var largest: (size: Double, value: Expression, point: ExactPoint)?
    for point in points {
      guard case .values(let values) = outcome(point),
        let value = difference(values), let size = value.largestSize,
        largest.map({ size > $0.size }) ?? true
      else { continue }
      largest = (size, value, point)
    }
    guard let largest else { return nil }
    if claim.tolerance == nil { return .noDifference(beyond: Self.power(above: largest.size)) }
    let size = (try? Expression.apply(.abs, largest.value))?.digits()
    return size.map { .largestDifference($0, place: place(largest.point)) }
  }

  /// "10⁻⁹"; nil for 0.
  private static func power(above size: Double) -> String? {
    guard size > 0 else { return nil }
    // 2⁻¹⁰ is less than 10⁻³.
    let digits = max(0, -(Int(size.exponent) + 1) / 10 * 3)
    return Rational(10).power(-digits).map { Tolerance(value: $0).text }
  }
}
