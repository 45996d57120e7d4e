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

  @Test func theModeOfTheFileStays() throws {
    try folder.writeSite(["a": "A third is [0.334](eval:1.0/3).\n"])
    let path = folder["content/a.md"]
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    _ = try Fixing(applying: diagnostics())
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
  }
}
