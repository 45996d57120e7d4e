import Cells
import Figures
import Markup
import Typesetting

/// A chart with its caption, and its data behind a fold, to be read and to be downloaded.
struct FigureHTML {
  let element: Element

  /// - Parameters:
  ///   - caption: markup.
  ///   - downloads: where the files of its tables stand.
  ///   - setting: of the sliders, for which alone the files have the numbers.
  init(
    _ figure: FigureOutput, caption: String, number: Int, id: String?, downloads: [String],
    setting: String?, words: Words, typesetter: Typesetter
  ) {
    var attributes: Attributes = [
      "class": figure.width > Self.measure ? "plate plate-chart plate-wide" : "plate plate-chart"
    ]
    attributes["id"] = id
    let plate = Element(
      "figure", attributes,
      [
        Element("div", ["class": "plate-body"], [Self.drawing(of: figure, typesetter)]),
        .text("\n"),
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
          Caption(table.caption, typesetter: typesetter).markup,
          id: "lemma-figure-\(number)-data-\(index + 1)")
      data.append(TableHTML(table, title: title).element)
    }
    if !downloads.isEmpty {
      data.append(Destination.downloads(words.download, downloads, of: setting))
    }
    // Beside the figure, whose caption has to be its last child.
    element = .fragment([plate, .text("\n"), Element("details", ["class": "data"], data)])
  }

  /// The drawing under the caption's words, where its own name is the caption with the TeX of formulas.
  private static func drawing(of figure: FigureOutput, _ typesetter: Typesetter) -> Element {
    guard figure.caption.contains("$") else { return figure.svg }
    let name = Caption(figure.caption, typesetter: typesetter).plainText
    let title = FigureRenderer.title(of: figure.caption)
    return figure.svg.renamed { $0 == title ? name : $0 }
  }

  /// The width of the text, in CSS pixels: a wider figure may stand out of it.
  private static let measure = 680.0
}

extension Element {
  /// With other texts in its titles.
  fileprivate func renamed(_ name: (String) -> String) -> Element {
    switch self {
    case .element("title", let attributes, let children) where children.count == 1:
      guard case .text(let text) = children[0] else { return self }
      return Element("title", attributes, text: name(text))
    case .element(let tag, let attributes, let children):
      return Element(tag, attributes, children.map { $0.renamed(name) })
    case .fragment(let children): return .fragment(children.map { $0.renamed(name) })
    case .text, .markup: return self
    }
  }
}
