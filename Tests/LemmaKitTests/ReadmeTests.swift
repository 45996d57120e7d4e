import Foundation
import Testing

/// What the README tells a newcomer to do, done in its order, with what it says comes of it.
@Suite struct ReadmeTests {
  private let readme: String
  private let folder: TemporaryFolder

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    folder = try TemporaryFolder()
  }

  @Test func theFirstLessonGoesAsItSays() throws {
    let lesson = try #require(listings(of: "markdown").first)
    try folder.write(try #require(listings(of: "yaml").first), to: "my-course/site.yaml")
    try folder.write(lesson, to: "my-course/parabola.md")
    let commands = lemmaCommands
    try #require(commands.count == 3)

    let build = try LemmaProgram.run(commands[0], in: folder.path)
    #expect(build.status == 0 && build.errors.isEmpty)
    #expect(folder.text(of: "my-site/parabola.html")?.contains("Figure 1") == true)

    let (right, wrong) = try #require(mistake)
    try folder.write(
      lesson.replacing(right, with: wrong, maxReplacements: 1), to: "my-course/parabola.md")
    let failed = try LemmaProgram.run(commands[0], in: folder.path)
    #expect(failed.status == 1)
    #expect(failed.errors + failed.output == listings(of: "text").first)

    #expect(try LemmaProgram.run(commands[1], in: folder.path).status == 0)
    #expect(folder.text(of: "my-course/parabola.md") == lesson)

    let value = try LemmaProgram.run(commands[2], in: folder.path)
    #expect(value.status == 0 && value.output.contains("0.8807970779778"))
  }

  @Test func everyCommandIsListed() throws {
    for command in try LemmaProgram.subcommands() {
      #expect(readme.contains("| `lemma \(command)"), "lemma \(command)")
    }
  }

  /// The fenced listings in a language, without the indentation of the list that they stand in.
  private func listings(of language: String) -> [String] {
    readme.matches(of: /(?m)^( *)(`{3,})(\w+)\n((?:.*\n)*?)\1\2$/).filter { $0.3 == language }.map {
      match in
      match.4.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.hasPrefix(match.1) ? $0.dropFirst(match.1.count) : $0 }
        .joined(separator: "\n")
    }
  }

  /// The arguments of the commands that stand in lines of their own.
  private var lemmaCommands: [[String]] {
    readme.matches(of: /(?m)^ {4,}\.build\/debug\/lemma (.+)$/).map { match in
      match.1.matches(of: /'([^']*)'|[^' ]+/).map { String($0.1 ?? $0.0) }
    }
  }

  /// "write `2.26` for `2.25`"
  private var mistake: (right: Substring, wrong: Substring)? {
    readme.firstMatch(of: /write `([^`]+)` for `([^`]+)`/).map { ($0.2, $0.1) }
  }
}
