import LessonSyntax
import Testing

@testable import Pages

@Suite struct SiteFilesTests {
  private func files(base: String?, dates: [String?] = [nil, nil]) -> [String: String] {
    let lessons = dates.enumerated().map { number, date in
      var builder = LessonBuilder(
        path: "l\(number + 1).md", source: "# Text \(number + 1)\n", title: "A & <b> \(number + 1)")
      builder.frontMatter.date = date.flatMap { CalendarDate($0) }
      builder.frontMatter.description = "On </script>"
      return builder.input
    }
    let settings = SiteSettings(
      title: "Site", description: "All & more", baseURL: base, author: "An author")
    let site = SiteInput(settings: settings, lessons: lessons)
    return SitePages.pages(for: site).files.reduce(into: [:]) {
      $0[$1.path] = String(decoding: $1.bytes, as: UTF8.self)
    }
  }

  /// The elements of an XML file, each under the path of its parents; nil where it is not well formed.
  private func elements(_ xml: String) -> [(path: String, text: String)]? {
    var scanner = XMLScanner(Array(xml.utf8))
    var open: [String] = []
    var found: [(path: String, text: String)] = []
    do {
      while let piece = try scanner.next() {
        switch piece {
        case .open(let name, _, let isEmpty):
          found.append(((open + [name]).joined(separator: "/"), ""))
          if !isEmpty { open.append(name) }
        case .close(let name): if open.popLast() != name { return nil }
        case .text(let text): if !found.isEmpty { found[found.count - 1].text += text }
        case .instruction: return nil
        }
      }
    } catch {
      return nil
    }
    return open.isEmpty ? found : nil
  }

  private func texts(_ path: String, in xml: String?) -> [String] {
    (xml.flatMap(elements) ?? []).filter { $0.path == path }.map {
      $0.text.replacing("\n", with: "")
    }
  }

  @Test func theSitemapNamesEveryPageByItsAddress() {
    let map = files(base: "https://x.org/s")["sitemap.xml"]
    #expect(
      texts("urlset/url/loc", in: map) == [
        "https://x.org/s/", "https://x.org/s/l1.html", "https://x.org/s/l2.html",
        "https://x.org/s/verification.html",
      ])
  }

  @Test func theCopyOfAllPagesIsLeftOutOfIndexes() {
    let files = files(base: "https://x.org/s")
    let mark = "<meta name=\"robots\" content=\"noindex\">"
    #expect(files["all.html"]?.contains(mark) == true)
    #expect(files["l1.html"]?.contains(mark) == false)
  }

  @Test func thePageForNoAddressLeadsToTheLessons() {
    let page = files(base: "https://x.org/s")["404.html"]
    #expect(page?.contains("<p><a href=\"/s/index.html#lemma-lessons\">Lessons</a>") == true)
  }

  @Test func withoutAnAddressThereIsNoSitemapAndNoFeed() {
    let files = files(base: nil, dates: ["2026-01-02", nil])
    #expect(files["sitemap.xml"] == nil)
    #expect(files["feed.xml"] == nil)
    #expect(files["404.html"] != nil)
  }

  @Test func theFeedHasTheDatedLessonsTheNewestFirst() {
    let files = files(base: "https://x.org/", dates: ["2025-12-31", nil, "2026-02-03"])
    let feed = files["feed.xml"]
    #expect(texts("feed/entry/title", in: feed) == ["A & <b> 3", "A & <b> 1"])
    #expect(
      texts("feed/entry/id", in: feed) == ["https://x.org/l3.html", "https://x.org/l1.html"])
    #expect(
      texts("feed/entry/updated", in: feed) == ["2026-02-03T00:00:00Z", "2025-12-31T00:00:00Z"])
    #expect(texts("feed/updated", in: feed) == ["2026-02-03T00:00:00Z"])
    for required in ["id", "title", "updated", "author/name"] {
      #expect(texts("feed/" + required, in: feed).count == 1)
    }
    #expect(files["l1.html"]?.contains("type=\"application/atom+xml\" href=\"feed.xml\"") == true)
  }

  @Test func withoutDatesThereIsNoFeed() {
    let files = files(base: "https://x.org/")
    #expect(files["feed.xml"] == nil)
    #expect(files["l1.html"]?.contains("atom+xml") == false)
  }

  @Test func thePageOfNoAddressLeadsToTheSitesRoot() {
    let page = files(base: "https://x.org/s")["404.html"]
    #expect(page?.contains("href=\"/s/assets/lemma.css\"") == true)
    #expect(page?.contains("href=\"/s/index.html\"") == true)
    #expect(NotFoundPage.root("https://x.org") == "/")
    #expect(NotFoundPage.root(nil) == "")
  }

  @Test func aLessonsMarkdownIsPublishedAndOffered() {
    let files = files(base: nil)
    #expect(files["l1.md"] == "# Text 1\n")
    #expect(files["l1.html"]?.contains("<a href=\"l1.md\" download=\"\">Markdown</a>") == true)
  }

  @Test func whatAPageIsStandsInABlockThatTextCannotEnd() {
    let page = files(base: "https://x.org/", dates: ["2026-02-03"])["l1.html"] ?? ""
    let block = page.split(separator: "<script type=\"application/ld+json\">").last ?? ""
    let json = String(block.split(separator: "</script>").first ?? "")
    #expect(json.hasPrefix(#"{"@context":"https://schema.org","@type":"LearningResource","#))
    #expect(json.contains(#""description":"On \u003c/script>""#))
    #expect(json.contains(#""dateModified":"2026-02-03""#))
    #expect(json.hasSuffix("}}"))
  }
}
