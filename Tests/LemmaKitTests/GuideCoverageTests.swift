import Cells
import Diagnostics
import Foundation
import LessonSyntax
import Testing

@testable import LemmaKit

/// The guide names everything that Lemma knows by name, and nothing else.
@Suite struct GuideCoverageTests {
  private func page(_ name: String) throws -> GuidePage {
    try #require(GuidePage.all.first { $0.name == name })
  }

  /// The names in the help for a word that is no name of anything.
  private func names(_ diagnostics: [Diagnostic]) -> Set<String> {
    let help = diagnostics.flatMap(\.help).joined(separator: " ")
    let spans = help.split(separator: "`", omittingEmptySubsequences: false)
    return Set(spans.indices.filter { $0 % 2 == 1 }.map { String(spans[$0]) })
  }

  private func options(of fence: String) -> Set<String> {
    names(LessonParser.parse(.init(path: "lesson.md", text: "```\(fence) =\n```\n")).diagnostics)
  }

  private func keys(_ settings: String) -> Set<String> {
    names(SiteFile(SourceFile(path: "site.yaml", text: settings)).diagnostics)
  }

  @Test func theOptionsOfCellsAreInTheirTable() throws {
    let known = options(of: "swift").union(options(of: "swift eval")).union(
      options(of: "python run"))
    #expect(known.isSuperset(of: ["show", "file", "#label"]))
    let named = try page("cells.md").rows(below: "options").compactMap { row in
      row.first?.code.map { String($0.prefix { $0 != "=" }) }
    }
    #expect(Set(named) == known)
  }

  @Test func theKeysOfSettingsAreInTheirTable() throws {
    let known = keys("qqqqqq: 1\n")
    #expect(known.contains("title"))
    let rows = try page("settings.md").rows(below: "the-keys-of-siteyaml")
    let named = rows.compactMap(\.first?.source).flatMap { source in
      source.split(separator: "`").filter { $0.contains(where: \.isLetter) }.map(String.init)
    }
    #expect(Set(named) == known)
  }

  @Test func theKeysWithinSettingsAreNamed() {
    for settings in ["python:\n  qqqqqq: 1\n", "parts:\n  - qqqqqq: 1\n"] {
      let known = keys(settings)
      #expect(known.count == 2)
      #expect(known.isSubset(of: GuidePage.allNames))
    }
    let lesson = LessonParser.parse(.init(path: "lesson.md", text: "---\nqqqqqq: 1\n---\n"))
    let known = names(lesson.diagnostics)
    #expect(known.contains("uses"))
    #expect(known.isSubset(of: GuidePage.allNames))
  }

  /// Displays, checks, and what they are made of.
  @Test func everyDisplayAndCheckIsNamed() {
    let structures = DisplayVocabulary.declarations.joined().split(separator: "\nstruct ")
      .dropFirst().filter { $0.contains("  init(") }
      .map { String($0.prefix { $0.isLetter }) }
    #expect(structures.contains("Table") && structures.contains("RootCheck"))
    // What `#expect` makes is never written by name.
    let missing = Set(structures).subtracting(["Expectation"]).subtracting(GuidePage.allNames)
    #expect(missing.isEmpty)
    #expect(GuidePage.allCode.contains("#expect("))
  }

  @Test func everyDisplayInItsTableIsThere() throws {
    let declarations = DisplayVocabulary.declarations.joined()
    let named = try page("cells.md").rows(below: "displays").compactMap { $0.first?.code }
    #expect(named.count >= 6)
    for display in named { #expect(declarations.contains("struct \(display) {"), "\(display)") }
  }

  @Test func theTemplatesAreThoseNamed() throws {
    let folder = try TemporaryFolder()
    try folder.writeSite(["one": "# One\n"])
    try folder.write("", to: "content/templates/qqqqqq.mustache")
    let known = names(try SiteBuild(content: folder["content"]).run().diagnostics)
    #expect(known.contains("header"))
    #expect(known.isSubset(of: try page("settings.md").codeSpans))
  }

  @Test func theVariablesOfTheStyleSheetAreThere() throws {
    let folder = try TemporaryFolder()
    try folder.writeSite(["one": "# One\n"])
    let files = try SiteBuild(content: folder["content"]).run().files
    let sheet = try #require(files.first { $0.path == "assets/lemma.css" })
    let known = String(decoding: sheet.bytes, as: UTF8.self)
    let rules = try #require(try page("settings.md").listings.first { $0.language == "css" })
    let variables = rules.text.matches(of: /--[a-z]+:/).map(\.output)
    #expect(variables.count >= 6)
    for variable in variables { #expect(known.contains(variable), "\(variable)") }
  }

  @Test func theLimitsOfProgramsAreThoseStated() throws {
    let limits = ProgramLimits()
    let stated: [ProgramLimit] = [
      .wallTime(seconds: limits.wallTime), .cpuTime(seconds: limits.cpuTime),
      .memory(bytes: limits.memory), .processes(limits.processes),
      .fileSize(bytes: limits.fileSize), .diskSpace(bytes: limits.diskSpace),
      .output(bytes: limits.output),
    ]
    let rows = try page("run-cells.md").rows(below: "limits-and-the-sandbox")
    #expect(rows.compactMap { $0.last?.code } == stated.map(\.description))
  }
}
