import Diagnostics

/// Numbers footnotes in the order of first reference, as cmark-gfm does.
struct FootnoteNumbers {
  private var labels: [String] = []
  private var counts: [Int] = []
  private var numbers: [Int: Int] = [:]
  private var occurrences: [Int: Int] = [:]
  private var places: [Int: Span] = [:]

  init(_ tree: MarkdownTree, _ finder: SpanFinder, _ text: LessonText) {
    var references: [(node: Int, number: Int)] = []
    for (index, node) in tree.nodes.enumerated() {
      switch node.kind {
      case .footnoteDefinition:
        let range = Self.labelRange(of: node, in: text)
        labels.append(String(decoding: text.bytes[range], as: UTF8.self))
        numbers[index] = labels.count
        places[index] = Span(
          text.fileOffset(range.lowerBound), text.fileOffset(range.upperBound))
      case .footnoteReference: references.append((index, Int(node.literal) ?? 1))
      default: break
      }
    }
    counts = Array(repeating: 0, count: labels.count)
    let inOrder = references.sorted { finder.spans[$0.node].start < finder.spans[$1.node].start }
    for (node, number) in inOrder where counts.indices.contains(number - 1) {
      counts[number - 1] += 1
      numbers[node] = number
      occurrences[node] = counts[number - 1]
    }
  }

  func definition(_ node: Int) -> Node.Footnote {
    let number = numbers[node] ?? 1
    return Node.Footnote(label: label(number), number: number, occurrence: count(number))
  }

  func reference(_ node: Int) -> Node.Footnote {
    let number = numbers[node] ?? 1
    return Node.Footnote(
      label: label(number), number: number, occurrence: occurrences[node] ?? 1)
  }

  /// The place of a definition's label.
  func span(of node: Int) -> Span? { places[node] }

  /// cmark-gfm does not give a definition's label, and starts it behind `[^label]:`.
  static func labelRange(of node: MarkdownNode, in text: LessonText) -> Range<Int> {
    let line = text.line(node.startLine - 1)
    let end = min(line.lowerBound + max(0, node.startColumn - 1), line.upperBound)
    var start = end
    while start > line.lowerBound {
      start -= 1
      guard text.bytes[start] == UInt8(ascii: "["), start + 1 < end,
        text.bytes[start + 1] == UInt8(ascii: "^")
      else { continue }
      let rest = (start + 2)..<end
      return rest.lowerBound..<(rest.last { text.bytes[$0] == UInt8(ascii: "]") } ?? end)
    }
    return end..<end
  }

  private func label(_ number: Int) -> String {
    labels.indices.contains(number - 1) ? labels[number - 1] : ""
  }

  private func count(_ number: Int) -> Int {
    counts.indices.contains(number - 1) ? counts[number - 1] : 0
  }
}
