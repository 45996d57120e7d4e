/// What is wrong (or worth knowing) about a place in the author's text.
///
/// A value: stages return diagnostics, the pipeline collects and sorts them, a renderer prints them.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable, Comparable {
    case error, warning, note

    public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// The text of a diagnostic with its permanent identifier.
  ///
  /// Each message is made by a static function in an extension at the foot of the file that
  /// raises it, so that a text lives once.
  public struct Message: Hashable, Sendable {
    /// Kebab-case and permanent: authors search for it.
    public let id: String
    /// Lower case, in the author's words, quoting the author's text.
    public let text: String

    public init(id: String, text: String) {
      self.id = id
      self.text = text
    }
  }

  public var severity: Severity
  public var message: Message
  public var file: SourceFile
  public var span: Span
  /// What stands behind the carets: what was expected there.
  public var label: String?
  /// Ways out, one line each.
  public var help: [String]
  public var edit: Edit?

  public init(
    _ severity: Severity, _ message: Message, in file: SourceFile, at span: Span,
    label: String? = nil, help: [String] = [], edit: Edit? = nil
  ) {
    self.severity = severity
    self.message = message
    self.file = file
    self.span = span
    self.label = label
    self.help = help
    self.edit = edit
  }

  /// A diagnostic about a piece of an excerpt, in UTF-8 offsets of the excerpt's text.
  public init(
    _ severity: Severity, _ message: Message, in excerpt: Excerpt, at local: Span,
    label: String? = nil, help: [String] = []
  ) {
    self.init(
      severity, message, in: excerpt.file, at: excerpt.span(local), label: label, help: help)
  }
}

/// A mechanical correction: these bytes become that text.
public struct Edit: Hashable, Sendable {
  public var span: Span
  public var replacement: String

  public init(replace span: Span, with replacement: String) {
    self.span = span
    self.replacement = replacement
  }
}

extension Sequence<Diagnostic> {
  /// By file, then by place, then by identifier; equal ones once.
  public func sortedByPlace() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }.sorted { a, b in
      if a.file.path != b.file.path { return a.file.path < b.file.path }
      if a.span != b.span { return a.span < b.span }
      if a.severity != b.severity { return a.severity > b.severity }
      return (a.message.id, a.message.text) < (b.message.id, b.message.text)
    }
  }

  public var hasErrors: Bool { contains { $0.severity == .error } }
}
