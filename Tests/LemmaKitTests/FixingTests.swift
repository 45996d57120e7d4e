import Diagnostics
import Foundation
import Testing

@testable import LemmaKit

@Suite struct FixingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func diagnostics() throws -> [Diagnostic] {
    try SiteBuild(content: folder["content"], output: folder["site"]).run().diagnostics
  }

  @Test func staleTextsAreRewrittenAndAllElseStays() throws {
    let lesson = "# A\r\n\r\nA third is [0.334](eval:1.0/3).\r\n\r\n*See* [Figur 1](#a).\r\n"
    try folder.writeSite(["a": lesson])
    let fixing = try Fixing(applying: diagnostics())
    #expect(fixing.paths.count == 1)
    let fixed = try #require(folder.text(of: "content/a.md"))
    #expect(fixed.hasPrefix("# A\r\n\r\nA third is [0.333](eval:1.0/3).\r\n\r\n*See* ["))
    let again = try Fixing(applying: diagnostics())
    #expect(again.edits == 0)
    #expect(folder.text(of: "content/a.md") == fixed)
  }

  @Test func aFileThatChangedMeanwhileIsLeftAlone() throws {
    try folder.writeSite(["a": "A third is [0.334](eval:1.0/3).\n"])
    let found = try diagnostics()
    try folder.write("Mine.\n", to: "content/a.md")
    #expect(throws: CommandFailure.self) { try Fixing(applying: found) }
    #expect(folder.text(of: "content/a.md") == "Mine.\n")
  }

  @Test func theOtherFilesAreMendedAllTheSame() throws {
    try folder.writeSite([
      "a": "A third is [0.334](eval:1.0/3).\n", "b": "A third is [0.334](eval:1.0/3).\n",
    ])
    let found = try diagnostics()
    try folder.write("Mine.\n", to: "content/a.md")
    #expect(throws: CommandFailure.self) { try Fixing(applying: found) }
    #expect(folder.text(of: "content/b.md") == "A third is [0.333](eval:1.0/3).\n")
  }

  /// The byte order mark and the line endings stay, too.
  @Test func whatMendingBringsToLightIsMendedInTheSameRun() throws {
    let lesson =
      "\u{FEFF}# A\r\n\r\nA third is [0.334](eval:1.0 / 3).\r\n\r\n| a |\r\n|---|\r\n"
      + "| [false](<eval:true || false>) |\r\n"
    try folder.writeSite(["a": lesson])
    let fix = try SiteFix(content: folder["content"], runsCells: false)
    #expect(fix.site.diagnostics == [])
    #expect(fix.edits == 4)
    #expect(fix.files == 1)
    let mended =
      lesson.replacing("[0.334](eval:1.0 / 3)", with: "[0.333](<eval:1.0 / 3>)")
      .replacing("[false](<eval:true || false>)", with: #"[true](<eval:true \|\| false>)"#)
    let fixed = try Data(contentsOf: URL(fileURLWithPath: folder["content/a.md"]))
    #expect(Array(fixed) == Array(mended.utf8))
    #expect(try SiteFix(content: folder["content"], runsCells: false).edits == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder["content/a.md"])) == fixed)
  }

  @Test func linksByDefinitionStayLinks() throws {
    let definitions = "\n[a]: eval:1+2\n[Figure 3]: #a\n\n```math #a\nx\n```\n"
    try folder.writeSite(["a": "[2] [2][a] [2][] [Figure 3]\n\n[2]: eval:3\n" + definitions])
    let fix = try SiteFix(content: folder["content"], runsCells: false)
    #expect(fix.site.diagnostics == [])
    #expect(
      folder.text(of: "content/a.md")
        == "[3][2] [3][a] [3][2] [Equation 1][Figure 3]\n\n[2]: eval:3\n" + definitions)
  }

  @Test func anEditAfterWhichALinkIsLostIsNotMade() throws {
    let text = "# A\n\n[a](eval:1) [b](eval:2)\n\n[c](eval:3)\n"
    let file = SourceFile(path: "a.md", text: text)
    func edit(_ old: String, _ new: String) throws -> Edit {
      let range = try #require(text.firstRange(of: old))
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound) + 1
      return Edit(replace: Span(start, start + 1), with: new)
    }
    let edits = try [edit("[a]", "1"), edit("[b]", "2](x) ["), edit("[c]", "3")]
    #expect(LinkKeeping(file).harmless(edits) == [edits[2]])
    #expect(LinkKeeping(file).harmless([edits[0], edits[2]]) == [edits[0], edits[2]])
  }

  @Test func whatChangesNothingIsNoEdit() throws {
    try folder.writeSite(["a": "[x](<eval:\"1\\\\n2\">)\n"])
    _ = try SiteFix(content: folder["content"], runsCells: false)
    let text = folder.text(of: "content/a.md")
    let again = try SiteFix(content: folder["content"], runsCells: false)
    #expect(again.edits == 0 && again.site.diagnostics.hasErrors)
    #expect(folder.text(of: "content/a.md") == text)
  }

  /// cmark-gfm would leave a blank of each line.
  @Test func outputBehindTabsIsWrittenWithSpaces() throws {
    let cell = ">\t```swift eval\n>\tprint(\"a\\n b\")\n>\t```\n>\n"
    try folder.writeSite(["a": cell + ">\t```output\n>\tx\n>\t```\n"])
    let fix = try SiteFix(content: folder["content"], runsCells: false)
    #expect(fix.site.diagnostics == [])
    #expect(
      folder.text(of: "content/a.md") == cell + ">   ```output\n>   a\n>    b\n>   ```\n")
  }

  @Test func theModeOfTheFileStays() throws {
    try folder.writeSite(["a": "A third is [0.334](eval:1.0/3).\n"])
    let path = folder["content/a.md"]
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    _ = try Fixing(applying: diagnostics())
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
  }
}
