import Foundation
import Testing

@testable import LemmaKit

/// Every folder in `Sites` is a lesson or a site, with what Lemma makes of it beside it.
///
/// `make golden` records; read every line that it writes. A site with errors publishes nothing: only
/// its diagnostics are expected.
@Suite struct GoldenTests {
  static let sites: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: GoldenSite.folder.path)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test func thereAreSites() { #expect(Self.sites.count >= 10) }

  @Test(arguments: sites) func isAsExpected(site name: String) throws {
    let site = GoldenSite(name: name)
    let actual = try site.outcome()
    for (file, text) in actual where site.text(of: "expected." + file) != text {
      if GoldenSite.isRecording {
        try site.write(text, to: "expected." + file)
      } else {
        try site.write(text, to: "actual." + file)
        Issue.record("\(name)/expected.\(file) is not what is made: see actual.\(file)")
      }
    }
    for file in try site.expectations() where actual[file] == nil {
      if GoldenSite.isRecording {
        try site.remove("expected." + file)
      } else {
        Issue.record("nothing makes \(name)/expected.\(file)")
      }
    }
    if !GoldenSite.isRecording {
      for file in actual.keys where site.text(of: "expected." + file) == actual[file] {
        try site.remove("actual." + file)
      }
    }
  }

  @Test(arguments: sites) func fixingTwiceChangesNothing(site name: String) throws {
    let site = GoldenSite(name: name)
    guard let fixed = site.text(of: "expected.fixed.md") else { return }
    let again = LessonRendering.render(text: fixed, asFragment: true)
    #expect(again.diagnostics.allSatisfy { $0.edit == nil })
  }
}
