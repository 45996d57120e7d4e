import Diagnostics

extension LessonBuilder {
  mutating func addParagraph(_ node: Int, under parent: Int) {
    let inlines = children(of: node).filter { !isTaken[$0] }
    if inlines.count == 1, let only = inlines.first, case .math = tree.nodes[only].kind,
      let math = formula(of: only), math.isDisplay
    {
      _ = add(.displayMath(math), finder.spans[only], under: parent)
      return
    }
    reportBrokenValues(in: node)
    let index = add(.paragraph, finder.spans[node], under: parent)
    wait(for: inlines, under: index)
  }

  mutating func addTableCell(_ node: Int, under parent: Int) {
    var alignment = Node.Alignment.none
    let row = tree.nodes[node].parent
    if case .table(let alignments) = tree.nodes[tree.nodes[row].parent].kind {
      let column = columns[node] ?? 0
      alignment = Self.alignment(alignments.indices.contains(column) ? alignments[column] : 0)
    }
    reportBrokenValues(in: node)
    addContainer(.tableCell(alignment), node, under: parent)
  }

  private static func alignment(_ letter: UInt8) -> Node.Alignment {
    switch letter {
    case UInt8(ascii: "l"): .left
    case UInt8(ascii: "c"): .center
    case UInt8(ascii: "r"): .right
    default: .none
    }
  }

  /// A table with its caption: the paragraph `Table: caption #label` after it.
  mutating func addTable(_ node: Int, _ alignments: [UInt8], under parent: Int) {
    for row in children(of: node) {
      for (column, cell) in children(of: row).enumerated() { columns[cell] = column }
    }
    var attributes = Node.TableAttributes(alignments: alignments.map(Self.alignment))
    var span = finder.spans[node]
    if let next = tree.nodes[node].nextSibling, let caption = tableCaption(next) {
      isTaken[next] = true
      attributes.caption = caption.text
      attributes.label = caption.label
      if let label = caption.label { names.record(label) }
      span = span.union(finder.spans[next])
    }
    let index = add(.table(attributes), span, under: parent)
    wait(forChildrenOf: node, under: index)
  }

  private func tableCaption(_ node: Int) -> (text: Excerpt, label: Label?)? {
    guard case .paragraph = tree.nodes[node].kind, let content = finder.contents[node],
      content.bytes.starts(with: Array("Table:".utf8))
    else { return nil }
    let whole = content.trimmed(6, content.bytes.count)
    let (end, label) = content.label(atEndOf: whole)
    return (content.excerpt(whole.lowerBound, end, in: file).onOneLine, label)
  }

  mutating func addCode(_ node: Int, _ isFenced: Bool, _ info: String, under parent: Int) {
    let content = finder.contents[node]
    let source =
      content?.excerpt(0, content?.bytes.count ?? 0, in: file)
      ?? Excerpt(tree.nodes[node].literal, in: file, at: finder.spans[node].start)
    let span = finder.spans[node]
    guard isFenced else {
      let code = CodeBlock(language: "", info: "", text: source)
      _ = add(.code(code), span, under: parent)
      return
    }
    let fence = CellFence(fenceInfo(node), in: file)
    diagnostics += fence.diagnostics
    if let label = fence.label { names.record(label) }
    switch fence.role {
    case .cell(let mode): addCell(node, mode, fence, source, under: parent)
    case .math:
      let math = Math(tex: source.withoutLastLineEnd, label: fence.label, isDisplay: true)
      _ = add(.displayMath(math), span, under: parent)
    case .output, .listing:
      if fence.role == .output { reportStrayOutput(node) }
      let language = info.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
      let code = CodeBlock(
        language: language, info: info, text: source, label: fence.label,
        visibility: fence.visibility, isUnchecked: fence.isUnchecked, file: fence.options.file)
      _ = add(.code(code), span, under: parent)
    }
  }

  private mutating func addCell(
    _ node: Int, _ mode: Cell.Mode, _ fence: CellFence, _ source: Excerpt, under parent: Int
  ) {
    var span = finder.spans[node]
    var cell = Cell(
      mode: mode, source: source, label: fence.label, visibility: fence.visibility,
      options: fence.options, output: nil, node: nodes.count)
    cell.block = span
    if let next = tree.nodes[node].nextSibling, case .codeBlock(true, _) = tree.nodes[next].kind,
      case let output = CellFence(fenceInfo(next), in: file), output.role == .output
    {
      isTaken[next] = true
      diagnostics += output.diagnostics
      if let content = finder.contents[next] {
        cell.output = content.excerpt(0, content.bytes.count, in: file)
      }
      cell.outputBlock = finder.spans[next]
      span = span.union(finder.spans[next])
    }
    _ = add(.cell(cells.count), span, under: parent)
    cells.append(cell)
  }

  private mutating func fenceInfo(_ node: Int) -> FenceInfo {
    let raw = tree.nodes[node]
    let line = text.line(raw.startLine - 1)
    let start = min(line.lowerBound + max(0, raw.startColumn - 1), line.upperBound)
    return FenceInfo(fence: start..<line.upperBound, in: text, &finder.unescaping)
  }

  private mutating func reportStrayOutput(_ node: Int) {
    diagnostics.append(
      Diagnostic(
        .error, .strayOutput(), in: file, at: finder.spans[node].firstLine(in: file),
        help: ["put it directly after the cell whose output it is, or give it another language"]))
  }
}

extension BlockContent {
  func trimmed(_ start: Int, _ end: Int) -> Range<Int> {
    var low = start
    var high = end
    while low < high, MathSyntax.isSpace(bytes[low]) { low += 1 }
    while high > low, MathSyntax.isSpace(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  /// A `#label` that ends a range after a space or alone, and where the rest ends.
  func label(atEndOf range: Range<Int>) -> (end: Int, label: Label?) {
    var start = range.upperBound
    while start > range.lowerBound, !MathSyntax.isSpace(bytes[start - 1]) { start -= 1 }
    let word = String(decoding: bytes[start..<range.upperBound], as: UTF8.self)
    guard let label = Label(word: word, span: span(start, range.upperBound)) else {
      return (range.upperBound, nil)
    }
    return (trimmed(range.lowerBound, start).upperBound, label)
  }
}

extension Excerpt {
  /// With spaces for line ends; offsets stay.
  var onOneLine: Excerpt {
    guard text.utf8.contains(0x0A) else { return self }
    let bytes = text.utf8.map { $0 == 0x0A ? 0x20 : $0 }
    return Excerpt(String(decoding: bytes, as: UTF8.self), in: file, runs: runs)
  }

  var withoutLastLineEnd: Excerpt {
    text.utf8.last == 0x0A ? excerpt(0, text.utf8.count - 1) : self
  }
}

extension Span {
  func firstLine(in file: SourceFile) -> Span {
    let line = file.spanOfLine(file.line(at: start))
    return Span(start, Swift.min(end, line.end))
  }
}

extension Diagnostic.Message {
  static func strayOutput() -> Self {
    Self(id: "stray-output", text: "this `output` block does not follow a cell")
  }
}
