import Cells
import Diagnostics
import Markup

/// What depends on sliders, and the sliders.
extension ArticleWriter {
  /// A display, and behind it what it is at other values of its sliders.
  ///
  /// - Parameter element: what the page shows of a frame.
  mutating func write(
    _ frames: Frames<CellOutput>, at place: OutputPlace, _ element: (CellOutput) -> Element
  ) {
    let merge = FrameMerge(
      frames.contents.map(element), standard: frames.standard, sliders: frames.sliders,
      firstPart: framedParts)
    let size = merge.templates.reduce(0) { $0 + $1.markup.utf8.count }
    guard size <= Self.largestFrames else {
      let span =
        results.outputSpans.indices.contains(place.cell)
        ? results.outputSpans[place.cell][place.output] : lesson.cells[place.cell].source.span
      report(
        Diagnostic(
          .error, .largeFrames(size, limit: Self.largestFrames), in: lesson.source, at: span,
          help: ["give its sliders fewer values, or draw less"]))
      return out.write(element(frames.contents[frames.standard]))
    }
    write(merge)
  }

  /// Where sliders stand when the page is loaded: "Steepness k = 1".
  func standardSetting(of names: [String]) -> String {
    results.outputs.joined().compactMap { output in
      guard case .slider(let slider) = output, names.contains(slider.name) else { return nil }
      let title = Caption(slider.title, typesetter: typesetter).plainText
      return "\(title) = \(slider.values[slider.standard])"
    }.joined(separator: "; ")
  }

  mutating func writeSlider(_ slider: SliderOutput) {
    let title = Caption(slider.title, typesetter: typesetter)
    let html = SliderHTML(slider, title: title, id: "lemma-slider-\(slider.name)", words: words)
    write(
      FrameMerge(
        html.frames, standard: slider.standard, sliders: [slider.name], firstPart: framedParts))
  }

  /// The frames of an inline value; false where it has none.
  mutating func writeFrames(ofInlineValue index: Int, _ element: (String) -> Element) -> Bool {
    guard let frames = results.inlineFrames[index] else { return false }
    headingIsRepeatable = false
    let texts = frames.contents.map { content in
      if case .value(let text, _, _) = content { text } else { "" }
    }
    write(
      FrameMerge(
        texts.map(element), standard: frames.standard, sliders: frames.sliders,
        firstPart: framedParts))
    return true
  }

  private mutating func write(_ merge: FrameMerge) {
    out.write(merge.element)
    for template in merge.templates { out.write(template) }
    framedParts += merge.templates.count
  }

  /// Of the templates of one display, in bytes.
  private static let largestFrames = 256 * 1024
}

extension Diagnostic.Message {
  static func largeFrames(_ size: Int, limit: Int) -> Self {
    Self(
      id: "too-large-frames",
      text: "what the sliders change here takes \(size / 1024) kB, and a display may take"
        + " \(limit / 1024) kB")
  }
}
