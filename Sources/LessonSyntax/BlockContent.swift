import Diagnostics

/// What a block's inlines or code were read from, with the place of each byte in the file.
struct BlockContent: Sendable {
  let bytes: [UInt8]
  private(set) var runs: [Excerpt.Run] = []
  /// The file's length: cmark-gfm ends a last line that the file does not.
  private let limit: Int

  /// - Parameter pieces: for each run of `bytes` that stands contiguously in the text, where it
  ///   begins in both; ordered, the first at 0.
  init(_ bytes: [UInt8], pieces: [(start: Int, textStart: Int)], in text: LessonText) {
    self.bytes = bytes
    self.limit = text.file.bytes.count
    for (index, piece) in pieces.enumerated() {
      append(piece.start, text.fileOffset(piece.textStart))
      let end = index + 1 < pieces.count ? pieces[index + 1].start : bytes.count
      let range = piece.textStart..<max(piece.textStart, piece.textStart + end - piece.start)
      for offset in text.breaks(in: range) where offset > piece.textStart {
        append(piece.start + offset - piece.textStart, text.fileOffset(offset))
      }
    }
    if runs.isEmpty { append(0, text.fileOffset(0)) }
  }

  private mutating func append(_ start: Int, _ fileStart: Int) {
    if let last = runs.last, last.start == start { runs.removeLast() }
    runs.append(Excerpt.Run(start: start, fileStart: fileStart))
  }

  func fileOffset(_ offset: Int) -> Int {
    let run = runs[max(0, runs.partitioningIndex { $0.start > offset } - 1)]
    return min(limit, run.fileStart + max(0, offset - run.start))
  }

  func span(_ start: Int, _ end: Int) -> Span {
    let first = fileOffset(start)
    return end > start ? Span(first, min(limit, fileOffset(end - 1) + 1)) : Span(first, first)
  }

  /// A piece as an excerpt; line ends within it are kept.
  func excerpt(_ start: Int, _ end: Int, in file: SourceFile) -> Excerpt {
    var inner = [Excerpt.Run(start: 0, fileStart: fileOffset(start))]
    for run in runs where run.start > start && run.start < end {
      inner.append(Excerpt.Run(start: run.start - start, fileStart: run.fileStart))
    }
    return Excerpt(String(decoding: bytes[start..<end], as: UTF8.self), in: file, runs: inner)
  }
}
