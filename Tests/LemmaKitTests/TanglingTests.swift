import Diagnostics
import Foundation
import Testing

@testable import LemmaKit

@Suite struct TanglingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ lesson: String) throws {
    try folder.writeSite(["one": lesson])
  }

  private func tangle(to name: String = "code") throws -> Tangling.Outcome {
    try Tangling(content: folder["content"]).write(to: folder[name])
  }

  private func python(_ text: String) -> String { "```python file=a.py\n\(text)\n```\n" }

  @Test func partsAreJoinedInOrderAcrossQuotes() throws {
    try write(python("x = 1") + "\n> [!SOLUTION]-\n> ```python file=a.py\n> y = 2\n> ```\n")
    #expect(try tangle() == Tangling.Outcome(written: 1, unchanged: 0))
    #expect(folder.text(of: "code/one/a.py") == "x = 1\n\ny = 2\n")
  }

  @Test func lessonsMayUseOneName() throws {
    try folder.writeSite(["one": python("x = 1"), "two": python("x = 2")])
    #expect(try tangle() == Tangling.Outcome(written: 2, unchanged: 0))
    #expect(folder.text(of: "code/one/a.py") == "x = 1\n")
    #expect(folder.text(of: "code/two/a.py") == "x = 2\n")
  }

  @Test func itsOwnFilesAreReplaced() throws {
    try write(python("x = 1"))
    _ = try tangle()
    #expect(try tangle() == Tangling.Outcome(written: 0, unchanged: 1))
    try write(python("x = 2"))
    #expect(try tangle() == Tangling.Outcome(written: 1, unchanged: 0))
    #expect(folder.text(of: "code/one/a.py") == "x = 2\n")
  }

  @Test func aFileThatIsNotLemmasIsLeftAlone() throws {
    try write(python("x = 1") + "\n```python file=b.py\ny = 1\n```\n")
    try folder.write("mine\n", to: "code/one/b.py")
    #expect(throws: CommandFailure.self) { try tangle() }
    #expect(folder.text(of: "code/one/b.py") == "mine\n")
    #expect(folder.text(of: "code/one/a.py") == nil)
    try folder.write("y = 1\n", to: "code/one/b.py")
    #expect(try tangle() == Tangling.Outcome(written: 1, unchanged: 1))
  }

  @Test func aFileThatWasEditedIsLeftAlone() throws {
    try write(python("x = 1"))
    _ = try tangle()
    try folder.write("x = 3\n", to: "code/one/a.py")
    try write(python("x = 2"))
    #expect(throws: CommandFailure.self) { try tangle() }
    #expect(folder.text(of: "code/one/a.py") == "x = 3\n")
  }

  @Test func linksAreNotFollowed() throws {
    try write(python("x = 1"))
    try folder.write("", to: "elsewhere/b.py")
    try FileManager.default.createDirectory(
      atPath: folder["code"], withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder["code/one"], withDestinationPath: folder["elsewhere"])
    #expect(throws: CommandFailure.self) { try tangle() }
    #expect(folder.text(of: "elsewhere/a.py") == nil)
  }

  @Test func theLessonsAreNotWrittenTo() throws {
    try write(python("x = 1"))
    for name in ["content", "content/code"] {
      #expect(throws: CommandFailure.self) { try tangle(to: name) }
    }
  }

  @Test func oneFileHasOneLanguage() throws {
    try write(python("x = 1") + "\n```swift file=a.py\nlet x = 1\n```\n")
    let diagnostics = try Tangling(content: folder["content"]).diagnostics
    #expect(diagnostics.map(\.message.id) == ["file-languages"])
    #expect(
      diagnostics.first.map { TextRenderer().render([$0]) }?.contains("one.md:5:1: error") == true)
  }
}
