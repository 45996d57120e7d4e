import Foundation
import Testing

/// The transcripts of the guide are what the program prints, and its options are those that it has.
@Suite struct GuideWalkTests {
  private static let pages = GuidePage.all.filter { $0.listings.contains(where: \.isTranscript) }

  /// Files, changes and commands of a page, one after the other, as a reader would take them.
  @Test(arguments: pages) func aWalkGoesAsThePageSays(page: GuidePage) throws {
    let folder = try TemporaryFolder()
    for listing in page.listings {
      if let file = listing.file, listing.language == "markdown" || listing.language == "yaml" {
        try folder.write(listing.text, to: "my-course/" + file)
      } else if listing.language == "diff" {
        try change(listing.text, in: folder)
      } else if listing.isTranscript {
        try expectTranscript(listing.text, in: folder)
      }
    }
  }

  /// A line out, a line in, in the one file that has it.
  private func change(_ difference: String, in folder: TemporaryFolder) throws {
    let lines = difference.split(separator: "\n")
    let old = lines.filter { $0.hasPrefix("-") }.map { $0.dropFirst() + "\n" }.joined()
    let new = lines.filter { $0.hasPrefix("+") }.map { $0.dropFirst() + "\n" }.joined()
    let changed = folder.contents(of: "my-course").compactMapValues { data -> String? in
      let text = String(decoding: data, as: UTF8.self)
      return text.contains(old) ? text.replacing(old, with: new) : nil
    }
    #expect(changed.count == 1, "\(difference)")
    for (name, text) in changed { try folder.write(text, to: "my-course/" + name) }
  }

  private func expectTranscript(_ transcript: String, in folder: TemporaryFolder) throws {
    for step in ("\n" + transcript).split(separator: "\n$ ") {
      let parts = step.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let printed = try LemmaProgram.shellOutput(of: String(parts[0]), in: folder.path)
      let expected = parts.count > 1 ? String(parts[1]) : ""
      #expect(comparable(printed) == comparable(expected), "\(parts[0])")
    }
  }

  /// Without the time that a command took, and the line end after it.
  private func comparable(_ text: String) -> String {
    let timeless = text.replacing(#/ in \d+\.\d+ s/#, with: " in … s")
    return String(timeless.reversed().drop(while: \.isNewline).reversed())
  }

  @Test func theCommandsAreThoseOfTheProgram() throws {
    let named = GuidePage.all.flatMap(\.codeSpans).filter { $0.hasPrefix("lemma ") }
      .compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
      .filter { !$0.hasPrefix("-") }
    #expect(Set(named) == Set(try LemmaProgram.subcommands()))
  }

  @Test func theOptionsOfCommandsAreThoseOfTheProgram() throws {
    let helps = try LemmaProgram.subcommands().map {
      try LemmaProgram.run([$0, "--help"], in: "/").output
    }
    let known = options(in: helps.joined())
    #expect(known.contains("--no-run"))
    let page = try #require(GuidePage.all.first { $0.name == "ci.md" })
    let table = page.rows(below: "for-other-programs").compactMap(\.first?.source).joined()
    #expect(options(in: table) == known)
    let commands = GuidePage.all.flatMap(\.listings).flatMap { $0.text.split(separator: "\n") }
      .filter { $0.contains(#/\blemma [a-z]+ /#) }.map(String.init)
    let named = options(
      in: (GuidePage.all.flatMap(\.codeSpans) + commands).joined(separator: "\n"))
    #expect(named.subtracting(known).isEmpty)
  }

  private func options(in text: String) -> Set<String> {
    Set(text.matches(of: /--[a-z][a-z-]*/).map { String($0.output) })
  }
}
