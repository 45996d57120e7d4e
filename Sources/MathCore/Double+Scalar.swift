/// Binary64 as a number system: IEEE 754 arithmetic, elementary functions correctly rounded.
extension Double: Scalar {
  @inlinable public init(literal value: Double, text: String) {
    self = value
  }

  @inlinable public var binary64: Double { self }

  public static func defined(_ number: DefinedNumber) throws(ScalarFailure) -> Double {
    guard let double = number.double else { throw ScalarFailure.undecided }
    return double
  }

  @inlinable public static func add(_ a: Double, _ b: Double) throws(ScalarFailure) -> Double {
    a + b
  }

  @inlinable public static func subtract(
    _ a: Double, _ b: Double
  ) throws(ScalarFailure) -> Double {
    a - b
  }

  @inlinable public static func multiply(
    _ a: Double, _ b: Double
  ) throws(ScalarFailure) -> Double {
    a * b
  }

  @inlinable public static func divide(_ a: Double, _ b: Double) throws(ScalarFailure) -> Double {
    a / b
  }

  @inlinable public static func negate(_ a: Double) throws(ScalarFailure) -> Double {
    -a
  }

  @inlinable public static func addProduct(
    _ a: Double, _ b: Double, _ c: Double
  ) throws(ScalarFailure) -> Double {
    a.addingProduct(b, c)
  }

  @inlinable public static func apply(
    _ function: ElementaryFunction, _ x: Double
  ) throws(ScalarFailure) -> Double {
    function.value(at: x)
  }

  @inlinable public static func apply(
    _ function: BinaryFunction, _ x: Double, _ y: Double
  ) throws(ScalarFailure) -> Double {
    function.value(at: x, y)
  }

  @inlinable public static func restricted(
    _ x: Double, toDomainOf other: Double
  ) throws(ScalarFailure) -> Double {
    other.isNaN ? other : x
  }

  @inlinable public static func isEqual(
    _ a: Double, _ b: Double
  ) throws(ScalarFailure) -> Bool {
    a == b
  }

  @inlinable public static func isLess(_ a: Double, _ b: Double) throws(ScalarFailure) -> Bool {
    a < b
  }

  @inlinable public static func isLessOrEqual(
    _ a: Double, _ b: Double
  ) throws(ScalarFailure) -> Bool {
    a <= b
  }

  @inlinable public static func int(_ x: Double) throws(ScalarFailure) -> Int? {
    Int(exactly: x.rounded(.towardZero))
  }
}
