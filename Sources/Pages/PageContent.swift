/// What the templates of a page may name.
struct PageContent: Sendable {
  struct Link: Sendable {
    var href: String
    var title: String
    /// "Previous", "Next"
    var word: String
  }

  /// A line of the list of a page's sections; `markup` is finished.
  struct Section: Sendable {
    var level: Int
    var href: String
    var markup: String
  }

  struct Part: Sendable {
    var partTitle: String?
    /// The number of its first lesson.
    var start: Int
    var lessons: [Lesson]
  }

  struct Lesson: Sendable {
    var href: String
    var title: String
    /// Not `description`: where it is nil, a template would find the page's.
    var summary: String?
  }

  var language: String
  var policy = Self.contentSecurityPolicy
  var siteTitle: String
  var title: String
  /// What the browser's tab says.
  var pageTitle: String
  var description: String?
  var author: String?
  var canonical: String?
  /// What leads from the page to the top of the site: nothing, but for pages that are shown anywhere.
  var root = ""
  var isHome = false
  /// How the lesson is laid out on wide screens, as a class of the page.
  var layout: String?
  /// Whether the page holds all lessons, an `<article>` each.
  var isOnePage = false
  /// ISO 8601.
  var date: String?
  /// The address of a picture of the site.
  var preview: String?
  /// What is to be seen there.
  var previewText: String?
  /// The site's feed.
  var feed: String?
  /// JSON-LD, safe inside of `<script>`.
  var structuredData: String?
  /// The part of the site that the lesson is in.
  var part: String?
  /// The page's own heading where the article has none.
  var heading: String?
  var lede: String?
  /// The article's heading as finished markup, where the article begins with it: the list of sections
  /// stands behind it.
  var opening = ""
  /// Finished markup, without the opening.
  var article: String
  var contents: [Section] = []
  var previous: Link?
  var next: Link?
  var parts: [Part] = []
  /// The page of all lessons, where the site has one.
  var onePage: String?
  /// The page of all works that the site cites, where it cites any.
  var bibliography: String?
  var editLink: String?
  /// The lesson's own text, as a finished destination.
  var markdown: String?
  var verification: String?
  /// Where the verification page lists what is verified of the lesson.
  var verified = ""

  var skipToContent: String
  var onThisPage: String
  var lessonsWord: String
  var neighboursWord: String
  var editThisPage: String
  var generatedBy: String
  var verificationWord: String
  var bibliographyWord: String
  var searchWord: String
  var onePageWord: String

  /// Nothing but the site's own style sheet, scripts and images; no frame, form or base.
  static let contentSecurityPolicy =
    "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; "
    + "font-src 'none'; base-uri 'none'; form-action 'none'"
}
