import Diagnostics
import Figures
import LessonSyntax
import SwiftEval

/// Makes every frame of what depends on a lesson's sliders.
///
/// What depends on the same sliders is made together, by one pass over the lesson for each frame.
struct FrameMaking {
  let lesson: Lesson
  let shared: [Excerpt]
  let settings: Notebook.Settings
  let runs: RunResults
  /// What each eval cell shows where every slider has its own value, by cell.
  let cells: [Int: ShownOutputs]

  private var results: LessonResults
  private var reported: Set<ReportPlace> = []

  /// A message is reported for one frame, and not again for the others.
  private struct ReportPlace: Hashable {
    let id: String
    let file: String
    let span: Span

    init(_ diagnostic: Diagnostic) {
      id = diagnostic.message.id
      file = diagnostic.file.path
      span = diagnostic.span
    }
  }

  init(
    _ lesson: Lesson, shared: [Excerpt], settings: Notebook.Settings, runs: RunResults,
    cells: [Int: ShownOutputs], results: LessonResults
  ) {
    self.lesson = lesson
    self.shared = shared
    self.settings = settings
    self.runs = runs
    self.cells = cells
    self.results = results
  }

  /// The results with all frames, and what was reported about them.
  func framed(by sliders: [SliderOutput]) -> LessonResults {
    var making = self
    making.makeFrames(of: FramePlan(lesson, shared: shared, cells: cells, sliders: sliders))
    return making.results
  }
}

extension FrameMaking {
  private mutating func makeFrames(of plan: FramePlan) {
    reported = Set(results.diagnostics.map(ReportPlace.init))
    for (frames, members) in plan.groups {
      guard frames.count <= SliderChoices.limit else {
        reportTooMany(frames, members)
        continue
      }
      let figures = members.figures(in: cells)
      let scales = commonScales(figures, frames)
      let made = (0..<frames.count).map { index in
        make(index == frames.standard ? figures : members, frames, index, scales)
      }
      for place in members.outputs { collect(place, frames, made) }
      for value in members.inlineValues { collect(inlineValue: value, frames, made) }
    }
  }

  private func commonScales(
    _ figures: FramePlan.Members, _ frames: FrameSet
  ) -> [String: [ChartScales]] {
    var scales: [String: [ChartScales]] = [:]
    for index in 0..<frames.count where !figures.isEmpty {
      scales.formUnion(
        pass(frames, index, .measured).making(figures.selection(in: cells)).measuredScales)
    }
    return scales
  }

  private func pass(_ frames: FrameSet, _ index: Int, _ scales: FrameScales) -> FramePass {
    FramePass(
      lesson: lesson, shared: shared, settings: settings, runs: runs,
      positions: frames.positions(ofFrame: index), scales: scales)
  }

  /// Nil where there is nothing to make.
  private mutating func make(
    _ members: FramePlan.Members, _ frames: FrameSet, _ index: Int,
    _ scales: [String: [ChartScales]]
  ) -> FramePass.Made? {
    guard !members.isEmpty else { return nil }
    let made = pass(frames, index, .common(scales)).making(members.selection(in: cells))
    for var diagnostic in made.diagnostics
    where reported.insert(ReportPlace(diagnostic)).inserted {
      diagnostic.message = .inFrame(diagnostic.message, frames.name(ofFrame: index))
      results.diagnostics.append(diagnostic)
    }
    return made
  }

  private mutating func collect(
    _ place: OutputPlace, _ frames: FrameSet, _ made: [FramePass.Made?]
  ) {
    guard let shown = cells[place.cell], let standard = shown.outputs[place.output] else { return }
    var contents: [CellOutput] = []
    for (index, frame) in made.enumerated() {
      if index == frames.standard, !standard.isFigure {
        contents.append(standard)
        continue
      }
      let outputs = frame?.cells[place.cell]?.outputs ?? []
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

  private mutating func collect(
    inlineValue index: Int, _ frames: FrameSet, _ made: [FramePass.Made?]
  ) {
    let standard = results.inlineValues[index]
    let contents = made.enumerated().map { frame, made in
      frame == frames.standard ? standard : made?.inlineValues[index] ?? .failed
    }
    guard !contents.contains(.failed), contents.contains(where: { $0 != standard }) else { return }
    results.inlineFrames[index] = Frames(
      sliders: frames.sliders.map(\.name), contents: contents, standard: frames.standard)
  }

  private mutating func reportTooMany(_ frames: FrameSet, _ members: FramePlan.Members) {
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
  /// "… (at k = 16)"
  static func inFrame(_ message: Self, _ frame: String) -> Self {
    Self(id: message.id, text: "\(message.text) (at \(frame))")
  }

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
