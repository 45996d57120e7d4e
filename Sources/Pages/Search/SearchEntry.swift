import Cells
import LessonSyntax

/// A place in a lesson that the search finds.
struct SearchEntry: Sendable, Hashable {
  /// Empty for the beginning of the page.
  var anchor: String
  /// A section's heading or what a label names, "Figure 2"; empty for the beginning of the page.
  var title: String
  /// Prose, captions and TeX in their order, words apart by single spaces.
  var text: String

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
  private(set) var entries: [SearchEntry]
  /// The entries that are being written, as indices, the innermost last.
  private var open = [0]

  init(_ input: LessonInput, summary: LessonSummary, index: SiteIndex) {
    lesson = input.lesson
    results = input.results
    self.summary = summary
    self.index = index
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
      openSection(level, anchor, title: lesson.plainText(of: node, results: results))
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
    case .table(let table): addLabelled(table.label, table.caption?.text ?? "")
    case .image(let image): addLabelled(image.label, image.caption)
    case .footnoteDefinition(let note):
      open(SearchEntry(anchor: "fn-" + note.label, title: "", text: ""))
    case .document, .paragraph, .blockQuote, .alert, .blockTitle, .list, .item, .code, .html,
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

  private mutating func add(_ text: String) {
    guard let entry = open.last else { return }
    entries[entry].text += text
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

  private mutating func openLabelled(_ label: Label?) {
    guard let label else { return }
    open(SearchEntry(anchor: label.name, title: name(of: label.name), text: ""))
  }

  /// The label may be searched for, too.
  private mutating func closeLabelled(_ label: Label?) {
    guard let label else { return }
    add(" #" + label.name)
    open.removeLast()
  }

  /// Text that a label names becomes an entry of its own; other text stays where it stands.
  private mutating func addLabelled(_ label: Label?, _ text: String) {
    guard let label else { return add(" " + text + " ") }
    openLabelled(label)
    add(text)
    closeLabelled(label)
  }

  private mutating func addMath(_ math: Math) {
    if math.label == nil { add(math.tex.text) } else { addLabelled(math.label, math.tex.text) }
  }

  /// Captions and claims: neither code nor tables of numbers.
  private mutating func addCell(_ number: Int) {
    guard lesson.cells.indices.contains(number) else { return }
    let outputs = results.outputs.indices.contains(number) ? results.outputs[number] : []
    let texts = outputs.map { output in
      switch output {
      case .table(let table): table.caption
      case .figure(let figure): figure.caption
      case .check(let check): (check.caption ?? "") + " " + check.text
      case .text, .formula, .claims, .slider: ""
      }
    }
    addLabelled(lesson.cells[number].label, texts.joined(separator: " "))
  }

  /// "Figure 2", or the label where it has no number.
  private func name(of label: String) -> String {
    guard case .numbered(let kind, let number) = summary.targets[label]?.kind else { return label }
    return index.words.name(kind, number)
  }
}
