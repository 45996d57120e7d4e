import Diagnostics

/// Finds a table row's cells in its line: between pipes, where `\|` stands for a pipe.
struct TableCellFinder {
  let text: LessonText

  /// - Parameters:
  ///   - contents: what cmark-gfm read as the row's cells.
  ///   - quotes: how many block quotes hold the table: so many `>` precede the row.
  ///   - column: where the row starts, if that is known.
  func cells(_ contents: [[UInt8]], line: Int, quotes: Int, column: Int?) -> [BlockContent] {
    let range = text.line(line)
    var position = range.lowerBound
    if let column {
      position = min(range.lowerBound + column, range.upperBound)
    } else {
      for _ in 0..<quotes {
        skipBlanks(&position, range)
        if position < range.upperBound, text.bytes[position] == UInt8(ascii: ">") { position += 1 }
      }
    }
    skipBlanks(&position, range)
    if position < range.upperBound, text.bytes[position] == UInt8(ascii: "|") { position += 1 }
    return contents.map { content in
      skipBlanks(&position, range)
      let found = cell(content, at: &position, range)
      while position < range.upperBound, text.bytes[position] != UInt8(ascii: "|") {
        step(&position)
      }
      if position < range.upperBound { position += 1 }
      return found
    }
  }

  private func cell(
    _ content: [UInt8], at position: inout Int, _ range: Range<Int>
  ) -> BlockContent {
    var pieces = [(start: 0, textStart: position)]
    for (offset, byte) in content.enumerated() {
      guard position < range.upperBound else { break }
      if byte == UInt8(ascii: "|"), text.bytes[position] == UInt8(ascii: "\\") {
        position += 1
        pieces.append((offset, position))
      }
      if position < range.upperBound, text.bytes[position] == byte { position += 1 }
    }
    return BlockContent(content, pieces: pieces, in: text)
  }

  /// To the next byte, past an escaped pipe.
  private func step(_ position: inout Int) {
    if text.bytes[position] == UInt8(ascii: "\\"), position + 1 < text.bytes.count,
      text.bytes[position + 1] == UInt8(ascii: "|")
    {
      position += 1
    }
    position += 1
  }

  private func skipBlanks(_ position: inout Int, _ range: Range<Int>) {
    while position < range.upperBound, BlockContentFinder.isBlank(text.bytes[position]) {
      position += 1
    }
  }
}
