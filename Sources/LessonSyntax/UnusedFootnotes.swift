import Diagnostics

/// Finds footnotes that cmark-gfm left out, with all that stands in them: nothing refers to them, or
/// their label is defined twice.
struct UnusedFootnotes {
  private let text: LessonText
  /// Lines (from 0) that nodes of the tree hold.
  private var isKept: [Bool]

  init(_ tree: MarkdownTree, in text: LessonText) {
    self.text = text
    isKept = Array(repeating: false, count: text.lineStarts.count)
    for node in tree.nodes {
      switch node.kind {
      case .footnoteDefinition: keep(node.startLine, node.startLine)
      case .paragraph, .heading, .codeBlock, .htmlBlock: keep(node.startLine, node.endLine)
      default: break
      }
    }
  }

  private mutating func keep(_ first: Int, _ last: Int) {
    guard first > 0, first <= isKept.count else { return }
    for line in (first - 1)..<max(first, min(last, isKept.count)) { isKept[line] = true }
  }

  func diagnostics() -> [Diagnostic] {
    text.lineStarts.indices.compactMap { index in
      guard !isKept[index], let label = label(in: text.line(index)) else { return nil }
      let span = Span(text.fileOffset(label.lowerBound), text.fileOffset(label.upperBound))
      let name = String(decoding: text.bytes[label], as: UTF8.self)
      return Diagnostic(.warning, .unusedFootnote(name), in: text.file, at: span)
    }
  }

  /// `[^label]` where a line begins with `[^label]:`, in a container or not.
  private func label(in line: Range<Int>) -> Range<Int>? {
    let rest = text.bytes[line].drop { BlockContentFinder.isBlank($0) || $0 == UInt8(ascii: ">") }
    guard rest.starts(with: [UInt8(ascii: "["), UInt8(ascii: "^")]),
      let close = rest.firstIndex(of: UInt8(ascii: "]")), close > rest.startIndex + 2,
      close + 1 < rest.endIndex, rest[close + 1] == UInt8(ascii: ":")
    else { return nil }
    return rest.startIndex..<(close + 1)
  }
}

extension Diagnostic.Message {
  static func unusedFootnote(_ label: String) -> Self {
    Self(
      id: "unused-footnote",
      text: "nothing refers to `\(label)`, or it is defined twice: it is left out")
  }
}
