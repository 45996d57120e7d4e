import Diagnostics

/// A file that is given to `swiftc`.
public struct GeneratedFile: Sendable, Hashable {
  public let name: String
  public let text: String
}

/// Swift text that is put together from pieces of the author's files, each at its own line and column
/// for the compiler.
struct GeneratedSource {
  private(set) var text: String

  init(_ text: String = "") { self.text = text }

  mutating func add(_ line: String) { text += line + "\n" }

  /// Adds a part of an excerpt.
  ///
  /// The columns are kept by spaces in the place of what stands before the code in the file, such as the
  /// `>` of a block quote.
  /// - Parameters:
  ///   - textBlocks: the string literals of several lines in the excerpt. Their text is what stands
  ///     right of their last line's indentation, so that all their lines get the spaces of the last.
  ///   - modifier: a word for the declaration, on the line before it: there is one, since a fence stands
  ///     above the code of a cell.
  mutating func add(
    _ excerpt: Excerpt, _ span: Span, textBlocks: [Span], modifier: String? = nil
  ) {
    let file = excerpt.file
    let first = file.location(at: excerpt.fileOffset(span.start))
    let line = modifier == nil ? first.line : first.line - 1
    add("#sourceLocation(file: \(Self.literal(file.compilerName)), line: \(line))")
    if let modifier { add(modifier) }
    let bytes = Array(excerpt.text.utf8)
    var start = span.start
    while start < span.end {
      let end = bytes[start..<span.end].firstIndex(of: 0x0A) ?? span.end
      if end > start {
        let block = textBlocks.first { $0.start < start && start < $0.end }
        let place = block.map { lineStart(of: $0.end, in: bytes) } ?? start
        text += String(repeating: " ", count: excerpt.column(of: place))
        text += String(decoding: bytes[start..<end], as: UTF8.self)
      }
      text += "\n"
      start = end + 1
    }
    add("#sourceLocation()")
  }

  private func lineStart(of offset: Int, in bytes: [UInt8]) -> Int {
    (bytes[..<min(offset, bytes.count)].lastIndex(of: 0x0A) ?? -1) + 1
  }

  private static func literal(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      if character == "\"" || character == "\\" { quoted += "\\" }
      quoted.append(character)
    }
    return quoted + "\""
  }
}

extension SourceFile {
  /// The name without its folder: what a program says about itself does not depend on where the site
  /// lies.
  var compilerName: String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension Excerpt {
  /// Bytes before the place in its line of the file.
  fileprivate func column(of offset: Int) -> Int {
    let place = fileOffset(offset)
    return place - file.lineStarts[file.line(at: place)]
  }
}
