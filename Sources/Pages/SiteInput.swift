public import Cells
public import Diagnostics
public import LessonSyntax

/// Everything that the pages of a site are made from.
public struct SiteInput: Sendable {
  public var settings: SiteSettings
  /// In the order of the site; `index.md`, where there is one, among them.
  public var lessons: [LessonInput]
  /// The works that lessons may cite, by key.
  public var works: [String: CitedWork]
  /// Paths of the files that are published as they are; nil where that is not known, and links to
  /// files are then not checked.
  public var staticFiles: Set<String>?
  /// Templates of the site's own, by name, in place of Lemma's.
  public var templates: [SourceFile]

  public init(
    settings: SiteSettings, lessons: [LessonInput], works: [String: CitedWork] = [:],
    staticFiles: Set<String>? = nil, templates: [SourceFile] = []
  ) {
    self.settings = settings
    self.lessons = lessons
    self.works = works
    self.staticFiles = staticFiles
    self.templates = templates
  }
}

/// A lesson with what its cells came to.
public struct LessonInput: Sendable {
  public var lesson: Lesson
  public var results: LessonResults

  public init(lesson: Lesson, results: LessonResults) {
    self.lesson = lesson
    self.results = results
  }
}

/// A file of the published site.
public struct OutputFile: Sendable, Hashable {
  /// Relative to the site's folder, with `/`.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

/// A work as a lesson's list of references shows it.
public struct CitedWork: Sendable, Hashable {
  /// How the text names it: `Verhulst (1838)`.
  public var shortForm: String
  /// The entry without its link: `Verhulst, P.-F. (1838). Notice sur la loi …`
  public var entry: [Piece]
  public var url: String?

  public enum Piece: Sendable, Hashable {
    case plain(String)
    /// A title of a book or a journal.
    case emphasised(String)
  }

  public init(shortForm: String, entry: [Piece], url: String? = nil) {
    self.shortForm = shortForm
    self.entry = entry
    self.url = url
  }
}
