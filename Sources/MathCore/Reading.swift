/// The two readings of a `Double`: the real number that the program means, and what Swift computes,
/// operation by operation.
///
/// What decides the way of a run (comparisons, conversions to Int) must be the same in both;
/// otherwise it throws `readingsPart`.
public struct Reading: Sendable {
  public let real: RealNumber
  /// In IEEE 754 arithmetic, with correctly rounded elementary functions.
  public let binary64: Double

  public init(real: RealNumber, binary64: Double) {
    self.real = real
    self.binary64 = binary64
  }

  /// A real number and its nearest Double.
  public init(rounding real: RealNumber) throws(ScalarFailure) {
    self.init(real: real, binary64: try real.nearestDouble())
  }
}

extension Reading: Scalar {
  public init(literal value: Double, text: String) {
    self.init(real: RealNumber(literal: value, text: text), binary64: value)
  }

  /// An exact binary number: what `asComputed` gives.
  public init(_ value: Double) { self.init(real: RealNumber(exactly: value), binary64: value) }
  public init(_ value: Int) { self.init(real: RealNumber(value), binary64: Double(value)) }

  public static var pi: Reading { Reading(real: .pi, binary64: Double.pi) }

  public static func defined(_ number: DefinedNumber) throws(ScalarFailure) -> Reading {
    Reading(real: try RealNumber(number), binary64: try Double.defined(number))
  }

  public static func add(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    Reading(real: try .add(a.real, b.real), binary64: a.binary64 + b.binary64)
  }

  public static func subtract(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    Reading(real: try .subtract(a.real, b.real), binary64: a.binary64 - b.binary64)
  }

  public static func multiply(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    Reading(real: try .multiply(a.real, b.real), binary64: a.binary64 * b.binary64)
  }

  public static func divide(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    Reading(real: try .divide(a.real, b.real), binary64: a.binary64 / b.binary64)
  }

  public static func negate(_ a: Self) throws(ScalarFailure) -> Self {
    Reading(real: try .negate(a.real), binary64: -a.binary64)
  }

  public static func addProduct(
    _ a: Self, _ b: Self, _ c: Self
  ) throws(ScalarFailure) -> Self {
    Reading(
      real: try .add(a.real, .multiply(b.real, c.real)),
      binary64: a.binary64.addingProduct(b.binary64, c.binary64))
  }

  public static func apply(
    _ function: ElementaryFunction, _ x: Self
  ) throws(ScalarFailure) -> Self {
    Reading(real: try .apply(function, x.real), binary64: function.value(at: x.binary64))
  }

  public static func apply(
    _ function: BinaryFunction, _ x: Self, _ y: Self
  ) throws(ScalarFailure) -> Self {
    Reading(
      real: try .apply(function, x.real, y.real),
      binary64: function.value(at: x.binary64, y.binary64))
  }

  /// A real number that has no value was never made: its operation throws.
  public static func restricted(
    _ x: Self, toDomainOf other: Self
  ) throws(ScalarFailure) -> Self {
    Reading(real: x.real, binary64: other.binary64.isNaN ? .nan : x.binary64)
  }
}

/// What must be the same in both readings.
extension Reading {
  public static func isEqual(_ a: Self, _ b: Self) throws(ScalarFailure) -> Bool {
    try inStep(a, "==", b, a.binary64 == b.binary64) { $0 == 0 }
  }

  public static func isLess(_ a: Self, _ b: Self) throws(ScalarFailure) -> Bool {
    try inStep(a, "<", b, a.binary64 < b.binary64) { $0 < 0 }
  }

  public static func isLessOrEqual(_ a: Self, _ b: Self) throws(ScalarFailure) -> Bool {
    try inStep(a, "<=", b, a.binary64 <= b.binary64) { $0 <= 0 }
  }

  public static func isGreater(_ a: Self, _ b: Self) throws(ScalarFailure) -> Bool {
    try inStep(a, ">", b, a.binary64 > b.binary64) { $0 > 0 }
  }

  public static func isGreaterOrEqual(_ a: Self, _ b: Self) throws(ScalarFailure) -> Bool {
    try inStep(a, ">=", b, a.binary64 >= b.binary64) { $0 >= 0 }
  }

  private static func inStep(
    _ a: Self, _ sign: String, _ b: Self, _ computed: Bool, _ holds: (Int) -> Bool
  ) throws(ScalarFailure) -> Bool {
    if a.real.nonreal?.isNaN == true || b.real.nonreal?.isNaN == true { return computed }
    let order = try a.real.compare(to: b.real)
    ComparisonLog.current?.record(a.real, b.real, order: order.signum())
    let real = holds(order)
    if real == computed { return real }
    let (left, right) =
      order == 0 ? (a.real.text, b.real.text) : RealNumber.tellingTexts(a.real, b.real)
    throw ScalarFailure.readingsPart(
      ReadingsDifference(
        real: "\(left) \(sign) \(right) is \(real)",
        computed: "\(a.binary64) \(sign) \(b.binary64) is \(computed)"))
  }

  /// - Throws: `readingsPart` where the readings are rounded to different Ints.
  public static func int(_ x: Self) throws(ScalarFailure) -> Int? {
    guard let computed = try Double.int(x.binary64) else { return nil }
    guard x.real.nonreal == nil else { return nil }
    let real = try x.real.truncated()
    if real == Rational(computed) { return computed }
    throw ScalarFailure.readingsPart(
      ReadingsDifference(
        real: "\(x.real.text) becomes \(real)", computed: "\(x.binary64) becomes \(computed)"))
  }
}
