import Cells
import LessonSyntax
import Typesetting

/// A place in a lesson that the search finds.
struct SearchEntry: Sendable, Hashable {
  /// Empty for the beginning of the page.
  var anchor: String
  /// A section's heading, or what a label names, "Figure 2 · The curve"; empty for the beginning of the
  /// page.
  var title: String
  /// Prose, claims and formulas in their order, words apart by single spaces.
  var text: String
  /// What is not shown and may be looked for: labels, TeX, code.
  var keys = ""

  /// What a lesson offers to be found, in its order: its beginning, its sections, its footnotes, and
  /// whatever has a label.
  ///
  /// Every word stands in one entry, so that the index grows as the text does.
  static func entries(of input: LessonInput, summary: LessonSummary, index: SiteIndex)
    -> [SearchEntry]
  {
    var collector = SearchEntryCollector(input, summary: summary, index: index)
    collector.collect()
    return collector.entries
  }
}

/// Walks a lesson and notes the words of each entry.
private struct SearchEntryCollector {
  private let lesson: Lesson
  private let results: LessonResults
  private let summary: LessonSummary
  private let index: SiteIndex
  private let typesetter: Typesetter
  private(set) var entries: [SearchEntry]
  /// The entries that are being written, as indices, the innermost last.
  private var open = [0]

  init(_ input: LessonInput, summary: LessonSummary, index: SiteIndex) {
    lesson = input.lesson
    results = input.results
    self.summary = summary
    self.index = index
    typesetter = index.typesetter(for: input.lesson.frontMatter)
    entries = [SearchEntry(anchor: "", title: "", text: summary.description.map { $0 + " " } ?? "")]
  }

  mutating func collect() {
    guard !lesson.nodes.isEmpty else { return }
    let lesson = lesson
    lesson.walk(from: 0, enter: { enter($0) }, leave: { leave($0) })
    tidy()
  }

  /// One space between words, and no entry without any.
  private mutating func tidy() {
    for index in entries.indices {
      entries[index].text = Self.withSingleSpaces(entries[index].text)
      entries[index].keys = Self.withSingleSpaces(entries[index].keys)
    }
    entries = entries.enumerated().filter {
      $0.offset == 0 || !$0.element.title.isEmpty || !$0.element.text.isEmpty
    }.map(\.element)
  }
}

extension SearchEntryCollector {
  /// By scalars, not by characters: this is done to all of a site's prose.
  private static func withSingleSpaces(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isBetweenWords = false
    for scalar in text.unicodeScalars {
      let isSpace =
        scalar.isASCII
        ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
      if isSpace {
        isBetweenWords = !bytes.isEmpty
        continue
      }
      if isBetweenWords { bytes.append(UInt8(ascii: " ")) }
      isBetweenWords = false
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func enter(_ node: Int) -> Descent {
    switch lesson.nodes[node].kind {
    case .heading(let level, let anchor):
      openSection(level, anchor, title: plainText(of: node))
      return .skip
    case .text(let text), .inlineCode(let text): add(text)
    case .softBreak, .lineBreak: add(" ")
    case .inlineMath(let math): addMath(math)
    case .displayMath(let math): addMath(math)
    case .inlineValue:
      add(lesson.plainText(of: node, results: results))
      return .skip
    case .cell(let cell):
      addCell(cell)
      return .skip
    case .citation(let citation):
      if lesson.nodes[node].firstChild == nil { add(index.works[citation.key]?.shortForm ?? "") }
    case .block(let block): openLabelled(block.label)
    case .blockTitle: return enterBlockTitle(node)
    case .table(let table): addLabelled(table.label, caption: table.caption?.text ?? "")
    case .image(let image): addLabelled(image.label, caption: image.caption)
    case .footnoteDefinition(let note):
      open(SearchEntry(anchor: "fn-" + note.label, title: "", text: ""))
    case .document, .paragraph, .blockQuote, .alert, .list, .item, .code, .html,
      .thematicBreak, .tableRow, .tableCell, .inlineHTML, .emphasis, .strong, .strikethrough,
      .link, .footnoteReference, .reference:
      break
    }
    return .descend
  }

  private mutating func leave(_ node: Int) {
    switch lesson.nodes[node].kind {
    case .paragraph, .blockTitle, .item, .tableCell, .alert: add(" ")
    case .block(let block): closeLabelled(block.label)
    case .footnoteDefinition: open.removeLast()
    default: break
    }
  }

  private mutating func add(_ text: String, keys: String = "") {
    guard let entry = open.last else { return }
    entries[entry].text += text
    if !keys.isEmpty { entries[entry].keys += " " + keys }
  }

  private mutating func open(_ entry: SearchEntry) {
    open.append(entries.count)
    entries.append(entry)
  }

  /// The page's own heading begins no section; one inside of a block ends with it.
  private mutating func openSection(_ level: Int, _ anchor: String, title: String) {
    guard level > 1, !anchor.isEmpty else { return add(title == summary.title ? "" : title + " ") }
    open.removeLast()
    open(SearchEntry(anchor: anchor, title: title, text: ""))
  }

  /// The label may be searched for, too.
  private mutating func openLabelled(_ label: Label?, caption: String = "") {
    guard let label else { return }
    let title = name(of: label.name) + (caption.isEmpty ? "" : " · " + caption)
    open(SearchEntry(anchor: label.name, title: title, text: "", keys: label.name))
  }

  private mutating func closeLabelled(_ label: Label?) {
    if label != nil { open.removeLast() }
  }

  /// What a label names becomes an entry of its own; other text stays where it stands.
  private mutating func addLabelled(
    _ label: Label?, caption: String, text: String = "", keys: String = ""
  ) {
    let caption = Caption(caption, typesetter: typesetter).plainText
    openLabelled(label, caption: caption)
    add(label == nil ? " " + caption + " " + text + " " : text, keys: keys)
    closeLabelled(label)
  }

  /// A part of what its block is called; text where the block has no label.
  private mutating func enterBlockTitle(_ node: Int) -> Descent {
    guard let parent = lesson.nodes[node].parent,
      case .block(let block) = lesson.nodes[parent].kind,
      block.label != nil, let entry = open.last
    else { return .descend }
    entries[entry].title += " · " + plainText(of: node)
    return .skip
  }

  private mutating func addMath(_ math: Math) {
    openLabelled(math.label)
    add(Self.text(of: math, typesetter), keys: math.tex.text)
    closeLabelled(math.label)
  }

  private static func text(of math: Math, _ typesetter: Typesetter) -> String {
    typesetter.typeset(math.tex, display: math.isDisplay).element.formulaText
  }

  private func plainText(of node: Int) -> String {
    lesson.plainText(of: node, results: results) { Self.text(of: $0, typesetter) }
  }

  /// Captions and claims: neither other code nor tables of numbers.
  private mutating func addCell(_ number: Int) {
    guard lesson.cells.indices.contains(number) else { return }
    let outputs = results.outputs.indices.contains(number) ? results.outputs[number] : []
    var captions: [String] = []
    var claims: [CheckOutput] = []
    for output in outputs {
      switch output {
      case .table(let table): captions.append(table.caption)
      case .figure(let figure): captions.append(figure.caption)
      case .check(let check):
        captions += check.caption.map { [$0] } ?? []
        claims.append(check)
      case .text, .formula, .claims, .slider: break
      }
    }
    addLabelled(
      lesson.cells[number].label, caption: captions.joined(separator: " "),
      text: claims.map { $0.statement?.formulaText ?? $0.text }.joined(separator: " "),
      keys: claims.map(\.text).joined(separator: " "))
  }

  /// "Figure 2", or the label where it has no number.
  private func name(of label: String) -> String {
    guard case .numbered(let kind, let number) = summary.targets[label]?.kind else { return label }
    return index.words.name(kind, number)
  }
}
