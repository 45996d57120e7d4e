import Diagnostics

/// Finds where the content that cmark-gfm collected for a block stands in the text.
///
/// cmark takes containers' prefixes off each line, so what it keeps of a line is the line's end:
/// a content line is found from the right, whatever stands before it.
struct BlockContentFinder {
  let text: LessonText

  /// Of a paragraph or a setext heading. Definitions of links may have been taken off its front,
  /// so its lines are counted from the last one.
  func lines(of content: [UInt8], first: Int, last: Int) -> BlockContent {
    let lines = Self.lines(of: content)
    let end = max(first, last)
    let wanted = end - lines.count + 1
    var candidates = [wanted, first]
    for distance in 1...4 { candidates += [wanted - distance, wanted + distance] }
    let fits = candidates.first { start in start >= 0 && matches(lines, content, at: start) }
    return place(content, lines: lines, at: fits ?? max(0, first))
  }

  /// Of code, whose first line stands on a known line.
  func code(_ literal: String, firstLine: Int) -> BlockContent {
    let bytes = Array(literal.utf8)
    return place(bytes, lines: Self.lines(of: bytes), at: firstLine)
  }

  /// Of `# heading`, one line; nil where it does not stand as expected.
  func heading(_ content: [UInt8], line: Int, column: Int, level: Int) -> BlockContent? {
    let range = text.line(line)
    var position = min(range.lowerBound + max(0, column), range.upperBound)
    for _ in 0..<level where position < range.upperBound && text.bytes[position] == 0x23 {
      position += 1
    }
    while position < range.upperBound, Self.isBlank(text.bytes[position]) { position += 1 }
    guard text.bytes[position..<range.upperBound].starts(with: content) else { return nil }
    return BlockContent(content, pieces: [(0, position)], in: text)
  }

  private func matches(_ lines: [Range<Int>], _ content: [UInt8], at first: Int) -> Bool {
    for (index, line) in lines.enumerated() {
      guard text.lineStarts.indices.contains(first + index) else { return false }
      let kept = content[line].drop { Self.isBlank($0) }
      let pieces = piecesFromRight(kept, line: text.line(first + index))
      guard kept.isEmpty || pieces.last?.start == kept.startIndex else { return false }
    }
    return true
  }

  private func place(
    _ content: [UInt8], lines: [Range<Int>], at first: Int
  ) -> BlockContent {
    var pieces: [(start: Int, textStart: Int)] = []
    for (index, line) in lines.enumerated() {
      let source = text.line(first + index)
      let found = piecesFromRight(content[line], line: source)
      let start = found.last?.start ?? line.upperBound
      let place = found.last?.textStart ?? source.upperBound
      // What precedes is white space that cmark made of a tab.
      if start > line.lowerBound {
        pieces.append((line.lowerBound, max(source.lowerBound, place - (start - line.lowerBound))))
      }
      if found.isEmpty { pieces.append((start, place)) }
      pieces += found.reversed()
    }
    return BlockContent(content, pieces: pieces, in: text)
  }

  /// Where a line's content stands, from its last piece to its first, as far as it does.
  ///
  /// In a paragraph that a table cut off, cmark-gfm has taken the backslash from `\|`.
  private func piecesFromRight(
    _ content: ArraySlice<UInt8>, line: Range<Int>
  ) -> [(start: Int, textStart: Int)] {
    var pieces: [(start: Int, textStart: Int)] = []
    var position = content.endIndex
    var place = line.upperBound
    if let last = content.last, !Self.isBlank(last) {
      while place > line.lowerBound, Self.isBlank(text.bytes[place - 1]) { place -= 1 }
    }
    while position > content.startIndex, place > line.lowerBound {
      if content[position - 1] == text.bytes[place - 1] {
        position -= 1
        place -= 1
      } else if position < content.endIndex, content[position] == UInt8(ascii: "|"),
        text.bytes[place - 1] == UInt8(ascii: "\\")
      {
        pieces.append((position, place))
        place -= 1
      } else {
        break
      }
    }
    if position < content.endIndex, pieces.last?.start != position {
      pieces.append((position, place))
    }
    return pieces
  }

  /// The lines of a content without their ends; an end of the content after a line's end is no line.
  static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == 0x0A {
      result.append(start..<offset)
      start = offset + 1
    }
    if start < bytes.count { result.append(start..<bytes.count) }
    return result
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
