import MathCore
import SwiftEval

extension SliderOutput {
  /// A number that has no name of the author's stands as an inline value with no text would.
  init(_ slider: DeclaredSlider, context: CellContext) {
    let choices = slider.choices
    self.init(
      name: slider.name, title: choices.title,
      values: choices.choices.map { choice in
        choice.label ?? Self.text(of: choice.value, typography: context.typography)
      },
      hasNames: choices.choices.contains { $0.label != nil }, standard: choices.standard)
  }

  private static func text(of value: Rational, typography: NumberTypography) -> String {
    let number = try? RealNumber(value).published(
      ValueFormat().numberFormat, typography: typography)
    return number?.text ?? value.description
  }
}
