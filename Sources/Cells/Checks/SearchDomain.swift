import MathCore

/// The set of real numbers over which a check claims something, one interval for each variable.
struct SearchDomain: Hashable, Sendable {
  var lower: Double
  var upper: Double
  var includesLower: Bool
  var includesUpper: Bool

  static let reals = SearchDomain(
    lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false)

  func contains(_ x: Double) -> Bool {
    guard x.isFinite else { return false }
    let above = includesLower ? x >= lower : x > lower
    let below = includesUpper ? x <= upper : x < upper
    return above && below
  }
}

extension SearchDomain {
  /// The domain as a verdict names it: all real x, "−6 ≤ x ≤ 6", "x < 0".
  ///
  /// - Parameters:
  ///   - lowerText: how the lower end is written, where it has one.
  func part(
    of variable: String, lower lowerText: String?, upper upperText: String?
  ) -> VerdictDomain.Part {
    let low = lowerText ?? NumberFormat.automatic.text(for: lower)
    let high = upperText ?? NumberFormat.automatic.text(for: upper)
    let atMost = includesUpper ? "≤" : "<"
    switch (lower.isFinite, upper.isFinite) {
    case (false, false): return .reals([variable])
    case (true, false): return .relation("\(variable) \(includesLower ? "≥" : ">") \(low)")
    case (false, true): return .relation("\(variable) \(atMost) \(high)")
    case (true, true):
      return .relation("\(low) \(includesLower ? "≤" : "<") \(variable) \(atMost) \(high)")
    }
  }

  /// Maps 0 < t < 1 onto the domain, evenly where it is bounded, and with as many points below 1
  /// in size as above where it is not.
  func point(at t: Double) -> Double {
    switch (lower.isFinite, upper.isFinite) {
    case (true, true): return lower + t * (upper - lower)
    case (true, false): return lower + Self.stretched(t)
    case (false, true): return upper - Self.stretched(1 - t)
    case (false, false):
      return t < 0.5 ? -Self.stretched(1 - 2 * t) : Self.stretched(2 * t - 1)
    }
  }

  /// So many points, evenly in the sense of `point(at:)`.
  func spread(_ count: Int) -> [Double] {
    (0..<count).map { point(at: (Double($0) + 0.5) / Double(count)) }
  }

  /// 0…1 onto 0…∞: t/(1 − t), which needs no elementary function and so is the same everywhere.
  private static func stretched(_ t: Double) -> Double { t / (1 - t) }
}
