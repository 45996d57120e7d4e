import MathCore
import SwiftEval
import Typesetting

/// A number in a claim as the real number that it means: a bound, an end of a domain, a limit.
struct ExactNumber {
  /// What Swift computes for it.
  let double: Double
  /// The number itself where it is rational, else rationals on both sides; nil for ±∞.
  let below: Rational?
  let above: Rational?
  /// Without variables; nil for ±∞.
  let expression: Expression?
  private let real: RealNumber
  /// The author's decimal, where the number or its negative is one.
  private let literal: String?

  /// Nil for what is not a number.
  ///
  /// - Parameter source: the call that it stands in, whose decimals are written as they are there.
  init?(_ value: CellValue?, in source: CallText? = nil) {
    guard let reading = value?.reading, !reading.binary64.isNaN else { return nil }
    double = reading.binary64
    real = reading.real
    if let number = real.rational ?? real.recognized {
      (below, above, expression) = (number, number, Expression(number))
      literal = source?.decimals[number.magnitude]
    } else {
      let enclosure = real.enclosure(precision: 64)
      (below, above) = (enclosure?.lowerRational, enclosure?.upperRational)
      expression = real.expression
      literal = nil
    }
  }

  var rational: Rational? { below == above ? below : nil }
  var isInfinite: Bool { expression == nil }

  // MARK: As a reader would write it

  /// "−1/4", "√3/18", "∞"; of what would be long its first digits: "0.7390851332…".
  var text: String {
    guard let expression else { return double > 0 ? "∞" : "−∞" }
    if let rational { return rational.placeText }
    let text = expression.description
    return text.count <= Self.longestText && !hasNoFormula ? text : digits
  }

  private static let longestText = 60

  var formula: FormulaTree {
    if isInfinite { return double > 0 ? .symbol("∞") : .negate(.symbol("∞")) }
    if let literal { return double < 0 ? .negate(.number(literal)) : .number(literal) }
    return hasNoFormula ? .number(digits) : expression?.formula ?? .number(digits)
  }

  /// Ten of them, cut and not rounded.
  private var digits: String { real.text(significant: 10) }

  /// Whether a part of it is known only by what it is: the root of an equation, a maximum.
  private var hasNoFormula: Bool {
    expression?.parts.contains { if case .defined = $0.node { true } else { false } } ?? false
  }
}

extension Rational {
  /// The number in the six digits of a published one; nil where it has more.
  var shortText: String? {
    let text = NumberFormat.automatic.text(for: self)
    return DecimalText(text)?.shown == self ? text : nil
  }

  /// As a place is named: whole where it is short, else its first digits and "…".
  var placeText: String { shortText ?? RealNumber(self).text }
}

extension CallText {
  /// The decimals of the call, by what they are worth: `0.25`, `1_000.5`, `2.5e-3`.
  var decimals: [Rational: String] {
    let literals = arguments.flatMap {
      $0.text.matches(of: /[0-9][0-9_]*\.[0-9][0-9_]*(e[+\-]?[0-9]+)?/)
    }
    let values = literals.compactMap { match in
      Rational(literal: String(match.output.0)).map { ($0, String(match.output.0)) }
    }
    return Dictionary(values, uniquingKeysWith: { first, _ in first })
  }
}
