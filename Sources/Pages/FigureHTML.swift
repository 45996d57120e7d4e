import Cells
import Markup

/// A chart with its caption, and its data behind a fold, to be read and to be downloaded.
struct FigureHTML {
  let element: Element

  /// - Parameters:
  ///   - caption: markup.
  ///   - downloads: where the files of its tables stand.
  init(
    _ figure: FigureOutput, caption: String, number: Int, id: String?, downloads: [String],
    words: Words
  ) {
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
    guard !figure.tables.isEmpty else {
      element = plate
      return
    }
    var data: [Element] = [Element("summary", text: words.data)]
    for (index, table) in figure.tables.enumerated() {
      let title: TableHTML.Title =
        table.caption.isEmpty
        ? .label(words.name(.figure, String(number)) + ": " + words.data)
        : .caption(
          MarkupWriter.escaped(table.caption), id: "lemma-figure-\(number)-data-\(index + 1)")
      data.append(TableHTML(table, title: title).element)
    }
    if !downloads.isEmpty { data.append(Destination.downloads(words.download, downloads)) }
    // Beside the figure, whose caption has to be its last child.
    element = .fragment([plate, .text("\n"), Element("details", ["class": "data"], data)])
  }

  /// The width of the text, in CSS pixels: a wider figure may stand out of it.
  private static let measure = 680.0
}
