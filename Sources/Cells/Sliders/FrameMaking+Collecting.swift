import Diagnostics
import LessonSyntax
import SwiftEval

/// Puts what the passes made into the results.
extension FrameMaking {
  mutating func collect(
    _ place: OutputPlace, _ frames: FrameSet, _ made: [FramePass.Made]
  ) {
    guard let shown = cells[place.cell], let standard = shown.outputs[place.output] else { return }
    var contents: [CellOutput] = []
    for (index, frame) in made.enumerated() {
      let outputs = frame.cells[place.cell]?.outputs ?? []
      guard outputs.count == shown.outputs.count, let output = outputs[place.output],
        output.isLike(standard)
      else { return reportOtherOutputs(shown.spans[place.output], frames.name(ofFrame: index)) }
      contents.append(output)
    }
    contents = CheckOutput.withWeakestVerdict(contents, name: frames.name)
    results.outputs[place.cell][place.output] = contents[frames.standard]
    guard contents.contains(where: { $0 != contents[frames.standard] }) else { return }
    results.outputFrames[place] = Frames(
      sliders: frames.sliders.map(\.name), contents: contents, standard: frames.standard)
  }

  mutating func collect(
    inlineValue index: Int, _ frames: FrameSet, _ made: [FramePass.Made]
  ) {
    let standard = results.inlineValues[index]
    let others = made.map { $0.inlineValues[index] }
    // With no digits of the author's in mind only where no frame is rounded.
    let isInserted =
      insertedTexts.contains(index)
      && others.enumerated().allSatisfy { $0 == frames.standard || $1?.asInserted != nil }
    let contents = others.enumerated().map { frame, value in
      if frame == frames.standard { return standard }
      return (isInserted ? value?.asInserted : value?.asWritten) ?? .failed
    }
    guard !contents.contains(.failed), contents.contains(where: { $0 != standard }) else { return }
    results.inlineFrames[index] = Frames(
      sliders: frames.sliders.map(\.name), contents: contents, standard: frames.standard)
  }

  mutating func reportTooMany(_ frames: FrameSet, _ members: FramePlan.Members) {
    let spans =
      members.outputs.compactMap { cells[$0.cell]?.spans[$0.output] }
      + members.inlineValues.map { lesson.inlineValues[$0].expression.span }
    let names = frames.sliders.map { "`\($0.name)`" }.joined(separator: " and ")
    results.diagnostics += spans.map { span in
      Diagnostic(
        .error, .tooManyFrames(frames.count), in: lesson.source, at: span,
        help: ["it depends on \(names): give them fewer values"])
    }
  }

  /// Silent where something failed, which is reported.
  private mutating func reportOtherOutputs(_ span: Span, _ frame: String) {
    guard !results.diagnostics.hasErrors else { return }
    results.diagnostics.append(
      Diagnostic(.error, .otherOutputs(frame), in: lesson.source, at: span))
  }
}

extension CellOutput {
  var isFigure: Bool { if case .figure = self { true } else { false } }

  /// Both are of one kind.
  fileprivate func isLike(_ other: CellOutput) -> Bool {
    switch (self, other) {
    case (.text, .text), (.table, .table), (.figure, .figure), (.check, .check),
      (.formula, .formula):
      true
    case (.text, _), (.table, _), (.figure, _), (.check, _), (.formula, _), (.claims, _),
      (.slider, _):
      false
    }
  }
}

extension Diagnostic.Message {
  static func tooManyFrames(_ count: Int) -> Self {
    Self(
      id: "too-many-frames",
      text: "this would be made \(count) times, and a page holds \(SliderChoices.limit) of each")
  }

  static func otherOutputs(_ frame: String) -> Self {
    Self(
      id: "frames-differ",
      text: "at \(frame) the cell shows more, or less, or something of another kind")
  }
}
