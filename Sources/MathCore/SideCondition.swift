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
