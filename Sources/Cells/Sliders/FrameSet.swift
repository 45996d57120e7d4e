/// All values that some of a lesson's sliders can have together.
struct FrameSet: Hashable {
  /// In the order of their declarations.
  let sliders: [FramedSlider]

  /// How many there are.
  var count: Int { sliders.reduce(1) { $0.multipliedReportingOverflow(by: $1.count).partialValue } }

  /// The index of the frame in which each slider has its own value.
  var standard: Int { sliders.reduce(0) { $0 * $1.count + $1.standard } }

  /// The index of each slider's value in a frame, by the slider's name.
  func positions(ofFrame index: Int) -> [String: Int] {
    var rest = index
    var positions: [String: Int] = [:]
    for slider in sliders.reversed() {
      positions[slider.name] = rest % slider.count
      rest /= slider.count
    }
    return positions
  }

  /// "k = 16, w = 2"
  func name(ofFrame index: Int) -> String {
    let positions = positions(ofFrame: index)
    return sliders.map { slider in
      "\(slider.name) = \(slider.values[positions[slider.name] ?? slider.standard])"
    }.joined(separator: ", ")
  }
}

/// What frames need to know of a slider.
struct FramedSlider: Hashable {
  let name: String
  let values: [String]
  let standard: Int

  var count: Int { values.count }

  init(_ slider: SliderOutput) {
    name = slider.name
    values = slider.values
    standard = slider.standard
  }
}
