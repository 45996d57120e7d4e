public import Diagnostics

/// The works that lessons may cite.
public struct Bibliography: Sendable {
  /// In the order of the file.
  public private(set) var works: [Work]
  public private(set) var diagnostics: [Diagnostic]
  private var places: [String: Int] = [:]

  /// A work of the author's list, with its text free of markup.
  public struct Work: Sendable, Hashable {
    public var key: String
    /// BibTeX's or CSL's type in lower case: `article`, `article-journal`.
    public var type: String
    public var authors: [Name] = []
    /// Stand for authors where there are none.
    public var editors: [Name] = []
    /// True after `and others`.
    public var hasMoreAuthors = false
    public var title: String?
    /// The journal, or the book that holds a chapter.
    public var container: String?
    public var series: String?
    public var publisher: String?
    /// As written: a number, or "in press".
    public var year: String?
    public var volume: String?
    public var issue: String?
    public var pages: String?
    public var edition: String?
    public var doi: String?
    public var url: String?
    public var note: String?
    /// The key's place.
    public var span: Span

    public init(key: String, type: String, span: Span) {
      self.key = key
      self.type = type
      self.span = span
    }
  }

  public struct Name: Sendable, Hashable {
    /// The whole name of an organisation; with `van` and its like.
    public var family: String
    public var given: String
    public init(family: String, given: String = "") {
      self.family = family
      self.given = given
    }
  }

  /// A bibliography without works.
  public init() {
    works = []
    diagnostics = []
  }

  /// Reads `references.bib` as BibTeX, `references.yaml` as CSL-YAML.
  public init(_ file: SourceFile) {
    let isYAML = file.path.hasSuffix(".yaml") || file.path.hasSuffix(".yml")
    let read = isYAML ? CSLReader.works(file) : BibTeXReader.works(file)
    works = []
    diagnostics = [file.encodingDiagnostic].compactMap(\.self) + read.diagnostics
    for work in read.works {
      if let earlier = places[work.key] {
        let line = file.location(at: works[earlier].span.start).line
        diagnostics.append(
          Diagnostic(
            .error, .duplicateKey(work.key), in: file, at: work.span, label: "also on line \(line)")
        )
        continue
      }
      places[work.key] = works.count
      works.append(work)
    }
    diagnostics = diagnostics.sortedByPlace()
  }

  public subscript(key: String) -> Work? { places[key].map { works[$0] } }
}
