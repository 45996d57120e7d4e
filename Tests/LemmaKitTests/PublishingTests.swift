import Foundation
import Testing

@testable import LemmaKit

@Suite struct PublishingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func publish(_ files: KeyValuePairs<String, String>) throws {
    let named = files.map { (path: $0.key, bytes: Array($0.value.utf8)) }
    let manifest = (
      path: Publishing.manifestName, bytes: Publishing.manifest(of: named.map(\.path))
    )
    try Publishing(output: folder["site"]).publish(named + [manifest])
  }

  @Test func aNewSiteReplacesTheOldOne() throws {
    try publish(["a.html": "1", "old/b.html": "1"])
    try publish(["a.html": "2", "new/c.html": "2"])
    let names = folder.contents(of: "site").keys.sorted()
    #expect(names == ["a.html", Publishing.manifestName, "new/c.html"])
    #expect(folder.text(of: "site/a.html") == "2")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site"])
  }

  @Test func whatCannotBeWrittenLeavesNothing() throws {
    try publish(["a.html": "1"])
    #expect(throws: CommandFailure.self) { try publish(["a": "2", "a/b.html": "2"]) }
    #expect(folder.text(of: "site/a.html") == "1")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site"])
  }

  @Test func aForeignFileIsNeverLost() throws {
    try publish(["a.html": "1"])
    try folder.write("mine", to: "site/notes.txt")
    let failure = #expect(throws: CommandFailure.self) { try publish(["a.html": "2"]) }
    #expect(failure?.message.contains("notes.txt") == true)
    #expect(folder.text(of: "site/notes.txt") == "mine")
    #expect(folder.text(of: "site/a.html") == "1")
  }

  @Test func aFolderOfSomeoneElseIsRefused() throws {
    try folder.write("mine", to: "site/a.html")
    #expect(throws: CommandFailure.self) { try publish(["a.html": "2"]) }
    #expect(folder.text(of: "site/a.html") == "mine")
  }

  @Test func anEmptyFolderIsTaken() throws {
    try FileManager.default.createDirectory(
      atPath: folder["site"], withIntermediateDirectories: true)
    try publish(["a.html": "1"])
    #expect(folder.text(of: "site/a.html") == "1")
  }

  @Test func whatCannotBeWrittenLeavesTheLastSiteAsItIs() throws {
    try publish(["a.html": "1"])
    // A file and a folder of one name: writing fails half way.
    #expect(throws: CommandFailure.self) {
      try publish(["b": "2", "b/c.html": "2", "a.html": "2"])
    }
    #expect(folder.contents(of: "site").count == 2)
    #expect(folder.text(of: "site/a.html") == "1")
    try publish(["a.html": "3"])
    #expect(folder.text(of: "site/a.html") == "3")
  }

  @Test func aRunThatWasCutOffIsFinishedByTheNext() throws {
    try publish(["a.html": "1", "b.html": "1"])
    // As a run leaves it that cannot exchange folders and was stopped amid moving files in.
    try folder.write("2", to: ".site.lemma-new/a.html")
    let manifest = String(decoding: Publishing.manifest(of: ["a.html"]), as: UTF8.self)
    try folder.write(manifest, to: ".site.lemma-new/" + Publishing.manifestName)
    try folder.write("", to: ".site.lemma-complete")
    try publish(["c.html": "3"])
    #expect(
      folder.contents(of: "site").keys.sorted() == ["c.html", Publishing.manifestName])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site"])
  }
}
