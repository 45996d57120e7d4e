import Diagnostics
import Foundation
import Testing

@testable import LemmaKit

@Suite struct SiteBuildTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func build(workers: Int = 2) throws -> BuiltSite {
    try SiteBuild(content: folder["content"], output: folder["site"], workers: workers).run()
  }

  private func identifiers(_ site: BuiltSite) -> [String] { site.diagnostics.map(\.message.id) }

  @Test func aSiteIsItsPagesItsFilesAndAManifest() throws {
    try folder.writeSite(["one": "# One\n\n![A dot](dot.svg)\n", "two": "# Two\n"])
    try folder.write("<svg/>", to: "content/dot.svg")
    let site = try build()
    #expect(site.diagnostics.isEmpty)
    try site.publish(to: folder["site"])
    let names = folder.contents(of: "site").keys.sorted()
    #expect(
      names == [
        ".nojekyll", "404.html", "Vocabulary.swift", "all.html", "assets/icon.svg",
        "assets/lemma.css", "assets/lemma.js", "assets/search.js", "dot.svg", "index.html",
        "lemma-manifest.txt", "one.html", "one.md", "two.html", "two.md", "verification.html",
        "verification.json",
      ])
    #expect(site.summary == "built 2 lessons")
  }

  @Test func copiesThatEditorsKeepAreNotPublished() throws {
    try folder.writeSite(["one": "One.\n"])
    for name in ["one.md~", ".one.md.swp", "x.swp", "#one.md#", "x.txt"] {
      try folder.write("draft", to: "content/" + name)
    }
    let paths = try build().files.map(\.path)
    #expect(paths.contains("x.txt"))
    #expect(!paths.contains { $0.hasSuffix("~") || $0.hasSuffix("#") || $0.hasSuffix(".swp") })
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read every folder"))
  func aFolderThatMayNotBeReadIsTheMachinesFault() throws {
    try folder.writeSite(["one": "One.\n"])
    chmod(folder["content"], 0o444)
    defer { chmod(folder["content"], 0o755) }
    let failure = #expect(throws: CommandFailure.self) { try build() }
    #expect(failure == .machine("cannot read the folder \(folder["content"]): Permission denied"))
  }

  @Test func sharedSwiftIsReadAsUTF8() throws {
    try folder.writeSite(["one": "---\nuses: [A.swift]\n---\nOne.\n"])
    let path = folder["content/A.swift"]
    try Data("let a = \"".utf8 + [0xFF, 0x22]).write(to: URL(fileURLWithPath: path))
    let found = try build().diagnostics.first { $0.message.id == "not-utf8" }
    #expect(found?.file.path == path && found?.span.start == 9)
  }

  @Test func theBytesDoNotDependOnTheNumberOfWorkersNorOnTheTime() throws {
    let lesson = """
      # A lesson

      ```swift eval
      let squares = (1...5).map { $0 * $0 }
      squares
      ```

      Their sum is [](eval:squares.reduce(0, +)).
      """
    try folder.writeSite(["a": lesson, "b": lesson, "c": lesson, "d": lesson, "e": lesson])
    let one = try build(workers: 1)
    let four = try build(workers: 4)
    #expect(one.files == four.files)
    #expect(one.diagnostics == four.diagnostics)
    try one.publish(to: folder["site"])
    #expect(try four.difference(from: folder["site"], isRequired: true) == nil)
  }

  @Test func aLessonThatIsNotThereIsReportedWhereItIsListed() throws {
    try folder.writeSite(["one": "# One\n"])
    try folder.write("lessons: [one.md, tow.md]\n", to: "content/site.yaml")
    try folder.write("# Two\n", to: "content/two.md")
    let site = try build()
    #expect(identifiers(site) == ["missing-lesson", "unlisted-lesson"])
    let missing = try #require(site.diagnostics.first)
    #expect(missing.file.text(in: missing.span) == "tow.md")
    #expect(missing.help == ["did you mean `two.md`?"])
    #expect(missing.file.path == folder["content/site.yaml"])
    #expect(site.faults == "1 error and 1 warning in 2 files")
  }

  @Test func anIndexIsTheHomePageThoughItIsNotListed() throws {
    try folder.writeSite(["one": "# One\n"])
    try folder.write("# Welcome\n", to: "content/index.md")
    let site = try build()
    #expect(site.diagnostics.isEmpty)
    #expect(site.files.count { $0.path == "index.html" } == 1)
  }

  @Test func linksOutOfTheContentAreRefused() throws {
    try folder.writeSite(["one": "# One\n"])
    try folder.write("secret", to: "secret.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder["content/leak.txt"], withDestinationPath: folder["secret.txt"])
    try FileManager.default.createSymbolicLink(
      atPath: folder["content/leaks"], withDestinationPath: folder.path)
    let site = try build()
    #expect(identifiers(site) == ["outside-content", "outside-content"])
    #expect(!site.files.contains { $0.path.hasPrefix("leak") })
  }

  @Test(arguments: ["search.json", "404.html", "Index.html", "assets/lemma.css", "PRINT/x.txt"])
  func namesOfLemmasOwnAreReserved(name: String) throws {
    try folder.writeSite(["one": "# One\n"])
    try folder.write("x", to: "content/" + name)
    #expect(identifiers(try build()) == ["reserved-name"])
  }

  @Test func aFileThatWouldBeAPageIsReported() throws {
    try folder.writeSite(["one": "# One\n"])
    try folder.write("x", to: "content/ONE.html")
    #expect(identifiers(try build()) == ["duplicate-file"])
  }

  @Test func hiddenFilesAndSourcesAreNotPublished() throws {
    try folder.writeSite(["one": "# One\n"])
    try folder.write("let a = 1\n", to: "content/Shared.swift")
    try folder.write("x", to: "content/.hidden")
    try folder.write("@book{a, title = {T}}\n", to: "content/references.bib")
    let site = try build()
    #expect(site.diagnostics.isEmpty)
    let names = Set(site.files.map(\.path))
    #expect(names.isDisjoint(with: ["Shared.swift", ".hidden", "references.bib", "site.yaml"]))
  }

  @Test func theSiteStandsApartFromItsContent() throws {
    try folder.writeSite(["one": "# One\n"])
    for (content, output) in [
      ("content", "content"), ("content", "content/site"), ("content", "."),
      ("content", "content/../content/site"), ("content", "there/site"),
    ] {
      try? FileManager.default.createSymbolicLink(
        atPath: folder["there"], withDestinationPath: folder["content"])
      let build = SiteBuild(content: folder[content], output: folder[output])
      #expect(throws: CommandFailure.self, "\(output)") { try build.run() }
    }
  }

  @Test func aFolderThatIsNoSiteIsAUsersError() throws {
    for path in ["nowhere", ""] {
      let build = SiteBuild(content: folder[path], output: folder["site"])
      let failure = #expect(throws: CommandFailure.self) { try build.run() }
      guard case .usage? = failure else {
        Issue.record("\(String(describing: failure))")
        continue
      }
    }
  }

  @Test func whatDiffersIsNamed() throws {
    try folder.writeSite(["one": "# One\n"])
    let site = try build()
    #expect(try site.difference(from: folder["site"], isRequired: false) == nil)
    #expect(try site.difference(from: folder["site"], isRequired: true) != nil)
    try site.publish(to: folder["site"])
    try folder.write("changed", to: "site/one.html")
    try folder.write("extra", to: "site/extra.txt")
    let difference = try site.difference(from: folder["site"], isRequired: false)
    #expect(difference?.contains("extra.txt, one.html") == true)
  }

  @Test func aLessonInAFolderReachesTheFilesBesideIt() throws {
    try folder.write("lessons: [part/one.md, two.md]\n", to: "content/site.yaml")
    try folder.write(
      "![A dot](dot.svg) [data](./data.csv?a#b) [](../two.md) [up](../top.txt)\n",
      to: "content/part/one.md")
    try folder.write("# Two\n", to: "content/two.md")
    for name in ["part/dot.svg", "part/data.csv", "top.txt"] {
      try folder.write("x", to: "content/" + name)
    }
    let site = try build()
    #expect(site.diagnostics.isEmpty)
    let page = try #require(site.files.first { $0.path == "one.html" })
    let text = String(decoding: page.bytes, as: UTF8.self)
    for link in ["src=\"part/dot.svg\"", "\"part/data.csv?a#b\"", "\"two.html\"", "\"top.txt\""] {
      #expect(text.contains(link))
    }
  }

  @Test func everyFaultOfALessonIsReportedInOneRun() throws {
    let lesson = """
      # A lesson with every fault

      ```swift eval
      func half(_ x: Double) -> Double { x / 2 }
      ```

      A half of three is [1.6](eval:half(3)).

      ```swift eval
      IdentityCheck(half, { x in x / 3 })
      ```

      ```swift eval
      unknown(1)
      ```

      ```swift eval
      let text: String = 1
      ```

      The formula $\\fraction{1}{2}$ and [a link](missing.md).

      ```swift eval colour=red
      half(1)
      ```
      """
    try folder.writeSite(["one": lesson])
    let site = try build()
    let lines = site.diagnostics.filter { $0.severity == .error }.map {
      $0.file.location(at: $0.span.start).line
    }
    #expect(Set(lines).isSuperset(of: [7, 10, 14, 18, 21, 23]))
    #expect(site.diagnostics.filter { $0.severity == .error }.count == 7)
  }
}
