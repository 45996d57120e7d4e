import Cells
import Markup

/// A chart with its caption, and its data behind a fold.
struct FigureHTML {
  let element: Element

  /// - Parameter caption: markup.
  init(_ figure: FigureOutput, caption: String, id: String?, words: Words) {
    var attributes: Attributes = [
      "class": figure.width > Self.measure ? "plate plate-chart plate-wide" : "plate plate-chart"
    ]
    attributes["id"] = id
    let plate = Element(
      "figure", attributes,
      [
        Element("div", ["class": "plate-body"], [figure.svg]), .text("\n"),
        Element("figcaption", [:], [.markup(caption)]),
      ])
    let tables = figure.data.filter { !$0.rows.isEmpty }
    guard !tables.isEmpty else {
      element = plate
      return
    }
    var data: [Element] = [Element("summary", text: words.data)]
    for table in tables {
      let caption = table.caption.isEmpty ? nil : MarkupWriter.escaped(table.caption)
      data.append(TableHTML(table, caption: caption).element)
    }
    // Beside the figure, whose caption has to be its last child.
    element = .fragment([plate, .text("\n"), Element("details", ["class": "data"], data)])
  }

  /// The width of the text, in CSS pixels: a wider figure may stand out of it.
  private static let measure = 680.0
}
