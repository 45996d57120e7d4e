/// A half-open range of UTF-8 offsets into a source file.
public struct Span: Hashable, Sendable, Comparable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  public var length: Int { end - start }
  public var isEmpty: Bool { start == end }

  /// The smallest span that holds both.
  public func union(_ other: Span) -> Span {
    Span(min(start, other.start), max(end, other.end))
  }

  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Earlier starts come first; of two that start together, the shorter.
  public static func < (a: Span, b: Span) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}
