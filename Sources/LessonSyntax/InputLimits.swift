import Diagnostics

/// What a lesson may hold: bounds that no honest lesson meets, so that none takes quadratic time.
enum InputLimits {
  /// Bytes of a lesson.
  static let length = 2 << 20
  /// Containers within each other.
  static let depth = 100
  /// Markers of containers on one line, before cmark-gfm reads it.
  static let markers = 500
  /// Cells of all tables, those counted that cmark-gfm adds to short rows.
  static let cells = 200_000
  /// Bytes that links take from the definitions that they name.
  static let repeated = 1 << 24

  /// What must not be given to cmark-gfm: its time or memory would not be in proportion.
  static func objections(to text: LessonText) -> [Diagnostic] {
    var columns = 0
    var cells = 0
    for index in text.lineStarts.indices {
      let line = text.line(index)
      let shape = LineShape(text.bytes[line])
      if shape.markers > markers { return [objection(.tooDeep(), line, text)] }
      if shape.isBlank { columns = 0 }
      if let delimiters = shape.delimiterColumns { columns = max(columns, delimiters) }
      cells += columns
      if cells > Self.cells { return [objection(.tableTooLarge(), line, text)] }
    }
    return [repetition(in: text)].compactMap(\.self)
  }

  /// cmark-gfm writes what a definition says wherever a link names it: no more than the longest one for
  /// each bracket of the lesson.
  private static func repetition(in text: LessonText) -> Diagnostic? {
    var longest = 0..<0
    var brackets = 0
    /// Where what may be a definition begins: it goes on to the next one, or to an empty line.
    var start: Int?
    func end(at position: Int) {
      if let start, position - start > longest.count { longest = start..<position }
      start = nil
    }
    for index in text.lineStarts.indices {
      let line = text.line(index)
      if text.bytes[line].allSatisfy({ BlockContentFinder.isBlank($0) || $0 == UInt8(ascii: ">") })
      {
        end(at: line.lowerBound)
      }
      for position in line where text.bytes[position] == UInt8(ascii: "]") {
        brackets += 1
        guard position + 1 < line.upperBound, text.bytes[position + 1] == UInt8(ascii: ":") else {
          continue
        }
        end(at: position)
        start = position
      }
    }
    end(at: text.bytes.count)
    guard longest.count * brackets > repeated else { return nil }
    return objection(.tooMuchRepeated(longest.count, by: brackets), longest, text)
  }

  private static func objection(
    _ message: Diagnostic.Message, _ line: Range<Int>, _ text: LessonText
  ) -> Diagnostic {
    let start = text.fileOffset(line.lowerBound)
    let end = text.fileOffset(min(line.upperBound, line.lowerBound + 80))
    return Diagnostic(.error, message, in: text.file, at: Span(start, end))
  }

  private struct LineShape {
    var isBlank = true
    /// `>`, and `-`, `*`, `+`, `.` and `)` before a space, at the front.
    var markers = 0
    /// Of a table's delimiter row.
    var delimiterColumns: Int?

    init(_ line: ArraySlice<UInt8>) {
      var pipes = 0
      var dashes = 0
      var before: UInt8 = 0x20
      var isFront = true
      for byte in line {
        if BlockContentFinder.isBlank(byte) {
          if isFront, Self.endsMarker(before) { markers += 1 }
          before = byte
          continue
        }
        before = byte
        isBlank = false
        switch byte {
        case UInt8(ascii: ">"):
          guard isFront else { return }
          markers += 1
        case UInt8(ascii: "-"): dashes += 1
        case UInt8(ascii: "|"), UInt8(ascii: ":"):
          pipes += byte == UInt8(ascii: "|") ? 1 : 0
          isFront = false
        default: guard isFront, Self.isInMarker(byte) else { return }
        }
      }
      if dashes > 0, pipes > 0 { delimiterColumns = pipes + 1 }
    }

    private static func isInMarker(_ byte: UInt8) -> Bool {
      endsMarker(byte) || (0x30...0x39).contains(byte)
    }

    private static func endsMarker(_ byte: UInt8) -> Bool { "-*+.)".utf8.contains(byte) }
  }
}

extension Diagnostic.Message {
  static func tooDeep() -> Self {
    Self(
      id: "too-deep", text: "quotes, lists and emphasis may stand \(InputLimits.depth) deep at most"
    )
  }

  static func tableTooLarge() -> Self {
    Self(
      id: "table-too-large",
      text: "the tables of a lesson may have \(InputLimits.cells) cells; these have more")
  }

  static func tooMuchRepeated(_ length: Int, by brackets: Int) -> Self {
    Self(
      id: "too-much-repeated",
      text: "this definition is \(length) bytes long, and \(brackets) links may repeat it: all may "
        + "repeat \(InputLimits.repeated) bytes at most")
  }

  static func lessonTooLong(_ length: Int) -> Self {
    Self(
      id: "lesson-too-long",
      text: "a lesson may be \(InputLimits.length) bytes long; this one is \(length)")
  }
}
