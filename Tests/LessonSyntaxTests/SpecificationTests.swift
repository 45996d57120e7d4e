import Diagnostics
import Foundation
import Testing

@testable import LessonSyntax

@Suite struct SpecificationTests {
  /// The examples of the GFM specification, where the package `cmark-gfm` is installed.
  static let examples: [String] = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "zcat /usr/share/doc/cmark-gfm/spec.txt.gz 2>/dev/null"]
    let pipe = Pipe()
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return [] }
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let fence = String(repeating: "`", count: 32)
    return text.components(separatedBy: fence + " example").dropFirst().compactMap { part in
      let lines = part.components(separatedBy: "\n").dropFirst()
      guard let dot = lines.firstIndex(of: ".") else { return nil }
      return lines[..<dot].map { $0 + "\n" }.joined().replacingOccurrences(of: "→", with: "\t")
    }
  }()

  @Test func everyExampleParsesWithSaneSpans() {
    #expect(Self.examples.count > 600 || Self.examples.isEmpty)
    for example in Self.examples {
      for text in [example, example.replacingOccurrences(of: "\n", with: "\r\n")] {
        expectSaneSpans(text)
      }
    }
  }
}

/// Every inline stands where it was expected, and spans nest.
func expectSaneSpans(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let source = SourceFile(path: "a.md", text: text)
  let lessonText = LessonText(source, from: 0)
  guard let document = ParsedDocument(lessonText.bytes) else { return }
  var finder = SpanFinder(document.tree(), in: lessonText)
  let tree = document.tree()
  for (_, alignment) in finder.alignments {
    let lost = alignment.lost.map { "\(tree.nodes[$0].kind) \(tree.nodes[$0].literal)" }
    #expect(lost.isEmpty, "\(lost) in \(text.debugDescription)", sourceLocation: sourceLocation)
  }
  for (index, node) in tree.nodes.enumerated() where finder.blocks[index] != nil {
    let span = finder.spans[index]
    if case .link(let url, _) = node.kind, let found = finder.destination(of: index) {
      #expect(
        found.bytes.elementsEqual(url.utf8), "\(url) in \(text.debugDescription)",
        sourceLocation: sourceLocation)
    }
    if case .text = node.kind, !node.literal.contains("\u{FFFD}"),
      !source.text(in: span).contains("&"), !source.text(in: span).contains("\\")
    {
      #expect(
        source.text(in: span) == node.literal, "in \(text.debugDescription)",
        sourceLocation: sourceLocation)
    }
  }
  let lesson = LessonParser.parse(source)
  for node in lesson.nodes {
    #expect(
      node.span.end <= source.bytes.count, "\(node.kind) in \(text.debugDescription)",
      sourceLocation: sourceLocation)
    guard let parent = node.parent else { continue }
    if case .footnoteDefinition = node.kind { continue }
    let outer = lesson.nodes[parent].span
    #expect(
      outer.start <= node.span.start && node.span.end <= outer.end,
      "\(node.kind) \(node.span) in \(lesson.nodes[parent].kind) \(outer) in \(text.debugDescription)",
      sourceLocation: sourceLocation)
  }
}
