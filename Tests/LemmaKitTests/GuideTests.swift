import Diagnostics
import Foundation
import LessonSyntax
import Testing

@testable import LemmaKit

/// The guide shows what is so: its examples build, and its mistakes are reported in just these words.
@Suite struct GuideTests {
  /// So none of these tests passes since it found nothing to look at.
  @Test func thereArePagesWithExamplesOfEachKind() {
    let listings = GuidePage.all.flatMap(\.listings)
    #expect(GuidePage.all.count >= 8)
    #expect(listings.count { $0.quote != nil } > 20)
    #expect(listings.count { $0.diagnostics != nil } > 10)
    #expect(listings.contains { $0.isWholeLesson && $0.file == nil && $0.diagnostics == nil })
    #expect(listings.contains { $0.language == "yaml" && $0.diagnostics == nil })
    #expect(listings.contains { $0.isTranscript })
    #expect(GuidePage.all.flatMap(\.tables).joined().count { Self.example(in: $0) != nil } > 10)
  }

  @Test(arguments: GuidePage.all) func aPageBuilds(page: GuidePage) throws {
    let path = GuidePage.folder.appendingPathComponent(page.name).path
    let rendering = try LessonRendering.render(file: path, asFragment: true)
    #expect(rendering.text(asJSON: false).isEmpty)
  }

  @Test(arguments: GuidePage.all)
  func belowAPieceOfALessonStandsWhatItBecomes(page: GuidePage) {
    for listing in page.listings where listing.language == "markdown" {
      guard listing.diagnostics == nil, !listing.isWholeLesson else { continue }
      #expect(listing.quote.map { $0 + "\n" } == listing.text, "\(listing.text)")
    }
  }

  /// So a result that nothing shows the source of is none.
  @Test(arguments: GuidePage.all) func whatStandsBehindABarHasItsSourceAbove(page: GuidePage) {
    let bodies = page.listings.filter { $0.language == "markdown" }.map(\.body)
    let others = page.quotes.filter { !bodies.contains($0 + "\n") }
    #expect(others.isEmpty)
  }

  @Test(arguments: GuidePage.all) func aWholeLessonBuildsByItself(page: GuidePage) {
    for listing in page.listings where listing.language == "markdown" && listing.isWholeLesson {
      // What a walk does with a lesson is in its transcripts.
      guard listing.diagnostics == nil, listing.file == nil else { continue }
      let rendering = LessonRendering.render(text: listing.text, asFragment: true)
      #expect(rendering.text(asJSON: false).isEmpty)
    }
  }

  @Test(arguments: GuidePage.all) func aMistakeIsReportedAsThePageShows(page: GuidePage) {
    for listing in page.listings {
      guard let expected = listing.diagnostics else { continue }
      #expect(diagnostics(of: listing) == expected)
    }
  }

  /// As a lesson `lesson.md`, or as `site.yaml`.
  private func diagnostics(of listing: GuidePage.Listing) -> String? {
    switch listing.language {
    case "markdown":
      LessonRendering.render(text: listing.text, asFragment: true).text(asJSON: false)
        .replacing("input.md:", with: "lesson.md:")
    case "yaml":
      TextRenderer().render(SiteFile(SourceFile(path: "site.yaml", text: listing.text)).diagnostics)
    default: nil
    }
  }

  @Test(arguments: GuidePage.all) func aRowShowsWhatItsCodeBecomes(page: GuidePage) {
    for row in page.tables.joined() {
      if let code = Self.example(in: row) { #expect(row[1].source == code) }
    }
  }

  /// The Markdown of a link in the first of two cells.
  private static func example(in row: [(code: String?, source: String)]) -> String? {
    guard row.count == 2, let code = row[0].code, code.hasPrefix("["), code.contains("](")
    else { return nil }
    return code
  }

  @Test(arguments: GuidePage.all) func settingsAreRead(page: GuidePage) {
    for listing in page.listings where listing.language == "yaml" && listing.diagnostics == nil {
      // A workflow is for GitHub to read.
      if listing.text.contains("\njobs:") { continue }
      let file = SiteFile(SourceFile(path: "site.yaml", text: listing.text))
      #expect(TextRenderer().render(file.diagnostics).isEmpty)
    }
  }
}
