/// What a bibliography says of a work, whichever format it is kept in.
public struct WorkDetails: Sendable, Hashable {
  public struct Name: Sendable, Hashable {
    public var family: String
    public var given: String?

    public init(family: String, given: String? = nil) {
      self.family = family
      self.given = given
    }
  }

  public var authors: [Name] = []
  public var year: String?
  public var title: String?
  /// The journal, the proceedings, or the book that a chapter is in.
  public var container: String?
  public var volume: String?
  public var issue: String?
  /// `113–121`
  public var pages: String?
  /// Also a school or an institution.
  public var publisher: String?
  public var note: String?
  public var doi: String?
  public var url: String?

  public init() {}
}

extension CitedWork {
  /// Author and year in the text; the entry by author, year, title, container.
  ///
  /// - Parameters:
  ///   - key: what the text says of a work that has neither authors nor a title.
  ///   - language: of the words that Lemma adds.
  public init(_ work: WorkDetails, key: String, language: String) {
    let words = Words.words(for: language)
    let year = work.year.map { " (\($0))" } ?? ""
    var short = Self.shortNames(work.authors, words)
    if short.isEmpty { short = work.title ?? key }

    var entry: [Piece] = []
    let names = work.authors.map { name in
      name.given.map { "\(name.family), \($0)" } ?? name.family
    }
    let opening = Self.list(names, words) + (names.isEmpty ? "" : year)
    if !opening.isEmpty { entry.append(.plain(Self.sentence(opening))) }
    let title = (work.title ?? (names.isEmpty ? key : "")) + (names.isEmpty ? year : "")
    if !title.isEmpty {
      // A work that is part of no other is a book: its own title stands out.
      entry.append(work.container == nil ? .emphasised(title) : .plain(title))
      entry.append(.plain(Self.endsSentence(title) ? " " : ". "))
    }
    if let container = work.container { entry.append(.emphasised(container)) }
    let details = Self.details(work)
    if !details.isEmpty { entry.append(.plain((work.container == nil ? "" : " ") + details + ".")) }
    if details.isEmpty, work.container != nil { entry.append(.plain(".")) }
    if let note = work.note { entry.append(.plain(" " + Self.sentence(note))) }
    self.init(
      shortForm: short + year, entry: entry,
      url: work.doi.map { "https://doi.org/" + $0 } ?? work.url)
  }

  /// "Verhulst", "Wilson and Cowan", "Rumelhart et al."
  private static func shortNames(_ authors: [WorkDetails.Name], _ words: Words) -> String {
    switch authors.count {
    case 0: ""
    case 1: authors[0].family
    case 2: authors[0].family + " \(words.and) " + authors[1].family
    default: authors[0].family + " et al."
    }
  }

  private static func list(_ names: [String], _ words: Words) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: "; ") + "; \(words.and) " + last
  }

  /// "10 (2), 113–121"
  private static func details(_ work: WorkDetails) -> String {
    var volume = work.volume ?? ""
    if let issue = work.issue { volume += (volume.isEmpty ? "" : " ") + "(\(issue))" }
    return [volume, work.pages ?? "", work.publisher ?? ""].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  private static func sentence(_ text: String) -> String {
    text + (endsSentence(text) ? " " : ". ")
  }

  private static func endsSentence(_ text: String) -> Bool {
    text.last.map { ".?!".contains($0) } ?? false
  }
}
