import Cells
import LessonSyntax
import Markup

extension ArticleWriter {
  mutating func openImage(_ image: Node.Image, _ node: Int) {
    headingIsRepeatable = false
    let recorded = recordedFigure(image)
    if isFigure(node) {
      line("<figure class=\"plate plate-image\"" + id(image.label?.name) + ">\n")
      if recorded?.isWide == true {
        out.write(markup: "<div class=\"plate-body\" tabindex=\"0\">")
        closings[node] = "</div>"
      }
    } else if image.label != nil {
      out.write(markup: "<span class=\"plate-inline\"" + id(image.label?.name) + ">")
    }
    checkDestination(image.source, at: image.sourceSpan)
    let source = Destination.isDangerous(image.source) ? "" : image.source
    out.write(markup: "<img src=\"" + Destination.escaped(published(source)) + "\"")
    if let recorded {
      checkDescription(of: image, node)
      writeAttributes(of: recorded)
    }
    out.write(markup: " alt=\"")
    plainImage = node
  }

  private mutating func writeAttributes(of figure: RecordedFigure) {
    out.write(markup: figure.isWide ? " class=\"recorded recorded-wide\"" : " class=\"recorded\"")
    guard let size = figure.size else { return }
    out.write(markup: " width=\"\(size.width)\" height=\"\(size.height)\"")
  }

  mutating func closeImage(_ image: Node.Image, _ node: Int) {
    out.write(markup: "\"")
    let isFigure = isFigure(node)
    guard isFigure || image.label != nil else {
      writeTitle(image.caption)
      out.write(markup: " />")
      return
    }
    out.write(markup: " />" + (closings.removeValue(forKey: node) ?? ""))
    let number = numbering.nodes[node] ?? 0
    let caption = captionMarkup(kind: .figure, number: number, caption: image.caption)
    if isFigure {
      out.write(markup: "\n<figcaption>" + caption + "</figcaption>\n</figure>\n")
    } else {
      out.write(markup: "<span class=\"caption\">" + caption + "</span></span>")
    }
  }

  private func isFigure(_ node: Int) -> Bool {
    guard let parent = lesson.nodes[node].parent,
      case .paragraph = lesson.nodes[parent].kind
    else { return false }
    return isFigureParagraph(parent)
  }
}
