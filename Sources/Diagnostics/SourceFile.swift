/// A file of the author's, with its lines: where spans become lines and columns.
///
/// Identity is the path: two files with one path are the same file.
public struct SourceFile: Sendable, Hashable {
  /// The path as a person would type it: relative to the folder that the command ran in.
  public let path: String
  /// The bytes as they are, without decoding: offsets of `Span` count these.
  public let bytes: [UInt8]
  /// The offset at which each line begins; the first is 0.
  public let lineStarts: [Int]
  /// Places in long lines, in order: where a line is as long as the file, so that a column is not
  /// counted from its start each time.
  private let columnMarks: [ColumnMark]

  private struct ColumnMark: Sendable {
    var offset: Int
    /// From 0.
    var column: Int
  }

  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == 0x0A {
        starts.append(offset)
      } else if byte == 0x0D {
        // CR LF is one line ending, and so is a lone CR, as in CommonMark.
        if offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
        starts.append(offset)
      }
    }
    self.lineStarts = starts
    self.columnMarks = Self.columnMarks(bytes, starts)
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text of a span, repaired where it is not UTF-8.
  public func text(in span: Span) -> String {
    let start = min(max(span.start, 0), bytes.count)
    let end = min(max(span.end, start), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The line that holds an offset, counted from 0.
  public func line(at offset: Int) -> Int {
    max(0, lineStarts.partitioningIndex { $0 > offset } - 1)
  }

  /// The text of a line (counted from 0) without its line ending.
  public func textOfLine(_ line: Int) -> String { text(in: spanOfLine(line)) }

  /// The span of a line (counted from 0) without its line ending.
  public func spanOfLine(_ line: Int) -> Span {
    guard lineStarts.indices.contains(line) else { return Span(bytes.count, bytes.count) }
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return Span(start, end)
  }

  /// Line and column, both counted from 1; the column counts characters as a person sees them.
  public func location(at offset: Int) -> Location {
    let line = line(at: offset)
    let marks = columnMarks.partitioningIndex { $0.offset > offset }
    var start = ColumnMark(offset: lineStarts[line], column: 0)
    if marks > 0, columnMarks[marks - 1].offset > start.offset { start = columnMarks[marks - 1] }
    let column = start.column + text(in: Span(start.offset, offset)).count
    return Location(line: line + 1, column: column + 1)
  }

  /// The span without what is left of a UTF-8 sequence that it cuts.
  func wholeCharacters(_ span: Span) -> Span {
    var (start, end) = (span.start, span.end)
    while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return Span(start, end)
  }

  public static func == (a: Self, b: Self) -> Bool { a.path == b.path && a.bytes == b.bytes }

  public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

extension SourceFile {
  private static let markDistance = 1 << 10

  /// Between two ASCII bytes of a line, where characters always part.
  private static func columnMarks(_ bytes: [UInt8], _ lineStarts: [Int]) -> [ColumnMark] {
    var marks: [ColumnMark] = []
    for (line, start) in lineStarts.enumerated() {
      let end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
      var last = ColumnMark(offset: start, column: 0)
      var position = start + markDistance
      while position < end {
        guard bytes[position] < 0x80, bytes[position - 1] < 0x80 else {
          position += 1
          continue
        }
        let between = String(decoding: bytes[last.offset..<position], as: UTF8.self)
        last = ColumnMark(offset: position, column: last.column + between.count)
        marks.append(last)
        position += markDistance
      }
    }
    return marks
  }
}

/// A place as editors show it: line and column from 1.
public struct Location: Hashable, Sendable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
