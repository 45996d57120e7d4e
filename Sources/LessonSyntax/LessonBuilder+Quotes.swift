import Diagnostics

extension LessonBuilder {
  /// A block quote: an alert or a block of its own where its first line is a marker.
  mutating func addQuote(_ node: Int, under parent: Int) {
    guard let first = tree.nodes[node].firstChild, case .paragraph = tree.nodes[first].kind,
      let content = finder.contents[first], let marker = QuoteMarker(content.bytes)
    else { return addContainer(.blockQuote, node, under: parent) }
    if marker.isAlone, let alert = Node.Alert(rawValue: marker.name), !marker.isFolded,
      hasMore(than: first, marker)
    {
      dropMarkerLine(of: first)
      return addContainer(.alert(alert), node, under: parent)
    }
    if let kind = Node.BlockKind(rawValue: marker.name) {
      return addBlock(node, kind, marker, first, content, under: parent)
    }
    reportNearMiss(marker, content)
    addContainer(.blockQuote, node, under: parent)
  }

  /// GitHub shows an alert without content as a quote.
  private func hasMore(than paragraph: Int, _ marker: QuoteMarker) -> Bool {
    tree.nodes[paragraph].nextSibling != nil || firstBreak(of: paragraph) != nil
  }

  private func firstBreak(of paragraph: Int) -> Int? {
    children(of: paragraph).firstIndex { index in
      switch tree.nodes[index].kind {
      case .softBreak, .lineBreak: true
      default: false
      }
    }
  }

  /// Takes the inlines of the first line away, and the paragraph if it has no others.
  @discardableResult
  private mutating func dropMarkerLine(of paragraph: Int) -> [Int] {
    let inlines = children(of: paragraph)
    let end = firstBreak(of: paragraph) ?? inlines.count
    for index in inlines.prefix(end + 1) { isTaken[index] = true }
    if end + 1 >= inlines.count {
      isTaken[paragraph] = true
    } else if let first = inlines.dropFirst(end + 1).first, let last = inlines.last {
      finder.narrow(paragraph, to: finder.spans[first].union(finder.spans[last]))
    }
    return Array(inlines.prefix(end))
  }

  private mutating func addBlock(
    _ node: Int, _ kind: Node.BlockKind, _ marker: QuoteMarker, _ paragraph: Int,
    _ content: BlockContent, under parent: Int
  ) {
    var block = Node.Block(kind: kind, isFolded: marker.isFolded)
    let titleInlines = dropMarkerLine(of: paragraph)
    let line = content.trimmed(marker.end, content.endOfFirstLine)
    let (titleEnd, label) = content.label(atEndOf: line)
    block.label = label
    if let label { names.record(label) }
    let index = add(.block(block), finder.spans[node], under: parent)
    wait(forChildrenOf: node, under: index)
    guard titleEnd > line.lowerBound else { return }
    let title = add(.blockTitle, content.span(line.lowerBound, titleEnd), under: index)
    trimTitle(titleInlines, to: line.lowerBound..<titleEnd, label: label, content)
    for inline in titleInlines where finder.spans[inline].length > 0 { isTaken[inline] = false }
    wait(for: titleInlines.filter { !isTaken[$0] }, under: title)
  }

  /// Takes the marker from the first text of a title, and the label from the last.
  private mutating func trimTitle(
    _ inlines: [Int], to range: Range<Int>, label: Label?, _ content: BlockContent
  ) {
    if let first = inlines.first, case .text = tree.nodes[first].kind {
      var text = tree.nodes[first].literal[...]
      if let close = text.firstIndex(of: "]") { text = text[text.index(after: close)...] }
      if text.first == "-" { text = text.dropFirst() }
      replace(
        first, with: String(text.drop(while: \.isWhitespace)), from: range.lowerBound, content)
    }
    if let label, let last = inlines.last, case .text = tree.nodes[last].kind {
      var text = replacedTexts[last]?.text ?? tree.nodes[last].literal
      if text.hasSuffix("#" + label.name) { text.removeLast(label.name.count + 1) }
      while text.last?.isWhitespace ?? false { text.removeLast() }
      let start = replacedTexts[last]?.span.start ?? finder.spans[last].start
      let end = content.span(range.lowerBound, range.upperBound).end
      finder.narrow(last, to: Span(start, max(start, end)))
      replacedTexts[last] = (text, finder.spans[last])
    }
  }

  private mutating func replace(
    _ node: Int, with text: String, from start: Int, _ content: BlockContent
  ) {
    let place = content.fileOffset(start)
    finder.narrow(node, to: Span(place, max(place, finder.spans[node].end)))
    replacedTexts[node] = (text, finder.spans[node])
    if text.isEmpty { finder.narrow(node, to: Span(place, place)) }
  }

  private mutating func reportNearMiss(_ marker: QuoteMarker, _ content: BlockContent) {
    let known = Node.Alert.allCases.map(\.rawValue) + Node.BlockKind.allCases.map(\.rawValue)
    guard !known.contains(marker.name),
      let nearest = NearestName.nearest(to: marker.name, in: known)
    else { return }
    diagnostics.append(
      Diagnostic(
        .warning, .unknownAlert(marker.written), in: file,
        at: content.span(marker.start, marker.start + marker.written.utf8.count + 3),
        help: ["did you mean `[!\(nearest)]`? As it stands, this is a plain quote"]))
  }
}

/// `[!NAME]` or `[!NAME]-` at the start of a quote.
struct QuoteMarker {
  /// In capitals.
  var name: String
  var written: String
  var isFolded = false
  /// Where it begins and ends in the content.
  var start: Int
  var end: Int
  /// Nothing follows on its line.
  var isAlone: Bool

  init?(_ content: [UInt8]) {
    var position = 0
    while position < content.count, MathSyntax.isSpace(content[position]) { position += 1 }
    start = position
    guard content[position...].starts(with: Array("[!".utf8)) else { return nil }
    position += 2
    let nameStart = position
    while position < content.count, content[position] != UInt8(ascii: "]") {
      guard Self.isLetter(content[position]), position - nameStart < 40 else { return nil }
      position += 1
    }
    guard position < content.count, position > nameStart else { return nil }
    written = String(decoding: content[nameStart..<position], as: UTF8.self)
    name = written.uppercased()
    position += 1
    if position < content.count, content[position] == UInt8(ascii: "-") {
      isFolded = true
      position += 1
    }
    end = position
    while position < content.count, BlockContentFinder.isBlank(content[position]) { position += 1 }
    isAlone = position >= content.count || content[position] == 0x0A
    if !isAlone, position == end { return nil }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
  }
}

extension BlockContent {
  var endOfFirstLine: Int { bytes.firstIndex(of: 0x0A) ?? bytes.count }
}

extension Diagnostic.Message {
  static func unknownAlert(_ name: String) -> Self {
    Self(id: "unknown-alert", text: "`[!\(name)]` is no alert and no block")
  }
}
