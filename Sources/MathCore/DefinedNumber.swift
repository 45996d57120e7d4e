import Synchronization

/// A real number given by what it is (the root of an equation, a maximum, an integral), which can be
/// enclosed as narrowly as anyone asks.
///
/// A class for its memo and for its identity: two are equal only where they are the same one.
public final class DefinedNumber: Sendable {
  /// What it is, for messages and for a reader: "the root of cos(x) − x in 0...1".
  public let description: String
  /// What a separate program needs to find the number again; nil where a proof cannot use it.
  ///
  ///     {"kind": "solution", "index": 0, "of": [f, …], "variables": ["x", …], "in": ["[0, 1]", …]}
  ///                    the first coordinate of the only point of a box where all functions are 0
  ///     {"kind": "integral", "of": f, "variable": "x", "from": a, "to": b}
  ///                    also "maximum" and "minimum", of the values from a to b
  public let certificate: Certificate?
  /// The equations that define the number, and which of their variables it is.
  public let membership: (system: DefiningSystem, index: Int)?
  private let narrow: @Sendable (_ precision: Int) -> Interval<BigFloat>?
  private let memo = Mutex<(precision: Int, interval: Interval<BigFloat>)?>(nil)

  /// - Parameter narrow: an interval that holds the number, with ends of the given precision in bits
  ///   and about as narrow as that; nil where it cannot be found.
  public init(
    description: String, certificate: Certificate? = nil,
    membership: (system: DefiningSystem, index: Int)? = nil,
    narrow: @escaping @Sendable (_ precision: Int) -> Interval<BigFloat>?
  ) {
    self.description = description
    self.certificate = certificate
    self.membership = membership
    self.narrow = narrow
  }

  /// An interval of about the given precision that holds the number; nil where it cannot be found.
  public func enclosure(precision: Int) -> Interval<BigFloat>? {
    if let known = memo.withLock({ $0 }), known.precision >= precision { return known.interval }
    guard let interval = narrow(precision) else { return nil }
    memo.withLock { $0 = (precision, interval) }
    return interval
  }
}

extension DefinedNumber {
  /// The nearest Double; nil where the number cannot be found, or lies so near the middle of two
  /// Doubles that 1,024 bits do not tell which is nearer.
  public var double: Double? {
    var precision = 64
    while precision <= 1024 {
      guard let interval = enclosure(precision: precision) else { return nil }
      let nearest = interval.lower.double
      if nearest == interval.upper.double { return nearest }
      precision *= 2
    }
    return nil
  }
}
