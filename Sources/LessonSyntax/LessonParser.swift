public import Diagnostics

/// Reads a lesson: any bytes give a lesson, and diagnostics for what is wrong with it.
public struct LessonParser: Sendable {
  public struct Options: Sendable, Hashable {
    /// False for text that is a lesson's piece: `---` is then a thematic break.
    public var readsFrontMatter = true
    public init() {}
  }

  public static func parse(_ source: SourceFile, options: Options = Options()) -> Lesson {
    if source.bytes.count > InputLimits.length {
      let tooLong = Diagnostic(
        .error, .lessonTooLong(source.bytes.count), in: source, at: Span(0, 0))
      return empty(source, FrontMatter(), [tooLong])
    }
    let mark = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var frontMatter = FrontMatter()
    var diagnostics: [Diagnostic] = []
    if options.readsFrontMatter {
      (frontMatter, diagnostics) = FrontMatterParser.parse(source, from: mark)
    }
    if let notUTF8 = source.encodingDiagnostic { diagnostics.append(notUTF8) }
    let text = LessonText(source, from: max(mark, frontMatter.span.end))
    let excess = InputLimits.objections(to: text)
    guard excess.isEmpty else { return empty(source, frontMatter, diagnostics + excess) }
    guard let document = ParsedDocument(text.bytes) else {
      return empty(source, frontMatter, diagnostics)
    }
    var builder = LessonBuilder(document.tree(), text: text)
    builder.build()
    return Lesson(
      source: source, frontMatter: frontMatter, nodes: builder.nodes, cells: builder.cells,
      inlineValues: builder.inlineValues,
      diagnostics: (diagnostics + builder.diagnostics).sortedByPlace())
  }

  private static func empty(
    _ source: SourceFile, _ frontMatter: FrontMatter, _ diagnostics: [Diagnostic]
  ) -> Lesson {
    let document = Node(kind: .document, span: Span(0, source.bytes.count))
    return Lesson(
      source: source, frontMatter: frontMatter, nodes: [document], cells: [], inlineValues: [],
      diagnostics: diagnostics)
  }
}
