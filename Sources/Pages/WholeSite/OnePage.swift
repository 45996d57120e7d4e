import Markup

/// `all.html`: every lesson of the site on one page, to be searched by the browser, printed or kept.
enum OnePage {
  static let name = "all.html"

  /// A page of more lessons than this would be of no use to a reader, and slow to build.
  private static let lessonLimit = 100

  static func isMade(of index: SiteIndex) -> Bool {
    index.isWholeSite && (2...lessonLimit).contains(index.summaries.count)
  }

  /// - Parameter lessons: in the order of the site.
  static func html(_ index: SiteIndex, lessons: [LessonPage]) -> String {
    let anchors = lessons.map { EmbeddedArticle.anchor(of: $0.summary.slug) }
    let names = lessons.map { Destination.escaped(Destination.page($0.summary.slug)) }
    let anchorsByPage = Dictionary(zip(names, anchors)) { first, _ in first }
    var page = index.emptyPage(title: index.words.onePage)
    page.isOnePage = true
    page.heading = index.settings.title
    if !index.settings.description.isEmpty {
      page.description = index.settings.description
      page.lede = index.settings.description
    }
    page.canonical = index.canonical("all")
    page.contents = zip(lessons, anchors).map { lesson, anchor in
      PageContent.Section(
        level: 2, href: "#" + Destination.escaped(anchor),
        markup: MarkupWriter.escaped(lesson.summary.title))
    }
    page.article = zip(lessons, anchors).map { lesson, anchor in
      let embedded = EmbeddedArticle(lesson.article, anchor: anchor, anchors: anchorsByPage)
      let heading = lesson.heading.map { "<h2>" + MarkupWriter.escaped($0) + "</h2>\n" } ?? ""
      return "<article id=\"\(anchor)\">\n\(heading)\(embedded.html)</article>\n"
    }.joined()
    return index.templates.page(page)
  }
}
