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
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
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
    let column = text(in: Span(lineStarts[line], offset)).count + 1
    return Location(line: line + 1, column: column)
  }

  public static func == (a: Self, b: Self) -> Bool { a.path == b.path && a.bytes == b.bytes }

  public func hash(into hasher: inout Hasher) { hasher.combine(path) }
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
