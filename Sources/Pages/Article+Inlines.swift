import Cells
import Diagnostics
import LessonSyntax
import Markup

extension ArticleWriter {
  mutating func enterInline(_ node: Int) -> Descent {
    switch lesson.nodes[node].kind {
    case .text(let text): writeText(text, node)
    case .softBreak: out.write(markup: "\n")
    case .lineBreak: out.write(markup: "<br />\n")
    case .inlineCode(let code):
      out.write(markup: "<code>")
      out.write(text: code)
      out.write(markup: "</code>")
    case .inlineHTML(let html):
      headingIsRepeatable = false
      out.write(markup: TagFilter.filteredTag(html))
    case .inlineMath(let math): writeInlineMath(math, node)
    case .emphasis: out.write(markup: "<em>")
    case .strong: out.write(markup: "<strong>")
    case .strikethrough: out.write(markup: "<del>")
    case .link(let link): openLink(link, node)
    case .image(let image): openImage(image, node)
    case .footnoteReference(let footnote):
      headingIsRepeatable = false
      writeFootnoteReference(footnote)
    case .inlineValue(let value):
      let descent = openInlineValue(value)
      out.write(markup: closings.removeValue(forKey: node) ?? "")
      return descent
    case .reference(let reference): return openReference(reference, node)
    case .citation(let citation): return openCitation(citation, node)
    default: break
    }
    return .descend
  }

  mutating func leaveInline(_ node: Int) {
    switch lesson.nodes[node].kind {
    case .emphasis: out.write(markup: "</em>")
    case .strong: out.write(markup: "</strong>")
    case .strikethrough: out.write(markup: "</del>")
    case .link, .reference, .citation: out.write(markup: "</a>")
    case .image(let image): closeImage(image, node)
    default: break
    }
  }

  /// Inside an image's description only words are written.
  mutating func enterPlain(_ node: Int) -> Descent {
    switch lesson.nodes[node].kind {
    case .text(let text), .inlineCode(let text), .inlineHTML(let text): out.write(text: text)
    case .inlineMath(let math): out.write(text: math.tex.text)
    case .softBreak, .lineBreak: out.write(markup: " ")
    default: break
    }
    return .descend
  }
}

extension ArticleWriter {
  private mutating func openLink(_ link: Node.Link, _ node: Int) {
    headingIsRepeatable = false
    if link.fileName != nil { return openFileLink(link, node) }
    checkDestination(link.destination, at: link.destinationSpan)
    let destination = Destination.isDangerous(link.destination) ? "" : link.destination
    out.write(markup: "<a href=\"" + Destination.escaped(published(destination)) + "\"")
    writeTitle(link.title)
    out.write(markup: ">")
  }

  /// A link to a file that the lesson's cells make: with no text, under the file's name.
  private mutating func openFileLink(_ link: Node.Link, _ node: Int) {
    let file = tangledFile(of: link)
    let path = file.map { Destination.file(LessonFiles.path(of: $0, slug: summary.slug)) }
    out.write(markup: "<a href=\"" + Destination.escaped(path ?? "") + "\"")
    writeTitle(link.title)
    out.write(markup: ">")
    if lesson.nodes[node].firstChild == nil { out.write(text: file?.name ?? "") }
  }

  mutating func writeTitle(_ title: String) {
    guard !title.isEmpty else { return }
    out.write(markup: " title=\"")
    out.write(text: title)
    out.write(markup: "\"")
  }

  /// A link to a file as the page has it: pages stand at the top of the site, though their lessons may
  /// stand in folders.
  func published(_ destination: String) -> String {
    guard style == .page, lesson.source.path.utf8.contains(0x2F), !destination.isEmpty,
      !RelativePath.isExternal(destination)
    else { return destination }
    let end = destination.firstIndex { $0 == "?" || $0 == "#" } ?? destination.endIndex
    guard end > destination.startIndex,
      let path = RelativePath.resolve(String(destination[..<end]), from: lesson.source.path)
    else { return destination }
    return path + destination[end...]
  }

  /// Reports a link that leads nowhere: to no file of the site, or to what is not published.
  mutating func checkDestination(_ destination: String, at span: Span) {
    guard let files = index.staticFiles else { return }
    guard !destination.isEmpty else {
      return report(Diagnostic(.error, .emptyDestination, in: lesson.source, at: span))
    }
    if Destination.isDangerous(destination) {
      return report(
        Diagnostic(.error, .unpublishedDestination(destination), in: lesson.source, at: span))
    }
    guard !RelativePath.isExternal(destination), !destination.hasPrefix("#"),
      !destination.hasPrefix("?")
    else { return }
    let path = RelativePath.path(of: destination)
    if let resolved = RelativePath.resolve(path, from: lesson.source.path),
      files.contains(resolved) || index.hasPage(resolved) || index.hasLessonFile(resolved)
    {
      return
    }
    let nearest = NearestName.nearest(to: path, in: files)
    let help =
      path.hasPrefix("/")
      ? ["links are relative, so that the site works from any folder"]
      : nearest.map { ["did you mean `\($0)`?"] } ?? []
    report(
      Diagnostic(.error, .brokenFile(path), in: lesson.source, at: span, help: help))
  }

  private mutating func openReference(_ reference: Node.Reference, _ node: Int) -> Descent {
    headingIsRepeatable = false
    let isEmpty = lesson.nodes[node].firstChild == nil
    let text = isEmpty ? "" : lesson.plainText(of: node, results: results)
    let resolved = references.resolve(reference, text: text, diagnostics: &diagnostics)
    out.write(markup: "<a href=\"" + Destination.escaped(resolved.destination) + "\"")
    writeTitle(reference.title)
    out.write(markup: ">")
    if isEmpty { out.write(text: resolved.text ?? "") }
    return .descend
  }

  private mutating func openInlineValue(_ value: Int) -> Descent {
    guard results.inlineValues.indices.contains(value),
      lesson.inlineValues.indices.contains(value),
      case .value(let text, let isComputed, let basis) = results.inlineValues[value]
    else { return .descend }
    guard isComputed else {
      out.write(text: text)
      return .skip
    }
    let expression = lesson.inlineValues[value].expression.text
    let how =
      lesson.inlineValues[value].scheme == .run ? words.verification.recorded : words.computed
    func element(_ text: String) -> Element {
      // A number is not broken after its relation, before its power of ten or its percent sign.
      Element(
        "span", ["class": "value", "title": how + ": " + expression],
        text: basis == nil ? text : text.replacing(" ", with: "\u{A0}"))
    }
    if !writeFrames(ofInlineValue: value, element) { out.write(element(text)) }
    return .skip
  }
}

extension Diagnostic.Message {
  static func brokenFile(_ path: String) -> Self {
    Self(id: "broken-link", text: "there is no file `\(path)` in the site")
  }

  static let emptyDestination = Self(
    id: "broken-link", text: "this link leads nowhere: it has no destination")

  static func unpublishedDestination(_ destination: String) -> Self {
    Self(
      id: "broken-link",
      text: "`\(destination)` is not published: it could run a script or read a reader's files")
  }
}
