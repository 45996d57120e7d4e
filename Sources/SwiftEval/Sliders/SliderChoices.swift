public import Diagnostics
public import MathCore

/// The values that a slider takes, in order.
public struct SliderChoices: Sendable {
  public struct Choice: Sendable {
    public let value: Rational
    /// The author's name for it; nil where the number itself is shown.
    public let label: String?
  }

  /// What the reader sees at the slider.
  public let title: String
  public let choices: [Choice]
  /// The index of the value that the page shows first.
  public let standard: Int

  /// As many frames as the most that a display may have.
  public static let limit = 64

  init(_ title: String, _ choices: [Choice], value: Rational) throws(SliderFault) {
    guard choices.count >= 2 else { throw .tooFew }
    guard choices.count <= Self.limit else { throw .tooMany(choices.count) }
    for (index, choice) in choices.enumerated() {
      let others = choices[..<index]
      if others.contains(where: { $0.value == choice.value }) {
        throw .repeated(choice.value.description)
      }
      if let label = choice.label, others.contains(where: { $0.label == label }) {
        throw .repeated(label)
      }
    }
    guard let standard = choices.firstIndex(where: { $0.value == value }) else {
      throw .unknownValue(value.description)
    }
    self.title = title
    self.choices = choices
    self.standard = standard
  }

  /// `lower`, `lower + step` … up to `upper`.
  init(
    _ title: String, in range: (lower: Rational, upper: Rational), step: Rational, value: Rational
  ) throws(SliderFault) {
    guard step.sign > 0, let perStep = step.inverse else { throw .step }
    let steps = ((range.upper - range.lower) * perStep).floor
    guard let count = steps.int, count < Self.limit else { throw .tooMany(nil) }
    let choices = (0...max(0, count)).map { index in
      Choice(value: range.lower + Rational(index) * step, label: nil)
    }
    try self.init(title, choices, value: value)
  }
}

/// A slider that a cell declared.
public struct DeclaredSlider: Sendable {
  public let name: String
  public let choices: SliderChoices
  /// Of the call, in the lesson.
  public let span: Span
}

/// Why there can be no such slider.
enum SliderFault: Error, Hashable {
  case notExact
  case step
  case tooFew
  case tooMany(Int?)
  case repeated(String)
  case unknownValue(String)

  var message: Diagnostic.Message {
    switch self {
    case .notExact:
      .init(id: "slider-values", text: "the values of a slider are exact: rational numbers")
    case .step: .init(id: "slider-values", text: "the step of a slider is positive")
    case .tooFew: .init(id: "slider-values", text: "a slider takes two values at least")
    case .tooMany(let count):
      .init(
        id: "slider-values",
        text: "a slider takes at most \(SliderChoices.limit) values"
          + (count.map { ", and this one \($0)" } ?? ""))
    case .repeated(let value):
      .init(id: "slider-values", text: "two values of the slider are \(value)")
    case .unknownValue(let value):
      .init(id: "slider-values", text: "the slider does not take the value \(value)")
    }
  }
}
