/// The real reading of a `Double`: what runs inside `asReal`, and what curves and checks use.
///
/// The way of a run is decided by the real numbers alone. What Swift computes along that way is kept for an
/// `asComputed` in it.
public struct RealReading: Sendable {
  private let reading: Reading

  public init(_ reading: Reading) { self.reading = reading }

  /// A real number, and its nearest Double: not a number where that is not decided.
  public init(real: RealNumber) {
    self.init(Reading(real: real, binary64: (try? real.nearestDouble()) ?? .nan))
  }

  public var real: RealNumber { reading.real }
  public var binary64: Double { reading.binary64 }
}

extension RealReading: Scalar {
  public init(literal value: Double, text: String) {
    self.init(Reading(literal: value, text: text))
  }

  public init(_ value: Double) { self.init(Reading(value)) }
  public init(_ value: Int) { self.init(Reading(value)) }

  public static var pi: RealReading { RealReading(Reading.pi) }

  public static func defined(_ number: DefinedNumber) throws(ScalarFailure) -> RealReading {
    RealReading(try Reading.defined(number))
  }

  public static func add(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    RealReading(try .add(a.reading, b.reading))
  }

  public static func subtract(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    RealReading(try .subtract(a.reading, b.reading))
  }

  public static func multiply(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    RealReading(try .multiply(a.reading, b.reading))
  }

  public static func divide(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    RealReading(try .divide(a.reading, b.reading))
  }

  public static func addProduct(
    _ a: Self, _ b: Self, _ c: Self
  ) throws(ScalarFailure) -> Self {
    RealReading(try .addProduct(a.reading, b.reading, c.reading))
  }

  public static func negate(_ a: Self) throws(ScalarFailure) -> Self {
    RealReading(try .negate(a.reading))
  }

  public static func apply(
    _ function: ElementaryFunction, _ x: Self
  ) throws(ScalarFailure) -> Self {
    RealReading(try .apply(function, x.reading))
  }

  public static func apply(
    _ function: BinaryFunction, _ x: Self, _ y: Self
  ) throws(ScalarFailure) -> Self {
    RealReading(try .apply(function, x.reading, y.reading))
  }

  public static func restricted(
    _ x: Self, toDomainOf other: Self
  ) throws(ScalarFailure) -> Self {
    RealReading(try .restricted(x.reading, toDomainOf: other.reading))
  }

  public static func isEqual(_ a: Self, _ b: Self) throws(ScalarFailure) -> Bool {
    try a.real.compare(to: b.real) == 0
  }

  public static func isLess(_ a: Self, _ b: Self) throws(ScalarFailure) -> Bool {
    try a.real.compare(to: b.real) < 0
  }

  public static func isLessOrEqual(_ a: Self, _ b: Self) throws(ScalarFailure) -> Bool {
    try a.real.compare(to: b.real) <= 0
  }

  public static func int(_ x: Self) throws(ScalarFailure) -> Int? {
    guard x.real.nonreal == nil else { return nil }
    return try x.real.truncated().int
  }
}
