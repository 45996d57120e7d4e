import MathCore

extension SampledVerdict {
  /// f increases (or decreases), by its values at pairs of points.
  func monotonicity(_ f: CheckedFunction, increasing: Bool) -> Decision {
    let found = search.largest { point in
      guard let step = step(at: point[0]), let a = f([step.lower]), let b = f([step.upper]) else {
        return nil
      }
      let fall = increasing ? a - b : b - a
      return fall / max(f.noise(at: point, value: a) * 8, .leastNonzeroMagnitude)
    }
    let suspects = found.suspects.compactMap { suspect in
      step(at: suspect.point[0]).flatMap { pair($0.lower, $0.upper) }
    }
    for pair in pairs + suspects + neighbours(found) {
      if let fault = fault(in: pair, increasing) { return .decided(.refuted(fault)) }
    }
    // A step of 0 is not allowed either, but in binary64 it says little.
    return decision(found, isClear: { $0.value > 1 }, detail: { _ in nil }, judge: { _ in .holds })
  }

  private typealias Pair = (lower: Expression, upper: Expression)

  /// Where f certainly does not rise (or fall) from one point to the other.
  private func fault(in pair: Pair, _ increasing: Bool) -> String? {
    guard claim.contains([pair.lower]), claim.contains([pair.upper]),
      case .values(let a) = outcome([pair.lower]),
      case .values(let b) = outcome([pair.upper]),
      let sign = (try? b[0] - a[0])?.certainSign, increasing ? sign <= 0 : sign >= 0
    else { return nil }
    let texts =
      sign == 0
      ? (a[0].digits(), b[0].digits())
      : (a[0].digits(apartFrom: b[0]), b[0].digits(apartFrom: a[0]))
    guard let before = texts.0, let after = texts.1 else { return nil }
    return "\(before) at \(claim.place([pair.lower])), \(after) at \(claim.place([pair.upper]))"
  }

  /// From each likely point to the next, and a short way to both of its sides.
  private var pairs: [Pair] {
    let points = claim.likelyPoints.map { $0[0] }
    let sorted = points.map { (place: $0.approximation ?? 0, point: $0) }
      .sorted { $0.place < $1.place }.map(\.point)
    let steps = [10, 30, 52].compactMap { Rational(2).power(-$0) }.map { Expression($0) }
    return Array(zip(sorted, sorted.dropFirst()))
      + points.flatMap { point in
        steps.flatMap { step -> [Pair] in
          [(try? point - step, point), (point, try? point + step)].compactMap { low, high in
            low.flatMap { low in high.map { (low, $0) } }
          }
        }
      }
  }

  /// Neighbouring Doubles, between which functions of computed numbers may stand still.
  private func neighbours(_ found: AdversarialSearch.Outcome) -> [Pair] {
    found.suspects.prefix(4).compactMap { pair($0.point[0], $0.point[0].nextUp) }
  }

  /// Nil where one of them is not finite.
  private func pair(_ lower: Double, _ upper: Double) -> Pair? {
    let ends = exact([lower, upper])
    return ends.count == 2 ? (ends[0], ends[1]) : nil
  }

  /// A point where the slope is certainly of the wrong sign, which values a step apart may miss.
  ///
  /// - Parameter slope: of the only way through the function.
  func slopeFault(_ slope: Expression, of variable: String, increasing: Bool) -> Verdict? {
    func fault(at x: Double) -> Double {
      let value = slope.evaluate(at: [variable: x])
      return increasing ? -value : value
    }
    let suspects = search.largest { min(fault(at: $0[0]), 1) }.suspects
    for point in claim.likelyPoints + suspects.map({ exact($0.point) }) where claim.contains(point)
    {
      guard let value = slope.value(at: [(variable, point[0])]),
        value.certainSign == (increasing ? -1 : 1), let text = value.digits()
      else { continue }
      return refuted(at: point, "the slope is \(text)")
    }
    return nil
  }

  private func step(at x: Double) -> (lower: Double, upper: Double)? {
    let step = max(abs(x), 1) / 1024
    if domains[0].contains(x + step) { return (x, x + step) }
    if domains[0].contains(x - step) { return (x - step, x) }
    return nil
  }
}
