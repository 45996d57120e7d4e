import Testing

@testable import LemmaKit

@Suite struct PythonSettingsTests {
  private func content(_ requirements: String, files: [String: String]) throws -> ContentFolder {
    let folder = try TemporaryFolder()
    try folder.write("# A\n", to: "content/a.md")
    for (name, text) in files { try folder.write(text, to: "content/" + name) }
    try folder.write(
      "lessons: [a.md]\npython: {requirements: \(requirements)}\n", to: "content/site.yaml")
    return try ContentFolder(folder["content"])
  }

  @Test func theRequirementsFileGivesThePinsAndIsNotPublished() throws {
    let pins = "numpy==2.4.6 --hash=sha256:aa\n"
    let folder = try content("pins.txt", files: ["pins.txt": pins, "other.txt": "x"])
    #expect(folder.diagnostics.isEmpty)
    #expect(folder.settings.python?.requirements == ["numpy==2.4.6"])
    #expect(folder.staticFiles.map(\.path) == ["other.txt"])
  }

  @Test func whatIsWrongWithTheFileIsReported() throws {
    let missing = try content("pins.txt", files: [:]).diagnostics
    #expect(missing.map(\.message.id) == ["missing-file"])
    #expect(missing.first.map { $0.file.text(in: $0.span) } == "python")
    let unpinned = try content("pins.txt", files: ["pins.txt": "numpy"]).diagnostics
    #expect(unpinned.map(\.message.id) == ["unpinned-requirement"])
    #expect(unpinned.map(\.file.path) == ["pins.txt"])
  }
}
