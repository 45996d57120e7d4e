import Diagnostics
import MathCore
import SwiftEval

/// A value that an inline value publishes: a number, as exactly as it is known, or a text.
struct PublishedText {
  private enum Content {
    case exact(Rational)
    /// A real number, Doubles on both sides of it, and what Swift computes for it.
    case enclosed(Expression, ConstantEnclosure, Double)
    case computed(Double)
    case text(String)
  }

  private let content: Content

  /// Nil for functions and displays.
  init?(_ value: CellValue, _ type: Type, of expression: Excerpt, _ context: CellContext) {
    switch value.unwrapped {
    case .int(let number): content = .exact(Rational(number))
    case .scalar(let x): content = Self.number(x.binary64, expression, context)
    case .float(let x): content = .computed(Double(x))
    case .void, .function, .record, .box: return nil
    default: content = .text(value.unwrapped.description(type: type))
    }
  }

  private static func number(_ x: Double, _ expression: Excerpt, _ context: CellContext) -> Content
  {
    guard x.isFinite, let exact = context.exact(expression.text, in: expression.file) else {
      return .computed(x)
    }
    if let number = exact.simplified().number, isNear(number.double, x) { return .exact(number) }
    guard let enclosure = ConstantEnclosure(exact) else { return .computed(x) }
    return .enclosed(exact, enclosure, x)
  }

  /// What is far from the computed value is a matter of rounding that its author has to see.
  private static func isNear(_ exact: Double, _ computed: Double) -> Bool {
    abs(exact - computed) <= 1e-9 * max(abs(exact), abs(computed), .leastNormalMagnitude)
  }

  /// The value with its digits for a message; nil for a text.
  var whole: String? {
    switch content {
    case .exact(let value):
      value.decimalText.flatMap { $0.count <= 20 ? $0 : nil } ?? "\(value.double)…"
    case .enclosed(_, _, let x): "\(x)…"
    case .computed(let x): "\(x)"
    case .text: nil
    }
  }

  func inserted(_ format: ValueFormat, typography: NumberTypography) -> String {
    switch content {
    case .exact(let value):
      if format.isAutomatic, value.isInteger, value.bitSize <= 64 { return whole(value) }
      return format.numberFormat.text(for: value, typography: typography)
    case .enclosed(_, let enclosure, let x):
      // Both ends read the same nearly always; then every digit is right.
      let format = format.numberFormat
      let (low, high) = (
        format.text(for: enclosure.lower, typography: typography),
        format.text(for: enclosure.upper, typography: typography)
      )
      return low == high ? low : format.text(for: x, typography: typography)
    case .computed(let x): return format.numberFormat.text(for: x, typography: typography)
    case .text(let text): return text
    }
  }

  /// A whole number with all of its digits.
  private func whole(_ value: Rational) -> String {
    value.numeratorText.replacing("-", with: "\u{2212}")
  }

  func agreement(with text: String, typography: NumberTypography) -> DecimalText.Agreement {
    if case .text(let own) = content { return own == text ? .matches : .differs(expected: own) }
    guard let number = DecimalText(text, typography: typography) else {
      return .differs(expected: inserted(ValueFormat(), typography: typography))
    }
    switch content {
    case .exact(let value): return number.agrees(with: value)
    case .enclosed(let exact, let enclosure, let x):
      let ends = (number.agrees(with: enclosure.lower), number.agrees(with: enclosure.upper))
      if ends.0 == ends.1 { return ends.0 }
      return number.isProved(of: exact) ? .matches : number.agrees(with: x)
    case .computed(let x): return number.agrees(with: x)
    case .text: return .matches
    }
  }
}

extension DecimalText {
  /// Whether the comparison that the text makes is proved of a real number, however near they are.
  fileprivate func isProved(of value: Expression) -> Bool {
    guard let shown, let distance = try? value - Expression(shown)
    else { return false }
    let signs: SignSet
    switch relation {
    case .less: signs = .negative
    case .lessOrEqual: signs = .nonpositive
    case .greater: signs = .positive
    case .greaterOrEqual: signs = .nonnegative
    case .equal, .approximate: return false
    }
    return Proof.sign(of: distance, is: signs).isProved
  }
}
