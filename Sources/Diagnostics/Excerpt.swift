/// A piece of a source file that a stage reads as text of its own: a cell's code, a formula, an
/// inline value's expression.
///
/// Inside a block quote or a list the piece is not contiguous in the file, and a link's destination
/// is unescaped, so the excerpt keeps, for runs of its text, where they stand in the file. A stage
/// computes offsets into `text` and reports `excerpt.span(...)`: always the lesson's own terms.
public struct Excerpt: Hashable, Sendable {
  /// A run of the text that stands in the file byte for byte.
  public struct Run: Hashable, Sendable {
    /// UTF-8 offset into `text`.
    public var start: Int
    /// UTF-8 offset into the file.
    public var fileStart: Int

    public init(start: Int, fileStart: Int) {
      self.start = start
      self.fileStart = fileStart
    }
  }

  public let text: String
  public let file: SourceFile
  /// Ordered by `start`; each holds until the next begins. Never empty.
  public let runs: [Run]

  /// A contiguous piece: `text` stands in the file at `start`.
  public init(_ text: String, in file: SourceFile, at start: Int) {
    self.init(text, in: file, runs: [Run(start: 0, fileStart: start)])
  }

  public init(_ text: String, in file: SourceFile, runs: [Run]) {
    self.text = text
    self.file = file
    self.runs = runs.isEmpty ? [Run(start: 0, fileStart: 0)] : runs
  }

  /// A text that does not stand in the file: each of its places is the place that it stands for.
  public init(_ text: String, in file: SourceFile, standingFor place: Span) {
    let runs = text.utf8.indices.enumerated().map { Run(start: $0.offset, fileStart: place.start) }
    self.init(text, in: file, runs: runs)
  }

  /// A text that is a file of its own, as in tests and in `lemma eval`.
  public init(_ text: String, path: String = "input") {
    self.init(text, in: SourceFile(path: path, text: text), at: 0)
  }

  /// Where an offset of `text` stands in the file.
  public func fileOffset(_ offset: Int) -> Int {
    let run = runs[max(0, runs.partitioningIndex { $0.start > offset } - 1)]
    return min(run.fileStart + max(0, offset - run.start), file.bytes.count)
  }

  /// The piece of `text` that stands at a span of the file, by offsets; nil where none does.
  public func local(_ span: Span) -> Span? {
    guard let first = offset(ofFile: span.start), let last = offset(ofFile: span.end - 1),
      first <= last, last < text.utf8.count
    else { return nil }
    return Span(first, last + 1)
  }

  /// The offset of `text` that stands at an offset of the file.
  private func offset(ofFile fileOffset: Int) -> Int? {
    for (index, run) in runs.enumerated() {
      let next = index + 1 < runs.count ? runs[index + 1].start : .max
      let offset = run.start + fileOffset - run.fileStart
      if offset >= run.start, offset < next, offset <= text.utf8.count { return offset }
    }
    return nil
  }

  /// Where a piece of `text` stands in the file.
  public func span(_ start: Int, _ end: Int) -> Span {
    guard end > start else {
      let offset = fileOffset(start)
      return Span(offset, offset)
    }
    // The end is exclusive: it belongs to the run of the last byte, not to the next line's.
    return Span(fileOffset(start), fileOffset(end - 1) + 1)
  }

  public func span(_ local: Span) -> Span { span(local.start, local.end) }

  /// The span of the whole excerpt.
  public var span: Span { span(0, text.utf8.count) }

  /// A piece of this piece, by offsets into `text`.
  public func excerpt(_ start: Int, _ end: Int) -> Excerpt {
    let bytes = Array(text.utf8)
    let low = min(max(0, start), bytes.count)
    let high = min(max(low, end), bytes.count)
    var inner = [Run(start: 0, fileStart: fileOffset(low))]
    for run in runs where run.start > low && run.start < high {
      inner.append(Run(start: run.start - low, fileStart: run.fileStart))
    }
    return Excerpt(String(decoding: bytes[low..<high], as: UTF8.self), in: file, runs: inner)
  }
}
