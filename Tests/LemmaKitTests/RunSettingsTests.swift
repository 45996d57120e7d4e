import Diagnostics
import Testing

@testable import LemmaKit

/// What a build does on a machine that has no sandbox.
@Suite struct RunSettingsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let cell = "# A lesson\n\n```python run\nprint(1 + 1)\n```\n\n```output\n2\n```\n"
    try folder.writeSite(["one": "# No cell\n", "two": cell, "three": cell])
  }

  private func build(requiresSandbox: Bool = false) throws -> BuiltSite {
    var runs = RunSettings(requiresSandbox: requiresSandbox)
    runs.probe = { () throws(CommandFailure) in .none(reason: "it is too quiet here") }
    return try SiteBuild(content: folder["content"], workers: 2, runs: runs).run()
  }

  @Test func aBuildThatRunsCellsWarnsOnceThatTheyHaveNoSandbox() throws {
    let warnings = try build().diagnostics.filter { $0.message.id == "no-sandbox" }
    #expect(warnings.count == 1)
    let warning = try #require(warnings.first)
    #expect(warning.severity == .warning)
    #expect(warning.message.text.hasSuffix("without a sandbox: it is too quiet here"))
    #expect(warning.file.path == folder["content/two.md"])
    #expect(warning.file.text(in: warning.span) == "```python run")
  }

  @Test func whereNothingRunsNothingIsSaidOfASandbox() throws {
    _ = try SiteFix(content: folder["content"])
    #expect(try build().diagnostics.isEmpty)
    #expect(try build(requiresSandbox: true).startedPrograms == 0)
  }

  @Test func aRequiredSandboxThatIsNotThereIsTheMachinesFault() throws {
    #expect(
      throws: CommandFailure.machine("there is no sandbox for run cells: it is too quiet here")
    ) { try build(requiresSandbox: true) }
  }
}
