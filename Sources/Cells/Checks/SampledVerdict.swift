import MathCore

/// What a search of points says about a claim that no proof was found for.
///
/// The search is in binary64: a difference counts as a counterexample only where it is beyond what
/// rounding can explain, and agreement is never called a proof.
struct SampledVerdict {
  let domains: [SearchDomain]
  let variables: [String]
  var corners: [Double] = []
  /// Whether a supposed counterexample is one in exact arithmetic; nil where that is not known.
  var confirms: (([Double]) -> Bool?) = { _ in nil }

  /// Differences up to this share of the larger value are put down to rounding.
  static let tolerance = 1e-9

  /// f = g, by the largest difference relative to what rounding allows.
  func equality(
    _ f: CheckedFunction, _ g: CheckedFunction, within allowance: Double? = nil
  ) -> Verdict {
    let search = AdversarialSearch(domains: domains, corners: corners)
    let outcome = search.largest { point in
      switch (f(point), g(point)) {
      case (let a?, let b?): return excess(a, b, at: point, f, g, allowance)
      case (nil, nil): return nil
      // One side is undefined where the other is not: no equality there.
      default: return isBeyondRange(point, f, g) ? nil : .infinity
      }
    }
    guard let worst = outcome.worst else { return nowhereDefined }
    if worst.value > 1, confirms(worst.point) != false {
      let worst = simplest(worst) { point in
        guard let a = f(point), let b = g(point) else { return nil }
        return excess(a, b, at: point, f, g, allowance) > 1 ? abs(a - b) : nil
      }
      return refuted(at: worst.point, "\(text(f(worst.point))) against \(text(g(worst.point)))")
    }
    let difference = zip2(f(worst.point), g(worst.point)).map { abs($0 - $1) } ?? 0
    return sampled(
      outcome, detail: "the largest difference is \(text(difference)), at \(place(worst.point))")
  }

  /// f is at least (or above) a bound, or at most (or below) it.
  func bound(
    _ f: CheckedFunction, lower: Double?, upper: Double?, isStrict: Bool
  ) -> Verdict {
    let search = AdversarialSearch(domains: domains, corners: corners)
    let outcome = search.largest { point in
      guard let value = f(point) else { return nil }
      let below = lower.map { $0 - value } ?? -.infinity
      let above = upper.map { value - $0 } ?? -.infinity
      return max(below, above)
    }
    guard let worst = outcome.worst else { return nowhereDefined }
    var value = f(worst.point) ?? .nan
    let slack = f.noise(at: worst.point, value: value) * 4
    if worst.value > slack, confirms(worst.point) != false {
      let worst = simplest(worst) { point in
        guard let value = f(point) else { return nil }
        let excess = max(
          lower.map { $0 - value } ?? -.infinity, upper.map { value - $0 } ?? -.infinity)
        return excess > 4 * f.noise(at: point, value: value) ? excess : nil
      }
      value = f(worst.point) ?? value
      return refuted(at: worst.point, "the value is \(text(value))")
    }
    let touches = isStrict && worst.value >= 0
    let detail =
      touches
      ? "in floating point the bound is reached at \(place(worst.point)), as rounding can make it"
      : "nearest to the bound at \(place(worst.point)), where the value is \(text(value))"
    return sampled(outcome, detail: detail)
  }

  /// f increases (or decreases): the slope's sign, searched for where it is worst.
  func monotonicity(_ f: CheckedFunction, increasing: Bool) -> Verdict {
    let search = AdversarialSearch(domains: domains, corners: corners)
    let outcome = search.largest { point in
      guard let step = pair(at: point[0]), let a = f([step.0]), let b = f([step.1]) else {
        return nil
      }
      let fall = increasing ? a - b : b - a
      return fall / max(f.noise(at: point, value: a) * 8, .leastNonzeroMagnitude)
    }
    guard let worst = outcome.worst else { return nowhereDefined }
    if worst.value > 1, confirms(worst.point) != false, let step = pair(at: worst.point[0]) {
      let values =
        "\(text(f([step.0]))) at \(SearchDomain.text(step.0)), \(text(f([step.1]))) at \(SearchDomain.text(step.1))"
      return refuted(at: nil, values)
    }
    return sampled(outcome, detail: nil)
  }

  /// A slope of the wrong sign.
  func refuted(slope: Double, at point: [Double]) -> Verdict {
    refuted(at: point, "the slope is \(text(slope))")
  }

  /// f tends to a value: it is approached along a sequence, and comes ever closer.
  ///
  /// Nil where the values neither come close to it nor settle anywhere else.
  func limit(_ f: CheckedFunction, at point: Double, is value: Double) -> Verdict? {
    let arguments = approach(to: point)
    let values = arguments.compactMap { f([$0]) }
    let domain = "x → \(point.isInfinite ? (point < 0 ? "−∞" : "∞") : SearchDomain.text(point))"
    guard let last = values.last, values.count > arguments.count / 2 else {
      return Verdict(
        strength: .refuted, method: "\(arguments.count) points", domain: domain,
        detail: "the function is not defined near there")
    }
    let distance = value.isFinite ? abs(last - value) : (value > 0 ? 1 / last : -1 / last)
    let allowed = value.isFinite ? 1e-6 * max(1, abs(value)) : 1e-6
    let holds = value.isFinite ? distance <= allowed : distance >= 0 && distance <= allowed
    guard holds else {
      guard value.isFinite, Self.hasSettled(values), distance > 1e-3 * max(1, abs(value)) else {
        return nil
      }
      return Verdict(
        strength: .refuted, method: "\(arguments.count) points", domain: domain,
        detail: "the values come to \(text(last))")
    }
    return Verdict(
      strength: .sampled, method: "\(arguments.count) points", domain: domain,
      detail: "the last value is \(text(last))")
  }
}

extension SampledVerdict {
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

  /// True where one side is undefined only because a number in it is too large for binary64.
  private func isBeyondRange(_ point: [Double], _ f: CheckedFunction, _ g: CheckedFunction) -> Bool
  {
    point.contains { abs($0) > 300 }
  }

  /// The last values are the same to nine digits.
  private static func hasSettled(_ values: [Double]) -> Bool {
    guard let last = values.last, values.count > 6 else { return false }
    return values.suffix(6).allSatisfy { abs($0 - last) <= 1e-9 * max(1, abs(last)) }
  }

  /// A counterexample that a reader can check in the head, if there is one.
  private func simplest(
    _ worst: AdversarialSearch.Worst, _ violation: ([Double]) -> Double?
  ) -> AdversarialSearch.Worst {
    let places = [0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, 5, -5, 10, -10]
    let points =
      domains.count == 1
      ? places.map { [$0] }
      : [[0, 0], [1, 0], [0, 1], [1, 1], [1, 2], [2, 1], [-1, 1], [1, -1]]
    for point in points
    where point.count == domains.count && zip(domains, point).allSatisfy({ $0.contains($1) }) {
      if let value = violation(point), confirms(point) != false {
        return AdversarialSearch.Worst(point: point, value: value)
      }
    }
    return worst
  }

  private func pair(at x: Double) -> (Double, Double)? {
    let step = max(abs(x), 1) / 1024
    let domain = domains[0]
    if domain.contains(x + step) { return (x, x + step) }
    if domain.contains(x - step) { return (x - step, x) }
    return nil
  }

  private func approach(to point: Double) -> [Double] {
    (1...40).map { index in
      let power = Double(sign: .plus, exponent: index, significand: 1)
      switch point {
      case .infinity: return power
      case -.infinity: return -power
      default: return index % 2 == 0 ? point + 1 / power : point - 1 / power
      }
    }.filter { abs($0) < 512 || point.isInfinite }
  }

  private func zip2(_ a: Double?, _ b: Double?) -> (Double, Double)? {
    guard let a, let b else { return nil }
    return (a, b)
  }

  private func text(_ value: Double?) -> String {
    guard let value else { return "undefined" }
    return NumberFormat.automatic.text(for: value)
  }

  private func place(_ point: [Double]) -> String {
    zip(variables, point).map { "\($0) = \(text($1))" }.joined(separator: ", ")
  }

  private var domainText: String {
    zip(variables, domains).map { $1.description(of: $0) }.joined(separator: ", ")
  }

  private func sampled(_ outcome: AdversarialSearch.Outcome, detail: String?) -> Verdict {
    Verdict(
      strength: .sampled, method: "\(outcome.evaluations) points", domain: domainText,
      detail: detail)
  }

  private func refuted(at point: [Double]?, _ detail: String) -> Verdict {
    Verdict(
      strength: .refuted, method: "counterexample", domain: domainText,
      detail: point.map { "at \(place($0)): \(detail)" } ?? detail)
  }

  private var nowhereDefined: Verdict {
    Verdict(
      strength: .refuted, method: "search", domain: domainText,
      detail: "the function is undefined at every point that was tried")
  }
}
