import Diagnostics

/// Turns cmark-gfm's tree into a lesson's: cells, alerts, blocks, captions, values, references.
struct LessonBuilder {
  let file: SourceFile
  let text: LessonText
  let tree: MarkdownTree
  var finder: SpanFinder

  var nodes: [Node] = []
  var cells: [Cell] = []
  var inlineValues: [InlineValue] = []
  var diagnostics: [Diagnostic] = []
  var names = NameRegistry()
  /// Nodes of cmark's that have become part of another.
  var isTaken: [Bool]
  /// Texts of which a part was a marker or a label.
  var replacedTexts: [Int: (text: String, span: Span)] = [:]
  /// For each table cell of cmark's, its column.
  var columns: [Int: Int] = [:]
  var footnotes: FootnoteNumbers

  private var isTooDeep = false
  private var lastChildren: [Int?] = []
  private var waiting: [(node: Int, parent: Int)] = []

  init(_ tree: MarkdownTree, text: LessonText) {
    self.file = text.file
    self.text = text
    self.tree = tree
    self.finder = SpanFinder(tree, in: text)
    self.isTaken = Array(repeating: false, count: tree.nodes.count)
    self.footnotes = FootnoteNumbers(tree, finder, text)
  }

  mutating func build() {
    _ = add(.document, finder.spans.first ?? Span(0, 0), under: nil)
    guard !tree.nodes.isEmpty else { return }
    wait(forChildrenOf: 0, under: 0)
    while let (node, parent) = waiting.popLast() {
      guard !isTaken[node] else { continue }
      isTaken[node] = true
      visit(node, under: parent)
    }
    finish()
  }

  /// Adds a node of the lesson; its children follow before any other node does.
  mutating func add(_ kind: Node.Kind, _ span: Span, under parent: Int?) -> Int {
    let index = nodes.count
    nodes.append(Node(kind: kind, span: span, parent: parent))
    lastChildren.append(nil)
    guard let parent else { return index }
    if let last = lastChildren[parent] {
      nodes[last].nextSibling = index
    } else {
      nodes[parent].firstChild = index
    }
    lastChildren[parent] = index
    return index
  }

  /// The children of a cmark node come next, as children of a lesson's node.
  mutating func wait(forChildrenOf node: Int, under parent: Int) {
    wait(for: children(of: node), under: parent)
  }

  mutating func wait(for list: [Int], under parent: Int) {
    for child in list.reversed() { waiting.append((child, parent)) }
  }

  func children(of node: Int) -> [Int] {
    var result: [Int] = []
    var child = tree.nodes[node].firstChild
    while let current = child {
      result.append(current)
      child = tree.nodes[current].nextSibling
    }
    return result
  }
}

extension LessonBuilder {
  private mutating func visit(_ node: Int, under parent: Int) {
    let span = finder.spans[node]
    let raw = tree.nodes[node]
    guard raw.depth <= InputLimits.depth else {
      if !isTooDeep { diagnostics.append(Diagnostic(.error, .tooDeep(), in: file, at: span)) }
      isTooDeep = true
      return
    }
    switch raw.kind {
    case .document, .unknown: wait(forChildrenOf: node, under: parent)
    case .blockQuote: addQuote(node, under: parent)
    case .list(let isOrdered, let start, let isTight):
      let list = Node.ListAttributes(start: isOrdered ? start : nil, isTight: isTight)
      addContainer(.list(list), node, under: parent)
    case .item: addContainer(.item(checked: nil), node, under: parent)
    case .task(let isChecked): addContainer(.item(checked: isChecked), node, under: parent)
    case .htmlBlock: _ = add(.html(raw.literal), span, under: parent)
    case .paragraph: addParagraph(node, under: parent)
    case .heading(let level): addHeading(node, level, under: parent)
    case .thematicBreak: _ = add(.thematicBreak, span, under: parent)
    case .codeBlock(let isFenced, let info): addCode(node, isFenced, info, under: parent)
    case .table(let alignments): addTable(node, alignments, under: parent)
    case .tableRow(let isHeader): addContainer(.tableRow(isHeader: isHeader), node, under: parent)
    case .tableCell: addTableCell(node, under: parent)
    case .footnoteDefinition:
      let footnote = footnotes.definition(node)
      names.record(footnote.label, footnotes.span(of: node) ?? span, as: .footnote)
      addContainer(.footnoteDefinition(footnote), node, under: parent)
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough,
      .math, .link, .image, .footnoteReference:
      addInline(node, under: parent)
    }
  }

  mutating func addContainer(_ kind: Node.Kind, _ node: Int, under parent: Int) {
    let index = add(kind, finder.spans[node], under: parent)
    wait(forChildrenOf: node, under: index)
  }

  private mutating func addHeading(_ node: Int, _ level: Int, under parent: Int) {
    let anchor = names.anchor(for: plainText(of: node))
    reportBrokenValues(in: node)
    addContainer(.heading(level: level, anchor: anchor), node, under: parent)
  }

  /// The text of a node's inlines without their markup.
  func plainText(of node: Int) -> String {
    var result = ""
    let depth = tree.nodes[node].depth
    var index = node + 1
    while index < tree.nodes.count, tree.nodes[index].depth > depth {
      switch tree.nodes[index].kind {
      case .text: result += replacedTexts[index]?.text ?? tree.nodes[index].literal
      case .code: result += tree.nodes[index].literal
      case .softBreak, .lineBreak: result += " "
      case .math: result += formula(of: index)?.tex.text ?? ""
      default: break
      }
      index += 1
    }
    return result
  }

  private mutating func finish() {
    diagnostics += names.diagnostics(in: file)
    diagnostics += UnusedFootnotes(tree, in: text).diagnostics()
    let starts = cells.map { nodes[$0.node].span.start }.sorted()
    for index in inlineValues.indices {
      let place = nodes[inlineValues[index].node].span.start
      let before = starts.firstIndex { $0 > place } ?? starts.count
      inlineValues[index].cellsBefore = min(inlineValues[index].cellsBefore, before)
    }
  }
}
