import Diagnostics
import LessonSyntax
import SwiftEval

/// An eval cell that was run, and what it shows.
struct EvaluatedCell {
  private(set) var shown = ShownOutputs()
  /// The sliders that it declares.
  private(set) var sliders: [DeclaredSlider] = []
  /// It shows nothing.
  let isDefinition: Bool

  /// - Parameters:
  ///   - index: the cell's place among the cells of the lesson.
  ///   - isWanted: whether the display whose expression stands at a place in the cell is made; plain
  ///     values and printed text always are.
  init(
    _ cell: Cell, index: Int, context: CellContext, isWanted: (Span) -> Bool = { _ in true }
  ) {
    let evaluation = context.evaluator.evaluate(cell.source)
    context.diagnostics += evaluation.diagnostics
    isDefinition = !evaluation.hasDisplays
    let name = cell.label?.name ?? "\(index + 1)"
    for (number, output) in evaluation.outputs.enumerated() {
      switch output {
      case .printed(let text): shown.append(.text(text), .printed, at: cell.source.span)
      case .slider(let slider):
        sliders.append(slider)
        context.hasSliders = true
        shown.append(.slider(SliderOutput(slider, context: context)), .printed, at: slider.span)
      case .value(let value, let type, let span):
        let part = ShownOutputs.Part.expression(span)
        guard RecordCall(value) == nil || isWanted(span) else {
          shown.append(nil, part, at: cell.source.span(span))
          continue
        }
        let display = CellDisplay(
          context: context, idPrefix: "figure-\(name)" + (number == 0 ? "" : "-\(number + 1)"))
        if let output = display.output(value, type: type, span: span, in: cell.source) {
          shown.append(output, part, at: cell.source.span(span))
        }
      }
    }
  }
}
