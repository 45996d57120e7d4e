import Diagnostics
import Foundation
import LessonSyntax

/// The text of a page of the guide, in which lists and tables can be written anew.
struct ReferencePage {
  /// The top of the repository.
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private let url: URL
  private(set) var text: String

  init(_ name: String) throws {
    url = Self.repository.appendingPathComponent("content/guide/\(name)")
    text = try String(contentsOf: url, encoding: .utf8)
  }

  /// The Swift of its evaluated cells.
  var evaluatedCells: [String] {
    LessonParser.parse(SourceFile(path: url.lastPathComponent, text: text)).cells
      .filter { $0.mode == .swiftEval }.map(\.source.text)
  }

  /// The lines of the first block under a heading whose lines start so: a list, a table.
  func block(under heading: String, prefix: String) -> [String]? {
    range(under: heading, prefix: prefix).map { Array(lines[$0]) }
  }

  mutating func replace(under heading: String, prefix: String, with block: [String]) {
    guard let range = range(under: heading, prefix: prefix) else { return }
    var lines = lines
    lines.replaceSubrange(range, with: block)
    text = lines.joined(separator: "\n")
  }

  func write() throws { try text.write(to: url, atomically: true, encoding: .utf8) }

  private var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func range(under heading: String, prefix: String) -> Range<Int>? {
    let lines = lines
    guard let top = lines.firstIndex(where: { $0.drop { $0 == "#" } == " \(heading)" }),
      let start = lines[top...].firstIndex(where: { $0.hasPrefix(prefix) })
    else { return nil }
    let end = lines[start...].firstIndex { !$0.hasPrefix(prefix) && !$0.hasPrefix("  ") }
    return start..<(end ?? lines.count)
  }
}
