import MathCore
import SwiftEval

/// Whether the text that an author wrote is true of a value, and what decided that.
struct TextAgreement {
  enum Verdict: Equatable {
    case matches
    /// The text that would be right, in the author's form.
    case differs(expected: String)
    /// The comparison is false of the value, which is given whole enough to see it.
    case comparisonFails(value: String)
    /// A text that is no number, of a value that is one; with what would be right where it is clear
    /// what form the author meant.
    case unreadable(expected: String?)
  }

  var verdict: Verdict
  /// The bits of the enclosure that decided it.
  var precision: Int?
  /// Where what the text says, or the right one in its place, is not what Swift computes.
  var computedDifference: ComputedDifference?
}

extension PublishedText {
  /// - Parameter isForm: the text says how the value is written, not what it is.
  /// - Throws: `undecidedValue` where a question about the value is not decided.
  func agreement(
    with text: String, isForm: Bool = false, typography: NumberTypography
  ) throws(ScalarFailure) -> TextAgreement {
    guard let reading, reading.real.nonreal == nil else {
      return try agreement(ofWords: text, typography)
    }
    guard let number = DecimalText(text, typography: typography) else {
      return try agreement(ofUnread: text, reading, typography)
    }
    let decided = try reading.real.agreement(with: number)
    var result = TextAgreement(
      verdict: TextAgreement.Verdict(decided.answer), precision: decided.precision,
      computedDifference: try computedDifference(from: number))
    guard case .differs = decided.answer, !isForm,
      let near = try NearNumber(text, near: reading.real.nearestDouble(), typography: typography)
    else { return result }
    let answer = try reading.real.agreement(with: near.number).answer
    result.verdict = answer == .matches ? .differs(expected: near.text) : .init(answer)
    return result
  }

  /// Of what is no real number.
  private func agreement(
    ofWords text: String, _ typography: NumberTypography
  ) throws(ScalarFailure) -> TextAgreement {
    let own = try inserted(ValueFormat(), typography: typography).text
    // ∞ may have a hyphen before it, as numbers may.
    let isSame = own == text || (reading != nil && own == text.replacing("-", with: "\u{2212}"))
    return TextAgreement(
      verdict: isSame ? .matches : .differs(expected: own),
      computedDifference: try computedDifference(place: nil))
  }

  private func agreement(
    ofUnread text: String, _ reading: Reading, _ typography: NumberTypography
  ) throws(ScalarFailure) -> TextAgreement {
    let value = try reading.real.nearestDouble()
    guard let near = NearNumber(text, near: value, typography: typography) else {
      return TextAgreement(verdict: .unreadable(expected: nil))
    }
    switch try reading.real.agreement(with: near.number).answer {
    case .matches: return TextAgreement(verdict: .unreadable(expected: near.text))
    case .differs(let expected): return TextAgreement(verdict: .unreadable(expected: expected))
    case .comparisonFails(let value):
      return TextAgreement(verdict: .comparisonFails(value: value))
    }
  }

  /// Where Swift computes other digits, or gives another answer to a comparison.
  private func computedDifference(
    from number: DecimalText
  ) throws(ScalarFailure) -> ComputedDifference? {
    guard number.relation.isOrder else { return try computedDifference(place: number.place) }
    guard let reading, let bound = number.shown?.double,
      !number.relation.holds(reading.binary64, bound)
    else { return nil }
    return ComputedDifference(reading)
  }
}

extension TextAgreement.Verdict {
  fileprivate init(_ answer: DecimalText.Agreement) {
    self =
      switch answer {
      case .matches: .matches
      case .differs(let expected): .differs(expected: expected)
      case .comparisonFails(let value): .comparisonFails(value: value)
      }
  }
}
