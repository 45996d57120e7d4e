import Diagnostics

extension LessonBuilder {
  mutating func addInline(_ node: Int, under parent: Int) {
    let span = finder.spans[node]
    let raw = tree.nodes[node]
    switch raw.kind {
    case .text:
      let text = replacedTexts[node]
      _ = add(.text(text?.text ?? raw.literal), text?.span ?? span, under: parent)
    case .softBreak: _ = add(.softBreak, span, under: parent)
    case .lineBreak: _ = add(.lineBreak, span, under: parent)
    case .code: _ = add(.inlineCode(raw.literal), span, under: parent)
    case .htmlInline: _ = add(.inlineHTML(raw.literal), span, under: parent)
    case .emphasis: addContainer(.emphasis, node, under: parent)
    case .strong: addContainer(.strong, node, under: parent)
    case .strikethrough: addContainer(.strikethrough, node, under: parent)
    case .math:
      guard let math = formula(of: node) else { return }
      _ = add(.inlineMath(math), span, under: parent)
    case .link(let url, let title): addLink(node, url, title, under: parent)
    case .image(let url, let title): addImage(node, url, title, under: parent)
    case .footnoteReference:
      _ = add(.footnoteReference(footnotes.reference(node)), span, under: parent)
    default: break
    }
  }

  func formula(of node: Int) -> Math? {
    guard let block = finder.blocks[node], let content = finder.contents[block],
      let formula = finder.alignments[block]?.formulas[node]
    else { return nil }
    let tex = content.excerpt(formula.contentStart, formula.contentEnd, in: file)
    return Math(tex: tex, isDisplay: formula.isDisplay)
  }

  private mutating func addLink(_ node: Int, _ url: String, _ title: String, under parent: Int) {
    let destination = self.destination(of: node, url)
    let linkText = self.linkText(of: node)
    for scheme in InlineValue.Scheme.allCases where url.hasPrefix(scheme.rawValue + ":") {
      var value = InlineValue(
        scheme: scheme,
        expression: destination.text.excerpt(scheme.rawValue.utf8.count + 1, url.utf8.count),
        text: plainText(of: node), linkText: linkText, title: title, cellsBefore: cells.count,
        node: nodes.count)
      value.titleSpan = titleSpan(of: node)
      addContainer(.inlineValue(inlineValues.count), node, under: parent)
      inlineValues.append(value)
      return
    }
    if url.hasPrefix("cite:") {
      let key = destination.text.excerpt(5, url.utf8.count)
      let citation = Node.Citation(key: key.text, keySpan: key.span)
      return addContainer(.citation(citation), node, under: parent)
    }
    if let (lesson, label) = Self.reference(url) {
      let reference = Node.Reference(
        file: lesson, label: label, title: title, destinationSpan: destination.span,
        linkText: linkText)
      return addContainer(.reference(reference), node, under: parent)
    }
    let link = Node.Link(destination: url, title: title, destinationSpan: destination.span)
    addContainer(.link(link), node, under: parent)
  }

  /// What begins the destinations that are Lemma's own.
  private static let schemes = InlineValue.Scheme.allCases.map(\.rawValue) + ["cite"]

  /// `#label`, `lesson.md` and `lesson.md#label`; nil for any other destination.
  static func reference(_ url: String) -> (file: String?, label: String?)? {
    let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = parts.first else { return nil }
    let label = parts.count > 1 ? Percent.decoded(String(parts[1])) : nil
    if path.isEmpty { return label.flatMap { $0.isEmpty ? nil : (nil, $0) } }
    guard path.hasSuffix(".md"), path.count > 3, !path.hasPrefix("//"), !path.contains("?"),
      !path.contains(":")
    else { return nil }
    return (Percent.decoded(String(path)), label.flatMap { $0.isEmpty ? nil : $0 })
  }

  /// The destination with the place of each byte, or what stands for it in a link by definition.
  private mutating func destination(of node: Int, _ url: String) -> (text: Excerpt, span: Span) {
    if let found = finder.destination(of: node), found.bytes.elementsEqual(url.utf8) {
      var runs: [Excerpt.Run] = []
      for (index, place) in found.places.enumerated() {
        if index > 0, place == found.places[index - 1] + 1 { continue }
        runs.append(Excerpt.Run(start: index, fileStart: place))
      }
      if runs.isEmpty { runs = [Excerpt.Run(start: 0, fileStart: found.span.start)] }
      return (Excerpt(url, in: file, runs: runs), found.span)
    }
    let span = finder.spans[node]
    return (Excerpt(url, in: file, standingFor: span), span)
  }

  private func titleSpan(of node: Int) -> Span? {
    guard let block = finder.blocks[node], let range = finder.alignments[block]?.tails[node]?.title
    else { return nil }
    return finder.span(range, of: block)
  }

  private func linkText(of node: Int) -> LinkText {
    guard let block = finder.blocks[node], let content = finder.contents[block],
      let alignment = finder.alignments[block], let range = alignment.textRanges[node]
    else { return .ofAutolink(finder.spans[node]) }
    let span = content.span(range.lowerBound, range.upperBound)
    guard let tail = alignment.tails[node] else { return .ofAutolink(span) }
    // `[label]`, or `[label][]`.
    guard tail.destination == nil, tail.end <= range.upperBound + 3 else { return LinkText(span) }
    let label = content.excerpt(range.lowerBound, range.upperBound, in: file).onOneLine.text
    return .ofLabel(label, span, end: content.fileOffset(tail.end - 1))
  }

  private mutating func addImage(_ node: Int, _ url: String, _ title: String, under parent: Int) {
    let destination = self.destination(of: node, url)
    if Self.schemes.contains(where: { url.hasPrefix($0 + ":") }) {
      diagnostics.append(
        Diagnostic(
          .error, .valueAsImage(url), in: file, at: finder.spans[node],
          help: ["leave out the `!`, or write `\\!` for an exclamation mark"]))
    }
    var image = Node.Image(
      source: url, caption: title, label: nil, sourceSpan: destination.span)
    if let block = finder.blocks[node], let content = finder.contents[block],
      let range = finder.alignments[block]?.tails[node]?.title
    {
      let trimmed = content.trimmed(range.lowerBound, range.upperBound)
      let (_, label) = content.label(atEndOf: trimmed)
      if let label, title.hasSuffix("#" + label.name) {
        image.label = label
        image.caption = String(title.dropLast(label.name.count + 1))
        while image.caption.last?.isWhitespace ?? false { image.caption.removeLast() }
        names.record(label)
      }
    }
    addContainer(.image(image), node, under: parent)
  }
}

extension Diagnostic.Message {
  fileprivate static func valueAsImage(_ url: String) -> Self {
    let kind = url.hasPrefix("cite:") ? "citation" : "value"
    return Self(id: "value-as-image", text: "`\(url)` is a \(kind), and no image")
  }
}

/// Percent-encoding, as in a link's destination.
enum Percent {
  /// The text unchanged where it is not the encoding of UTF-8.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "%"), position + 2 < bytes.count,
        let high = digit(bytes[position + 1]), let low = digit(bytes[position + 2])
      {
        result.append(high << 4 | low)
        position += 3
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(validating: result, as: UTF8.self) ?? text
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
