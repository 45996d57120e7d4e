import Diagnostics
import LessonSyntax
import MathCore

/// The text of one block as a reader sees it, with the way back to the file; what is no prose is a
/// gap.
struct ProseText {
  /// Stands for what is no prose, and for what a caption interpolates.
  static let gap: Unicode.Scalar = "\u{FFFC}"

  private(set) var scalars: [Unicode.Scalar] = []
  /// Links to places on the site, by node, with the text that they hold.
  private(set) var links: [(node: Int, range: Range<Int>)] = []
  private var offsets: [Int] = []

  init() {}

  /// - Parameter place: where an offset of the caption stands in the file.
  init(caption: String, place: (Int) -> Int = { $0 }) {
    for piece in Caption.pieces(of: caption) {
      switch piece {
      case .plain(let start, let plain): append(plain) { place(start + $0) }
      case .formula, .code: appendGap()
      }
    }
  }

  mutating func append(_ text: String, place: (Int) -> Int) {
    var offset = 0
    for scalar in text.unicodeScalars {
      scalars.append(scalar)
      offsets.append(place(offset))
      offset += UTF8.width(scalar)
    }
  }

  mutating func appendGap() {
    scalars.append(Self.gap)
    offsets.append(offsets.last ?? 0)
  }

  mutating func enter(_ node: Node, of lesson: Lesson, at index: Int) -> Descent {
    switch node.kind {
    case .text(let text):
      // A text with escapes or entities is longer in the file: its numerals are where it begins.
      let isVerbatim = lesson.source.text(in: node.span) == text
      append(text) { node.span.start + (isVerbatim ? $0 : 0) }
    case .softBreak, .lineBreak: append(" ") { _ in node.span.start }
    case .link(let link) where link.destination.hasSuffix(lesson.plainText(of: index)):
      // An address that stands for itself.
      appendGap()
      return .skip
    case .inlineCode, .inlineHTML, .inlineMath, .image, .footnoteReference, .inlineValue,
      .citation:
      appendGap()
      return .skip
    case .reference:
      guard node.firstChild != nil else {
        appendGap()
        return .skip
      }
      links.append((index, scalars.count..<scalars.count))
    default: break
    }
    return .descend
  }

  mutating func leave(_ node: Int) {
    guard let last = links.indices.last, links[last].node == node else { return }
    links[last].range = links[last].range.lowerBound..<scalars.count
  }

  /// Where a numeral stands in the file.
  func span(_ range: Range<Int>) -> Span {
    let start = offsets[range.lowerBound]
    let last = range.upperBound - 1
    return Span(start, max(start, offsets[last] + UTF8.width(scalars[last])))
  }

  func numerals(_ typography: NumberTypography) -> [String] {
    NumeralScanner.numerals(in: scalars, typography: typography).map(string)
  }

  func string(_ range: Range<Int>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[range])
    return text
  }

  /// The words around a numeral: up to 30 characters on each side.
  func context(of range: Range<Int>) -> String {
    var start = max(0, range.lowerBound - 30)
    var end = min(scalars.count, range.upperBound + 30)
    if start > 0 {
      while start < range.lowerBound, scalars[start] != " " { start += 1 }
    }
    if end < scalars.count {
      while end > range.upperBound, scalars[end - 1] != " " { end -= 1 }
    }
    let words = string(start..<end).replacing("\u{FFFC}", with: "…").split(separator: " ")
    return (start > 0 ? "… " : "") + words.joined(separator: " ")
      + (end < scalars.count ? " …" : "")
  }
}
