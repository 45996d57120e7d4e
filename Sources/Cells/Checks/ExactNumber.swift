import MathCore
import SwiftEval

/// A number in a claim as the real number that it means: a bound, an end of a domain, a limit.
struct ExactNumber {
  /// What Swift computes for it.
  let double: Double
  /// The number itself where it is rational, else rationals on both sides; nil for ±∞.
  let below: Rational?
  let above: Rational?
  /// Without variables; nil for ±∞.
  let expression: Expression?

  /// Nil for what is not a number.
  init?(_ value: CellValue?) {
    guard let reading = value?.reading, !reading.binary64.isNaN else { return nil }
    double = reading.binary64
    let real = reading.real
    if let number = real.rational ?? real.recognized {
      (below, above, expression) = (number, number, Expression(number))
    } else {
      let enclosure = real.enclosure(precision: 64)
      (below, above) = (enclosure?.lowerRational, enclosure?.upperRational)
      expression = real.expression
    }
  }

  var rational: Rational? { below == above ? below : nil }
  var isInfinite: Bool { expression == nil }

  /// As a reader would write it: "−1/4", "√3/18", "∞"; shortened where that would be long.
  var text: String {
    guard let expression else { return double > 0 ? "∞" : "−∞" }
    if let rational { return NumberFormat.automatic.text(for: rational) }
    let text = expression.description
    return text.count <= 30 ? text : NumberFormat.automatic.text(for: double)
  }
}
