public import Diagnostics
import MathCore

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

extension ValueDescription where S: CellScalar {
  /// The first of the numbers whose digits are not those of the real number.
  func difference() throws(ScalarFailure) -> ComputedDifference? {
    for number in numbers {
      guard let real = number.realNumber else { continue }
      let computed = number.binary64
      if try real.differs(from: computed, place: computed.lastDecimalPlace) {
        return ComputedDifference(real: real.text, computed: computed.description)
      }
    }
    return nil
  }
}

extension Double {
  /// The power of ten of the last digit that Swift prints: −1 for 0.5 and for 2.0, 3 for 5e+3.
  fileprivate var lastDecimalPlace: Int {
    let parts = description.split(separator: "e")
    let digits = parts.first?.split(separator: ".") ?? []
    let fraction = digits.count > 1 ? digits[1].count : 0
    return (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction
  }
}

extension Diagnostic.Message {
  public static func computedDiffers(_ difference: ComputedDifference) -> Self {
    Self(
      id: "computed-differs",
      text: "Swift computes \(difference.computed), the real value is \(difference.real)")
  }
}
