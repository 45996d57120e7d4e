import Cells
import Diagnostics
import LessonSyntax
import Pages

/// A tree that becomes the flat nodes of a lesson: pages are tested without a parser.
indirect enum Tree {
  case node(Node.Kind, [Tree])

  static func text(_ text: String) -> Tree { .node(.text(text), []) }
  static func paragraph(_ children: Tree...) -> Tree { .node(.paragraph, children) }
  static func heading(_ level: Int, _ text: String, anchor: String) -> Tree {
    .node(.heading(level: level, anchor: anchor), [.text(text)])
  }
  static func math(_ tex: String) -> Tree {
    .node(.inlineMath(Math(tex: Excerpt(tex), isDisplay: false)), [])
  }
  static func equation(_ tex: String, label: String? = nil) -> Tree {
    .node(
      .displayMath(
        Math(
          tex: Excerpt(tex), label: label.map { Label(name: $0, span: Span(0, 0)) },
          isDisplay: true)), [])
  }
  static func listing(_ text: String, language: String = "") -> Tree {
    .node(.code(CodeBlock(language: language, info: language, text: Excerpt(text))), [])
  }
}

/// Makes lessons and their results by hand.
struct LessonBuilder {
  var source: SourceFile
  var frontMatter = FrontMatter()
  var nodes: [Node] = [Node(kind: .document, span: Span(0, 0))]
  var cells: [Cell] = []
  var inlineValues: [InlineValue] = []
  var results = LessonResults()

  init(path: String = "lesson.md", source: String = "", title: String? = nil) {
    self.source = SourceFile(path: path, text: source)
    frontMatter.title = title
  }

  var input: LessonInput {
    LessonInput(
      lesson: Lesson(
        source: source, frontMatter: frontMatter, nodes: nodes, cells: cells,
        inlineValues: inlineValues, diagnostics: []), results: results)
  }

  @discardableResult
  mutating func add(_ tree: Tree, under parent: Int = 0) -> Int {
    guard case .node(let kind, let children) = tree else { return parent }
    let index = nodes.count
    nodes.append(Node(kind: kind, span: Span(0, 0), parent: parent))
    if let first = nodes[parent].firstChild {
      var last = first
      while let next = nodes[last].nextSibling { last = next }
      nodes[last].nextSibling = index
    } else {
      nodes[parent].firstChild = index
    }
    for child in children { add(child, under: index) }
    return index
  }

  mutating func addCell(
    _ code: String, label: String? = nil, visibility: Cell.Visibility? = nil,
    isDefinition: Bool = false, outputs: [CellOutput] = []
  ) {
    let node = add(.node(.cell(cells.count), []))
    cells.append(
      Cell(
        mode: .swiftEval, source: Excerpt(code),
        label: label.map { Label(name: $0, span: Span(0, 0)) }, visibility: visibility,
        options: Cell.Options(), output: nil, node: node))
    results.outputs.append(outputs)
    results.outputSpans.append(outputs.map { _ in Span(0, 0) })
    results.isDefinition.append(isDefinition)
  }

  /// The tree of an inline value, whose outcome is noted.
  mutating func value(_ text: String, of expression: String) -> Tree {
    inlineValues.append(
      InlineValue(
        scheme: .eval, expression: Excerpt(expression), text: text, linkText: LinkText(Span(0, 0)),
        title: "",
        cellsBefore: cells.count, node: 0))
    results.inlineValues.append(.value(text: text, isComputed: true))
    return .node(.inlineValue(inlineValues.count - 1), [.text(text)])
  }

  /// The tree of a reference whose text and target stand in the source as they are given.
  func reference(_ text: String, file: String? = nil, label: String?) -> Tree {
    let target = (file ?? "") + (label.map { "#" + $0 } ?? "")
    let whole = source.text.firstRange(of: "[\(text)](\(target))")
    let start = whole.map {
      source.text.utf8.distance(from: source.text.startIndex, to: $0.lowerBound)
    }
    let textStart = (start ?? -1) + 1
    let textSpan = Span(textStart, textStart + text.utf8.count)
    let targetSpan = Span(textSpan.end + 2, textSpan.end + 2 + target.utf8.count)
    let kind = Node.Kind.reference(
      Node.Reference(
        file: file, label: label, title: "", destinationSpan: targetSpan,
        linkText: LinkText(textSpan)))
    return .node(kind, text.isEmpty ? [] : [.text(text)])
  }
}
