public import Diagnostics
public import MathCore

/// A number as Swift prints it, beside the real one that it is further from than rounding explains.
public struct ComputedDifference: Hashable, Sendable {
  /// With 17 digits.
  public let real: String
  public let computed: String

  public init(real: String, computed: String) {
    self.real = real
    self.computed = computed
  }

  /// What an author can do about it, one line each.
  public static let waysOut = [
    "show fewer digits, compute it in another way,"
      + " or say that what Swift computes is meant: asComputed(…)"
  ]
}

extension ComputedDifference {
  /// The two readings of a number, whether or not rounding explains that they differ.
  public init(_ reading: Reading) {
    self.init(real: reading.real.text, computed: reading.binary64.description)
  }

  /// Nil where Swift computes the digits that are shown: see `RealNumber.differs`.
  ///
  /// - Parameter place: the power of ten of the last digit shown; nil where the value is shown whole.
  public init?(_ reading: Reading, place: Int?) throws(ScalarFailure) {
    guard try reading.real.differs(from: reading.binary64, place: place) else { return nil }
    self.init(reading)
  }
}

extension ValueDescription where S: CellScalar {
  /// The first of the numbers whose digits are not those of the real number.
  func difference() throws(ScalarFailure) -> ComputedDifference? {
    for number in numbers {
      guard let real = number.realNumber else { continue }
      let computed = number.binary64
      if try real.differs(from: computed, place: computed.placeOfCancellation) {
        return ComputedDifference(real: real.text, computed: computed.description)
      }
    }
    return nil
  }
}

extension Double {
  /// The shortest text of a Double is not a rounding to its last digit, so that it has no place; but
  /// 0.0 is what is left of numbers that cancel, to the fifteen digits that all of them have.
  fileprivate var placeOfCancellation: Int? { self == 0 ? -15 : nil }
}

extension Diagnostic.Message {
  public static func computedDiffers(_ difference: ComputedDifference) -> Self {
    Self(
      id: "computed-differs",
      text: "Swift computes \(difference.computed), the real value is \(difference.real)")
  }
}
