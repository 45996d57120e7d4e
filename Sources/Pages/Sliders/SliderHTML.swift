import Cells
import Markup

/// A slider: its name and value, and a range that a script brings to life.
struct SliderHTML {
  /// A frame for each value: its readout differs.
  let frames: [Element]

  /// - Parameter id: of the input, unique on the page.
  init(_ slider: SliderOutput, title: Caption, id: String, words: Words) {
    let label = Element("label", ["for": id], [.markup(title.markup)])
    let range = Element("input", Self.attributes(of: slider, name: title.plainText, id: id))
    let changed = words.sliderMoved.replacing("{title}", with: title.plainText)
    let status = Element(
      "span", ["class": "slider-status", "role": "status", "data-text": changed])
    frames = slider.values.map { value in
      // The range says its value itself, and the status that the page has changed.
      let readout = Element("output", ["for": id, "aria-live": "off"], text: value)
      return Element(
        "div", ["class": "slider", "data-slider": slider.name],
        [label, .text(" "), readout, .text("\n"), range]
          + (Self.showsNames(slider) ? [Self.names(slider)] : []) + [status])
    }
  }

  /// The range counts the values, whatever they are. It says its name itself, since browsers leave
  /// formulas out of the name that a label gives.
  private static func attributes(
    of slider: SliderOutput, name: String, id: String
  ) -> Attributes {
    [
      "type": "range", "id": id, "aria-label": name, "min": "0",
      "max": String(slider.values.count - 1),
      "value": String(slider.standard), "aria-valuetext": slider.values[slider.standard],
      "autocomplete": "off", "disabled": "",
    ]
  }

  /// A few values have room; names are no numbers, which could be guessed between two ends.
  private static func showsNames(_ slider: SliderOutput) -> Bool {
    slider.hasNames || slider.values.count <= 6
  }

  private static func names(_ slider: SliderOutput) -> Element {
    Element(
      "div", ["class": "slider-names", "aria-hidden": "true"],
      slider.values.map { Element("span", text: $0) })
  }
}
