/// `site.yaml`: what holds for the whole site.
public struct SiteSettings: Sendable, Hashable {
  public var title: String
  public var description: String
  /// BCP 47: `en`, `de`.
  public var language: String
  public var baseURL: String?
  public var author: String?
  /// A URL in which `{path}` stands for the lesson's path in the content folder.
  public var editLink: String?
  /// Named colours: a light and a dark value each.
  public var colours: [String: ColourPair]
  public var parts: [Part]
  /// TeX macros for the whole site: name without backslash to replacement (`#1` for arguments).
  public var macros: [String: String]
  /// How formulas that are made from code write its names: `sigmoid` as `σ`.
  public var notation: [String: String] = [:]
  /// How Python cells run; nil where the site says nothing of it.
  public var python: Python?

  public struct ColourPair: Sendable, Hashable {
    public var light: String
    public var dark: String
    public init(light: String, dark: String) {
      self.light = light
      self.dark = dark
    }
  }

  /// Lessons in order, under a title of their own where the site has parts.
  public struct Part: Sendable, Hashable {
    public var title: String?
    /// Paths in the content folder: `01-the-s-curve.md`.
    public var lessons: [String]
    public init(title: String?, lessons: [String]) {
      self.title = title
      self.lessons = lessons
    }
  }

  public init(
    title: String = "Untitled", description: String = "", language: String = "en",
    baseURL: String? = nil, author: String? = nil, editLink: String? = nil,
    colours: [String: ColourPair] = [:], parts: [Part] = [], macros: [String: String] = [:],
    python: Python? = nil
  ) {
    self.title = title
    self.description = description
    self.language = language
    self.baseURL = baseURL
    self.author = author
    self.editLink = editLink
    self.colours = colours
    self.parts = parts
    self.macros = macros
    self.python = python
  }
}
