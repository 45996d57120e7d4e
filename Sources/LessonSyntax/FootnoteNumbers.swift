import Diagnostics

/// Numbers footnotes in the order of first reference, as cmark-gfm does.
struct FootnoteNumbers {
  private var labels: [String] = []
  private var counts: [Int] = []
  private var numbers: [Int: Int] = [:]
  private var occurrences: [Int: Int] = [:]
  private var places: [Int: Span] = [:]

  init(_ tree: MarkdownTree, _ finder: SpanFinder) {
    var references: [(node: Int, number: Int)] = []
    for (index, node) in tree.nodes.enumerated() {
      switch node.kind {
      case .footnoteDefinition:
        labels.append(node.literal)
        numbers[index] = labels.count
        places[index] = finder.spans[index]
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

  var referenceCount: Int { occurrences.count }

  func definition(_ node: Int) -> Node.Footnote {
    let number = numbers[node] ?? 1
    return Node.Footnote(label: label(number), number: number, occurrence: count(number))
  }

  func reference(_ node: Int) -> Node.Footnote {
    let number = numbers[node] ?? 1
    return Node.Footnote(
      label: label(number), number: number, occurrence: occurrences[node] ?? 1)
  }

  /// Where a definition begins.
  func span(of node: Int) -> Span? { places[node] }

  private func label(_ number: Int) -> String {
    labels.indices.contains(number - 1) ? labels[number - 1] : ""
  }

  private func count(_ number: Int) -> Int {
    counts.indices.contains(number - 1) ? counts[number - 1] : 0
  }
}
