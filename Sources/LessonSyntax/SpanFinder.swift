import Diagnostics

/// The place in the file of every node that cmark-gfm made, and of what stands in them.
struct SpanFinder {
  /// By node.
  private(set) var spans: [Span]
  /// The content of blocks that hold inlines, and of code.
  private(set) var contents: [Int: BlockContent] = [:]
  /// How the inlines of a block stand in its content, by block.
  private(set) var alignments: [Int: InlineAlignment] = [:]
  /// For each inline, the block whose content it stands in.
  private(set) var blocks: [Int?]
  var unescaping = Unescaping()

  private let tree: MarkdownTree
  private let text: LessonText
  private let finder: BlockContentFinder

  init(_ tree: MarkdownTree, in text: LessonText) {
    self.tree = tree
    self.text = text
    self.finder = BlockContentFinder(text: text)
    self.spans = Array(repeating: Span(0, 0), count: tree.nodes.count)
    self.blocks = Array(repeating: nil, count: tree.nodes.count)
    findContents()
    findInlines()
    findBlocks()
  }

  /// A link's destination after unescaping, with the place of each byte; nil where the link has
  /// none of its own, as `[text][label]`.
  mutating func destination(of node: Int) -> (bytes: [UInt8], places: [Int], span: Span)? {
    guard let block = blocks[node], let content = contents[block],
      let range = alignments[block]?.tails[node]?.destination
    else { return nil }
    let result = unescaping.unescaped(content.bytes, range)
    let places = result.origins.map { content.fileOffset($0) }
    return (result.bytes, places, content.span(range.lowerBound, range.upperBound))
  }

  /// Gives a node of which a part belongs elsewhere the place of the rest.
  mutating func narrow(_ node: Int, to span: Span) { spans[node] = span }

  /// A piece of a block's content in the file.
  func span(_ range: Range<Int>, of block: Int) -> Span {
    contents[block]?.span(range.lowerBound, range.upperBound) ?? spans[block]
  }
}

extension SpanFinder {
  private mutating func findContents() {
    var quotes = 0
    var path: [Int] = []
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      while let last = path.last, index > 0, last != node.parent {
        if case .blockQuote = tree.nodes[last].kind { quotes -= 1 }
        path.removeLast()
      }
      switch node.kind {
      case .paragraph:
        contents[index] = finder.lines(
          of: node.content, first: node.startLine - 1, last: node.endLine - 1)
      case .heading(let level): contents[index] = heading(node, level)
      case .codeBlock(let isFenced, _):
        let first = node.startLine - 1 + (isFenced ? 1 : 0)
        contents[index] = finder.code(node.literal, firstLine: first)
      case .tableRow(let isHeader): findCells(of: index, isHeader: isHeader, quotes: quotes)
      default: break
      }
      if node.firstChild != nil {
        path.append(index)
        if case .blockQuote = node.kind { quotes += 1 }
      }
    }
  }

  /// The text of a setext heading ends on the line before its underline.
  private func heading(_ node: MarkdownNode, _ level: Int) -> BlockContent {
    finder.heading(
      node.content, line: node.startLine - 1, column: node.startColumn - 1, level: level)
      ?? finder.lines(of: node.content, first: node.startLine - 1, last: node.endLine - 2)
  }

  private mutating func findCells(of row: Int, isHeader: Bool, quotes: Int) {
    var cells: [Int] = []
    var child = tree.nodes[row].firstChild
    while let cell = child {
      cells.append(cell)
      child = tree.nodes[cell].nextSibling
    }
    let line = lineOfRow(row, isHeader: isHeader)
    let table = tree.nodes[tree.nodes[row].parent]
    let column = isHeader && line == table.startLine - 1 ? table.startColumn - 1 : nil
    let found = TableCellFinder(text: text).cells(
      cells.map { tree.nodes[$0].content }, line: line, quotes: quotes, column: column)
    for (cell, content) in zip(cells, found) { contents[cell] = content }
  }

  /// Counted from 0. A table that follows a paragraph's text starts, for cmark, where that does.
  private func lineOfRow(_ row: Int, isHeader: Bool) -> Int {
    let node = tree.nodes[row]
    guard isHeader else { return node.startLine - 1 }
    if let next = node.nextSibling { return tree.nodes[next].startLine - 3 }
    return max(node.startLine, tree.nodes[node.parent].endLine - 1) - 1
  }

  private mutating func findInlines() {
    var block: Int?
    var blockDepth = 0
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      if let current = block, node.depth > blockDepth {
        blocks[index] = current
        if let range = alignments[current]?.ranges[index] {
          spans[index] = span(range, of: current)
        }
        continue
      }
      block = nil
      guard node.holdsInlines, let content = contents[index] else { continue }
      block = index
      blockDepth = node.depth
      alignments[index] = InlineAlignment(
        of: index, in: tree, content: content.bytes, unescaping: &unescaping)
    }
  }

  /// Starts are cmark's; ends come from what a block holds, since cmark's vary.
  private mutating func findBlocks() {
    for index in tree.nodes.indices where blocks[index] == nil { spans[index] = ownSpan(index) }
    for index in tree.nodes.indices.reversed() where blocks[index] == nil && index > 0 {
      let parent = tree.nodes[index].parent
      if let first = tree.nodes[index].firstChild, blocks[first] == index {
        spans[index] = spans[index].union(spans[first])
      }
      if case .footnoteDefinition = tree.nodes[index].kind { continue }
      spans[parent] = spans[parent].union(spans[index])
    }
    if !spans.isEmpty { spans[0] = Span(text.fileOffset(0), text.fileOffset(text.bytes.count)) }
  }

  private func ownSpan(_ index: Int) -> Span {
    let node = tree.nodes[index]
    switch node.kind {
    case .paragraph, .tableCell: return contentSpan(index)
    case .tableRow:
      var isHeader = false
      if case .tableRow(true) = node.kind { isHeader = true }
      let line = text.line(lineOfRow(index, isHeader: isHeader))
      let cells = node.firstChild.flatMap { contents[$0]?.fileOffset(0) }
      let end = text.fileOffset(line.upperBound)
      return Span(min(cells ?? end, end), end)
    case .heading, .thematicBreak: return span(of: node, lastLine: node.endLine)
    case .codeBlock(let isFenced, _):
      let lines = BlockContentFinder.lines(of: Array(node.literal.utf8)).count
      let last = isFenced ? max(node.endLine, node.startLine + lines) : node.startLine + lines - 1
      return span(of: node, lastLine: last)
    case .htmlBlock:
      let lines = BlockContentFinder.lines(of: Array(node.literal.utf8)).count
      return span(of: node, lastLine: node.startLine + lines - 1)
    case .footnoteDefinition:
      let label = FootnoteNumbers.labelRange(of: node, in: text)
      let start = label.isEmpty ? label.lowerBound : label.lowerBound - 2
      return Span(text.fileOffset(start), text.fileOffset(label.upperBound))
    case .table:
      let first = node.firstChild.map { lineOfRow($0, isHeader: true) } ?? node.startLine - 1
      guard first > node.startLine - 1 else { return span(of: node, lastLine: node.startLine) }
      let line = text.line(first)
      let start = line.first { !BlockContentFinder.isBlank(text.bytes[$0]) } ?? line.lowerBound
      return Span(text.fileOffset(start), text.fileOffset(line.upperBound))
    default: return span(of: node, lastLine: node.startLine)
    }
  }

  private func contentSpan(_ index: Int) -> Span {
    guard let content = contents[index] else { return Span(0, 0) }
    var end = content.bytes.count
    while end > 0, MathSyntax.isSpace(content.bytes[end - 1]) { end -= 1 }
    var start = 0
    while start < end, MathSyntax.isSpace(content.bytes[start]) { start += 1 }
    return content.span(start, end)
  }

  /// From the node's start to the end of a line (counted from 1), without white space there.
  private func span(of node: MarkdownNode, lastLine: Int) -> Span {
    let first = text.line(node.startLine - 1)
    let start = min(first.lowerBound + max(0, node.startColumn - 1), first.upperBound)
    let lastIndex = min(max(node.startLine, lastLine), text.lineStarts.count) - 1
    let last = text.line(max(0, lastIndex))
    var end = last.upperBound
    while end > last.lowerBound, BlockContentFinder.isBlank(text.bytes[end - 1]) { end -= 1 }
    return Span(text.fileOffset(start), text.fileOffset(max(start, end)))
  }
}
