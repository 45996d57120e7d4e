import Cells
public import Diagnostics
import LessonSyntax

/// The page of one lesson. Pages depend on the index and on nothing else that other pages make, so
/// they may be rendered in any order and in parallel.
public struct LessonPage: Sendable {
  public let file: OutputFile
  /// What is wrong with the lesson's references, formulas and listings.
  public let diagnostics: [Diagnostic]
  let summary: LessonSummary
  /// The article's markup for the page of all lessons; empty where the site has none.
  let article: String
  /// The page's own heading where the article has none.
  let heading: String?
  /// Where the lesson cites works.
  let citations: [CitationPlace]
  /// The lesson's line of the search's index.
  let searchLine: String

  public static func render(_ input: LessonInput, index: SiteIndex) -> LessonPage {
    let summary =
      index.summary(of: input.lesson.source.path) ?? LessonSummary(input.lesson, input.results)
    let article = Article(input, summary: summary, index: index, style: .page)
    var page = index.emptyPage(title: summary.title)
    page.description = summary.description
    (page.opening, page.article) = opening(of: article.html)
    if !article.headings.contains(where: { $0.level == 1 }) { page.heading = summary.title }
    page.layout = input.lesson.frontMatter.layout?.rawValue
    if page.layout == nil { page.contents = sections(of: article) }
    page.verification = VerificationCounts([summary.verification]).text(index.words)
    page.verified = VerificationPage.address(of: summary, in: index)
    page.canonical = index.canonical(summary.slug)
    page.date = summary.date?.description
    page.markdown = Destination.escaped(Destination.file(LessonFiles.path(ofSource: summary.slug)))
    page.editLink = index.settings.editLink?.replacing("{path}", with: summary.path)
    if summary.slug == "index" {
      index.completeHomePage(&page)
    } else {
      page.structuredData = StructuredData(of: summary, in: index).json
      page.part = index.part(of: summary.path)
      (page.previous, page.next) = index.neighbours(of: summary.path)
    }
    let entries = SearchEntry.entries(of: input, summary: summary, index: index)
    return LessonPage(
      file: OutputFile(path: summary.slug + ".html", text: index.templates.page(page)),
      diagnostics: article.diagnostics + (index.linkDiagnostics[summary.path] ?? []),
      summary: summary,
      article: OnePage.isMade(of: index) ? article.html : "", heading: page.heading,
      citations: article.citations,
      searchLine: SearchIndex.line(
        entries, page: Destination.page(summary.slug), title: summary.title))
  }

  /// The article alone, as `lemma render --fragment` prints it.
  public static func fragment(
    _ input: LessonInput, index: SiteIndex
  ) -> (html: String, diagnostics: [Diagnostic]) {
    let summary =
      index.summary(of: input.lesson.source.path) ?? LessonSummary(input.lesson, input.results)
    let article = Article(input, summary: summary, index: index, style: .fragment)
    return (article.html, article.diagnostics + (index.linkDiagnostics[summary.path] ?? []))
  }

  /// The heading that an article begins with, and the rest; an article that begins otherwise has no
  /// opening.
  private static func opening(of article: String) -> (opening: String, rest: String) {
    guard article.hasPrefix("<h1"), let end = article.firstRange(of: "</h1>\n")?.upperBound else {
      return ("", article)
    }
    return (String(article[..<end]), String(article[end...]))
  }

  /// Sections of the second and third level; a page with fewer than two needs no list of them.
  private static func sections(of article: Article) -> [PageContent.Section] {
    let shown = article.headings.filter { (2...3).contains($0.level) && !$0.anchor.isEmpty }
    guard shown.count > 1 else { return [] }
    return shown.map {
      PageContent.Section(
        level: $0.level, href: "#" + Destination.escaped($0.anchor), markup: $0.markup)
    }
  }
}
