/// What must hold for a function to have a value: that a part of it is not 0, is positive, …
public struct SideCondition: Hashable, Sendable {
  public enum Relation: String, Hashable, Sendable {
    case notEqual = "≠"
    case greater = ">"
    case notLess = "≥"
    case less = "<"
    case notGreater = "≤"
  }

  /// As the author wrote it.
  public let part: Expression
  public let relation: Relation
  /// What the part is compared with.
  public let bound: Int

  init(_ part: Expression, _ relation: Relation, _ bound: Int) {
    self.part = part
    self.relation = relation
    self.bound = bound
  }
}

extension SideCondition: CustomStringConvertible {
  /// "1 + e^(−x) ≠ 0"
  public var description: String {
    "\(part) \(relation.rawValue) " + (bound < 0 ? "−" : "") + bound.magnitude.description
  }
}

extension SideCondition {
  /// The condition as a reader has the least to check: simplified, without powers, roots and factors
  /// that do not change what it says; nil where it is about numbers alone.
  ///
  /// It holds at just the points where this one does, of those at which the part has a value.
  public var essential: SideCondition? {
    var part = part.simplified()
    guard !part.variables.isEmpty else { return nil }
    while bound == 0, let inner = Self.core(of: part, relation) { part = inner }
    return SideCondition(part, relation, bound)
  }

  /// An inner part that stands in the same relation to 0.
  private static func core(of part: Expression, _ relation: Relation) -> Expression? {
    let isNonzero = relation == .notEqual
    switch part.node {
    case .negate(let x), .apply(.abs, let x), .apply(.sqrt, let x): return isNonzero ? x : nil
    case .power(let base, let exponent):
      guard let value = exponent.number, value.sign > 0 else { return nil }
      return isNonzero || value.int.map { !$0.isMultiple(of: 2) } == true ? base : nil
    case .multiply(let x, let y):
      guard let factor = x.number, !factor.isZero else { return nil }
      return isNonzero || factor.sign > 0 ? y : nil
    case .divide(let x, let y):
      guard let divisor = y.number, !divisor.isZero else { return nil }
      return isNonzero || divisor.sign > 0 ? x : nil
    case .number, .pi, .defined, .variable, .add, .subtract, .apply, .applyBinary, .restricted:
      return nil
    }
  }
}
