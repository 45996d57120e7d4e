import Diagnostics
import LessonSyntax

/// Chooses the edits of a lesson after which each of its links is still one, and leads where it did.
///
/// What comes between a link's brackets may be read otherwise than as its text: then a number that was
/// checked would be none any more. So the edited lesson is read again.
struct LinkKeeping {
  private struct Link {
    var start: Int
    var destination: String
    /// Of the paragraph, heading or table cell that it stands in.
    var block: Span
  }

  private let file: SourceFile
  private let links: [Link]

  init(_ file: SourceFile) {
    self.file = file
    links = Self.links(of: file)
  }

  /// - Parameter edits: in order, without overlaps.
  func harmless(_ edits: [Edit]) -> [Edit] {
    var kept = edits
    while !kept.isEmpty {
      let blocks = blocksWithLosses(after: kept)
      guard !blocks.isEmpty else { return kept }
      let others = kept.filter { edit in
        let next = blocks.partitioningIndex { $0.start > edit.span.start }
        return next == 0 || edit.span.start >= blocks[next - 1].end
      }
      guard others.count < kept.count else { return [] }
      kept = others
    }
    return []
  }

  /// In order; blocks that hold links do not overlap.
  private func blocksWithLosses(after edits: [Edit]) -> [Span] {
    let bytes = Fixing.bytes(file.bytes, applying: edits)
    let edited = Self.links(of: SourceFile(path: file.path, bytes: bytes))
    let found = Dictionary(
      edited.map { ($0.start, $0.destination) }, uniquingKeysWith: { first, _ in first })
    var shift = 0
    var next = edits.startIndex
    return links.filter { link in
      while next < edits.endIndex, edits[next].span.start < link.start {
        shift += edits[next].replacement.utf8.count - edits[next].span.length
        next += 1
      }
      return found[link.start + shift] != link.destination
    }.map(\.block).sorted()
  }

  private static func links(of file: SourceFile) -> [Link] {
    let lesson = LessonParser.parse(file)
    var block = Span(0, 0)
    var links: [Link] = []
    for (index, node) in lesson.nodes.enumerated() {
      switch node.kind {
      case .paragraph, .heading, .tableCell, .blockTitle: block = node.span
      default:
        guard let destination = lesson.destination(of: index) else { continue }
        links.append(Link(start: node.span.start, destination: destination, block: block))
      }
    }
    return links.sorted { $0.start < $1.start }
  }
}

extension Lesson {
  /// Where a link leads, with what kind of link it is; nil for a node that is none.
  fileprivate func destination(of node: Int) -> String? {
    switch nodes[node].kind {
    case .link(let link): link.destination
    case .image(let image): "!" + image.source
    case .reference(let reference): (reference.file ?? "") + "#" + (reference.label ?? "")
    case .citation(let citation): "cite:" + citation.key
    case .inlineValue(let value):
      inlineValues[value].scheme.rawValue + ":" + inlineValues[value].expression.text
    default: nil
    }
  }
}
