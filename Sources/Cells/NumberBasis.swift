public import MathCore

/// How the digits of a published number were decided.
public struct NumberBasis: Sendable, Hashable {
  public enum Decision: Sendable, Hashable {
    /// The value is a known rational.
    case exact
    /// All values of an enclosure of the real value, made at this precision, round to these digits.
    case enclosure(bits: Int)
    /// `asComputed`: the digits are those of the binary number that Swift computes.
    case asComputed
    /// The number is what a run cell printed.
    case recorded
  }

  public var decision: Decision
  /// Of the roots, extrema and integrals that the value is made of: what shows that they exist, and
  /// where.
  public var certificates: [Certificate]

  public init(_ decision: Decision, certificates: [Certificate] = []) {
    self.decision = decision
    self.certificates = certificates
  }
}
