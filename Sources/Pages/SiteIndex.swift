import Cells
public import Diagnostics
public import LessonSyntax
import MathCore
import Typesetting

/// What every page of a site shares: its settings, what its lessons offer to link to, its words.
///
/// Built once, then used by all pages, which may be rendered in parallel.
public struct SiteIndex: Sendable {
  public let settings: SiteSettings
  /// In the order of the site.
  public let summaries: [LessonSummary]
  let words: Words
  let works: [String: CitedWork]
  let staticFiles: Set<String>?
  let templates: SiteTemplates
  /// False for a lesson that is rendered by itself: links to other lessons are then not checked.
  let isWholeSite: Bool
  /// Whether any lesson says when it was written.
  let hasDates: Bool
  /// Whether any lesson cites a work of the bibliography.
  let citesWorks: Bool
  /// Of the whole site.
  let firstChart: FigureOutput?
  /// The address of the picture that links to the site are shown with; nil where there is none.
  let previewAddress: String?
  /// What is wrong with the numerals in a lesson's links, by lesson.
  let linkDiagnostics: [String: [Diagnostic]]
  private let positions: [String: Int]
  private let slugs: Set<String>
  private let partTitles: [String: String]
  /// By path in the content folder.
  private let figures: [String: RecordedFigure]
  /// What lessons publish beside their pages, by path on the site.
  private let lessonFiles: Set<String>

  /// - Parameter isWholeSite: whether `summaries` are all lessons there are.
  public init(
    settings: SiteSettings, summaries: [LessonSummary], works: [String: CitedWork] = [:],
    staticFiles: Set<String>? = nil, templates: SiteTemplates = SiteTemplates(),
    isWholeSite: Bool = true
  ) {
    self.settings = settings
    self.works = works
    self.staticFiles = staticFiles
    self.templates = templates
    self.isWholeSite = isWholeSite
    words = Words.words(for: settings.language)
    var positions: [String: Int] = [:]
    for (index, summary) in summaries.enumerated() { positions[summary.path] = index }
    self.positions = positions
    let links = NumeralLinks(
      summaries, positions: positions, words: words,
      typography: NumberTypography(language: settings.language))
    self.summaries = links.summaries
    linkDiagnostics = links.diagnostics
    figures = summaries.reduce(into: [:]) { $0.merge($1.figures) { first, _ in first } }
    lessonFiles = Set(summaries.flatMap(\.files))
    hasDates = summaries.contains { $0.date != nil }
    citesWorks = summaries.contains { $0.citedKeys.contains { works[$0] != nil } }
    firstChart = summaries.lazy.compactMap(\.firstChart).first
    previewAddress = firstChart == nil ? nil : settings.address(of: PreviewImage.path)
    slugs = Set(summaries.map(\.slug))
    var partTitles: [String: String] = [:]
    for part in settings.parts {
      for lesson in part.lessons { partTitles[lesson] = part.title }
    }
    self.partTitles = partTitles
  }

  /// The index of a whole site, with what is wrong with its templates.
  ///
  /// - Parameter summaries: of the site's lessons, in their order, where they are made already.
  public static func index(
    of site: SiteInput, summaries: [LessonSummary]? = nil
  ) -> (index: SiteIndex, diagnostics: [Diagnostic]) {
    let (templates, diagnostics) = SiteTemplates.templates(overriddenBy: site.templates)
    let index = SiteIndex(
      settings: site.settings,
      summaries: summaries
        ?? site.lessons.map {
          LessonSummary($0.lesson, $0.results, language: site.settings.language)
        },
      works: site.works, staticFiles: site.staticFiles, templates: templates)
    return (index, diagnostics)
  }

  /// What that picture shows: the chart's caption.
  var previewText: String? {
    guard previewAddress != nil, let caption = firstChart?.caption, !caption.isEmpty else {
      return nil
    }
    return Caption(caption, typesetter: typesetter).plainText
  }

  /// The figure that a run cell of any lesson drew, by its path in the content folder.
  func recordedFigure(at path: String) -> RecordedFigure? { figures[path] }

  func position(of path: String) -> Int? { positions[path] }

  func summary(of path: String) -> LessonSummary? { positions[path].map { summaries[$0] } }

  var lessonPaths: [String] { summaries.map(\.path) }

  /// The title of the part that a lesson is in.
  func part(of path: String) -> String? { partTitles[path] }

  func hasLesson(withSlug slug: String) -> Bool { slugs.contains(slug) }

  func hasLessonFile(_ path: String) -> Bool { lessonFiles.contains(path) }

  func hasPage(_ path: String) -> Bool {
    guard path.hasSuffix(".html") else { return false }
    return path == "index.html" || path == VerificationPage.name
      || slugs.contains(String(path.dropLast(5)))
      || path == OnePage.name && OnePage.isMade(of: self)
      || path == BibliographyPage.name && BibliographyPage.isMade(of: self)
  }

  /// What sets formulas on a page that is no lesson's.
  var typesetter: Typesetter { typesetter(for: FrontMatter()) }

  /// What sets formulas in a lesson: the site's macros, and the lesson's own over them.
  func typesetter(for frontMatter: FrontMatter) -> Typesetter {
    Typesetter(
      macros: settings.macros.merging(frontMatter.macros) { _, own in own },
      colours: Set(settings.colours.keys))
  }
}
