import Diagnostics
import LessonSyntax
import SwiftEval

/// What of a lesson depends on sliders, by the sliders that it depends on.
struct FramePlan {
  struct Members {
    var outputs: [OutputPlace] = []
    var inlineValues: [Int] = []
    /// The cells that have to be run for these.
    var cells: Set<Int> = []

    /// Of these, the figures.
    func figures(in cells: [Int: ShownOutputs]) -> Members {
      Members(
        outputs: outputs.filter { cells[$0.cell]?.outputs[$0.output]?.isFigure ?? false },
        cells: self.cells)
    }

    /// The expressions of the displays, for a pass to make.
    func selection(in cells: [Int: ShownOutputs]) -> FramePass.Selection {
      var selection = FramePass.Selection(needed: self.cells, inlineValues: Set(inlineValues))
      for place in outputs {
        // Printed text has no place of its own: that its cell is asked for is enough.
        let parts = cells[place.cell]?.parts[place.output] ?? []
        selection.cells[place.cell, default: []].formUnion(parts.compactMap(\.expression))
      }
      return selection
    }
  }

  /// In the order in which the sets of sliders are first met.
  private(set) var groups: [(frames: FrameSet, members: Members)] = []

  private let sliders: [FramedSlider]

  init(
    _ lesson: Lesson, shared: [Excerpt], cells: [Int: ShownOutputs], sliders: [SliderOutput]
  ) {
    self.sliders = sliders.map(FramedSlider.init)
    let indices = cells.keys.sorted()
    let dependence = SliderDependence(
      sliders: Set(sliders.map(\.name)),
      texts: shared + indices.map { lesson.cells[$0].source })
    for (text, cell) in indices.enumerated() {
      guard let shown = cells[cell] else { continue }
      for output in shown.outputs.indices {
        let names = shown.parts[output].map { part in
          switch part {
          case .printed: dependence.sliders(ofPrintsIn: shared.count + text)
          case .expression(let span):
            dependence.sliders(at: span.start, ofText: shared.count + text)
          }
        }
        if case .slider = shown.outputs[output] { continue }
        add(names.reduce(into: []) { $0.formUnion($1) }) {
          $0.outputs.append(OutputPlace(cell: cell, output: output))
        }
      }
    }
    for (index, value) in lesson.inlineValues.enumerated() where value.scheme == .eval {
      add(dependence.sliders(of: value.expression)) { $0.inlineValues.append(index) }
    }
    for (group, members) in groups.map(\.members).enumerated() {
      let wanted = members.outputs.compactMap { place in indices.firstIndex(of: place.cell) }
      let needed = dependence.texts(
        neededBy: Set(wanted.map { shared.count + $0 }),
        and: members.inlineValues.map { lesson.inlineValues[$0].expression })
      groups[group].members.cells = Set(
        needed.filter { $0 >= shared.count }.map { indices[$0 - shared.count] })
    }
  }

  private mutating func add(_ names: Set<String>, _ change: (inout Members) -> Void) {
    guard !names.isEmpty else { return }
    let frames = FrameSet(sliders: sliders.filter { names.contains($0.name) })
    if let index = groups.firstIndex(where: { $0.frames == frames }) {
      change(&groups[index].members)
    } else {
      groups.append((frames, Members()))
      change(&groups[groups.count - 1].members)
    }
  }
}
