import LessonSyntax
import Testing

@testable import Pages

@Suite struct BibliographyPageTests {
  private static let works = [
    "v": CitedWork(
      shortForm: "Verhulst (1838)",
      entry: [.plain("Verhulst, P.-F. (1838). "), .emphasised("Notice"), .plain(".")],
      url: "https://doi.org/1"),
    "u": CitedWork(shortForm: "Muller (2016)", entry: [.plain("Muller.")]),
    "m": CitedWork(shortForm: "Mächler (2012)", entry: [.plain("Mächler.")]),
    "never": CitedWork(shortForm: "Nobody (1900)", entry: [.plain("Nobody.")]),
  ]

  private func citation(_ key: String) -> Tree {
    .paragraph(.node(.citation(.init(key: key, keySpan: .init(0, 0))), []))
  }

  private func site(citing: Bool = true, language: String = "en") -> SiteInput {
    var first = LessonBuilder(path: "a b.md", title: "First & best")
    var second = LessonBuilder(path: "guide/c.md", title: "Second")
    if citing {
      first.add(citation("v"))
      first.add(.heading(2, "Names < here", anchor: "names"))
      first.add(citation("v"))
      first.add(citation("v"))
      first.add(citation("u"))
      second.add(citation("m"))
      second.add(citation("v"))
    }
    return SiteInput(
      settings: SiteSettings(title: "S", language: language, baseURL: "https://x.org/"),
      lessons: [first.input, second.input], works: Self.works)
  }

  private func files(_ site: SiteInput) -> [String: String] {
    SitePages.pages(for: site).files.reduce(into: [:]) {
      $0[$1.path] = String(decoding: $1.bytes, as: UTF8.self)
    }
  }

  @Test func everyCitedWorkIsListedOnceWithThePlacesThatCiteIt() {
    let page = files(site())["bibliography.html"] ?? ""
    #expect(
      page.contains(
        """
        <li id="lemma-work-v">Verhulst, P.-F. (1838). <cite>Notice</cite>. \
        <a href="https://doi.org/1">https://doi.org/1</a><span class="record-note">Cited in \
        <a href="a%20b.html#lemma-cite-v">First &amp; best</a>; \
        <a href="a%20b.html#lemma-cite-v-2">First &amp; best: Names &lt; here</a>; \
        <a href="c.html#lemma-cite-v">Second</a></span></li>
        """))
    #expect(!page.contains("Nobody"))
  }

  @Test func accentsDoNotChangeTheOrder() {
    let page = files(site())["bibliography.html"] ?? ""
    let keys = page.components(of: "<li id=\"lemma-work-").dropFirst().map { $0.prefix(1) }
    #expect(keys == ["m", "u", "v"])
  }

  @Test func thePlacesAreOnTheLessonsPages() {
    let files = files(site())
    for id in ["lemma-cite-v", "lemma-cite-v-2", "lemma-cite-v-3", "lemma-cite-u"] {
      #expect(files["a b.html"]?.contains("id=\"\(id)\"") == true, "\(id)")
    }
    #expect(files["c.html"]?.contains("id=\"lemma-cite-m\"") == true)
  }

  @Test func everyPageAndEachListOfReferencesLeadToIt() {
    let files = files(site(language: "de"))
    for path in ["a b.html", "c.html", "index.html", "verification.html", "all.html"] {
      #expect(
        files[path]?.contains("<a href=\"bibliography.html\">Literaturverzeichnis</a>") == true)
    }
    #expect(files["404.html"]?.contains("<a href=\"/bibliography.html\">") == true)
    let listed = "</ul>\n<p><a href=\"bibliography.html\">Alle zitierten Werke</a></p>\n</section>"
    #expect(files["a b.html"]?.contains(listed) == true)
    #expect(files["sitemap.xml"]?.contains("https://x.org/bibliography.html") == true)
  }

  @Test func theSearchFindsTheWorks() {
    let index = files(site())["assets/search.js"] ?? ""
    #expect(index.contains(#"["bibliography.html","Bibliography",["","","Every work"#))
    #expect(
      index.contains(
        #"["lemma-work-v","Verhulst (1838)","Verhulst, P.-F. (1838). Notice.",""]"#))
  }

  @Test func aSiteThatCitesNothingHasNone() {
    let files = files(site(citing: false))
    #expect(files["a b.html"] != nil && files["bibliography.html"] == nil)
    #expect(files.allSatisfy { $0.key == "assets/lemma.css" || !$0.value.contains("bibliography") })
  }

  @Test func aLessonMayLinkToItWhereItIsMade() {
    for citing in [true, false] {
      var site = site(citing: citing)
      var last = LessonBuilder(path: "last.md", title: "Last")
      let link = Node.Link(
        destination: "bibliography.html", title: "", destinationSpan: .init(0, 0))
      last.add(.paragraph(.node(.link(link), [.text("all works")])))
      site.lessons.append(last.input)
      site.staticFiles = []
      let found = SitePages.pages(for: site).diagnostics.map(\.message.id)
      #expect(found == (citing ? [] : ["broken-link"]))
    }
  }
}
