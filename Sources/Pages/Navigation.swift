import LessonSyntax

/// What leads from page to page. A lesson's page names its neighbours and the list of all lessons,
/// which is the home page: so no page but that grows with the site.
extension SiteIndex {
  var hasHomeLesson: Bool { hasLesson(withSlug: "index") }

  /// A page of the site with everything that does not depend on which one it is.
  func emptyPage(title: String) -> PageContent {
    PageContent(
      language: settings.language, siteTitle: settings.title, title: title,
      pageTitle: title == settings.title ? title : title + " – " + settings.title,
      author: settings.author, preview: previewAddress,
      previewText: previewText,
      feed: Feed.isMade(of: self) ? Feed.name : nil, article: "",
      bibliography: BibliographyPage.isMade(of: self) ? BibliographyPage.name : nil,
      skipToContent: words.skipToContent,
      onThisPage: words.onThisPage, lessonsWord: words.lessons,
      neighboursWord: words.previous + ", " + words.next, editThisPage: words.editThisPage,
      generatedBy: words.generatedBy,
      verificationWord: words.verification.title, bibliographyWord: words.bibliography.title,
      searchWord: words.search,
      onePageWord: words.onePage)
  }

  func canonical(_ slug: String) -> String? {
    settings.address(of: slug == "index" ? "" : Destination.escaped(Destination.page(slug)))
  }

  /// What only the home page has: every lesson, under its part, and what holds of the site.
  func completeHomePage(_ page: inout PageContent) {
    page.isHome = true
    page.pageTitle = settings.title
    page.canonical = canonical("index")
    page.structuredData = StructuredData(of: self).json
    page.parts = partsOfContents()
    page.onePage = OnePage.isMade(of: self) ? OnePage.name : nil
  }

  /// The lessons before and after one, in the site's order; the home page is not among them.
  func neighbours(of path: String) -> (previous: PageContent.Link?, next: PageContent.Link?) {
    guard let position = position(of: path) else { return (nil, nil) }
    let previous = summaries[..<position].last { $0.slug != "index" }
    let next = summaries[(position + 1)...].first { $0.slug != "index" }
    return (previous.map { link($0, words.previous) }, next.map { link($0, words.next) })
  }

  private func link(_ summary: LessonSummary, _ word: String) -> PageContent.Link {
    PageContent.Link(href: href(summary), title: summary.title, word: word)
  }

  private func href(_ summary: LessonSummary) -> String {
    Destination.escaped(Destination.page(summary.slug))
  }

  /// Every lesson under its part; lessons that no part names come last.
  func partsOfContents() -> [PageContent.Part] {
    var parts: [PageContent.Part] = []
    var number = 1
    var listed: Set<String> = []
    func add(_ title: String?, _ members: [LessonSummary]) {
      guard !members.isEmpty else { return }
      let lessons = members.map {
        PageContent.Lesson(href: href($0), title: $0.title, summary: $0.description)
      }
      parts.append(PageContent.Part(partTitle: title, start: number, lessons: lessons))
      number += lessons.count
    }
    for part in settings.parts {
      let members = part.lessons.compactMap { summary(of: $0) }.filter { $0.slug != "index" }
      listed.formUnion(members.map(\.path))
      add(part.title, members)
    }
    add(nil, summaries.filter { $0.slug != "index" && !listed.contains($0.path) })
    return parts
  }
}

extension SiteSettings {
  /// Where a path of the site is on the web; nil where the site does not say where it stands.
  func address(of path: String) -> String? {
    guard let baseURL, !baseURL.isEmpty else { return nil }
    return (baseURL.hasSuffix("/") ? baseURL : baseURL + "/") + path
  }
}
