import Diagnostics
import Foundation
import Testing

@testable import LemmaKit

/// What is on record of run cells, from the first run to the removed cell.
@Suite struct RecordsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.writeSite(["one": Self.python])
  }

  private static let python = """
    # One

    ```python run #first
    first = 1
    print("first", first)
    ```

    ```python run #second
    with open("data.csv", "w") as file:
        file.write("a\\n1\\n")
    print("second", first + 1)
    ```

    """

  /// Compiling takes its time: for the tests that need it.
  private static let swift = """
    ```swift eval
    let third = 1.0 / 3
    ```

    ```swift run #swift
    print(third)
    ```
    """

  private func addSwift() throws { try folder.writeSite(["one": Self.python + Self.swift]) }

  private func build(_ mode: RunSettings.Mode) throws -> BuiltSite {
    try SiteBuild(content: folder["content"], workers: 2, runs: RunSettings(mode: mode)).run()
  }

  private func fix() throws -> SiteFix { try SiteFix(content: folder["content"], workers: 2) }

  private func identifiers(_ site: BuiltSite) -> [String] {
    site.diagnostics.map(\.message.id).filter { $0 != "no-sandbox" }
  }

  private func edit(_ text: String, to other: String) throws {
    let lesson = try #require(folder.text(of: "content/one.md"))
    #expect(lesson.contains(text))
    try folder.write(
      lesson.replacingOccurrences(of: text, with: other), to: "content/one.md")
  }

  @Test func fixRecordsOnceAndThenNothingIsRunToBuild() throws {
    try addSwift()
    let fixed = try fix()
    #expect(identifiers(fixed.site) == [])
    #expect((fixed.edits, fixed.records) == (3, 3))
    let text = try #require(folder.text(of: "content/one.md"))
    #expect(text.contains("```output\nfirst 1\n```"))
    #expect(text.contains("```output\nsecond 2\n```"))
    #expect(text.contains("```output\n0.3333333333333333\n```"))
    #expect(folder.text(of: "content/recorded/one/second.csv") == "a\n1\n")

    let before = folder.contents(of: "content")
    let again = try fix()
    #expect((again.edits, again.records) == (0, 0))
    #expect(folder.contents(of: "content") == before)

    let built = try build(.stale)
    #expect(identifiers(built) == [])
    #expect(built.startedPrograms == 0)
    #expect(built.explanations == [])
    #expect(try build(.none).files == built.files)
    let checked = try build(.all)
    #expect(identifiers(checked) == [])
    #expect(checked.files == built.files)
    #expect(checked.startedPrograms > 0)
    #expect(checked.explanations.count == 3)
  }

  @Test func whatIsMissingIsRunByBuildAndAnErrorElsewhere() throws {
    #expect(try build(.stale).diagnostics.contains { $0.message.id == "missing-record" })
    let reasons = try build(.stale).explanations.map(\.message.text)
    #expect(reasons.first == "`#first` was run since there is no record of it")
    let refused = try build(.none)
    #expect(identifiers(refused) == ["missing-record", "missing-record"])
    #expect(refused.diagnostics.hasErrors)
    #expect(refused.startedPrograms == 0)
    #expect(try build(.all).diagnostics.contains { $0.message.id == "missing-record" })
    #expect(folder.text(of: "content/recorded/index.json") == nil)
  }

  @Test(arguments: [
    ("print(\"second\", first + 1)", "print(\"second\", 1 + first)", "#second", "its source"),
    ("first = 1\n", "first = 2 - 1\n", "#second", "what stands above it"),
    ("#second\n", "#second volatile\n", "#second", "its options"),
    ("second 2\n", "second …\n", "#second", "its output block"),
  ])
  func aStaleRecordSaysWhy(old: String, new: String, cell: String, reason: String) throws {
    _ = try fix()
    try edit(old, to: new)
    let built = try build(.stale)
    let stale = built.diagnostics.filter { $0.message.id == "stale-record" }
    #expect(stale.allSatisfy { $0.severity == .warning })
    #expect(
      stale.contains {
        $0.message.text == "the record of `\(cell)` is stale: \(reason) changed since"
      })
    let run = "`\(cell)` was run since \(reason) changed after it was recorded"
    #expect(built.explanations.contains { $0.message.text == run })
    #expect(!built.diagnostics.hasErrors)
    #expect(try build(.none).diagnostics.hasErrors)
    #expect(try build(.all).diagnostics.hasErrors)
    #expect(identifiers(try fix().site) == [])
    #expect(identifiers(try build(.none)) == [])
  }

  @Test func dataThatTheCellNoLongerSavesAreAnError() throws {
    let now = "__import__('time').time_ns()"
    try edit("file.write(\"a\\n1\\n\")", to: "file.write(f\"a\\n{\(now)}\\n\")")
    _ = try fix()
    #expect(identifiers(try build(.none)) == [])
    let checked = try build(.all)
    #expect(identifiers(checked) == ["stale-data"])
    #expect(checked.diagnostics.first?.label?.hasPrefix("line 2 of `second.csv`: ") == true)
    #expect(try fix().records == 1)

    try edit("#second\n", to: "#second tolerance=1e30\n")
    _ = try fix()
    #expect(identifiers(try build(.all)) == [])
    let before = folder.contents(of: "content")
    #expect(try fix().records == 0)
    #expect(folder.contents(of: "content") == before)
  }

  @Test func aCellThatNothingChangedForIsNotRunAgain() throws {
    try addSwift()
    _ = try fix()
    try edit("let third = 1.0 / 3", to: "let third = 2.0 / 6")
    let explanations = try build(.stale).explanations.map(\.message.text)
    #expect(
      explanations == ["`#swift` was run since what stands above it changed after it was recorded"])
  }

  @Test func aRecordedFileThatWasEditedIsStale() throws {
    _ = try fix()
    try folder.write("a\n2\n", to: "content/recorded/one/second.csv")
    #expect(identifiers(try build(.stale)) == ["stale-record"])
    _ = try fix()
    #expect(folder.text(of: "content/recorded/one/second.csv") == "a\n1\n")
  }

  @Test func theRecordOfACellThatWentGoesWithItsFiles() throws {
    _ = try fix()
    try edit("with open(\"data.csv\", \"w\") as file:\n    file.write(\"a\\n1\\n\")\n", to: "")
    #expect(try fix().records == 1)
    #expect(folder.text(of: "content/recorded/one/second.csv") == nil)
    try folder.writeSite(["one": "# One\n"])
    _ = try fix()
    #expect(folder.text(of: "content/recorded/index.json")?.contains("one.md") == false)
  }

  @Test(arguments: [nil, "a\n2\n"])
  func filesThatAreGoneOrOthersAreRecordedAnew(_ changed: String?) throws {
    _ = try fix()
    let path = "content/recorded/one/second.csv"
    if let changed {
      try folder.write(changed, to: path)
    } else {
      try FileManager.default.removeItem(atPath: folder[path])
    }
    let fixed = try fix()
    #expect(identifiers(fixed.site) == [])
    #expect(fixed.summary == "recorded 1 cell")
    #expect(folder.text(of: path) == "a\n1\n")
    #expect(try fix().summary == "nothing to fix")
  }

  /// The last of the builds of a fix runs no cell.
  @Test func thatCellsRanWithoutASandboxIsSaidToTheEnd() {
    func site(_ messages: Diagnostic.Message...) -> BuiltSite {
      let file = SourceFile(path: "one.md", text: "")
      return BuiltSite(
        files: [], lessons: [], language: "en", outcomes: [:], explanations: [],
        startedPrograms: 0,
        diagnostics: messages.map { Diagnostic(.warning, $0, in: file, at: Span(0, 0)) })
    }
    let ran = site(.noSandbox("none"), .badRecordIndex)
    #expect(
      identifiers(site(.clash("a", "b")).keepingSandboxWarning(of: ran)) == ["duplicate-file"])
    #expect(
      site().keepingSandboxWarning(of: ran).diagnostics.map(\.message) == [.noSandbox("none")])
    #expect(ran.keepingSandboxWarning(of: ran).diagnostics == ran.diagnostics)
  }

  @Test func aCellThatFailsIsNotRecorded() throws {
    try edit("first = 1\n", to: "first = 1\n1 / 0\n")
    let fixed = try fix()
    #expect(fixed.site.diagnostics.hasErrors)
    let index = folder.text(of: "content/recorded/index.json") ?? ""
    #expect(!index.contains("#first"))
  }

  @Test func anIndexThatIsNoneIsReported() throws {
    _ = try fix()
    try folder.write("{", to: "content/recorded/index.json")
    let built = try build(.none)
    #expect(identifiers(built).contains("bad-record-index"))
    #expect(built.diagnostics.hasErrors)
  }

  @Test func aCellThatWritesFilesNeedsALabel() throws {
    try edit("```python run #second", to: "```python run")
    #expect(identifiers(try fix().site).contains("unlabelled-record"))
  }

  @Test func nothingIsRecordedThroughALinkThatLeadsElsewhere() throws {
    try FileManager.default.createDirectory(
      atPath: folder["elsewhere"], withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder["content/recorded"], withDestinationPath: folder["elsewhere"])
    #expect(throws: CommandFailure.self) { try fix() }
    #expect(folder.contents(of: "elsewhere").isEmpty)
  }
}
