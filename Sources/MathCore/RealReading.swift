/// The real reading of a `Double` alone: what runs inside `asReal`, and what curves and checks use.
public struct RealReading: Sendable {
  public let real: RealNumber

  public init(real: RealNumber) { self.real = real }
}

extension RealReading: Scalar {
  public init(literal value: Double, text: String) {
    real = RealNumber(literal: value, text: text)
  }

  public init(_ value: Double) { real = RealNumber(exactly: value) }
  public init(_ value: Int) { real = RealNumber(value) }

  public static var pi: RealReading { RealReading(real: .pi) }

  public static func defined(_ number: DefinedNumber) throws(ScalarFailure) -> RealReading {
    RealReading(real: try RealNumber(number))
  }

  /// The nearest Double; not a number where that is not decided.
  public var binary64: Double { (try? real.nearestDouble()) ?? .nan }

  public static func add(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    RealReading(real: try .add(a.real, b.real))
  }

  public static func subtract(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    RealReading(real: try .subtract(a.real, b.real))
  }

  public static func multiply(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    RealReading(real: try .multiply(a.real, b.real))
  }

  public static func divide(_ a: Self, _ b: Self) throws(ScalarFailure) -> Self {
    RealReading(real: try .divide(a.real, b.real))
  }

  public static func negate(_ a: Self) throws(ScalarFailure) -> Self {
    RealReading(real: try .negate(a.real))
  }

  public static func apply(
    _ function: ElementaryFunction, _ x: Self
  ) throws(ScalarFailure) -> Self {
    RealReading(real: try .apply(function, x.real))
  }

  public static func apply(
    _ function: BinaryFunction, _ x: Self, _ y: Self
  ) throws(ScalarFailure) -> Self {
    RealReading(real: try .apply(function, x.real, y.real))
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
