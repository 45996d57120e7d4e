import Diagnostics
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

  /// What the figures there span.
  let scales: FrameScales
  /// The inline values whose texts are what would be inserted.
  let insertedTexts: Set<Int>

  var results: LessonResults
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
    cells: [Int: ShownOutputs], scales: FrameScales, insertedTexts: Set<Int>, results: LessonResults
  ) {
    self.lesson = lesson
    self.shared = shared
    self.settings = settings
    self.runs = runs
    self.cells = cells
    self.scales = scales
    self.insertedTexts = insertedTexts
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
      var made = (0..<frames.count).map { index in
        index == frames.standard
          ? FramePass.Made(cells: cells, ownScales: scales) : make(members, frames, index)
      }
      redraw(members.figures(in: cells), frames, &made)
      for place in members.outputs { collect(place, frames, made) }
      for value in members.inlineValues { collect(inlineValue: value, frames, made) }
    }
  }

  private mutating func make(
    _ members: FramePlan.Members, _ frames: FrameSet, _ index: Int,
    scales: FrameScales = FrameScales()
  ) -> FramePass.Made {
    let pass = FramePass(
      lesson: lesson, shared: shared, settings: settings, runs: runs,
      positions: frames.positions(ofFrame: index), scales: scales)
    let made = pass.making(members.selection(in: cells))
    for var diagnostic in made.diagnostics
    where reported.insert(ReportPlace(diagnostic)).inserted {
      diagnostic.message = .inFrame(diagnostic.message, frames.name(ofFrame: index))
      results.diagnostics.append(diagnostic)
    }
    return made
  }

  /// Draws figures anew in those frames in which a figure by itself spans less than all frames do.
  private mutating func redraw(
    _ figures: FramePlan.Members, _ frames: FrameSet, _ made: inout [FramePass.Made]
  ) {
    var common = FrameScales()
    for (index, frame) in made.enumerated() where index != frames.standard {
      common.formUnion(frame.ownScales)
    }
    let idPrefixes = common.idPrefixes
    common.formUnion(scales)
    for (index, frame) in made.enumerated()
    where !frame.ownScales.agrees(with: common, on: idPrefixes) {
      let drawn = make(figures, frames, index, scales: common)
      for place in figures.outputs {
        guard let shown = drawn.cells[place.cell] else { continue }
        made[index].cells[place.cell]?.replace(place.output, by: shown)
      }
    }
  }
}

extension Diagnostic.Message {
  /// "… (at k = 16)"
  static func inFrame(_ message: Self, _ frame: String) -> Self {
    Self(id: message.id, text: "\(message.text) (at \(frame))")
  }
}
