import Foundation
import Testing

@testable import LemmaKit

/// Every example of the GitHub Flavored Markdown specification gives what `cmark-gfm` gives.
///
/// The additions that remain, all of them documented: ids of headings (GitHub's rule), front matter,
/// and, where an example has them, mathematics, highlighting and classes of code. The package
/// `cmark-gfm` holds both the examples and the program; `Tools/setup --tests` installs it.
@Suite struct MarkdownSpecificationTests {
  private static let program = ["/usr/bin/cmark-gfm", "/opt/homebrew/bin/cmark-gfm"]
    .first(where: FileManager.default.isExecutableFile)

  /// Two lines `---` are empty front matter to Lemma, and two thematic breaks in the specification.
  private static let frontMatter: Set<String> = ["---\n---\n"]

  static let examples: [String] = {
    let text = output(
      of: "/bin/sh", ["-c", "zcat /usr/share/doc/cmark-gfm/spec.txt.gz 2>/dev/null"], input: "")
    let fence = String(repeating: "`", count: 32)
    return text.components(separatedBy: fence + " example").dropFirst().compactMap { part in
      let lines = part.components(separatedBy: "\n").dropFirst()
      guard let dot = lines.firstIndex(of: ".") else { return nil }
      return lines[..<dot].map { $0 + "\n" }.joined().replacingOccurrences(of: "→", with: "\t")
    }
  }()

  @Test(.enabled(if: program != nil && !examples.isEmpty, "cmark-gfm is not installed"))
  func everyExampleGivesWhatCmarkGives() throws {
    let program = try #require(Self.program)
    #expect(Self.examples.count > 600)
    let extensions = ["table", "strikethrough", "autolink", "tagfilter", "tasklist", "footnotes"]
      .flatMap { ["-e", $0] }
    for example in Self.examples where !Self.frontMatter.contains(example) {
      let expected = Self.output(of: program, ["--unsafe"] + extensions, input: example)
      let rendering = LessonRendering.render(text: example, asFragment: true)
      #expect(
        Self.withoutHeadingIDs(rendering.html) == expected, "\(example.debugDescription)")
    }
  }

  @Test(.enabled(if: program != nil && !examples.isEmpty, "cmark-gfm is not installed"))
  func theWholeSpecificationAsOneLessonGivesWhatCmarkGives() throws {
    let program = try #require(Self.program)
    // As separate lessons joined by a rule, so that one example's reference is another's, too.
    let text = Self.examples.map { "\n\n<!-- -->\n\n" + $0 }.joined()
    let extensions = ["table", "strikethrough", "autolink", "tagfilter", "tasklist", "footnotes"]
      .flatMap { ["-e", $0] }
    let expected = Self.output(of: program, ["--unsafe"] + extensions, input: text)
    let rendering = LessonRendering.render(text: text, asFragment: true)
    #expect(Self.withoutHeadingIDs(rendering.html) == expected)
  }

  private static func withoutHeadingIDs(_ html: String) -> String {
    html.replacing(/<(h[1-6]) id="[^"]*"/) { "<\($0.output.1)" }
  }

  private static func output(of program: String, _ arguments: [String], input: String) -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let (from, to) = (Pipe(), Pipe())
    process.standardInput = from
    process.standardOutput = to
    guard (try? process.run()) != nil else { return "" }
    // On a thread of its own, so that neither pipe can fill up while the other waits.
    Thread.detachNewThread {
      from.fileHandleForWriting.write(Data(input.utf8))
      try? from.fileHandleForWriting.close()
    }
    let data = to.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
